import type { ImputeContext } from './method'

/**
 * Linear interpolation in a region's own series: between two observations (a, x) and (b, y) year t gets
 * x + (y - x)·(t - a) / (b - a). Before the first and after the last observation their value is repeated; a region
 * with one observation gets it in every year, one without any keeps its gaps.
 *
 * A repeated value is no trend: a rate of change across it says nothing.
 *
 * @param values  region x year in one unit, written; NaN = not observed
 * @param context calendar years, which may have steps of different length
 * @see COINr, impute_panel (imp_type "linear")
 */
export function imputeLinear(values: Float64Array, { years }: ImputeContext): void {
  const yearCount = years.length
  for (let start = 0; start < values.length; start += yearCount) {
    fillSeries(values.subarray(start, start + yearCount), years)
  }
}

function fillSeries(series: Float64Array, years: readonly number[]): void {
  let previous = -1
  for (let t = 0; t < series.length; t++) {
    const value = series[t] as number
    if (Number.isNaN(value)) continue
    if (previous === -1) series.fill(value, 0, t)
    else fillBetween(series, years, previous, t)
    previous = t
  }
  if (previous !== -1) series.fill(series[previous] as number, previous + 1)
}

function fillBetween(series: Float64Array, years: readonly number[], from: number, to: number): void {
  const first = series[from] as number
  const last = series[to] as number
  const start = years[from] as number
  const span = (years[to] as number) - start
  for (let t = from + 1; t < to; t++) {
    const share = ((years[t] as number) - start) / span
    // Weighted from both ends, so that two huge values of opposite sign do not overflow in their difference.
    series[t] = first === last ? first : first * (1 - share) + last * share
  }
}
