import { rankInto } from '../stats/rank'
import type { NormaliseOptions, NormaliseWarning } from './method'
import { incomparable, spanOf, withhold } from './span'

/**
 * Rank as a score: 1 + the number of values of the frame that are strictly worse. The worst value gets 1; ties share
 * the minimum, so that the best of n gets n only when it is alone.
 *
 * Keeps the order and nothing of the distances; immune to outliers.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: 1..n, NaN where not observed; may be `values`
 * @param options direction
 * @returns null, or why there are no scores: 'single-unit' or 'constant', with NaN everywhere
 * @throws {RangeError} lengths differ
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 5; COINr, n_rank
 */
export function rankScore(
  values: Float64Array,
  scores: Float64Array,
  { direction }: Pick<NormaliseOptions, 'direction'>,
): NormaliseWarning | null {
  const span = spanOf(values, scores)
  const warning = incomparable(span)
  if (span.observed === 0 || warning !== null) return withhold(scores, warning)
  // rankInto counts the larger values; what counts here are the worse ones.
  for (let i = 0; i < values.length; i++) scores[i] = -direction * (values[i] as number)
  const ranks = new Uint32Array(values.length)
  rankInto(scores, ranks)
  for (let i = 0; i < values.length; i++) scores[i] = ranks[i] === 0 ? Number.NaN : (ranks[i] as number)
  return null
}
