import type { NormaliseOptions, NormaliseWarning } from './method'
import { minMax } from './min-max'

/**
 * Distance to the best value: 1 - (max - x) / (max - min); where lower is better, 1 - (x - min) / (max - min). The
 * best value of the frame gets 1, the worst 0: min-max on the scale 0..1, whatever the recipe's scale.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: 0..1 without unit, NaN where not observed; may be `values`
 * @param options direction
 * @returns null, or why there are no scores: 'single-unit' or 'constant', with NaN everywhere
 * @throws {RangeError} lengths differ
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 5; COINr, n_dist2max
 */
export function distanceToMax(
  values: Float64Array,
  scores: Float64Array,
  { direction }: Pick<NormaliseOptions, 'direction'>,
): NormaliseWarning | null {
  return minMax(values, scores, { direction, lower: 0, upper: 1 })
}
