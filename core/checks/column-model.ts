import type { CheckColumn } from './finding'
import { fewestForYear, medianPolish } from './median-polish'
import { deviationsPerMad, madOfFirst, medianOfFirst } from './robust'

/** Share of positive values from which changes are measured as ratios. */
const positiveShare = 0.95
/** Fewer changes say nothing about what is usual for a region. */
const fewestForOwn = 4
const breakStatus = 'B'.charCodeAt(0)

/** What is usual in a column: changes from value to value, and positions of regions, each with its usual size. */
export type ColumnModel = {
  readonly isLog: boolean
  /** region x year on the scale of the model (ln x when isLog); NaN = not observed, or not positive when isLog */
  readonly scaled: Float64Array
  /** place of the year that the change of a cell starts from; -1 = none, or a break in series lies between */
  readonly from: Int32Array
  /** change from value to value; NaN where `from` is -1 */
  readonly change: Float64Array
  /** change less what is usual for the region and for the year; NaN likewise */
  readonly surprise: Float64Array
  /** usual size of the surprise of a cell: a robust standard deviation; 0 = nothing ever varies */
  readonly changeSize: Float64Array
  /** what the median of all regions changed by in each year */
  readonly yearChange: Float64Array
  /** value less the region's own position and the year of all regions */
  readonly rest: Float64Array
  readonly restSize: Float64Array
}

/** The pieces of the series between breaks: first cells, and the number of cells at the end. */
function piecesOf(status: Uint8Array, years: number, isCut: boolean): Int32Array {
  const starts: number[] = []
  for (let c = 0; c < status.length; c++) {
    if (c % years === 0 || (isCut && status[c] === breakStatus)) starts.push(c)
  }
  starts.push(status.length)
  return Int32Array.from(starts)
}

/** In units of a MAD: 1.2533 mean absolute deviations are a standard deviation, were the values normal. */
const madsPerMean = 1.2533141373155003 / deviationsPerMad

/** Where half of all values do not vary at all the median says nothing: the mean of the sizes stands in. */
function meanOfSizes(rest: Float64Array): number {
  let sum = 0
  let n = 0
  for (const value of rest) {
    if (Number.isNaN(value)) continue
    sum += Math.abs(value)
    n++
  }
  return n === 0 ? 0 : (madsPerMean * sum) / n
}

/** Sizes of what is left, per cell: √(own · all) or own, whichever is larger, and not less than half that of the year. */
function sizesOf(rest: Float64Array, years: number): Float64Array {
  const regions = years === 0 ? 0 : rest.length / years
  const buffer = new Float64Array(rest.length)
  const mad = (from: number, to: number, step: number, fewest: number): number => {
    let n = 0
    for (let c = from; c < to; c += step) if (!Number.isNaN(rest[c])) buffer[n++] = rest[c] as number
    return n < fewest ? 0 : madOfFirst(buffer, n, 0)
  }
  const all = mad(0, rest.length, 1, 1) || meanOfSizes(rest)
  const ofYear = Float64Array.from({ length: years }, (_, t) => mad(t, rest.length, years, fewestForYear))
  const sizes = new Float64Array(rest.length)
  for (let r = 0; r < regions; r++) {
    const own = mad(r * years, (r + 1) * years, 1, fewestForOwn)
    const base = own === 0 ? all : Math.sqrt(own * all)
    for (let t = 0; t < years; t++) {
      sizes[r * years + t] = deviationsPerMad * Math.max(base, ofYear[t] as number)
    }
  }
  return sizes
}

/**
 * What is usual in a column. Positive columns are seen as ratios (natural logarithms), others as differences. Changes run
 * from one observed value to the next; over a gap of g years their usual size is taken as √g times that of one year. A
 * value with status B starts a new series: nothing is compared across it. From changes the median of the region and of
 * the year are taken away by median polish, from values the position of the region and the year of all regions. The usual
 * size of what is left is 1.4826·max(own, √(own·all), year), medians of absolute deviations of the region, of the whole
 * column and of the year; so neither a short series nor one without any variation makes every change a large one, and a
 * year that moves everybody moves the measure with it.
 *
 * @param column region x year; NaN = not observed
 * @see Tukey (1977), Exploratory Data Analysis, chapter 11; Iglewicz & Hoaglin (1993), section 3.3
 */
export function modelColumn({ values, status, years: { length: years } }: CheckColumn): ColumnModel {
  let observed = 0
  let positive = 0
  for (const value of values) {
    if (Number.isNaN(value)) continue
    observed++
    if (value > 0) positive++
  }
  const isLog = observed > 0 && positive >= positiveShare * observed
  const scaled = isLog ? values.map((value) => (value > 0 ? Math.log(value) : Number.NaN)) : values
  const from = new Int32Array(values.length).fill(-1)
  const change = new Float64Array(values.length).fill(Number.NaN)
  const gap = new Float64Array(values.length)
  for (let c = 0, last = -1; c < values.length; c++) {
    const t = c % years
    if (t === 0 || status[c] === breakStatus) last = -1
    if (Number.isNaN(scaled[c])) continue
    if (last >= 0) {
      from[c] = last % years
      gap[c] = Math.sqrt(c - last)
      change[c] = (scaled[c] as number) - (scaled[last] as number)
    }
    last = c
  }
  const buffer = new Float64Array(values.length)
  let n = 0
  for (const value of change) if (!Number.isNaN(value)) buffer[n++] = Math.abs(value)
  const tolerance = 1e-3 * (medianOfFirst(buffer, n) || 0)
  const surprise = change.slice()
  const yearChange = medianPolish(surprise, piecesOf(status, years, false), years, tolerance)
  const perYear = surprise.map((value, c) => value / (gap[c] as number))
  const changeSize = sizesOf(perYear, years).map((size, c) => size * (gap[c] as number))
  const rest = scaled.slice()
  medianPolish(rest, piecesOf(status, years, true), years, tolerance)
  return {
    isLog,
    scaled,
    from,
    change,
    surprise,
    changeSize,
    yearChange,
    rest,
    restSize: sizesOf(rest, years),
  }
}
