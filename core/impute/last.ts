import type { ImputeContext } from './method'

/**
 * Last observation carried forward: a gap gets the region's own latest earlier value. Gaps before the first
 * observation stay: nothing is carried back.
 *
 * @param values  region x year in one unit, written; NaN = not observed
 * @param context years
 * @see COINr, impute_panel (imp_type "latest")
 */
export function imputeLast(values: Float64Array, { years }: ImputeContext): void {
  const yearCount = years.length
  for (let cell = 0; cell < values.length; cell++) {
    const isFirst = cell % yearCount === 0
    if (!isFirst && Number.isNaN(values[cell] as number)) values[cell] = values[cell - 1] as number
  }
}
