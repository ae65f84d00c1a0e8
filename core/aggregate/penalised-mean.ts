/** Puts a child's scores on the scale of the method: (z - `from`)·`factor` + `to`; null leaves the child out. */
export type Standard = { readonly from: number; readonly factor: number; readonly to: number } | null

/**
 * Mean less a penalty for imbalance: M - S·cv with cv = S / M, M being the weighted mean of a unit's standardised scores
 * and S² = Σ wᵢ(zᵢ - M)² / Σ wᵢ, times k / (k - 1) when S is to be that of a sample of k observed children.
 *
 * @param method    name of the caller, for the sentence
 * @param children  k columns of n scores; NaN = not observed
 * @param weights   k weights ≥ 0, relative; rescaled over the observed children of each unit
 * @param standards k standards
 * @param deviation which S
 * @param result    n places, written; NaN where nothing of weight > 0 is observed
 * @throws {RangeError} a mean that is not above 0, to which no coefficient of variation belongs
 */
export function penalisedMean(
  method: string,
  children: readonly Float64Array[],
  weights: Float64Array,
  standards: readonly Standard[],
  deviation: 'sample' | 'population',
  result: Float64Array,
): void {
  const units = result.length
  const means = new Float64Array(units)
  const observedWeights = new Float64Array(units)
  const counts = new Uint32Array(units)
  const squares = result.fill(0)
  const forEachChild = (
    work: (scores: Float64Array, weight: number, standard: NonNullable<Standard>) => void,
  ) => {
    children.forEach((scores, c) => {
      const standard = standards[c] ?? null
      const weight = weights[c] as number
      if (standard !== null && weight > 0) work(scores, weight, standard)
    })
  }
  forEachChild((scores, weight, { from, factor, to }) => {
    for (let unit = 0; unit < units; unit++) {
      const score = scores[unit] as number
      if (Number.isNaN(score)) continue
      means[unit] = (means[unit] as number) + weight * ((score - from) * factor + to)
      observedWeights[unit] = (observedWeights[unit] as number) + weight
      counts[unit] = (counts[unit] as number) + 1
    }
  })
  for (let unit = 0; unit < units; unit++) {
    means[unit] = (means[unit] as number) / (observedWeights[unit] as number)
    if ((means[unit] as number) <= 0) {
      throw new RangeError(`${method} needs a mean above 0, got ${means[unit]}: treat the outliers first`)
    }
  }
  forEachChild((scores, weight, { from, factor, to }) => {
    for (let unit = 0; unit < units; unit++) {
      const score = scores[unit] as number
      if (Number.isNaN(score)) continue
      squares[unit] =
        (squares[unit] as number) + weight * ((score - from) * factor + to - (means[unit] as number)) ** 2
    }
  })
  for (let unit = 0; unit < units; unit++) {
    const count = counts[unit] as number
    const correction = deviation === 'sample' && count > 1 ? count / (count - 1) : 1
    const variance = ((squares[unit] as number) / (observedWeights[unit] as number)) * correction
    result[unit] = (means[unit] as number) - variance / (means[unit] as number)
  }
}
