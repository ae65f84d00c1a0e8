import type { AggregateMethod, AggregateOptions } from './method'

/**
 * The scores of units by a method, for tests: a row of children's scores per unit, null = not observed or no score.
 * Weights are equal unless given.
 */
export function aggregateRows(
  method: AggregateMethod,
  rows: readonly (readonly (number | null)[])[],
  weights: readonly number[] = (rows[0] ?? []).map(() => 1),
  options: Partial<AggregateOptions> = {},
): (number | null)[] {
  const children = weights.map((_, c) => Float64Array.from(rows, (row) => row[c] ?? Number.NaN))
  const result = new Float64Array(rows.length).fill(99)
  method(children, Float64Array.from(weights), result, { power: 1, ...options })
  return Array.from(result, (score) => (Number.isNaN(score) ? null : score))
}
