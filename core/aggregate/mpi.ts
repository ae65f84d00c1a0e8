import { spreadOf } from '../stats/spread'
import { checkShapes } from './check-shapes'
import type { AggregateOptions } from './method'
import { penalisedMean } from './penalised-mean'

const centre = 100
const spread = 10

/**
 * Mazziotta-Pareto index: M - S·cv, the mean of a unit's scores less a penalty for their imbalance, the scores being
 * standardised to 100 + 10·(z - μ) / σ over all units first. 100 is the average unit.
 *
 * Standardising undoes any straight-line normalisation, so that min-max, z-scores and scaled values give the same index.
 * It also makes the index relative: 100 is the average of these regions and years, whatever becomes of them. By
 * default σ and S are those of samples (n - 1), as the programs of the field have it; the method's authors divide by n.
 *
 * @param children k columns of n scores, higher = better; NaN = not observed. A constant one says nothing and is left out
 * @param weights  k weights ≥ 0, relative; rescaled over the observed children of each unit. The authors' are equal
 * @param result   n places, written: around 100; NaN where nothing of weight > 0 is observed that differs between units
 * @param options  deviation
 * @throws {RangeError} a mean not above 0 (more than ten standard deviations below the average in everything); a column
 *   has not n scores, there are not k weights, or one is negative or not finite
 * @see De Muro, Mazziotta & Pareto (2011), Composite indices of development and poverty, Social Indicators Research
 *   104(1), 1-18; Compind, ci_mpi, whose "POS" is this
 */
export function mazziottaPareto(
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
  { deviation = 'sample' }: Pick<AggregateOptions, 'deviation'> = {},
): void {
  checkShapes('mazziottaPareto', children, weights, result)
  const standards = children.map((scores) => {
    const { count, mean, sd } = spreadOf(scores) ?? { count: 0, mean: 0, sd: 0 }
    const sigma = deviation === 'sample' ? sd : sd * Math.sqrt((count - 1) / count)
    return sd > 0 ? { from: mean, factor: spread / sigma, to: centre } : null
  })
  penalisedMean('mazziottaPareto', children, weights, standards, deviation, result)
}
