import { columnAt, columnsOf, type Panel } from '../panel'
import type { NormaliseMethod, NormaliseOptions, NormaliseWarning } from './method'

/**
 * The values that are compared with each other. 'pooled': all regions and years together, so that scores of
 * different years stand on one scale. 'year': each year by itself; such scores are "ranks only, not progress".
 */
export type Frame = 'pooled' | 'year'

/** A frame without scores; `year` is null when the whole column (pooled frame) has none. */
export type FrameWarning = {
  readonly kind: NormaliseWarning
  readonly indicator: string
  readonly year: number | null
}

/**
 * Normalise a panel column by column.
 *
 * @param panel      region x year x indicator, each indicator in its own unit; NaN = not observed
 * @param directions per indicator of the panel: 1, -1, or null = not wanted (its scores are NaN)
 * @param method     a method of the family
 * @param frame      which values are compared with each other
 * @param scale      target range
 * @returns `scores` in columns, indicator x region x year (NaN = no score), a warning per frame without scores, and
 *   the wanted indicators without any observation. A frame in which one region only is observed has no scores,
 *   however many years it spans: there is nobody to compare it with
 * @throws {RangeError} directions of another length than the indicators, and what the method throws
 */
export function normalisePanel(
  panel: Panel,
  directions: readonly (1 | -1 | null)[],
  method: NormaliseMethod,
  frame: Frame,
  scale: Omit<NormaliseOptions, 'direction'>,
): {
  readonly scores: Float64Array
  readonly warnings: readonly FrameWarning[]
  readonly unobserved: readonly string[]
} {
  const { indicators, years } = panel
  if (directions.length !== indicators.length) {
    throw new RangeError(`normalisePanel needs ${indicators.length} directions, got ${directions.length}`)
  }
  const rows = panel.regions.length * years.length
  const scores = columnsOf(panel)
  const warnings: FrameWarning[] = []
  const unobserved: string[] = []
  indicators.forEach((indicator, i) => {
    const column = columnAt(scores, i, rows)
    const direction = directions[i] ?? null
    if (direction === null) column.fill(Number.NaN)
    else if (column.every(Number.isNaN)) unobserved.push(indicator)
    else {
      const normalise = (values: Float64Array, year: number | null): void => {
        const yearCount = values.length / panel.regions.length
        const warning = normaliseFrame(values, yearCount, method, { ...scale, direction })
        if (warning !== null) warnings.push({ kind: warning, indicator, year })
      }
      if (frame === 'pooled') normalise(column, null)
      else eachYear(column, years, normalise)
    }
  })
  return { scores, warnings, unobserved }
}

/** Normalises one frame in place, region x year, unless it holds one region only. */
function normaliseFrame(
  values: Float64Array,
  yearCount: number,
  method: NormaliseMethod,
  options: NormaliseOptions,
): NormaliseWarning | null {
  const first = values.findIndex((value) => !Number.isNaN(value))
  const nextRegion = (Math.floor(first / yearCount) + 1) * yearCount
  if (first === -1 || values.subarray(nextRegion).some((value) => !Number.isNaN(value))) {
    return method(values, values, options)
  }
  values.fill(Number.NaN)
  return 'single-unit'
}

/** Hands over the values of each year of a column, and puts back what has become of them. */
function eachYear(
  column: Float64Array,
  years: readonly number[],
  change: (values: Float64Array, year: number) => void,
): void {
  const values = new Float64Array(column.length / years.length)
  years.forEach((year, t) => {
    for (let r = 0; r < values.length; r++) values[r] = column[r * years.length + t] as number
    change(values, year)
    for (let r = 0; r < values.length; r++) column[r * years.length + t] = values[r] as number
  })
}
