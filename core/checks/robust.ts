/** Turns a median absolute deviation into a standard deviation, were the values normal: 1 / Φ⁻¹(3/4). */
export const deviationsPerMad = 1.482602218505602

/** Up to this many values are sorted by insertion: short series are the rule, and calls are many. */
const shortest = 40

/**
 * Median of the first values of a buffer, which change their order.
 *
 * @param buffer at least n finite values
 * @param n      how many of them count; 0 = none
 * @returns the middle value or the mean of the two middle ones; NaN when n is 0
 */
export function medianOfFirst(buffer: Float64Array, n: number): number {
  if (n === 0) return Number.NaN
  const middle = n >>> 1
  if (n > shortest) select(buffer, n, middle)
  else sortFirst(buffer, n)
  const high = buffer[middle] as number
  if (n % 2 === 1) return high
  let low = buffer[middle - 1] as number
  if (n > shortest) for (let i = 0; i < middle; i++) low = Math.max(low, buffer[i] as number)
  return low * 0.5 + high * 0.5
}

function sortFirst(buffer: Float64Array, n: number): void {
  for (let i = 1; i < n; i++) {
    const value = buffer[i] as number
    let j = i - 1
    while (j >= 0 && (buffer[j] as number) > value) {
      buffer[j + 1] = buffer[j] as number
      j--
    }
    buffer[j + 1] = value
  }
}

/** Puts the k-th smallest of n values in its place, smaller ones before it and larger ones after it (Hoare's find). */
function select(buffer: Float64Array, n: number, k: number): void {
  let left = 0
  let right = n - 1
  while (left < right) {
    const pivot = buffer[k] as number
    let i = left
    let j = right
    while (i <= j) {
      while ((buffer[i] as number) < pivot) i++
      while (pivot < (buffer[j] as number)) j--
      if (i > j) break
      const value = buffer[i] as number
      buffer[i++] = buffer[j] as number
      buffer[j--] = value
    }
    if (j < k) left = i
    if (k < i) right = j
  }
}

/**
 * Median absolute deviation from a centre, of the first values of a buffer, which are overwritten.
 *
 * @param buffer at least n finite values
 * @param n      how many of them count
 * @param centre what is deviated from, in the same unit
 * @returns the median of |xᵢ - centre|, unscaled; NaN when n is 0
 * @see Iglewicz & Hoaglin (1993), How to Detect and Handle Outliers, ASQC, section 3.3: 0.6745·(x - x̃) / MAD
 */
export function madOfFirst(buffer: Float64Array, n: number, centre: number): number {
  for (let i = 0; i < n; i++) buffer[i] = Math.abs((buffer[i] as number) - centre)
  return medianOfFirst(buffer, n)
}
