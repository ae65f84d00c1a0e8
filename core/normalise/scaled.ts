import type { NormaliseOptions, NormaliseWarning } from './method'
import { rescale } from './rescale'
import { spanOf } from './span'

/**
 * Scaled between two fixed points: (x - lower) / (upper - lower) · 100; where lower is better,
 * (upper - x) / (upper - lower) · 100. Compares with the points and not with the other units, so that it scores one
 * unit alone and a constant column too. Values beyond the points get scores beyond 0..100.
 *
 * The points are the same for every indicator and in its unit: for indicators that come on one scale already, say
 * 0..1 or 1..7. Points of each indicator's own are goalposts.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: without unit, NaN where not observed; may be `values`
 * @param options direction; lower and upper in the unit of the values
 * @returns null
 * @throws {RangeError} lengths differ, lower ≥ upper, or a score would be beyond what a number can hold
 * @see COINr, n_scaled; it turns the values but not the points where lower is better, so that even a value between the
 *   two gets a score below 0, and is not followed in that
 */
export function scaled(
  values: Float64Array,
  scores: Float64Array,
  { direction, lower, upper }: Pick<NormaliseOptions, 'direction' | 'lower' | 'upper'>,
): NormaliseWarning | null {
  if (!(lower < upper)) throw new RangeError(`scaled needs lower < upper, got ${lower} and ${upper}`)
  const [from, to] = direction === 1 ? [lower, upper] : [upper, lower]
  rescale(values, scores, { from, to, low: 0, high: 100 }, spanOf(values, scores))
  return null
}
