import { meanOf } from '../stats/centre'
import { asOneGroup, fillCrossSections } from './cross-section'
import type { ImputeContext } from './method'

/**
 * Mean imputation: a gap gets the mean of the values that all regions observed in the same year.
 *
 * It keeps the mean of the year and narrows its spread: correlations with other indicators shrink.
 *
 * @param values  region x year in one unit, written; NaN = not observed. A year without any value keeps its gaps
 * @param context years; groups are not looked at
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 3
 */
export function imputeMean(values: Float64Array, context: ImputeContext): void {
  fillCrossSections(values, asOneGroup(context), meanOf)
}
