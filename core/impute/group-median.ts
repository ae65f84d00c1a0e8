import { medianInPlace } from '../stats/centre'
import { fillCrossSections } from './cross-section'
import type { ImputeContext } from './method'

/**
 * Group median imputation: a gap gets the median of the values that the region's own group observed in the same year.
 *
 * @param values  region x year in one unit, written; NaN = not observed. Gaps stay where the group has no value in the
 *   year, and in a region of no group
 * @param context years and groups
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 3; COINr, i_median_grp
 */
export function imputeGroupMedian(values: Float64Array, context: ImputeContext): void {
  fillCrossSections(values, context, medianInPlace)
}
