import type { NormaliseOptions, NormaliseWarning } from './method'

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
  { direction, lower, upper }: NormaliseOptions,
): NormaliseWarning | null {
  const length = values.length
  if (scores.length !== length) throw new RangeError(`minMax needs ${length} places for scores`)
  if (!(lower < upper)) throw new RangeError(`minMax needs lower < upper, got ${lower} and ${upper}`)
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let observed = 0
  for (let i = 0; i < length; i++) {
    const value = values[i] as number
    if (Number.isNaN(value)) continue
    observed++
    if (value < min) min = value
    if (value > max) max = value
  }
  if (observed === 0 || min === max) {
    scores.fill(Number.NaN)
    return observed === 0 ? null : observed === 1 ? 'single-unit' : 'constant'
  }
  // Halved only when the range itself would overflow, so that the quotient stays finite and in 0..1.
  const half = Number.isFinite(max - min) ? 1 : 0.5
  const origin = (direction === 1 ? min : max) * half
  const range = direction === 1 ? max * half - origin : min * half - origin
  const width = upper - lower
  for (let i = 0; i < length; i++) {
    scores[i] = (((values[i] as number) * half - origin) / range) * width + lower
  }
  return null
}
