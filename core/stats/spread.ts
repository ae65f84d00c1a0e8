import { meanOf } from './centre'

/**
 * Mean and sample standard deviation √(Σ(x - x̄)² / (n - 1)) of the observed values of a column.
 *
 * @param values n values in one unit; NaN = not observed, left out
 * @returns `count` observed values, their mean and deviation in the same unit; the deviation of equal values is exactly
 *   0, and that of a single one too. Null when nothing is observed
 * @throws {RangeError} the deviation is beyond what a number can hold
 */
export function spreadOf(
  values: Float64Array,
): { readonly count: number; readonly mean: number; readonly sd: number } | null {
  const observed = values.filter((value) => !Number.isNaN(value))
  const count = observed.length
  if (count === 0) return null
  const mean = meanOf(observed)
  let largest = 0
  for (let i = 0; i < count; i++) largest = Math.max(largest, Math.abs((observed[i] as number) - mean))
  if (largest === 0 || count === 1) return { count, mean, sd: 0 }
  let sum = 0
  // As shares of the largest deviation, so that no square overflows or vanishes.
  for (let i = 0; i < count; i++) sum += (((observed[i] as number) - mean) / largest) ** 2
  const sd = largest * Math.sqrt(sum / (count - 1))
  if (!Number.isFinite(sd)) throw new RangeError('the standard deviation is beyond what a number can hold')
  return { count, mean, sd }
}
