import { countAtMost } from '../stats/rank'
import { checkShapes } from './check-shapes'

/**
 * Copeland score: every unit meets every other on each child; a child counts its share of the weight for the one with
 * the higher score and half of it for each where they are equal. A unit's score is the sum of what it wins, 0..n-1. Only
 * the order of the scores counts, so that nothing is compensated by distance.
 *
 * All units handed over meet each other; over several years a region meets itself of other years too. A child that one
 * of the two lacks counts as a draw: what is not observed wins and loses nothing. A unit without any observed child
 * meets nobody and has no score.
 *
 * @param children k columns of n scores; NaN = not observed
 * @param weights  k weights ≥ 0, relative
 * @param result   n places, written: 0..n-1, NaN where nothing of weight > 0 is observed
 * @throws {RangeError} a column has not n scores, there are not k weights, or one is negative or not finite
 * @see Munda & Nardo (2005), Non-compensatory composite indicators for ranking countries; COINr, a_copeland, which gives
 *   a child that is not observed to the unit that comes later in the table, and is not followed in that
 */
export function copeland(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
): void {
  checkShapes('copeland', children, weights, result)
  const units = result.length
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const takesPart = new Uint8Array(units)
  children.forEach((scores, c) => {
    if (weights[c] === 0) return
    for (let unit = 0; unit < units; unit++) if (!Number.isNaN(scores[unit] as number)) takesPart[unit] = 1
  })
  const present = takesPart.reduce((count, one) => count + one, 0)
  result.fill(0)
  const sorted = new Float64Array(units)
  children.forEach((scores, c) => {
    const weight = weights[c] as number
    if (weight === 0) return
    let count = 0
    for (let unit = 0; unit < units; unit++) {
      const score = scores[unit] as number
      if (!Number.isNaN(score)) sorted[count++] = score
    }
    const order = sorted.subarray(0, count).sort()
    const share = weight / total
    for (let unit = 0; unit < units; unit++) {
      const won = Number.isNaN(scores[unit] as number)
        ? (present - 1) / 2
        : winsIn(order, scores[unit] as number) + (present - count) / 2
      result[unit] = (result[unit] as number) + share * won
    }
  })
  for (let unit = 0; unit < units; unit++) if (takesPart[unit] === 0) result[unit] = Number.NaN
}

/** Meetings won by a score among sorted ones that hold it, draws by halves; it does not meet itself. */
function winsIn(order: Float64Array, score: number): number {
  const below = countBelow(order, score)
  const equal = countAtMost(order, score) - below - 1
  return below + equal / 2
}

function countBelow(order: Float64Array, score: number): number {
  let low = 0
  let high = order.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((order[middle] as number) < score) low = middle + 1
    else high = middle
  }
  return low
}
