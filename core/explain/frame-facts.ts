import type { Frame } from '../frame'
import { type Panel, valueAt } from '../panel'
import { spreadOf } from '../stats/spread'

/** What a normalisation formula may need to know of the values that are compared with each other. */
export type FrameFacts = {
  readonly frame: Frame
  /** the year of a frame of one year, else null */
  readonly year: number | null
  readonly count: number
  /** null = nothing has a value in the frame */
  readonly min: number | null
  readonly max: number | null
  readonly mean: number | null
  /** sample standard deviation, n - 1 */
  readonly sd: number | null
  /** how many values of the frame are strictly worse than the region's own; null without one */
  readonly worse: number | null
}

/**
 * The facts of the frame that a value stood in when it was normalised.
 *
 * @param panel     region x year x indicator, the values that were normalised; NaN = none
 * @param r         position of the region
 * @param t         position of the year
 * @param i         position of the indicator
 * @param direction 1 = higher is better, -1 = lower is better
 * @param frame     which values are compared with each other
 * @returns the facts, in the unit of the values
 */
export function frameFactsOf(
  panel: Panel,
  r: number,
  t: number,
  i: number,
  direction: 1 | -1,
  frame: Frame,
): FrameFacts {
  const { regions, years, indicators, values } = panel
  const width = indicators.length
  const rows = regions.length * years.length
  const observed: number[] = []
  for (let row = frame === 'pooled' ? 0 : t; row < rows; row += frame === 'pooled' ? 1 : years.length) {
    const value = values[row * width + i] as number
    if (!Number.isNaN(value)) observed.push(value)
  }
  const own = valueAt(panel, r, t, i)
  const spread = spreadOf(Float64Array.from(observed))
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let worse = 0
  for (const value of observed) {
    if (value < min) min = value
    if (value > max) max = value
    if (own !== null && direction * value < direction * own) worse++
  }
  const isEmpty = spread === null
  return {
    frame,
    year: frame === 'pooled' ? null : (years[t] ?? null),
    count: observed.length,
    min: isEmpty ? null : min,
    max: isEmpty ? null : max,
    mean: spread?.mean ?? null,
    sd: spread?.sd ?? null,
    worse: own === null ? null : worse,
  }
}
