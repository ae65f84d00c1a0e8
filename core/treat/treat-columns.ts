import { type Frame, forEachFrame } from '../frame'
import { columnAt } from '../panel'
import { type Shape, shapeOf } from '../stats/shape'
import type { OutlierLimits, TreatMethod } from './method'
import { type Transformation, type TreatMethodName, treatMethods } from './methods'
import { isOutlying } from './outlying'

/** What is done to a frame that is outlying, and what to its observed values when that was not enough. */
export type TreatChoice = OutlierLimits & {
  readonly method: TreatMethodName
  readonly fallback: Transformation | 'none'
}

/** What was done to one outlying frame. */
export type Treatment = {
  readonly indicator: string
  /** null = the frame is the whole column */
  readonly year: number | null
  /** the method whose values stand now */
  readonly method: TreatMethodName
  /** how many values it changed */
  readonly points: number
  readonly before: Shape
  readonly after: Shape
  /** whether the values are no longer outlying */
  readonly isEnough: boolean
}

/**
 * Treat the outlying frames of the wanted columns: by the method, and, when the values are still outlying after it, by
 * the fallback from the values before. The last method tried stands, enough or not; the record says which.
 *
 * @param columns    indicator x region x year, each indicator in its own unit, written; NaN = not observed
 * @param indicators codes of the columns
 * @param years      Y calendar years
 * @param wanted     positions of the indicators that take part; other columns are left alone
 * @param frame      which values make up one distribution
 * @param choice     limits, method and fallback
 * @returns a record per outlying frame, in the order of columns and years. A constant frame and one of fewer than four
 *   values is never outlying
 */
export function treatColumns(
  columns: Float64Array,
  indicators: readonly string[],
  years: readonly number[],
  wanted: readonly number[],
  frame: Frame,
  choice: TreatChoice,
): Treatment[] {
  const units = indicators.length === 0 ? 0 : columns.length / indicators.length
  const treatments: Treatment[] = []
  for (const i of wanted) {
    forEachFrame(columnAt(columns, i, units), years, frame, (values, year) => {
      const done = treatFrame(values, choice)
      if (done !== null) treatments.push({ indicator: indicators[i] ?? '', year, ...done })
      return done !== null && done.points > 0
    })
  }
  return treatments
}

function treatFrame(values: Float64Array, choice: TreatChoice): Omit<Treatment, 'indicator' | 'year'> | null {
  const before = shapeOf(values)
  if (!isOutlying(before, choice)) return null
  const original = values.slice()
  let method = choice.method
  const first: TreatMethod = treatMethods[method]
  first(values, choice)
  let after = shapeOf(values)
  if (isOutlying(after, choice) && choice.fallback !== 'none') {
    method = choice.fallback
    values.set(original)
    const second: TreatMethod = treatMethods[method]
    second(values, choice)
    after = shapeOf(values)
  }
  const points = countChanged(original, values)
  return { method, points, before, after, isEnough: !isOutlying(after, choice) }
}

function countChanged(before: Float64Array, after: Float64Array): number {
  let changed = 0
  for (let i = 0; i < before.length; i++) {
    if (before[i] !== after[i] && !Number.isNaN(before[i] as number)) changed++
  }
  return changed
}
