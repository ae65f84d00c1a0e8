/**
 * What every normalisation method is told besides the values.
 *
 * `direction`: 1 = higher is better, -1 = lower is better; a score is always "higher is better".
 * `lower`, `upper`: the scale of the scores. A method that needs more adds its own keys here.
 */
export type NormaliseOptions = {
  readonly direction: 1 | -1
  readonly lower: number
  readonly upper: number
}

/** Why a frame has no scores: all its values are equal, or it has values of one unit only. */
export type NormaliseWarning = 'constant' | 'single-unit'

/**
 * The signature of the family: n values of one indicator in one frame to n scores.
 *
 * `values` and `scores` are of the same length, NaN = not observed, and may be the same array. A method gives
 * a score for each observed value and NaN for each other one, or writes NaN everywhere and returns why. It
 * never writes an infinite score.
 */
export type NormaliseMethod = (
  values: Float64Array,
  scores: Float64Array,
  options: NormaliseOptions,
) => NormaliseWarning | null
