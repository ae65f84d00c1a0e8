import { spreadOf } from '../stats/spread'
import type { NormaliseOptions, NormaliseWarning } from './method'
import { incomparable, spanOf, withhold } from './span'

/**
 * Z-score: (x - μ) / σ · sd + mean, with the sample σ (n - 1) of the frame; where lower is better, (μ - x) / σ. Says
 * how many standard deviations a value is from the mean of the frame; has no ends.
 *
 * An extreme value pulls at μ and σ, yet squeezes the others less than min-max does.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: without unit, NaN where not observed; may be `values`
 * @param options direction; the mean and the standard deviation that the scores are to have
 * @returns null, or why there are no scores: 'single-unit' or 'constant', with NaN everywhere
 * @throws {RangeError} lengths differ, sd ≤ 0, or a score would be beyond what a number can hold
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 5; COINr, n_zscore
 */
export function zScore(
  values: Float64Array,
  scores: Float64Array,
  { direction, mean: centre, sd: width }: Pick<NormaliseOptions, 'direction' | 'mean' | 'sd'>,
): NormaliseWarning | null {
  if (!(width > 0 && Number.isFinite(width))) throw new RangeError(`zScore needs sd > 0, got ${width}`)
  const span = spanOf(values, scores)
  const warning = incomparable(span)
  const spread = warning === null ? spreadOf(values) : null
  if (spread === null) return withhold(scores, warning)
  // No deviation is beyond √n standard ones.
  if (!Number.isFinite(Math.abs(centre) + width * Math.sqrt(spread.count))) {
    throw new RangeError(`zScore around ${centre} with sd ${width} goes beyond what a number can hold`)
  }
  for (let i = 0; i < values.length; i++) {
    scores[i] = ((direction * ((values[i] as number) - spread.mean)) / spread.sd) * width + centre
  }
  return null
}
