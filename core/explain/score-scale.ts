import type { Recipe } from '../index/recipe'
import { scoreBounds } from '../normalise/methods'

/** The worst and the best score an indicator can have. */
export type ScoreScale = { readonly worst: number; readonly best: number }

/**
 * The scores between which there is something to gain: the ends that the method gives to its scores; else the points that
 * it measures from (a target reached is 1, the fraction of the best value is 1, on the upper of two fixed points is 100),
 * though a score may lie beyond them; else, for z-scores, ranks and Borda counts, the lowest and the highest score of all
 * regions and years.
 *
 * @param recipe a complete recipe
 * @param scores the indicator's column of scores; NaN = none
 * @returns worst < best, or null when there is no score, or all are equal and the method has no ends
 */
export function scoreScaleOf(recipe: Recipe, scores: Float64Array): ScoreScale | null {
  const ends = scoreBounds(recipe.normalise.method, recipe.normalise)
  if (ends !== null) return { worst: ends[0], best: ends[1] }
  const { method } = recipe.normalise
  if (method === 'scaled') return { worst: 0, best: 100 }
  if (method === 'distance-to-target' || method === 'fraction-of-max') return { worst: 0, best: 1 }
  let worst = Number.POSITIVE_INFINITY
  let best = Number.NEGATIVE_INFINITY
  for (let u = 0; u < scores.length; u++) {
    const score = scores[u] as number
    if (score < worst) worst = score
    if (score > best) best = score
  }
  return worst < best ? { worst, best } : null
}
