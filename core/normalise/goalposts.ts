import type { NormaliseOptions, NormaliseWarning } from './method'
import { rescale } from './rescale'
import { spanOf, withhold } from './span'

/**
 * Goalposts: (x - low) / (high - low), cut off at 0 and 1; where lower is better, 1 minus that. The posts are the
 * indicator's own, set by somebody who can say why; scores keep their meaning when regions or years are added.
 *
 * Compares with the posts and not with the other units, so that it scores one unit alone and a constant column too.
 * Beyond a post nothing counts any more: many scores of exactly 0 or 1 say that the posts stand too close.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: 0..1 without unit, NaN where not observed; may be `values`
 * @param options direction; goalposts in the unit of the values
 * @returns null, or 'no-goalposts' with NaN everywhere when one of the two is not given
 * @throws {RangeError} lengths differ, or the low post is not below the high one
 * @see UNDP, Human Development Report, Technical note 1; COINr, n_goalposts with scaling parameter 1
 */
export function goalposts(
  values: Float64Array,
  scores: Float64Array,
  {
    direction,
    goalpostLow,
    goalpostHigh,
  }: Pick<NormaliseOptions, 'direction' | 'goalpostLow' | 'goalpostHigh'>,
): NormaliseWarning | null {
  const span = spanOf(values, scores)
  if (goalpostLow === null || goalpostHigh === null) {
    return withhold(scores, span.observed === 0 ? null : 'no-goalposts')
  }
  if (!(goalpostLow < goalpostHigh)) {
    throw new RangeError(`goalposts needs low < high, got ${goalpostLow} and ${goalpostHigh}`)
  }
  for (let i = 0; i < values.length; i++) {
    // A comparison with NaN is false, so that a gap passes through.
    const value = values[i] as number
    scores[i] = value < goalpostLow ? goalpostLow : value > goalpostHigh ? goalpostHigh : value
  }
  const [from, to] = direction === 1 ? [goalpostLow, goalpostHigh] : [goalpostHigh, goalpostLow]
  const cut = { observed: span.observed, min: goalpostLow, max: goalpostHigh }
  rescale(scores, scores, { from, to, low: 0, high: 1 }, cut)
  return null
}
