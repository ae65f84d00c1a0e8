import type { NormaliseOptions, NormaliseWarning } from './method'
import { rescale } from './rescale'
import { incomparable, spanOf, withhold } from './span'

/**
 * Min-max: (x - min) / (max - min) · (upper - lower) + lower; where lower is better, (max - x) / (max - min)
 * instead. The best value of the frame gets `upper`, the worst `lower`.
 *
 * One extreme value squeezes all the others together: look at the distribution before trusting the distances.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: scores in lower..upper without unit, NaN where not observed; may be `values`
 * @param options direction and target range
 * @returns null, or why there are no scores: 'single-unit' (one observed value has no relative score) or
 *   'constant' (all equal: 0/0 is not a score). Both write NaN everywhere. No value at all: NaN, no warning
 * @throws {RangeError} lengths differ, or lower ≥ upper
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 5
 */
export function minMax(
  values: Float64Array,
  scores: Float64Array,
  { direction, lower, upper }: Pick<NormaliseOptions, 'direction' | 'lower' | 'upper'>,
): NormaliseWarning | null {
  if (!(lower < upper)) throw new RangeError(`minMax needs lower < upper, got ${lower} and ${upper}`)
  const span = spanOf(values, scores)
  const warning = incomparable(span)
  if (span.observed === 0 || warning !== null) return withhold(scores, warning)
  const [from, to] = direction === 1 ? [span.min, span.max] : [span.max, span.min]
  rescale(values, scores, { from, to, low: lower, high: upper }, span)
  return null
}
