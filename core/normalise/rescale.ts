import type { Span } from './span'

/** A straight line: the value `from` gets the score `low`, the value `to` gets `high`. */
export type Line = {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
}

/**
 * Put values on a straight line: (x - from) / (to - from) · (high - low) + low.
 *
 * @param values n values in one unit; NaN = not observed
 * @param scores n places, written: NaN where not observed; may be `values`
 * @param line   from ≠ to, in the unit of the values
 * @param span   of the values
 * @throws {RangeError} a score would be beyond what a number can hold
 */
export function rescale(
  values: Float64Array,
  scores: Float64Array,
  { from, to, low, high }: Line,
  { min, max }: Span,
): void {
  // Halved only when a difference itself would overflow, so that the quotient stays finite.
  const isWide = !Number.isFinite(to - from) || !Number.isFinite(min - from) || !Number.isFinite(max - from)
  const half = isWide ? 0.5 : 1
  const origin = from * half
  const range = to * half - origin
  const width = high - low
  const scoreOf = (value: number): number => ((value * half - origin) / range) * width + low
  // A line is steepest at its ends: when those hold, all do.
  if (min <= max && !(Number.isFinite(scoreOf(min)) && Number.isFinite(scoreOf(max)))) {
    throw new RangeError(
      `normalising ${min}..${max} from ${from} to ${to} goes beyond what a number can hold`,
    )
  }
  for (let i = 0; i < values.length; i++) {
    scores[i] = (((values[i] as number) * half - origin) / range) * width + low
  }
}
