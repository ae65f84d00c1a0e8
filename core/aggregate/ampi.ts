import { checkShapes } from './check-shapes'
import type { AggregateOptions, Bounds } from './method'
import { penalisedMean, type Standard } from './penalised-mean'

const low = 70
const width = 60

/** The scale of the index: 70 at the lower goalpost in everything, 130 at the upper. */
export const ampiBounds: Bounds = [low, low + width]

/**
 * Adjusted Mazziotta-Pareto index: M - S·cv over scores on r = 60·(z - min) / (max - min) + 70, S being that of the
 * population of a unit's scores. 100 is the middle between the goalposts.
 *
 * Between fixed goalposts the index can be compared over time, which the plain one cannot. The goalposts are the ends of
 * the scale that the scores stand on; where that has none, the least and the greatest score of all units and years.
 *
 * @param children k columns of n scores, higher = better; NaN = not observed
 * @param weights  k weights ≥ 0, relative; rescaled over the observed children of each unit. The authors' are equal
 * @param result   n places, written: 70..130 less the penalty; beyond where scores lie beyond their goalposts. NaN where
 *   nothing of weight > 0 is observed that has two goalposts
 * @param options  bounds per child
 * @throws {RangeError} a mean not above 0; a column has not n scores, there are not k weights, one is negative or not
 *   finite, or the bounds of a child are turned round
 * @see Mazziotta & Pareto (2016), On a generalized non-compensatory composite index, Social Indicators Research 127(3),
 *   983-1003; Compind, ci_ampi
 */
export function adjustedMazziottaPareto(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
  { bounds }: Pick<AggregateOptions, 'bounds'> = {},
): void {
  checkShapes('adjustedMazziottaPareto', children, weights, result)
  const standards = children.map((scores, c): Standard => {
    const [from, to] = bounds?.[c] ?? extentOf(scores)
    if (from > to)
      throw new RangeError(`adjustedMazziottaPareto needs goalposts in order, got ${from} and ${to}`)
    return from < to ? { from, factor: width / (to - from), to: low } : null
  })
  penalisedMean('adjustedMazziottaPareto', children, weights, standards, 'population', result)
}

/** The least and the greatest observed score; twice 0 when there is none. */
function extentOf(scores: Float64Array): Bounds {
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (let unit = 0; unit < scores.length; unit++) {
    const score = scores[unit] as number
    if (score < min) min = score
    if (score > max) max = score
  }
  return min <= max ? [min, max] : [0, 0]
}
