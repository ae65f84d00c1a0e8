import { shareOfRange } from './range'

/** Ranges between these have fourth powers, and sums of them, that a number can hold. */
const smallRange = 1e-60
const largeRange = 1e60

/** How far a distribution is from a symmetric and a normal one; null = not defined. */
export type Shape = { readonly skewness: number | null; readonly kurtosis: number | null }

/**
 * Skewness and excess kurtosis, both of type 2 (adjusted for the size of the sample; those of Excel, SAS and SPSS):
 * G1 = √n·Σd³ / (Σd²)^1.5 · √(n(n-1)) / (n-2) and G2 = ((n+1)(r-3) + 6)·(n-1) / ((n-2)(n-3)) with r = n·Σd⁴ / (Σd²)²,
 * where d = x - mean.
 *
 * @param values n values in one unit; NaN = not observed, left out
 * @returns both without unit; skewness is null below 3 values, kurtosis below 4, both when all values are equal
 * @see Joanes & Gill (1998), Comparing Measures of Sample Skewness and Kurtosis, The Statistician 47(1), 183-189
 */
export function shapeOf(values: Float64Array): Shape {
  let count = 0
  let sum = 0
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    count++
    sum += value
    if (value < low) low = value
    if (value > high) high = value
  }
  if (count < 3 || low === high) return { skewness: null, kurtosis: null }
  // Powers of tiny or huge deviations would leave what a number can hold: those are measured in ranges.
  const range = high - low
  if (!(range > smallRange && range < largeRange && Number.isFinite(sum))) {
    return shapeOf(values.map((value) => shareOfRange(value, { low, high })))
  }
  const n = count
  const mean = sum / n
  let lost = 0
  let squares = 0
  let cubes = 0
  let fourths = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (!Number.isNaN(value)) lost += value - mean
  }
  const centre = mean + lost / n
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    const d = value - centre
    const square = d * d
    squares += square
    cubes += square * d
    fourths += square * square
  }
  const g1 = (Math.sqrt(n) * cubes) / (squares * Math.sqrt(squares))
  const skewness = (g1 * Math.sqrt(n * (n - 1))) / (n - 2)
  if (n < 4) return { skewness, kurtosis: null }
  const r = (n * fourths) / (squares * squares)
  return { skewness, kurtosis: (((n + 1) * (r - 3) + 6) * (n - 1)) / ((n - 2) * (n - 3)) }
}
