import { checkShapes } from './check-shapes'

/**
 * TOPSIS, closeness to the ideal: v = w·z, d⁺ and d⁻ the Euclidean distances of a unit to the best and to the worst v of
 * every child among all units, C = d⁻ / (d⁺ + d⁻).
 *
 * The scores are taken as they are: which normalisation came before matters, and min-max or vector normalisation of the
 * same data rank differently. All units handed over share one ideal, so that years can be compared; a new extreme moves
 * everybody, and the order of two units can turn when a third comes in.
 *
 * @param children k columns of n scores on one scale, higher = better; NaN = not observed
 * @param weights  k weights ≥ 0, relative; distances are those over the observed children of each unit
 * @param result   n places, written: 0 = the worst in everything, 1 = the best in everything; NaN where nothing of weight
 *   > 0 is observed that differs between units
 * @throws {RangeError} a column has not n scores, there are not k weights, or one is negative or not finite
 * @see Hwang & Yoon (1981), Multiple Attribute Decision Making
 */
export function topsis(children: readonly Float64Array[], weights: Float64Array, result: Float64Array): void {
  checkShapes('topsis', children, weights, result)
  const toBest = new Float64Array(result.length)
  const toWorst = result.fill(0)
  const extents = children.map(extentOf)
  // Measured in the widest weighted range, so that no square overflows or vanishes.
  const widest = extents.reduce((most, [worst, best], c) => {
    return worst < best ? Math.max(most, (weights[c] as number) * (best - worst)) : most
  }, 0)
  children.forEach((scores, c) => {
    const [worst, best] = extents[c] as readonly [number, number]
    if (!(worst < best)) return
    const weight = (weights[c] as number) / widest
    for (let unit = 0; unit < scores.length; unit++) {
      const score = scores[unit] as number
      if (Number.isNaN(score)) continue
      toBest[unit] = (toBest[unit] as number) + (weight * (best - score)) ** 2
      toWorst[unit] = (toWorst[unit] as number) + (weight * (score - worst)) ** 2
    }
  })
  for (let unit = 0; unit < result.length; unit++) {
    const up = Math.sqrt(toBest[unit] as number)
    const down = Math.sqrt(toWorst[unit] as number)
    result[unit] = up + down > 0 ? down / (up + down) : Number.NaN
  }
}

function extentOf(scores: Float64Array): readonly [worst: number, best: number] {
  let worst = Number.POSITIVE_INFINITY
  let best = Number.NEGATIVE_INFINITY
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] as number
    if (score < worst) worst = score
    if (score > best) best = score
  }
  return [worst, best]
}
