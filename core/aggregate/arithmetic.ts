import { checkShapes } from './check-shapes'

/** Units taken together: their running sums stay in the processor's nearest memory. */
const unitsAtOnce = 1024

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
  const observedWeights = new Float64Array(unitsAtOnce)
  const origins = new Float64Array(unitsAtOnce)
  for (let start = 0; start < result.length; start += unitsAtOnce) {
    const sums = result.subarray(start, start + unitsAtOnce)
    observedWeights.fill(0)
    origins.fill(Number.NaN)
    sums.fill(0)
    for (let c = 0; c < children.length; c++) {
      const weight = weights[c] as number
      if (weight > 0) addWeighted(children[c] as Float64Array, start, weight, origins, sums, observedWeights)
    }
    divide(sums, observedWeights, origins)
  }
}

/**
 * Adds weighted distances from the first observed score of each unit: where all children of a unit are equal the
 * distances are 0 and the mean is that score to the last bit, so that equal regions tie whatever they lack.
 */
function addWeighted(
  scores: Float64Array,
  start: number,
  weight: number,
  origins: Float64Array,
  sums: Float64Array,
  weights: Float64Array,
): void {
  for (let unit = 0; unit < sums.length; unit++) {
    const score = scores[start + unit] as number
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
