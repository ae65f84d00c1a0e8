/**
 * The one layout of the numbers: region x year x indicator in a flat typed array.
 *
 * `values[(r * years.length + t) * indicators.length + i]` is the value of region r, year t, indicator i.
 * A typed array cannot hold null, so NaN is the one mark for "not observed" inside a panel; `valueAt`
 * turns it into null, and nothing outside a panel ever sees it.
 */
export type Panel = {
  readonly regions: readonly string[]
  readonly years: readonly number[]
  readonly indicators: readonly string[]
  readonly values: Float64Array
}

/** One observed value, addressed by code and year. A null value is "not observed". */
export type PanelEntry = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly value: number | null
}

/**
 * An empty panel (nothing observed) or one filled from entries.
 *
 * @param regions region codes, unique, in display order
 * @param years calendar years, unique, ascending
 * @param indicators indicator codes, unique
 * @param entries observed values; null = not observed
 * @returns a panel whose unmentioned cells are not observed
 * @throws {RangeError} an entry names a region, year or indicator outside the panel, or its value is not finite
 */
export function createPanel(
  regions: readonly string[],
  years: readonly number[],
  indicators: readonly string[],
  entries: Iterable<PanelEntry> = [],
): Panel {
  const regionAt = new Map(regions.map((code, i) => [code, i]))
  const yearAt = new Map(years.map((year, i) => [year, i]))
  const indicatorAt = new Map(indicators.map((code, i) => [code, i]))
  const values = new Float64Array(regions.length * years.length * indicators.length).fill(Number.NaN)
  for (const { region, year, indicator, value } of entries) {
    const r = regionAt.get(region)
    const t = yearAt.get(year)
    const i = indicatorAt.get(indicator)
    if (r === undefined || t === undefined || i === undefined) {
      throw new RangeError(`createPanel: ${region}, ${year}, ${indicator} is outside the panel`)
    }
    if (value === null) continue
    if (!Number.isFinite(value)) {
      throw new RangeError(`createPanel needs finite values: ${region}, ${year}, ${indicator}`)
    }
    values[(r * years.length + t) * indicators.length + i] = value
  }
  return { regions, years, indicators, values }
}

/** Position of a cell in `panel.values`, from positions of its region, year and indicator. */
export function cellAt(panel: Panel, region: number, year: number, indicator: number): number {
  return (region * panel.years.length + year) * panel.indicators.length + indicator
}

/** The value of a cell, or null when it was not observed. */
export function valueAt(panel: Panel, region: number, year: number, indicator: number): number | null {
  const value = panel.values[cellAt(panel, region, year, indicator)]
  return value === undefined || Number.isNaN(value) ? null : value
}

/** Columns and rows copied at a time when a panel is turned: a few cache lines, each read once. */
const columnsAtOnce = 16
const rowsAtOnce = 512

/**
 * The values of a panel turned to columns, indicator x region x year: the layout of every calculation that looks
 * at one indicator after the other. `columns[(i * R + r) * Y + t]`, R regions, Y years.
 *
 * @param panel region x year x indicator
 * @returns a new array of the same length; NaN = not observed
 */
export function columnsOf({ values, indicators }: Panel): Float64Array {
  const width = indicators.length
  const rows = width === 0 ? 0 : values.length / width
  const columns = new Float64Array(values.length)
  for (let first = 0; first < width; first += columnsAtOnce) {
    const last = Math.min(width, first + columnsAtOnce)
    for (let top = 0; top < rows; top += rowsAtOnce) {
      const bottom = Math.min(rows, top + rowsAtOnce)
      for (let i = first; i < last; i++) {
        const end = i * rows + bottom
        for (let to = i * rows + top, from = top * width + i; to < end; to++, from += width) {
          columns[to] = values[from] as number
        }
      }
    }
  }
  return columns
}

/**
 * The values of one indicator, region x year, as a new column.
 *
 * @param panel     region x year x indicator
 * @param indicator position among the indicators
 * @returns R x Y values; NaN = not observed
 */
export function columnOf({ values, indicators }: Panel, indicator: number): Float64Array {
  const width = indicators.length
  const column = new Float64Array(values.length / width)
  for (let row = 0; row < column.length; row++) column[row] = values[row * width + indicator] as number
  return column
}

/**
 * Column number `i` of an array of columns of `length` values each, on the same memory.
 */
export function columnAt(columns: Float64Array, i: number, length: number): Float64Array {
  return columns.subarray(i * length, (i + 1) * length)
}

/**
 * A panel with some of its columns replaced; the others, and their memory, are copied.
 *
 * @param panel   region x year x indicator
 * @param columns indicator x region x year, as `columnsOf` lays them out
 * @param changed positions of the indicators to take from `columns`
 * @returns a new panel, or the same one when nothing is replaced
 */
export function withColumns(panel: Panel, columns: Float64Array, changed: readonly number[]): Panel {
  if (changed.length === 0) return panel
  const width = panel.indicators.length
  const rows = panel.values.length / width
  const values = panel.values.slice()
  for (const i of changed) {
    for (let row = 0; row < rows; row++) values[row * width + i] = columns[i * rows + row] as number
  }
  return { ...panel, values }
}
