import { observedOf } from './observed'

/**
 * Quantile by the R-7 method: with h = (n - 1)·p, the value between the order statistics ⌊h⌋ and ⌊h⌋ + 1
 * (counted from 0) at the fraction h - ⌊h⌋. The default of R, NumPy and Excel's PERCENTILE.INC.
 *
 * @param values n values in one unit, in any order; null = not observed, left out
 * @param share  p in 0..1: 0 = smallest, 0.5 = median, 1 = largest
 * @returns the quantile in the same unit, or null when nothing is observed
 * @throws {RangeError} p outside 0..1, or a value is not finite
 * @see Hyndman & Fan (1996), Sample Quantiles in Statistical Packages, The American Statistician 50(4), type 7
 */
export function quantile(values: readonly (number | null)[], share: number): number | null {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`quantile needs a share in 0..1, got ${share}`)
  const sorted = observedOf(values).sort()
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const low = sorted[below]
  if (low === undefined) return null
  const high = sorted[below + 1] ?? low
  const fraction = position - below
  // Weighted from both ends, so that two huge values of opposite sign do not overflow in their difference.
  return high === low ? low : low * (1 - fraction) + high * fraction
}
