/**
 * The rows that all columns have.
 *
 * @param columns k columns of n values; NaN = not observed
 * @returns k new columns of m ≤ n values each, in the same order
 * @throws {RangeError} columns of different lengths
 */
export function completeRows(columns: readonly Float64Array[]): Float64Array[] {
  const length = columns[0]?.length ?? 0
  if (columns.some((column) => column.length !== length)) {
    throw new RangeError('completeRows needs columns of one length')
  }
  const rows: number[] = []
  for (let row = 0; row < length; row++) {
    if (!columns.some((column) => Number.isNaN(column[row] as number))) rows.push(row)
  }
  return columns.map((column) => Float64Array.from(rows, (row) => column[row] as number))
}
