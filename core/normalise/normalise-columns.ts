import { type Frame, forEachFrame } from '../frame'
import { columnAt } from '../panel'
import type { NormaliseMethod, NormaliseOptions, NormaliseWarning } from './method'

/** A frame without scores; `year` is null when the whole column (pooled frame) has none. */
export type FrameWarning = {
  readonly kind: NormaliseWarning
  readonly indicator: string
  readonly year: number | null
}

/** How a panel's columns are normalised. */
export type NormaliseChoice = {
  readonly method: NormaliseMethod
  readonly frame: Frame
  /** whether a score says how a region stands to the others, so that one region alone can have none */
  readonly isRelative: boolean
  /** what the method is told of an indicator; null = not wanted (its scores are NaN) */
  readonly optionsOf: (indicator: number) => NormaliseOptions | null
}

/**
 * Normalise columns in place.
 *
 * @param columns    indicator x region x year, each indicator in its own unit; written: its scores. NaN = none
 * @param indicators codes of the columns
 * @param years      Y calendar years
 * @param choice     method, frame and options
 * @returns a warning per frame without scores, and the wanted indicators without any value. Under a relative method a
 *   frame in which one region only has values gets no scores, however many years it spans: there is nobody to compare
 *   it with
 * @throws what the method throws
 */
export function normaliseColumns(
  columns: Float64Array,
  indicators: readonly string[],
  years: readonly number[],
  { method, frame, isRelative, optionsOf }: NormaliseChoice,
): { readonly warnings: readonly FrameWarning[]; readonly unobserved: readonly string[] } {
  const units = indicators.length === 0 ? 0 : columns.length / indicators.length
  const warnings: FrameWarning[] = []
  const unobserved: string[] = []
  indicators.forEach((indicator, i) => {
    const column = columnAt(columns, i, units)
    const options = optionsOf(i)
    if (options === null) column.fill(Number.NaN)
    else if (firstObserved(column, 0) === -1) unobserved.push(indicator)
    else {
      forEachFrame(column, years, frame, (values, year) => {
        const isAlone = isRelative && isOfOneRegion(values, frame === 'pooled' ? years.length : 1)
        if (isAlone) values.fill(Number.NaN)
        const warning = isAlone ? 'single-unit' : method(values, values, options)
        if (warning !== null) warnings.push({ kind: warning, indicator, year })
        return true
      })
    }
  })
  return { warnings, unobserved }
}

function firstObserved(values: Float64Array, from: number): number {
  for (let u = from; u < values.length; u++) if (!Number.isNaN(values[u] as number)) return u
  return -1
}

function isOfOneRegion(values: Float64Array, yearCount: number): boolean {
  const first = firstObserved(values, 0)
  const nextRegion = (Math.floor(first / yearCount) + 1) * yearCount
  return first !== -1 && firstObserved(values, nextRegion) === -1
}
