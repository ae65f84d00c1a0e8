import type { ImputeMethodName } from '../impute/methods'
import type { NormaliseWarning } from '../normalise/method'
import { type Panel, valueAt } from '../panel'
import type { TreatMethodName } from '../treat/methods'
import type { Treatment } from '../treat/treat-columns'
import type { WeightWarning } from '../weight/method'
import type { IndexResult } from './run-index'

/**
 * One thing that a recipe did, or could not do. Plain JSON.
 *
 * `region` and `year` null: it concerns the whole frame. `before` and `after`: the value in the unit of the indicator
 * (of a transformed frame, `after` has no unit); null = there was or is none.
 */
export type TraceEntry = {
  readonly stage: 'impute' | 'treat' | 'normalise' | 'weigh'
  /** the indicator; at the stage `weigh` the node whose children were weighed */
  readonly indicator: string
  readonly region: string | null
  readonly year: number | null
  readonly before: number | null
  readonly after: number | null
  readonly reason: TraceReason
  /** only at the stage `treat`: what the frame looked like before, which is why it was treated */
  readonly skewness?: number | null
  readonly kurtosis?: number | null
}

/**
 * Why. At `impute`, the method that gave the value, or 'no-value' when it had none to give to a gap; at `treat`, the
 * method, or 'not-enough' when the frame stays outlying after it; at `normalise`, why a frame has no scores
 * ('no-observation': nothing was observed, by anybody); at `weigh`, what must be said of the weights.
 */
export type TraceReason =
  | ImputeMethodName
  | TreatMethodName
  | 'no-value'
  | 'not-enough'
  | 'no-observation'
  | NormaliseWarning
  | WeightWarning

/**
 * Everything that a recipe did to single values, and what it could not do, in the order of the stages. Made when asked
 * for: the panels of the stages hold it all already.
 *
 * @param index a recipe carried out
 * @returns an entry per imputed or treated value, per gap that an imputation left, per frame that a treatment did not
 *   mend or that has no scores, and per node whose weights must be spoken of; within a stage by indicator, region, year
 */
export function traceOf(index: IndexResult): TraceEntry[] {
  return [
    ...imputations(index),
    ...index.treatments.flatMap((one) => changes(index, one)),
    ...silences(index),
  ]
}

const nothing = { region: null, year: null, before: null, after: null } as const

function imputations({ raw, imputed, plan, recipe }: IndexResult): TraceEntry[] {
  const { method } = recipe.impute
  if (method === 'none') return []
  const entries: TraceEntry[] = []
  plan.directions.forEach((direction, i) => {
    if (direction === null) return
    const indicator = raw.indicators[i] ?? ''
    forEachCell(raw, (region, year, r, t) => {
      if (valueAt(raw, r, t, i) !== null) return
      const after = valueAt(imputed, r, t, i)
      const reason = after === null ? 'no-value' : method
      entries.push({ stage: 'impute', indicator, region, year, before: null, after, reason })
    })
  })
  return entries
}

function changes({ imputed, treated, plan }: IndexResult, treatment: Treatment): TraceEntry[] {
  const { indicator, method } = treatment
  const why = { skewness: treatment.before.skewness, kurtosis: treatment.before.kurtosis }
  const i = plan.numberOf.get(indicator) ?? -1
  const entries: TraceEntry[] = []
  forEachCell(imputed, (region, year, r, t) => {
    if (treatment.year !== null && treatment.year !== year) return
    const before = valueAt(imputed, r, t, i)
    const after = valueAt(treated, r, t, i)
    if (before === after) return
    entries.push({ stage: 'treat', indicator, region, year, before, after, reason: method, ...why })
  })
  if (!treatment.isEnough) {
    const year = treatment.year
    entries.push({ ...nothing, stage: 'treat', indicator, year, reason: 'not-enough', ...why })
  }
  return entries
}

function silences({ unused, warnings, weightWarnings }: IndexResult): TraceEntry[] {
  return [
    ...unused.map((indicator): TraceEntry => {
      return { ...nothing, stage: 'normalise', indicator, reason: 'no-observation' }
    }),
    ...warnings.map(({ kind, indicator, year }): TraceEntry => {
      return { ...nothing, stage: 'normalise', indicator, year, reason: kind }
    }),
    ...weightWarnings.map(({ kind, node }): TraceEntry => {
      return { ...nothing, stage: 'weigh', indicator: node, reason: kind }
    }),
  ]
}

function forEachCell(
  { regions, years }: Panel,
  visit: (region: string, year: number, r: number, t: number) => void,
): void {
  regions.forEach((region, r) => {
    years.forEach((year, t) => {
      visit(region, year, r, t)
    })
  })
}
