/**
 * The observed values among n, as a new typed array in the same order.
 *
 * @param values n values in one unit; null = not observed
 * @returns k ≤ n values
 * @throws {RangeError} a value is NaN or infinite, which a statistic would carry on unseen
 */
export function observedOf(values: readonly (number | null)[]): Float64Array {
  const observed = new Float64Array(values.length)
  let count = 0
  for (const value of values) {
    if (value === null) continue
    if (!Number.isFinite(value)) throw new RangeError(`statistics need finite values, got ${value}`)
    observed[count++] = value
  }
  return observed.slice(0, count)
}
