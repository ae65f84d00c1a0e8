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
) => void
