import { checkShapes } from './check-shapes'

/** Absorbs the last digits of a sum of weights, so that exactly half of the weight counts as half. */
const tolerance = 1e-12

/**
 * Weighted median of the observed children: the score at which, from below, half of their weight is passed; the mean of
 * two neighbours where exactly half lies below. With equal weights the ordinary median.
 *
 * Hears nothing of how far the scores beyond the middle are: neither a failure nor an excellence in a minority of the
 * children moves it.
 *
 * @param children k columns of n scores on one scale; NaN = not observed
 * @param weights  k weights ≥ 0, relative; a child of weight 0 takes no part
 * @param result   n places, written: a score on the same scale, NaN where nothing of weight > 0 is observed
 * @throws {RangeError} a column has not n scores, there are not k weights, or one is negative or not finite
 * @see Edgeworth (1888) for the weighted median
 */
export function medianScore(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
): void {
  checkShapes('medianScore', children, weights, result)
  const scores = new Float64Array(children.length)
  const shares = new Float64Array(children.length)
  for (let unit = 0; unit < result.length; unit++) {
    let count = 0
    for (let c = 0; c < children.length; c++) {
      const score = (children[c] as Float64Array)[unit] as number
      const weight = weights[c] as number
      if (Number.isNaN(score) || weight === 0) continue
      insert(scores, shares, count++, score, weight)
    }
    result[unit] = middleOf(scores, shares, count)
  }
}

/** Puts a score and its weight in their place among `count` sorted ones. */
function insert(
  scores: Float64Array,
  shares: Float64Array,
  count: number,
  score: number,
  share: number,
): void {
  let place = count
  for (; place > 0 && (scores[place - 1] as number) > score; place--) {
    scores[place] = scores[place - 1] as number
    shares[place] = shares[place - 1] as number
  }
  scores[place] = score
  shares[place] = share
}

function middleOf(scores: Float64Array, shares: Float64Array, count: number): number {
  let total = 0
  for (let i = 0; i < count; i++) total += shares[i] as number
  let below = 0
  for (let i = 0; i < count; i++) {
    below += shares[i] as number
    const excess = 2 * below - total
    if (excess > tolerance * total) return scores[i] as number
    if (excess >= -tolerance * total && i + 1 < count) {
      const [low, high] = [scores[i] as number, scores[i + 1] as number]
      return low === high ? low : low / 2 + high / 2
    }
  }
  return Number.NaN
}
