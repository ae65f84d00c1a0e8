import type { ImputeMethodName } from '../impute/methods'
import type { Recipe } from '../index/recipe'
import type { IndexResult, NodeScore } from '../index/run-index'
import type { NormaliseWarning } from '../normalise/method'
import type { NormaliseMethodName } from '../normalise/methods'
import { valueAt } from '../panel'
import type { TreatMethodName } from '../treat/methods'
import { type FrameFacts, frameFactsOf } from './frame-facts'

/** The way of one value from the observation to the score. */
export type IndicatorExplanation = NodeScore & {
  readonly kind: 'indicator'
  readonly node: string
  readonly direction: 1 | -1
  /** as observed, in the indicator's unit; null = not observed */
  readonly observed: number | null
  /** what was put in the place of a value that is not observed; null = nothing was */
  readonly imputed: { readonly method: ImputeMethodName; readonly value: number } | null
  /** what treatment made of the value, where it treated the frame; null = the frame was left alone */
  readonly treated: {
    readonly method: TreatMethodName
    readonly before: number | null
    readonly after: number | null
    readonly isChanged: boolean
    /** how many values of the frame were changed, and why the frame was treated */
    readonly points: number
    readonly skewness: number | null
    readonly kurtosis: number | null
    readonly isEnough: boolean
  } | null
  /** the value that was normalised; null = there is none */
  readonly value: number | null
  readonly normalise: {
    readonly method: NormaliseMethodName
    /** what the value was compared with, after imputation and treatment */
    readonly facts: FrameFacts
    /** the recipe's scale: ends, centre and spread */
    readonly scale: Pick<Recipe['normalise'], 'lower' | 'upper' | 'mean' | 'sd'>
    /** of this indicator, in its unit; null = none is given */
    readonly goalpostLow: number | null
    readonly goalpostHigh: number | null
    readonly target: number | null
    /** why the frame has no scores; null = it has */
    readonly warning: NormaliseWarning | null
  }
}

/**
 * The chain of one indicator in a region and year, from the observed value to the score.
 *
 * @param index a recipe carried out
 * @param r     position of the region
 * @param t     position of the year
 * @param i     position of the indicator, one of the framework
 * @param score its score there
 * @throws {RangeError} the column stands outside the framework
 */
export function explainIndicator(
  index: IndexResult,
  r: number,
  t: number,
  i: number,
  score: NodeScore,
): IndicatorExplanation {
  const { plan, raw, recipe, imputed, imputedCells, treated, treatments, warnings } = index
  const direction = plan.directions[i] ?? null
  const node = plan.indicators[i] ?? ''
  if (direction === null) throw new RangeError(`the framework has no node ${node}`)
  const year = raw.years[t] ?? null
  const isOfFrame = (one: { readonly indicator: string; readonly year: number | null }) =>
    one.indicator === node && (one.year === null || one.year === year)
  const treatment = treatments.find(isOfFrame)
  const given = valueAt(imputed, r, t, i)
  const value = valueAt(treated, r, t, i)
  const { method: filling } = recipe.impute
  const isImputed = imputedCells?.[(i * raw.regions.length + r) * raw.years.length + t] === 1
  const { method, frame, lower, upper, mean, sd } = recipe.normalise
  return {
    ...score,
    kind: 'indicator',
    node,
    direction,
    observed: valueAt(raw, r, t, i),
    imputed: isImputed && filling !== 'none' && given !== null ? { method: filling, value: given } : null,
    treated: treatment
      ? {
          method: treatment.method,
          before: given,
          after: value,
          isChanged: given !== value,
          points: treatment.points,
          skewness: treatment.before.skewness,
          kurtosis: treatment.before.kurtosis,
          isEnough: treatment.isEnough,
        }
      : null,
    value,
    normalise: {
      method,
      facts: frameFactsOf(treated, r, t, i, direction, frame),
      scale: { lower, upper, mean, sd },
      goalpostLow: plan.goalpostLows[i] ?? null,
      goalpostHigh: plan.goalpostHighs[i] ?? null,
      target: plan.targets[i] ?? null,
      warning: warnings.find(isOfFrame)?.kind ?? null,
    },
  }
}
