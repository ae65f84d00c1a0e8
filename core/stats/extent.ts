import { observedOf } from './observed'

/**
 * Smallest and largest observed value.
 *
 * @param values n values in one unit; null = not observed, left out
 * @returns [min, max] in the same unit, or null when nothing is observed
 * @throws {RangeError} a value is not finite
 */
export function extent(values: readonly (number | null)[]): [min: number, max: number] | null {
  const observed = observedOf(values)
  const first = observed[0]
  if (first === undefined) return null
  let min = first
  let max = first
  for (const value of observed) {
    if (value < min) min = value
    if (value > max) max = value
  }
  return [min, max]
}
