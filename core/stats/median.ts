import { quantile } from './quantile'

/**
 * Median: the middle observed value, or the mean of the two middle ones.
 *
 * @param values n values in one unit; null = not observed, left out
 * @returns the median in the same unit, or null when nothing is observed
 * @throws {RangeError} a value is not finite
 */
export function median(values: readonly (number | null)[]): number | null {
  return quantile(values, 0.5)
}
