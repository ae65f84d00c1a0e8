import { pearson } from './correlate'

/** How far k columns measure one thing. */
export type Alpha = {
  /** of the columns as they are; 1 at most, may be negative */
  readonly raw: number | null
  /** of the columns brought to one variance, i.e. from their mean correlation */
  readonly standardised: number | null
}

/**
 * Cronbach's alpha: k/(k-1)·(1 - Σσᵢ² / Σᵢⱼσᵢⱼ), where Σᵢⱼσᵢⱼ is the variance of the sum of the columns;
 * standardised: k·r̄ / (1 + (k-1)·r̄) with r̄ the mean correlation. A negative alpha says that the columns run against
 * each other, and is given as it is.
 *
 * Alpha rises with the number of columns, so that many of them look consistent; and a composite of different things
 * need not be consistent at all. 0.7 is a habit, not a test.
 *
 * @param columns k columns of n scores on one scale, directions already turned; NaN = not observed. Variances are
 *   over the values of a column, covariances over the rows that both have, n - 1 below, as in R
 * @returns both coefficients; null where there is none: fewer than 2 columns, a column with fewer than 3 values or
 *   the same everywhere, two columns with fewer than 3 rows in common, or a sum without variance
 * @throws {RangeError} columns of different lengths, or a value is infinite
 * @see Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16(3); COINr,
 *   get_cronbach
 */
export function cronbachAlpha(columns: readonly Float64Array[]): Alpha {
  const k = columns.length
  if (k < 2) return { raw: null, standardised: null }
  const scaled = toCommonScale(columns)
  let own = 0
  let shared = 0
  let correlations = 0
  for (let i = 0; i < k; i++) {
    const left = scaled[i] as Float64Array
    const variance = covariance(left, left)
    if (pearson(left, left) === null) return { raw: null, standardised: null }
    own += variance
    for (let j = i + 1; j < k; j++) {
      const right = scaled[j] as Float64Array
      const coefficient = pearson(left, right)
      if (coefficient === null) return { raw: null, standardised: null }
      correlations += coefficient
      shared += 2 * covariance(left, right)
    }
  }
  const total = own + shared
  const mean = correlations / ((k * (k - 1)) / 2)
  const denominator = 1 + (k - 1) * mean
  return {
    raw: isAlmostNone(total, own) ? null : (k / (k - 1)) * (1 - own / total),
    standardised: isAlmostNone(denominator, 1) ? null : (k * mean) / denominator,
  }
}

/** Columns that cancel each other out leave a sum without variance, but for the last digits. */
function isAlmostNone(value: number, beside: number): boolean {
  return Math.abs(value) <= 1e-12 * beside
}

/** Alpha does not depend on a common scale; below 1 in size no square overflows. */
function toCommonScale(columns: readonly Float64Array[]): Float64Array[] {
  let largest = 0
  for (const column of columns) {
    for (const value of column) if (!Number.isNaN(value)) largest = Math.max(largest, Math.abs(value))
  }
  return columns.map((column) => column.map((value) => value / (largest || 1)))
}

function covariance(left: Float64Array, right: Float64Array): number {
  let count = 0
  let leftSum = 0
  let rightSum = 0
  for (let i = 0; i < left.length; i++) {
    if (Number.isNaN(left[i] as number) || Number.isNaN(right[i] as number)) continue
    count++
    leftSum += left[i] as number
    rightSum += right[i] as number
  }
  const leftMean = leftSum / count
  const rightMean = rightSum / count
  let products = 0
  for (let i = 0; i < left.length; i++) {
    const product = ((left[i] as number) - leftMean) * ((right[i] as number) - rightMean)
    if (!Number.isNaN(product)) products += product
  }
  return products / (count - 1)
}
