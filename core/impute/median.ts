import { medianInPlace } from '../stats/centre'
import { asOneGroup, fillCrossSections } from './cross-section'
import type { ImputeContext } from './method'

/**
 * Median imputation: a gap gets the median of the values that all regions observed in the same year. Less moved by an
 * extreme value than the mean.
 *
 * @param values  region x year in one unit, written; NaN = not observed. A year without any value keeps its gaps
 * @param context years; groups are not looked at
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 3
 */
export function imputeMedian(values: Float64Array, context: ImputeContext): void {
  fillCrossSections(values, asOneGroup(context), medianInPlace)
}
