/** What a weighting method is told of the children of one node that take part. */
export type WeightInput = {
  /** k weights ≥ 0 as the framework gives them, relative. */
  readonly given: readonly number[]
  /** k columns of n scores on one scale, all regions and years together; NaN = no score. Read, never written. */
  readonly scores: readonly Float64Array[]
  /**
   * The values behind a child's scores, in its own unit, treated but not normalised; null for an aggregate, which has
   * none. Left out = of no child.
   */
  readonly valuesOf?: ((child: number) => Float64Array | null) | undefined
}

/**
 * Why equal weights stand in for the method's own. 'uninformative': the scores tell no child from another.
 * 'too-few-rows': too few rows have the scores of every child. 'zero-mean': a child's mean is 0, and the method divides
 * by it.
 */
export type WeightWarning = 'uninformative' | 'too-few-rows' | 'zero-mean'

/** The weights of the children of one node, and what must be said of them. */
export type Weighing = {
  /** k weights that sum to 1, or k zeros when there is nothing to weigh */
  readonly weights: number[]
  readonly warning: WeightWarning | null
}

/** The signature of the family: the children of one node to their weights within that node. */
export type WeightMethod = (input: WeightInput) => Weighing
