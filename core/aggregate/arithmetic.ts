import { checkShapes } from './check-shapes'

/**
 * Weighted arithmetic mean: Σ wᵢ·zᵢ / Σ wᵢ over the observed children. Full compensation: a high score offsets
 * a low one point for point.
 *
 * Leaving out what is not observed fills it, in effect, with the mean of the others; the coverage rule decides
 * whether the result is shown as a score at all.
 *
 * @param children k columns of n scores on one scale; NaN = not observed
 * @param weights  k weights ≥ 0, relative; rescaled over the observed children of each unit
 * @param result   n places, written: a score on the same scale, NaN where nothing of weight > 0 is observed
 * @throws {RangeError} a column has not n scores, there are not k weights, or one is negative or not finite
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 7
 */
export function arithmeticMean(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
): void {
  checkShapes('arithmeticMean', children, weights, result)
  const observedWeights = new Float64Array(result.length)
  const origins = new Float64Array(result.length).fill(Number.NaN)
  result.fill(0)
  children.forEach((scores, c) => {
    const weight = weights[c] as number
    if (weight > 0) addWeighted(scores, weight, origins, result, observedWeights)
  })
  divide(result, observedWeights, origins)
}

/**
 * Adds weighted distances from the first observed score of each unit: where all children of a unit are equal the
 * distances are 0 and the mean is that score to the last bit, so that equal regions tie whatever they lack.
 */
function addWeighted(
  scores: Float64Array,
  weight: number,
  origins: Float64Array,
  sums: Float64Array,
  weights: Float64Array,
): void {
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] as number
    if (Number.isNaN(score)) continue
    const origin = origins[unit] as number
    if (Number.isNaN(origin)) origins[unit] = score
    else sums[unit] = (sums[unit] as number) + weight * (score - origin)
    weights[unit] = (weights[unit] as number) + weight
  }
}

/** Origin + sum over weights, in place; NaN where there is no weight. */
function divide(sums: Float64Array, weights: Float64Array, origins: Float64Array): void {
  for (let unit = 0; unit < sums.length; unit++) {
    const weight = weights[unit] as number
    sums[unit] = weight > 0 ? (origins[unit] as number) + (sums[unit] as number) / weight : Number.NaN
  }
}
