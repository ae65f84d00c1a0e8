/**
 * What the normalisation methods are told besides the values. A method asks for the keys it needs and for no other.
 *
 * `direction`: 1 = higher is better, -1 = lower is better; a score is always "higher is better".
 * `lower`, `upper`: the ends of a scale. `mean`, `sd`: its centre and spread.
 * `goalpostLow`, `goalpostHigh`, `target`: of this indicator, in its unit; null = none is given.
 * `cap`: whether what lies beyond the target counts no more than the target itself; left out = it counts on.
 */
export type NormaliseOptions = {
  readonly direction: 1 | -1
  readonly lower: number
  readonly upper: number
  readonly mean: number
  readonly sd: number
  readonly goalpostLow: number | null
  readonly goalpostHigh: number | null
  readonly target: number | null
  readonly cap?: boolean | undefined
}

/**
 * Why a frame has no scores.
 *
 * 'constant': all its values are equal. 'single-unit': it has values of one unit only, and the method compares.
 * 'no-target', 'no-goalposts': the indicator has none. 'target-passed': even the worst value has reached the
 * target, which therefore orders nothing. 'not-positive': a ratio needs a best value above 0 (where lower is better:
 * all of them above 0).
 */
export type NormaliseWarning =
  | 'constant'
  | 'single-unit'
  | 'no-target'
  | 'target-passed'
  | 'no-goalposts'
  | 'not-positive'

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
