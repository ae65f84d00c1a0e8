import type { PacePoint } from './pace'
import type { SeriesPoint } from './resolve-target'

/** An observed value; `status` B = it starts a new series. */
export type ObservedPoint = PacePoint & { readonly status: string }

/**
 * The observed points of a series up to a year.
 *
 * @param series one point per year at most, in ascending order; null = not observed, left out
 * @param asOf   later points are left out
 * @returns the points in the same order
 * @throws {RangeError} years not ascending, or a value that is not finite
 */
export function observedUpTo(series: readonly SeriesPoint[], asOf: number): ObservedPoint[] {
  const observed: ObservedPoint[] = []
  let before = Number.NEGATIVE_INFINITY
  for (const { year, value, status } of series) {
    if (!(year > before)) throw new RangeError(`a series needs ascending years, got ${year} after ${before}`)
    before = year
    if (value === null || year > asOf) continue
    if (!Number.isFinite(value)) throw new RangeError(`a series needs finite values, got ${value} in ${year}`)
    observed.push({ year, value, status })
  }
  return observed
}
