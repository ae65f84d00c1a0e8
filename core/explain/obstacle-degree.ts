/**
 * Obstacle degree: how much of the way that is left to the best score of all indicators lies with each of them.
 * Iⱼ = 1 - zⱼ, Oⱼ = wⱼ·Iⱼ / Σ w·I · 100.
 *
 * @param scores  k scores in 0..1, 1 = the best possible; above 1 counts as 1
 * @param weights k weights ≥ 0, relative
 * @returns k degrees in per cent that add up to 100, or null when there are no obstacles: all scores of weight > 0 are 1
 * @throws {RangeError} lengths differ, a weight is negative, or a number is not finite
 * @see the obstacle degree model (障碍度模型) of evaluation studies with entropy weights
 */
export function obstacleDegrees(scores: readonly number[], weights: readonly number[]): number[] | null {
  if (scores.length !== weights.length) {
    throw new RangeError(`obstacleDegrees needs ${scores.length} weights, got ${weights.length}`)
  }
  const gaps = scores.map((score, i) => {
    const weight = weights[i] as number
    if (!(weight >= 0 && Number.isFinite(weight) && Number.isFinite(score))) {
      throw new RangeError(`obstacleDegrees needs finite scores and weights ≥ 0, got ${score} and ${weight}`)
    }
    return weight * Math.max(0, 1 - score)
  })
  const total = gaps.reduce((sum, gap) => sum + gap, 0)
  return total > 0 ? gaps.map((gap) => (gap / total) * 100) : null
}
