/** A coefficient of n pairs in -1..1, or null when the pairs have none. */
export type Correlate = (x: Float64Array, y: Float64Array) => number | null

/** Two points lie on a line whatever they say, so that a coefficient needs three. */
const fewestPairs = 3

/**
 * Pearson's correlation: Σ(x-x̄)(y-ȳ) / √(Σ(x-x̄)²·Σ(y-ȳ)²), over the pairs of which both are observed.
 *
 * @param x n values in one unit; NaN = not observed
 * @param y n values in another, of the same units of observation
 * @returns -1..1, or null with fewer than 3 pairs or when one of the two is the same in all of them
 * @throws {RangeError} lengths differ, or a value is infinite
 * @see Pearson (1895); R's cor(use = "pairwise.complete.obs")
 */
export function pearson(x: Float64Array, y: Float64Array): number | null {
  const [a, b] = completePairs(x, y)
  if (a.length < fewestPairs || !deviate(a) || !deviate(b)) return null
  let xx = 0
  let yy = 0
  let xy = 0
  for (let i = 0; i < a.length; i++) {
    const dx = a[i] as number
    const dy = b[i] as number
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)))
}

/**
 * Spearman's correlation: Pearson's of the ranks, ties sharing the mean of their ranks. Says whether two indicators
 * order the regions alike, whatever the shape between them; outliers and log scales do not matter to it.
 *
 * @param x n values; NaN = not observed
 * @param y n values of the same units of observation
 * @returns -1..1, or null with fewer than 3 pairs or when one of the two is the same in all of them
 * @throws {RangeError} lengths differ, or a value is infinite
 * @see Spearman (1904); R's cor(method = "spearman", use = "pairwise.complete.obs")
 */
export function spearman(x: Float64Array, y: Float64Array): number | null {
  const [a, b] = completePairs(x, y)
  return pearson(midRanks(a), midRanks(b))
}

function completePairs(x: Float64Array, y: Float64Array): [Float64Array, Float64Array] {
  if (x.length !== y.length) {
    throw new RangeError(`a correlation needs two columns of one length, got ${x.length} and ${y.length}`)
  }
  const a = new Float64Array(x.length)
  const b = new Float64Array(x.length)
  let count = 0
  for (let i = 0; i < x.length; i++) {
    const left = x[i] as number
    const right = y[i] as number
    if (Number.isNaN(left) || Number.isNaN(right)) continue
    if (!Number.isFinite(left) || !Number.isFinite(right)) {
      throw new RangeError(`a correlation needs finite values, got ${left} and ${right}`)
    }
    a[count] = left
    b[count] = right
    count++
  }
  return [a.subarray(0, count), b.subarray(0, count)]
}

/** Values to deviations from their mean, as shares of the largest value, so that no square overflows or vanishes. */
function deviate(values: Float64Array): boolean {
  const first = values[0] as number
  if (values.every((value) => value === first)) return false
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    values[i] = (values[i] as number) / largest
    sum += values[i] as number
  }
  const mean = sum / values.length
  for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) - mean
  return true
}

function midRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort()
  const ranks = new Map<number, number>()
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to + 1 < sorted.length && sorted[to + 1] === sorted[from]) to++
    ranks.set(sorted[from] as number, (from + to) / 2 + 1)
    from = to + 1
  }
  return values.map((value) => ranks.get(value) as number)
}
