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

/** Working room for ranking n values, so that a caller with many columns allocates once. */
export type RankScratch = { readonly grouped: Float64Array; readonly starts: Uint32Array }

/** Working room for ranking up to `length` values. */
export function rankScratch(length: number): RankScratch {
  return { grouped: new Float64Array(length), starts: new Uint32Array(length + 1) }
}

/** Values in one bucket up to which comparing each with each is quicker than sorting them. */
const fewInBucket = 16

/**
 * The same ranks, largest = 1, for the hot path. The values are put into as many buckets of equal width between the
 * smallest and the largest as there are values; a value then is compared with those of its own bucket only, which are
 * few unless the values are crowded, and sorted where they are not few.
 *
 * @param values  n values; NaN = not observed
 * @param ranks   n places, written: the rank, or 0 where not observed
 * @param scratch of `rankScratch`, for at least n values
 * @returns the number of observed values, i.e. of regions ranked
 * @throws {RangeError} ranks or scratch shorter than values
 */
export function rankInto(
  values: Float64Array,
  ranks: Uint32Array,
  scratch: RankScratch = rankScratch(values.length),
): number {
  const length = values.length
  const { grouped, starts } = scratch
  if (ranks.length < length || grouped.length < length) {
    throw new RangeError(`rankInto needs room for ${length} ranks`)
  }
  let count = 0
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    count++
    if (value < low) low = value
    if (value > high) high = value
  }
  // One bucket for all where the width of a bucket, or its inverse, is beyond what a number can hold.
  const perUnit = (count - 1) / (high - low)
  const scale = Number.isFinite(perUnit) ? perUnit : 0
  group(values, low, scale, count, grouped, starts)
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) {
      ranks[i] = 0
      continue
    }
    const bucket = ((value - low) * scale) | 0
    const end = starts[bucket + 1] as number
    ranks[i] = 1 + count - end + countAbove(grouped, starts[bucket] as number, end, value)
  }
  return count
}

/** Puts the values into their buckets, which begin at `starts`; those of a crowded bucket are sorted. */
function group(
  values: Float64Array,
  low: number,
  scale: number,
  count: number,
  grouped: Float64Array,
  starts: Uint32Array,
): void {
  starts.fill(0, 0, count + 1)
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    const bucket = ((value - low) * scale) | 0
    starts[bucket] = (starts[bucket] as number) + 1
  }
  let end = 0
  for (let bucket = 0; bucket <= count; bucket++) {
    end += starts[bucket] as number
    starts[bucket] = end
  }
  // Filled from their ends, so that each start has moved to where its bucket begins when all values are placed.
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    const bucket = ((value - low) * scale) | 0
    const place = (starts[bucket] as number) - 1
    starts[bucket] = place
    grouped[place] = value
  }
  for (let bucket = 0; bucket < count; bucket++) {
    const begin = starts[bucket] as number
    const next = starts[bucket + 1] as number
    if (next - begin > fewInBucket) grouped.subarray(begin, next).sort()
  }
}

/** How many values from `begin` to before `end` are above one. */
function countAbove(grouped: Float64Array, begin: number, end: number, value: number): number {
  if (end - begin <= fewInBucket) {
    let above = 0
    for (let i = begin; i < end; i++) if ((grouped[i] as number) > value) above++
    return above
  }
  return end - countAtMost(grouped, value, begin, end)
}

/**
 * Where a value would stand in sorted ones, behind those equal to it: with `begin` 0, how many are at most it.
 *
 * @param sorted ascending from `begin` to before `end`
 * @param value  not NaN
 * @returns a position in begin..end
 */
export function countAtMost(
  sorted: Float64Array,
  value: number,
  begin: number = 0,
  end: number = sorted.length,
): number {
  let first = begin
  let last = end
  while (first < last) {
    const middle = (first + last) >>> 1
    if ((sorted[middle] as number) <= value) first = middle + 1
    else last = middle
  }
  return first
}
