import { spreadOf } from '../stats/spread'
import type { Weighing, WeightInput } from './method'
import { checkRows, equalShares, sharesOf, weightsOfFew } from './shares'

/** A mean this small beside its standard deviation is 0 but for rounding. */
const nearZero = 1e-9

/**
 * Coefficient of variation weights: w = v / Σv with v = σ / |μ| and the sample σ of each child over all regions and
 * years together. What spreads the units further, measured against its mean, weighs more.
 *
 * Taken of an indicator's own values before they are normalised, of which it needs no common scale: min-max would move
 * the zero that the mean is measured from, and z-scores have a mean of 0. An aggregate has scores only, so that areas of
 * z-scores around 0 cannot be weighed. Means little for values without a natural zero (degrees Celsius, balances).
 *
 * @param input k columns of scores, and the values behind them; NaN = none, left out. The given weights are not looked at
 * @returns k weights that sum to 1; 0 for a constant child; equal weights and 'uninformative' when all are,
 *   or 'zero-mean' when the mean of one that varies is 0
 * @throws {RangeError} no child has two scores
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 6
 */
export function variationWeights({ scores, valuesOf }: WeightInput): Weighing {
  const few = weightsOfFew(scores)
  if (few !== null) return few
  checkRows('variationWeights', scores)
  const spreads = scores.map((column, c) => spreadOf(valuesOf?.(c) ?? column) ?? { mean: 1, sd: 0 })
  if (spreads.some(({ mean, sd }) => sd > 0 && Math.abs(mean) <= nearZero * sd)) {
    return equalShares(scores.length, 'zero-mean')
  }
  return sharesOf(spreads.map(({ mean, sd }) => (sd === 0 ? 0 : sd / Math.abs(mean))))
}
