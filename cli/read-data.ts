import { createPanel, type Panel } from '@/core/panel'
import { type NamedFile, wrongAt } from './files'
import { readTable } from './read-table'
import { counted, refusal } from './words'

/** What a panel of values was read from, and what of it was not used. */
export type Data = {
  readonly panel: Panel
  /** indicators of the file that the framework does not have */
  readonly passedOver: readonly string[]
}

export type DataRules = {
  /** codes of the framework's indicators, the columns of the panel */
  readonly indicators: readonly string[]
  readonly framework: NamedFile
  /** the regions that may occur, and the file that lists them; null = any */
  readonly regions: { readonly known: ReadonlyMap<string, string>; readonly file: NamedFile } | null
  readonly onProgress: (rows: number) => void
}

const header = { needed: ['region', 'indicator', 'year', 'value'] }
const chunkRows = 1 << 16
const rowsPerReport = 100_000
/** 2 GB of values: more is a slip in a code or a year, or a task for another machine. */
const mostCells = 250_000_000

type Chunk = {
  readonly regions: Int32Array
  readonly indicators: Int32Array
  readonly years: Int16Array
  readonly values: Float64Array
  readonly lines: Uint32Array
}

/**
 * Reads values into a panel: regions in the order of their first row, years ascending, indicators as in the framework.
 *
 * Rows are kept as numbers until all regions and years are known: 24 bytes each, 86 MB for 3.6 million.
 *
 * @throws {CommandError} a cell that cannot be read, a value that is given twice, a region that is not known
 */
export async function readData(file: NamedFile, rules: DataRules): Promise<Data> {
  const indicatorAt = new Map(rules.indicators.map((code, i) => [code, i]))
  const regionAt = new Map<string, number>()
  const years = new Set<number>()
  const passedOver = new Set<string>()
  const chunks: Chunk[] = []
  let used = chunkRows
  let read = 0
  await readTable(file, header, (row) => {
    if (++read % rowsPerReport === 0) rules.onProgress(read)
    const region = row.code('region')
    const indicatorCode = row.code('indicator')
    const year = row.year('year')
    const value = row.number('value')
    const indicator = indicatorAt.get(indicatorCode)
    if (indicator === undefined) {
      if (!passedOver.has(indicatorCode)) passedOver.add(flat(indicatorCode))
      return
    }
    let r = regionAt.get(region)
    if (r === undefined) {
      if (rules.regions && !rules.regions.known.has(region)) {
        const groups = rules.regions.file.name
        throw wrongAt({ file, line: row.line, column: 'region' }, 'regionWithoutGroup', { region, groups })
      }
      r = regionAt.size
      regionAt.set(flat(region), r)
    }
    years.add(year)
    if (used === chunkRows) {
      chunks.push(emptyChunk())
      used = 0
    }
    const chunk = chunks[chunks.length - 1] as Chunk
    chunk.regions[used] = r
    chunk.indicators[used] = indicator
    chunk.years[used] = year
    chunk.values[used] = value ?? Number.NaN
    chunk.lines[used] = row.line
    used++
  })
  if (regionAt.size === 0) {
    throw refusal('noIndicators', { file: file.name, framework: rules.framework.name })
  }
  const calendar = Array.from(years).sort((a, b) => a - b)
  const cells = regionAt.size * calendar.length * rules.indicators.length
  if (cells > mostCells) {
    throw refusal('tooManyCells', { file: file.name, cells: counted(cells), most: counted(mostCells) })
  }
  const panel = createPanel([...regionAt.keys()], calendar, rules.indicators)
  fillPanel(file, panel, chunks, used)
  return { panel, passedOver: [...passedOver] }
}

/** A code that does not hold on to the block of the file it was cut from. */
const flat = (code: string): string => Buffer.from(code).toString()

const emptyChunk = (): Chunk => ({
  regions: new Int32Array(chunkRows),
  indicators: new Int32Array(chunkRows),
  years: new Int16Array(chunkRows),
  values: new Float64Array(chunkRows),
  lines: new Uint32Array(chunkRows),
})

function fillPanel(file: NamedFile, panel: Panel, chunks: readonly Chunk[], usedOfLast: number): void {
  const yearAt = new Map(panel.years.map((year, t) => [year, t]))
  const width = panel.indicators.length
  const lineOf = new Uint32Array(panel.values.length)
  chunks.forEach((chunk, c) => {
    const used = c === chunks.length - 1 ? usedOfLast : chunkRows
    for (let k = 0; k < used; k++) {
      const region = chunk.regions[k] as number
      const indicator = chunk.indicators[k] as number
      const year = chunk.years[k] as number
      const line = chunk.lines[k] as number
      const cell = (region * panel.years.length + (yearAt.get(year) as number)) * width + indicator
      const before = lineOf[cell] as number
      if (before > 0) {
        const names = { region: panel.regions[region] ?? '', indicator: panel.indicators[indicator] ?? '' }
        throw wrongAt({ file, line, column: 'value' }, 'valueTwice', { ...names, year, before })
      }
      lineOf[cell] = line
      panel.values[cell] = chunk.values[k] as number
    }
  })
}
