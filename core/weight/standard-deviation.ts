import { spreadOf } from '../stats/spread'
import type { Weighing, WeightInput } from './method'
import { checkRows, sharesOf, weightsOfFew } from './shares'

/**
 * Standard deviation weights: w = σ / Σσ, with the sample σ of each child over all regions and years together. What
 * spreads the units further weighs more.
 *
 * Takes the scale of the scores at its word: all children must stand on one. After z-scores all are equal.
 *
 * @param input k columns of scores on one scale; NaN = no score, left out. The given weights are not looked at
 * @returns k weights that sum to 1; 0 for a constant child; equal weights and 'uninformative' when all are
 * @throws {RangeError} no child has two scores
 * @see Diakoulaki, Mavrotas & Papayannakis (1995), Computers & Operations Research 22(7), 763-770
 */
export function standardDeviationWeights({ scores }: WeightInput): Weighing {
  const few = weightsOfFew(scores)
  if (few !== null) return few
  checkRows('standardDeviationWeights', scores)
  return sharesOf(scores.map((column) => spreadOf(column)?.sd ?? 0))
}
