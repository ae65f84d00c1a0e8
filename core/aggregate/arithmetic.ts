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
  const units = result.length
  if (weights.length !== children.length) {
    throw new RangeError(`arithmeticMean needs ${children.length} weights, got ${weights.length}`)
  }
  const observedWeights = new Float64Array(units)
  result.fill(0)
  children.forEach((scores, c) => {
    const weight = weights[c] as number
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(`arithmeticMean needs finite weights of at least 0, got ${weight}`)
    }
    if (scores.length !== units) {
      throw new RangeError(`arithmeticMean needs ${units} scores of each child, got ${scores.length}`)
    }
    addWeighted(scores, weight, result, observedWeights)
  })
  for (let unit = 0; unit < units; unit++) {
    const observedWeight = observedWeights[unit] as number
    result[unit] = observedWeight > 0 ? (result[unit] as number) / observedWeight : Number.NaN
  }
}

function addWeighted(scores: Float64Array, weight: number, sums: Float64Array, weights: Float64Array): void {
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] as number
    if (Number.isNaN(score)) continue
    sums[unit] = (sums[unit] as number) + weight * score
    weights[unit] = (weights[unit] as number) + weight
  }
}
