import { observedOf } from './observed'

/**
 * Arithmetic mean: Σx / n over the observed values.
 *
 * @param values n values in one unit; null = not observed, left out
 * @returns the mean in the same unit, or null when nothing is observed
 * @throws {RangeError} a value is not finite
 */
export function mean(values: readonly (number | null)[]): number | null {
  const observed = observedOf(values)
  if (observed.length === 0) return null
  return observed.reduce((sum, value) => sum + value, 0) / observed.length
}
