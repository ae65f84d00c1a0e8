import type { Weighing, WeightInput } from './method'
import { checkRows, sharesOf, weightsOfFew } from './shares'

/**
 * Entropy weights: p = z / Σz within a child, e = -(1 / ln n)·Σ p·ln p with 0·ln 0 = 0, w = (1 - e) / Σ(1 - e). A child
 * whose scores are spread unevenly over the units weighs more; what is the same everywhere weighs nothing.
 *
 * n counts the scores of the child over all regions and years together. The weights do not change with the unit of the
 * scores but do with their zero: scores on 1..100 give other weights than the same on 0..100.
 *
 * @param input k columns of scores ≥ 0; NaN = no score, left out. The given weights are not looked at
 * @returns k weights that sum to 1; 0 for a child that is constant or has one score only; equal weights and
 *   'uninformative' when that is so of all
 * @throws {RangeError} a score is negative, or no child has two scores (ln 1 = 0)
 * @see Shannon (1948); Zeleny (1982), Multiple Criteria Decision Making. One child has weight 1, unseen
 */
export function entropyWeights({ scores }: WeightInput): Weighing {
  const few = weightsOfFew(scores)
  if (few !== null) return few
  checkRows('entropyWeights', scores)
  return sharesOf(scores.map((column) => divergenceOf(column)))
}

/**
 * What a column lacks to full entropy, 1 - e = Σ p·ln(n·p) / ln n: 0 when all units have the same, 1 when one has
 * everything. Added up as a difference from evenness, which keeps the digits that 1 - e would lose.
 *
 * @param column n scores ≥ 0; NaN = none
 * @returns 0..1; 0 with fewer than two scores
 * @throws {RangeError} a score is negative
 */
export function divergenceOf(column: Float64Array): number {
  let n = 0
  let sum = 0
  let min = Number.POSITIVE_INFINITY
  let max = 0
  for (let i = 0; i < column.length; i++) {
    const score = column[i] as number
    if (Number.isNaN(score)) continue
    n++
    sum += score
    if (score < min) min = score
    if (score > max) max = score
  }
  if (min < 0) {
    throw new RangeError(
      `entropyWeights needs scores of at least 0, got ${min}: choose a normalisation that ends at 0 or above, such as min-max`,
    )
  }
  if (n < 2 || min === max) return 0
  // By a power of 2, which changes no digit, and only where the sum would overflow or lose its own.
  const scale = Number.isFinite(sum) ? (sum > 1e-290 ? 1 : 2 ** 600) : 2 ** -60
  const total = scale === 1 ? sum : sumOf(column, scale)
  const even = n / total
  let divergence = 0
  for (let i = 0; i < column.length; i++) {
    const score = (column[i] as number) * scale
    if (score > 0) divergence += score * Math.log(score * even)
  }
  return Math.min(1, Math.max(0, divergence / total / Math.log(n)))
}

function sumOf(column: Float64Array, scale: number): number {
  let sum = 0
  for (let i = 0; i < column.length; i++) {
    const score = column[i] as number
    if (!Number.isNaN(score)) sum += score * scale
  }
  return sum
}
