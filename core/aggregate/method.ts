/** The ends of the scale that scores stand on: the worst and the best a score can be. */
export type Bounds = readonly [low: number, high: number]

/** What the methods are told besides scores and weights. A method asks for the keys it needs and for no other. */
export type AggregateOptions = {
  /** exponent of a power mean */
  readonly power: number
  /** per child, the ends of its scale; null, or all left out = the least and the greatest of its scores */
  readonly bounds?: readonly (Bounds | null)[] | undefined
  /** whether standard deviations divide by n - 1 or by n; left out = 'sample' */
  readonly deviation?: 'sample' | 'population' | undefined
}

/**
 * The signature of the family: scores of n units on k children to n scores of their parent.
 *
 * `children` holds k columns of n scores on one scale; NaN = not observed. They are read, never written. `weights`
 * holds k weights ≥ 0, relative. `result` has n places and is written; NaN = no score. Units are handed over
 * together, because a method may compare them with each other.
 */
export type AggregateMethod = (
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
  options: AggregateOptions,
) => void
