import type { Shape } from '../stats/shape'
import type { OutlierLimits } from './method'

/**
 * Whether a distribution is spoilt by outliers: |skewness| > limit **and** kurtosis > limit. Skewness alone is not
 * enough: many good indicators are skewed.
 *
 * @param shape  of type 2; null = not defined, which is never outlying
 * @param limits both without unit
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 3; JRC audits use 2 and 3.5
 */
export function isOutlying({ skewness, kurtosis }: Shape, limits: OutlierLimits): boolean {
  return (
    skewness !== null && kurtosis !== null && Math.abs(skewness) > limits.skew && kurtosis > limits.kurtosis
  )
}
