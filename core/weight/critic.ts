import { spreadOf } from '../stats/spread'
import { pearson } from '../structure/correlate'
import type { Weighing, WeightInput } from './method'
import { checkRows, sharesOf, weightsOfFew } from './shares'

/** A correlation this near to 1 is 1 but for rounding. */
const nearOne = 1e-12

/**
 * CRITIC weights (criteria importance through intercriteria correlation): C = σ·Σ(1 - r) over the other children,
 * w = C / ΣC. What spreads the units and says something that the others do not say weighs more.
 *
 * Correlations are those of all regions and years together, each over the rows that both children have.
 *
 * @param input k columns of scores on one scale; NaN = no score. The given weights are not looked at
 * @returns k weights that sum to 1; 0 for a constant child, which has no part in the sums of the others; equal weights
 *   and 'uninformative' when all are constant or say the same
 * @throws {RangeError} no child has two scores
 * @see Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22(7), 763-770
 */
export function criticWeights({ scores }: WeightInput): Weighing {
  const few = weightsOfFew(scores)
  if (few !== null) return few
  checkRows('criticWeights', scores)
  const spreads = scores.map((column) => spreadOf(column))
  const standardised = scores.map((column, c) => standardise(column, spreads[c] ?? null))
  const conflicts = scores.map(() => 0)
  scores.forEach((left, i) => {
    for (let j = i + 1; j < scores.length; j++) {
      const [a, b] = [standardised[i] ?? null, standardised[j] ?? null]
      // Null where too few rows have both, or one of the two is constant in them: nothing is known of the pair.
      const correlation =
        a !== null && b !== null ? meanProduct(a, b) : pearson(left, scores[j] as Float64Array)
      if (correlation === null || correlation > 1 - nearOne) continue
      conflicts[i] = (conflicts[i] as number) + 1 - correlation
      conflicts[j] = (conflicts[j] as number) + 1 - correlation
    }
  })
  return sharesOf(spreads.map((spread, i) => (spread?.sd ?? 0) * (conflicts[i] as number)))
}

/** Deviations of a column without gaps from its mean, in standard ones; null with gaps, or when it is constant. */
function standardise(column: Float64Array, spread: ReturnType<typeof spreadOf>): Float64Array | null {
  if (spread === null || spread.sd === 0 || spread.count < Math.max(3, column.length)) return null
  return column.map((score) => (score - spread.mean) / spread.sd)
}

/** Correlation of two standardised columns: Pearson's, without looking for gaps in every pair. */
function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum / (a.length - 1)
}
