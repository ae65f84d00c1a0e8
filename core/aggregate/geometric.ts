import { arithmeticMean } from './arithmetic'
import { checkShapes, checkSign } from './check-shapes'
import { keepWithin } from './keep-within'

/**
 * Weighted geometric mean: exp(Σ wᵢ·ln zᵢ / Σ wᵢ) over the observed children. A low score is not fully offset by a high
 * one, and a per cent more on any child adds the same per cent, whatever its level.
 *
 * A score of 0 would wipe out all others, and every indicator has a region that is worst: scale the scores from 1 to
 * 100, not from 0. How far a low score pulls down hangs on that lower end.
 *
 * @param children k columns of n scores on one scale, each > 0; NaN = not observed
 * @param weights  k weights ≥ 0, relative; rescaled over the observed children of each unit
 * @param result   n places, written: a score on the same scale, NaN where nothing of weight > 0 is observed
 * @throws {RangeError} a score ≤ 0; a column has not n scores, there are not k weights, or one is negative or not finite
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 7; COINr, a_gmean
 */
export function geometricMean(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
): void {
  checkShapes('geometricMean', children, weights, result)
  checkSign('geometricMean', children, 'above-0')
  const logarithms = children.map(logarithmsOf)
  arithmeticMean(logarithms, weights, result)
  for (let unit = 0; unit < result.length; unit++) result[unit] = Math.exp(result[unit] as number)
  keepWithin(children, weights, result)
}

/** In a loop of its own: `map` with a function of the language's is several times as slow. */
function logarithmsOf(scores: Float64Array): Float64Array {
  const logarithms = new Float64Array(scores.length)
  for (let unit = 0; unit < scores.length; unit++) logarithms[unit] = Math.log(scores[unit] as number)
  return logarithms
}
