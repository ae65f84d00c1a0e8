/** What a weighting method is told of the children of one node that take part. */
export type WeightInput = {
  /** k weights ≥ 0 as the framework gives them, relative. */
  readonly given: readonly number[]
  /** k columns of n scores on one scale, all regions and years together; NaN = no score. Read, never written. */
  readonly scores: readonly Float64Array[]
}

/**
 * The signature of the family: the children of one node to their weights within that node.
 *
 * Returns k weights that sum to 1, or k zeros when the method finds nothing to weigh.
 */
export type WeightMethod = (input: WeightInput) => number[]
