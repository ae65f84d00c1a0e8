import type { ImportSettings, Inspection, LayoutChoice, RawRow, ReadResult } from '../../schema'
import { type Known, resolver } from '../match/resolve'
import type { OpenedFile } from '../read/opened-file'
import { usesDecimalComma } from './decimal-comma'
import { detectLayout } from './detect-layout'
import { tableReader } from './read-table'
import { type RememberedLayout, signatureOf } from './signature'

/** What was said once of files with this header. */
export type Remembered = Pick<ImportSettings, 'decimalComma' | 'units' | 'regions' | 'indicators'> &
  RememberedLayout

type Task = {
  readonly file: OpenedFile
  readonly fileName: string
  readonly settings: ImportSettings
  readonly known: Known
  readonly remembered: (signature: string) => Promise<Remembered | null>
  /** nothing is kept but names, years and counts */
  readonly isLook: boolean
  readonly onProgress?: ((done: number, total: number) => Promise<void> | void) | undefined
}

const rowsToDetect = 300
const shownFirst = 40
const shownLast = 5
/** So many names of a kind are listed, those with most values first. */
const namesListed = 5000

/**
 * Reads a file from rows to candidates, once through: its first rows tell the layout, then row after row is read.
 *
 * @throws {FileProblemError} from the reader of the file
 */
export async function readFile(task: Task): Promise<ReadResult> {
  const { file, fileName, settings, known, isLook } = task
  const blocks = file.rows()[Symbol.asyncIterator]()
  const head: RawRow[] = []
  let isEnd = false
  while (head.length < rowsToDetect && !isEnd) {
    const next = await blocks.next()
    if (next.done) isEnd = true
    else head.push(...next.value)
  }

  const first = resolver(known, settings)
  const seen = {
    rows: head.slice(0, rowsToDetect),
    kind: file.kind,
    sheet: file.sheet,
    fileName,
    ...(file.json ? { json: file.json } : {}),
  }
  const detected = detectLayout(seen, first.names, settings.layout)
  const signature = signatureOf(detected)
  const memory = signature ? await task.remembered(signature) : null
  const layout = memory && !settings.layout ? detectLayout(seen, first.names, undefined, memory) : detected
  const merged = mergeSettings(settings, memory, seen.rows, layout)
  const resolve = resolver(known, merged)
  const table = tableReader(layout, resolve, merged, file, isLook)

  const total = file.sheets.find(({ name }) => name === file.sheet)?.rows ?? 0
  const lastRows: RawRow[] = []
  let done = 0
  const take = async (rows: readonly RawRow[]) => {
    for (const row of rows) table.readRow(row)
    lastRows.push(...rows.slice(-shownLast))
    lastRows.splice(0, Math.max(0, lastRows.length - shownLast))
    done += rows.length
    await task.onProgress?.(done, Math.max(total, done))
  }
  await take(head)
  while (!isEnd) {
    const next = await blocks.next()
    if (next.done) isEnd = true
    else await take(next.value)
  }

  const read = table.finish()
  const inspection: Inspection = {
    kind: file.kind,
    encoding: file.encoding,
    separator: file.separator,
    sheets: file.sheets,
    sheet: file.sheet,
    range: file.range,
    warnings: file.warnings(),
    layout: { ...layout, lastRow: read.lastRow },
    signature: signature ?? '',
    isLayoutRemembered: memory !== null && !settings.layout,
    decimalComma: merged.decimalComma === true,
    preview: previewOf(head, lastRows),
    regions: mostUsed(resolve.regionMatches()),
    indicators: mostUsed(resolve.indicatorMatches()),
    units: resolve.unitMatches(),
    years: read.years,
    rows: read.rows,
    skipped: read.skipped,
  }
  return {
    candidates: read.candidates,
    problems: read.problems,
    textOf: read.textOf,
    exponentOf: read.exponentOf,
    rows: read.rows,
    newRegions: resolve.newRegions(),
    newIndicators: resolve.newIndicators(),
    inspection,
  }
}

/** What the person says now comes before what is remembered, and that before what is detected. */
function mergeSettings(
  settings: ImportSettings,
  memory: Remembered | null,
  rows: readonly RawRow[],
  layout: LayoutChoice,
): ImportSettings {
  return {
    ...settings,
    decimalComma: settings.decimalComma ?? memory?.decimalComma ?? usesDecimalComma(rows, layout),
    units: { ...memory?.units, ...settings.units },
    regions: { ...memory?.regions, ...settings.regions },
    indicators: { ...memory?.indicators, ...settings.indicators },
  }
}

function previewOf(head: readonly RawRow[], lastRows: readonly RawRow[]): readonly RawRow[] {
  const shown = head.slice(0, shownFirst)
  const last = shown.at(-1)?.row ?? 0
  return [...shown, ...lastRows.filter(({ row }) => row > last)]
}

function mostUsed<T extends { readonly count: number; readonly how: string }>(
  matches: readonly T[],
): readonly T[] {
  if (matches.length <= namesListed) return matches
  return [...matches].sort((a, b) => b.count - a.count).slice(0, namesListed)
}
