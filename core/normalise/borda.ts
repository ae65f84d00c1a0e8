import type { NormaliseOptions, NormaliseWarning } from './method'
import { rankScore } from './rank'

/**
 * Borda count: the number of values of the frame that are strictly worse, which is the rank less 1. The worst value
 * gets 0.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: 0..n-1, NaN where not observed; may be `values`
 * @param options direction
 * @returns null, or why there are no scores: 'single-unit' or 'constant', with NaN everywhere
 * @throws {RangeError} lengths differ
 * @see COINr, n_borda
 */
export function borda(
  values: Float64Array,
  scores: Float64Array,
  options: Pick<NormaliseOptions, 'direction'>,
): NormaliseWarning | null {
  const warning = rankScore(values, scores, options)
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) - 1
  return warning
}
