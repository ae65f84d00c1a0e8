import { spreadOf } from '../stats/spread'
import { principalComponents } from '../structure/principal-components'
import type { Weighing, WeightInput } from './method'
import { checkRows, equalShares, sharesOf, weightsOfFew } from './shares'

/** Absorbs the rounding of eigenvalues, so that those of uncorrelated columns, all exactly 1, are all kept. */
const tolerance = 1e-9

/**
 * Principal component weights: w = Σ_f λ_f·v² / Σ_f λ_f over the components kept, v being the child's loading in the
 * unit eigenvector f of the correlation matrix and λ_f its variance. That is: squared loadings, scaled to a sum of 1
 * within each component, the components weighted by the variance they explain.
 *
 * Kept are the components with λ ≥ 1, which explain at least as much as one child by itself (Kaiser's rule); the first
 * always does. Not rotated. Measures what the children have in common, not how much each matters: one that goes with
 * no other weighs little. Uncorrelated children weigh the same.
 *
 * @param input k columns of scores in any units; NaN = no score, and only rows that all children have count. The given
 *   weights are not looked at
 * @returns k weights that sum to 1; 0 for a constant child; equal weights and 'uninformative' when all are, or
 *   'too-few-rows' when fewer than three rows are complete or a child is constant in them
 * @throws {RangeError} no child has two scores
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 6; Nicoletti, Scarpetta & Boylaud (2000)
 */
export function principalComponentWeights({ scores }: WeightInput): Weighing {
  const few = weightsOfFew(scores)
  if (few !== null) return few
  checkRows('principalComponentWeights', scores)
  const varies = scores.map((column) => (spreadOf(column)?.sd ?? 0) > 0)
  const varying = scores.filter((_, c) => varies[c])
  if (varying.length < 2) return sharesOf(varies.map(Number))
  const components = principalComponents(varying)
  if (components === null) return equalShares(scores.length, 'too-few-rows')
  const { eigenvalues, loadings } = components
  const measures = loadings.map((row) =>
    row.reduce((sum, loading, f) => {
      const variance = eigenvalues[f] as number
      return variance < 1 - tolerance ? sum : sum + variance * loading ** 2
    }, 0),
  )
  let next = 0
  return sharesOf(varies.map((doesVary) => (doesVary ? (measures[next++] as number) : 0)))
}
