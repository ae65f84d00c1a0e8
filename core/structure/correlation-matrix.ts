import { type Correlate, pearson } from './correlate'

/** Correlations of k columns with each other, k x k and symmetric. */
export type CorrelationMatrix = {
  /** -1..1; 1 on the diagonal; null = too few pairs, or a column that is the same in all of them */
  readonly coefficients: readonly (readonly (number | null)[])[]
  /** how many rows both columns have: on the diagonal, how many the column has */
  readonly pairs: readonly (readonly number[])[]
}

/**
 * Correlate every column with every other, each pair over the rows that both have.
 *
 * Pairs rest on different rows where something is missing, so that the matrix as a whole need not be one that any
 * data can have; methods that invert it take complete rows instead.
 *
 * @param columns   k columns of n values; NaN = not observed
 * @param correlate a coefficient of the family
 * @returns coefficients and the number of rows behind each
 * @throws {RangeError} columns of different lengths, or a value is infinite
 */
export function correlationMatrix(
  columns: readonly Float64Array[],
  correlate: Correlate = pearson,
): CorrelationMatrix {
  const coefficients = columns.map((): (number | null)[] => columns.map(() => null))
  const pairs = columns.map(() => columns.map(() => 0))
  columns.forEach((left, i) => {
    for (let j = i; j < columns.length; j++) {
      const right = columns[j] as Float64Array
      // A column's own coefficient is exactly 1, or null when it has none.
      const own = correlate(left, right)
      const coefficient = i === j && own !== null ? 1 : own
      const count = countPairs(left, right)
      for (const [a, b] of [
        [i, j],
        [j, i],
      ] as const) {
        ;(coefficients[a] as (number | null)[])[b] = coefficient
        ;(pairs[a] as number[])[b] = count
      }
    }
  })
  return { coefficients, pairs }
}

function countPairs(left: Float64Array, right: Float64Array): number {
  let count = 0
  for (let i = 0; i < left.length; i++) {
    if (!Number.isNaN(left[i] as number) && !Number.isNaN(right[i] as number)) count++
  }
  return count
}
