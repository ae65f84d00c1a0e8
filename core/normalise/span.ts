import type { NormaliseWarning } from './method'

/** What a frame holds: how many observed values, from where to where. min > max when there is none. */
export type Span = { readonly observed: number; readonly min: number; readonly max: number }

/**
 * Count the observed values of a frame and find their ends.
 *
 * @param values n values of one indicator in one unit; NaN = not observed
 * @param scores n places for the scores
 * @throws {RangeError} lengths differ
 */
export function spanOf(values: Float64Array, scores: Float64Array): Span {
  const length = values.length
  if (scores.length !== length) {
    throw new RangeError(`normalising needs ${length} places for scores, got ${scores.length}`)
  }
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
  return { observed, min, max }
}

/** Why the values of a frame cannot be compared with each other: there is one only, or all are equal. */
export function incomparable({ observed, min, max }: Span): NormaliseWarning | null {
  if (observed === 1) return 'single-unit'
  return observed > 0 && min === max ? 'constant' : null
}

/** No scores in this frame, and why; null = nothing was observed, which is nobody's fault. */
export function withhold(scores: Float64Array, warning: NormaliseWarning | null): NormaliseWarning | null {
  scores.fill(Number.NaN)
  return warning
}
