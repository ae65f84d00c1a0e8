/**
 * Why there is no number: no unit of weight above 0 has a value ('no-data'), a value is below 0 ('negative-value') or 0
 * ('zero-value') where the measure does not allow it, or the values have the mean 0 ('zero-mean'), which a relative
 * measure divides by.
 */
export type Unmeasured = 'no-data' | 'negative-value' | 'zero-value' | 'zero-mean'

/** A measure of inequality, 0 = all equal. */
export type Inequality = {
  readonly value: number | null
  /** how many units it is taken of */
  readonly count: number
  readonly reason: Unmeasured | null
}

/**
 * The signature of the family: n values in one unit, null = not observed, and n weights ≥ 0 (the people of each region,
 * say; null = not known; left out: every region counts for one), to a measure without unit. A unit whose value or
 * weight is not known, or whose weight is 0, is left out.
 */
export type InequalityMethod = (
  values: readonly (number | null)[],
  weights?: readonly (number | null)[],
) => Inequality
