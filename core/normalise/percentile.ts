import type { NormaliseOptions, NormaliseWarning } from './method'
import { rankScore } from './rank'

/**
 * Percentile rank: (rank - 1) / (n - 1), the share of the other values of the frame that are strictly worse. The worst
 * value gets 0, the best 1 when it is alone.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed, and not counted in n
 * @param scores  n places, written: 0..1, NaN where not observed; may be `values`
 * @param options direction
 * @returns null, or why there are no scores: 'single-unit' or 'constant', with NaN everywhere
 * @throws {RangeError} lengths differ
 * @see COINr, n_prank
 */
export function percentile(
  values: Float64Array,
  scores: Float64Array,
  options: Pick<NormaliseOptions, 'direction'>,
): NormaliseWarning | null {
  const warning = rankScore(values, scores, options)
  let others = -1
  for (let i = 0; i < scores.length; i++) if (!Number.isNaN(scores[i] as number)) others++
  for (let i = 0; i < scores.length; i++) scores[i] = ((scores[i] as number) - 1) / others
  return warning
}
