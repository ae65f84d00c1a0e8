import { medianOfFirst } from './robust'

/** Years with fewer values keep their own: the median of a few would take away what is to be found. */
export const fewestForYear = 5
const mostRounds = 6

/**
 * Median polish of a table of rows by years: x = row + year + rest, by taking away medians of rows and years in turn. A
 * row here is a piece of a region's series, so that a break in series may begin a new one.
 *
 * @param values rows one after the other in a region x year layout, written: the rest; NaN = not observed
 * @param pieces first cell of each row, ascending, and at the end the number of cells; no row reaches over a region
 * @param years  Y years; cell c belongs to year c mod Y
 * @param tolerance rounds end when no median taken away is larger
 * @returns the effect of each year, 0 where fewer than 5 values stand
 * @see Tukey (1977), Exploratory Data Analysis, chapter 11
 */
export function medianPolish(
  values: Float64Array,
  pieces: Int32Array,
  years: number,
  tolerance: number,
): Float64Array {
  const effects = new Float64Array(years)
  const regions = years === 0 ? 0 : values.length / years
  const buffer = new Float64Array(Math.max(years, regions))
  for (let round = 0; round < mostRounds; round++) {
    let largest = 0
    for (let p = 0; p + 1 < pieces.length; p++) {
      const from = pieces[p] as number
      const to = pieces[p + 1] as number
      let n = 0
      for (let c = from; c < to; c++) if (!Number.isNaN(values[c])) buffer[n++] = values[c] as number
      if (n === 0) continue
      const middle = medianOfFirst(buffer, n)
      if (middle === 0) continue
      for (let c = from; c < to; c++) values[c] = (values[c] as number) - middle
      if (round > 0) largest = Math.max(largest, Math.abs(middle))
    }
    for (let t = 0; t < years; t++) {
      let n = 0
      for (let c = t; c < values.length; c += years)
        if (!Number.isNaN(values[c])) buffer[n++] = values[c] as number
      if (n < fewestForYear) continue
      const middle = medianOfFirst(buffer, n)
      if (middle === 0) continue
      effects[t] = (effects[t] as number) + middle
      for (let c = t; c < values.length; c += years) values[c] = (values[c] as number) - middle
      largest = Math.max(largest, Math.abs(middle))
    }
    if (largest <= tolerance) break
  }
  return effects
}
