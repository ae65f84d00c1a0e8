import type { NormaliseOptions, NormaliseWarning } from './method'
import { incomparable, spanOf, withhold } from './span'

/**
 * Fraction of the best value: x / max; where lower is better, min / x. The best value of the frame gets 1. Keeps
 * ratios: half of the best is 0.5, which no method with a moving lower end does.
 *
 * Needs a scale on which 0 means nothing at all; degrees Celsius, growth rates and balances have none.
 *
 * @param values  n values of one indicator in one unit; NaN = not observed
 * @param scores  n places, written: at most 1, without unit, NaN where not observed; may be `values`
 * @param options direction
 * @returns null, or why there are no scores, with NaN everywhere: 'single-unit', 'constant', or 'not-positive' (no value
 *   above 0; where lower is better, any value that is not)
 * @throws {RangeError} lengths differ, or a score would be beyond what a number can hold
 * @see COINr, n_fracmax; where lower is better it gives x / min, which rises as things get worse, and is not followed
 */
export function fractionOfMax(
  values: Float64Array,
  scores: Float64Array,
  { direction }: Pick<NormaliseOptions, 'direction'>,
): NormaliseWarning | null {
  const span = spanOf(values, scores)
  const warning = incomparable(span)
  if (span.observed === 0 || warning !== null) return withhold(scores, warning)
  const { min, max } = span
  if (direction === 1 ? max <= 0 : min <= 0) return withhold(scores, 'not-positive')
  if (!Number.isFinite(min / max)) {
    throw new RangeError(`fractionOfMax of ${min}..${max} goes beyond what a number can hold`)
  }
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    scores[i] = direction === 1 ? value / max : min / value
  }
  return null
}
