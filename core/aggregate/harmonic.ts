import { arithmeticMean } from './arithmetic'
import { checkShapes, checkSign } from './check-shapes'
import { keepWithin } from './keep-within'

/**
 * Weighted harmonic mean: Σ wᵢ / Σ (wᵢ / zᵢ) over the observed children. Punishes a low score harder than the geometric
 * mean does, and needs scores above 0 for the same reason: scale them from 1 to 100.
 *
 * @param children k columns of n scores on one scale, each > 0; NaN = not observed
 * @param weights  k weights ≥ 0, relative; rescaled over the observed children of each unit
 * @param result   n places, written: a score on the same scale, NaN where nothing of weight > 0 is observed
 * @throws {RangeError} a score ≤ 0; a column has not n scores, there are not k weights, or one is negative or not finite
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 7; COINr, a_hmean
 */
export function harmonicMean(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
): void {
  checkShapes('harmonicMean', children, weights, result)
  checkSign('harmonicMean', children, 'above-0')
  const inverses = children.map((scores) => scores.map((score) => 1 / score))
  arithmeticMean(inverses, weights, result)
  for (let unit = 0; unit < result.length; unit++) result[unit] = 1 / (result[unit] as number)
  keepWithin(children, weights, result)
}
