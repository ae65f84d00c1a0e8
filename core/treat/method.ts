/** When a distribution counts as spoilt by outliers, and how many values may be drawn in. */
export type OutlierLimits = {
  /** |skewness| above this, ≥ 0 */
  readonly skew: number
  /** and excess kurtosis above this */
  readonly kurtosis: number
  /** values that winsorising may draw in, ≥ 0 */
  readonly maxPoints: number
}

/**
 * The signature of the family: the values of one indicator in one frame, changed in place.
 *
 * NaN = not observed and stays so. A method keeps the order of the values (ties may arise) and writes finite ones
 * only. It is called for values that `isOutlying`, of which there are at least four, not all equal.
 */
export type TreatMethod = (values: Float64Array, limits: OutlierLimits) => void
