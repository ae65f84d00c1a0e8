/** What an imputation method is told besides the values. */
export type ImputeContext = {
  /** Y calendar years, ascending */
  readonly years: readonly number[]
  /** per region: number of its group, 0 and up; -1 = in no group */
  readonly groupAt: Int32Array
}

/**
 * The signature of the family: one indicator's values, region x year, filled in place.
 *
 * NaN = not observed. A method writes a finite value where it has one to give and leaves every other gap a gap; it
 * never changes an observed value.
 */
export type ImputeMethod = (values: Float64Array, context: ImputeContext) => void
