/**
 * Competition ranks ("1224"): 1 + the number of values that are strictly better. Ties share the minimum rank
 * and leave a gap behind them; values are compared unrounded.
 *
 * @param values n values in one unit; null = not observed, gets no rank
 * @param order  'descending': the largest value has rank 1; 'ascending': the smallest
 * @returns n ranks, null where not observed
 * @throws {RangeError} a value is not finite
 * @see R's rank(ties.method = "min")
 */
export function rank(
  values: readonly (number | null)[],
  order: 'descending' | 'ascending' = 'descending',
): (number | null)[] {
  const sign = order === 'descending' ? 1 : -1
  const column = Float64Array.from(values, (value) => {
    if (value === null) return Number.NaN
    if (!Number.isFinite(value)) throw new RangeError(`rank needs finite values, got ${value}`)
    return sign * value
  })
  const ranks = new Uint32Array(column.length)
  rankInto(column, ranks)
  return Array.from(ranks, (one) => (one === 0 ? null : one))
}

/**
 * The same ranks, largest = 1, for the hot path: one sort, then one binary search per value.
 *
 * @param values  n values; NaN = not observed
 * @param ranks   n places, written: the rank, or 0 where not observed
 * @param scratch n places of working room, so that a caller with many columns allocates once
 * @returns the number of observed values, i.e. of regions ranked
 * @throws {RangeError} ranks or scratch shorter than values
 */
export function rankInto(
  values: Float64Array,
  ranks: Uint32Array,
  scratch: Float64Array = new Float64Array(values.length),
): number {
  const length = values.length
  if (ranks.length < length || scratch.length < length) {
    throw new RangeError(`rankInto needs room for ${length} ranks`)
  }
  let count = 0
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) scratch[count++] = value
  }
  const sorted = scratch.subarray(0, count).sort()
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    ranks[i] = Number.isNaN(value) ? 0 : count - countAtMost(sorted, value) + 1
  }
  return count
}

function countAtMost(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low
}
