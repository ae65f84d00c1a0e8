import type { FileChoice, FileWarning, RawCell, RawRow, SheetInfo } from '../../schema'
import { MergeFiller, parseMerge } from './merges'
import type { OpenedFile } from './opened-file'
import { limits, refuse } from './problem'
import { columnNumber, cutToRange, parseRange, type Range } from './range'
import { RowBlocks } from './row-blocks'
import { SheetCells } from './sheet-cells'
import { openWorkbook, scanPart, type Workbook, type WorkbookSheet } from './workbook'
import { quickAttribute, textOf, XmlScanner } from './xml'
import { readZipDirectory, unpack } from './zip'

/** So many bytes of sheets are counted through; of the others it is believed what they say of their size. */
const measuredBytes = 32_000_000

/**
 * Opens a workbook (.xlsx, .xlsm). Its cells are streamed twice: once to see the extent, the merged cells and what is
 * worth a warning, then by `rows()`. Macros are never run, links never followed.
 *
 * @throws {FileProblemError} it cannot be read, or has no such sheet or range
 */
export async function openXlsx(path: string, choice: FileChoice): Promise<OpenedFile> {
  const range = parseRange(choice.range)
  const workbook = await openWorkbook(await readZipDirectory(path))
  const sizes = await sizesOf(workbook)
  const sheet = chooseSheet(workbook, sizes, choice.sheet)
  const size = sizes.get(sheet)
  const whole = size && 'merges' in size ? size : await measure(workbook, sheet, null)
  const extent = range ? await measure(workbook, sheet, range) : whole
  if (extent.rows === 0 && range) refuse('badRange', { range: range.text })
  if (extent.rows === 0) refuse('empty')
  const sheets = workbook.sheets.map((each): SheetInfo => {
    const { rows, columns } = (each === sheet ? whole : sizes.get(each)) ?? none
    return { name: each.name, rows, columns }
  })
  const warnings = warningsOf(workbook, extent)
  return {
    kind: 'xlsx',
    encoding: null,
    separator: null,
    sheets,
    sheet: sheet.name,
    range: range?.text ?? null,
    warnings: () => warnings,
    rows: () => readRows(workbook, sheet, extent, range),
  }
}

type Size = { readonly rows: number; readonly columns: number }
const none: Size = { rows: 0, columns: 0 }

async function sizesOf(workbook: Workbook): Promise<ReadonlyMap<WorkbookSheet, Size | Extent>> {
  const sizes = new Map<WorkbookSheet, Size | Extent>()
  let left = measuredBytes
  for (const sheet of workbook.sheets) {
    const isCounted = sheet.part.bytes <= left
    if (isCounted) left -= sheet.part.bytes
    sizes.set(sheet, isCounted ? await measure(workbook, sheet, null) : await statedSize(workbook, sheet))
  }
  return sizes
}

/** What the sheet says of itself before its cells begin; at least one cell, as it is large. */
async function statedSize({ directory }: Workbook, { part }: WorkbookSheet): Promise<Size> {
  let reference = ''
  let isOver = false
  const scanner = new XmlScanner(part.name, {
    open(tag, attributes) {
      if (tag === 'dimension') reference = quickAttribute(attributes, 'ref') ?? ''
      if (tag === 'sheetData') isOver = true
    },
    close: () => undefined,
  })
  for await (const text of textOf(unpack(directory, part), part.name)) {
    scanner.push(text)
    if (isOver) break
  }
  const [, column = 'A', row = '1'] = /^(?:[A-Z]+\d+:)?([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  return { rows: Number(row), columns: columnNumber(column) }
}

/** The sheet of that name, or the first visible one that holds something. */
function chooseSheet(
  { sheets }: Workbook,
  sizes: ReadonlyMap<WorkbookSheet, Size>,
  name: string | undefined,
): WorkbookSheet {
  if (name !== undefined) {
    return sheets.find((sheet) => sheet.name === name) ?? refuse('noSuchSheet', { sheet: name })
  }
  const holdsSomething = (sheet: WorkbookSheet) => (sizes.get(sheet)?.rows ?? 0) > 0
  const visible = sheets.find((sheet) => !sheet.isHidden && holdsSomething(sheet))
  return visible ?? sheets.find(holdsSomething) ?? refuse('empty')
}

type Found = { row: number; count: number }

/** What is known of a sheet (or a range of it) once all of it was seen. Rows and columns up to the last cell filled. */
type Extent = Size & {
  readonly firstColumn: number
  readonly merges: readonly Range[]
  readonly formulas: Found
  readonly withoutValue: Found
  readonly hiddenRows: Found
  readonly hiddenColumns: number
}

async function measure(workbook: Workbook, sheet: WorkbookSheet, range: Range | null): Promise<Extent> {
  const [formulas, withoutValue, hiddenRows] = [0, 0, 0].map((row): Found => ({ row, count: 0 })) as [
    Found,
    Found,
    Found,
  ]
  const merges: Range[] = []
  const hidden: (readonly [number, number])[] = []
  let rows = 0
  let columns = 0
  let firstColumn: number = limits.columns
  const note = (found: Found, row: number) => {
    found.row ||= row
    found.count++
  }
  const cells = new SheetCells(workbook, sheet.part.name, {
    cell(row, column, value, hasFormula) {
      if (range && !holds(range, row, column)) return
      if (hasFormula) note(value === null ? withoutValue : formulas, row)
      if (value === null) return
      rows = row
      if (column > columns) columns = column
      if (column < firstColumn) firstColumn = column
    },
    row(row, isHidden) {
      if (isHidden && rows === row) note(hiddenRows, row)
    },
    merge(reference) {
      const merge = parseMerge(reference)
      if (merge && merges.length <= 100_000) merges.push(merge)
    },
    hiddenColumns(first, last) {
      if (hidden.length < limits.columns) hidden.push([first, last])
    },
  })
  await scanPart(workbook.directory, sheet.part, cells)
  const hiddenColumns = hidden.reduce(
    (sum, [first, last]) => sum + Math.max(0, Math.min(last, columns) - Math.max(first, firstColumn) + 1),
    0,
  )
  return { rows, columns, firstColumn, merges, formulas, withoutValue, hiddenRows, hiddenColumns }
}

function holds(range: Range, row: number, column: number): boolean {
  const isInRows = row >= range.firstRow && row <= range.lastRow
  return isInRows && column >= range.firstColumn && column <= range.lastColumn
}

function warningsOf(workbook: Workbook, extent: Extent): readonly FileWarning[] {
  const hiddenSheets = workbook.sheets.filter(({ isHidden }) => isHidden)
  const counted = (code: FileWarning['code'], found: Found): readonly FileWarning[] =>
    found.count > 0 ? [{ code, params: found }] : []
  return [
    ...(workbook.hasMacros ? [{ code: 'macros' as const }] : []),
    ...(workbook.externalLinks > 0
      ? [{ code: 'externalLinks' as const, params: { count: workbook.externalLinks } }]
      : []),
    ...counted('formulas', extent.formulas),
    ...counted('formulasWithoutValue', extent.withoutValue),
    ...(hiddenSheets.length > 0
      ? [
          {
            code: 'hiddenSheets' as const,
            params: { count: hiddenSheets.length, sheets: hiddenSheets.map(({ name }) => name).join(', ') },
          },
        ]
      : []),
    ...counted('hiddenRows', extent.hiddenRows),
    ...(extent.hiddenColumns > 0
      ? [{ code: 'hiddenColumns' as const, params: { count: extent.hiddenColumns } }]
      : []),
  ]
}

async function* readRows(
  workbook: Workbook,
  { part }: WorkbookSheet,
  extent: Extent,
  range: Range | null,
): AsyncGenerator<readonly RawRow[]> {
  const blocks = new RowBlocks()
  const merges = new MergeFiller(extent.merges, [extent.firstColumn, extent.columns], part.name)
  let cells: RawCell[] = []
  const scanner = new XmlScanner(
    part.name,
    new SheetCells(workbook, part.name, {
      cell(_row, column, value) {
        if (value === null) return
        while (cells.length < column) cells.push(null)
        cells[column - 1] = value
      },
      row(row) {
        merges.fill(row, cells)
        const whole = { row, cells }
        const kept = range ? cutToRange(whole, range) : whole
        if (kept && kept.cells.length > 0) blocks.add(kept)
        cells = []
      },
    }),
  )
  for await (const text of textOf(unpack(workbook.directory, part), part.name)) {
    scanner.push(text)
    yield* blocks.take()
  }
  scanner.end()
  blocks.close()
  yield* blocks.take()
}
