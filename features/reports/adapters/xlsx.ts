import writeXlsxFile, { type Cell as ExcelCell, type Sheet as ExcelSheet } from 'write-excel-file/node'
import type { Cell, Column, ReportBook, Sheet } from './document'
import { lightColour } from './light-tokens'

/** Excel refuses longer names and these characters in them. */
const sheetName = (name: string) => name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)

/** A format that shows the indicator's decimals; the number itself stays whole. */
const numberFormat = (decimals: number) => (decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`)

const wide = /[\u2e80-\uffef]/

/** Room that a text takes in characters of a column's width: Chinese and other wide ones take two. */
function roomOf(text: string): number {
  let room = 0
  for (const character of text) room += wide.test(character) ? 2 : 1
  return room
}

const widest = 60

/** Wide enough for the cells and for the longest word of the header, which may take two lines. */
function widthOf(column: Column, cells: readonly (Cell | undefined)[]): number {
  const longest = cells.reduce((most, cell) => Math.max(most, roomOf(cell?.text ?? '')), 0)
  const word = Math.max(...column.label.split(/\s/).map(roomOf))
  const header = Math.max(roomOf(column.label) / 2, wide.test(column.label) ? 0 : word)
  return Math.min(widest, Math.max(8, header, longest) + 3)
}

/** A sheet to read keeps long texts in their columns; a long list keeps its rows of one height. */
const mostWrappedRows = 200
const lineHeight = 13.5

/** How many lines the cells of a row need. */
function linesOf(row: readonly Cell[], columns: readonly { readonly width: number }[]): number {
  return Math.max(
    1,
    ...row.map((cell, c) => Math.ceil(roomOf(cell.text) / ((columns[c]?.width ?? widest) - 2))),
  )
}

function excelCell(cell: Cell, column: Column | undefined, lines: number): ExcelCell {
  const style = {
    ...(lines > 1 ? { alignVertical: 'top' as const, wrap: true, height: lines * lineHeight + 2 } : {}),
    ...(cell.isStrong ? { fontWeight: 'bold' as const } : {}),
  }
  if (cell.value !== undefined) {
    if (cell.value === null) return null
    const format = cell.isPlain ? '0' : numberFormat(cell.decimals ?? 0)
    return { ...style, type: Number, value: cell.value, format, align: column?.isNumber ? 'right' : 'left' }
  }
  if (cell.text === '') return null
  const colour = cell.mark ? { textColor: lightColour(cell.mark.token) } : {}
  const value = cell.mark ? `${cell.mark.symbol} ${cell.text}` : cell.text
  return { ...style, ...colour, type: String, value }
}

function headerCell(column: Column): ExcelCell {
  return {
    type: String,
    value: column.label,
    fontWeight: 'bold',
    wrap: true,
    height: 2 * lineHeight + 4,
    align: column.isNumber ? 'right' : 'left',
    alignVertical: 'bottom',
    backgroundColor: lightColour('--panel'),
    bottomBorderStyle: 'thin',
    bottomBorderColor: lightColour('--line-strong'),
  }
}

function excelSheet({ name, lines, table }: Sheet): ExcelSheet<Buffer> {
  const above = lines.map((line, i): ExcelCell[] => [
    {
      type: String,
      value: line,
      ...(i === 0 ? { fontWeight: 'bold' as const, fontSize: 13, height: 22 } : {}),
    },
  ])
  const columnOf = (c: number) => table.rows.map((row) => row[c])
  const columns = table.columns.map((column, c) => ({ width: widthOf(column, columnOf(c)) }))
  const canWrap = table.rows.length <= mostWrappedRows
  const rows = table.rows.map((row) => {
    const needed = canWrap ? linesOf(row, columns) : 1
    return row.map((cell, c) => excelCell(cell, table.columns[c], needed))
  })
  return {
    sheet: sheetName(name),
    columns,
    stickyRowsCount: above.length + 1,
    // A title above the table runs over the first column.
    stickyColumnsCount: above.length > 0 ? 0 : 1,
    showGridLines: false,
    data: [...above, table.columns.map(headerCell), ...rows],
  }
}

/** The figures as a workbook: numbers in full precision under number formats, headers that stay in sight. */
export async function writeXlsx(book: ReportBook): Promise<Uint8Array<ArrayBuffer>> {
  const fontFamily = book.locale === 'zh' ? 'Microsoft YaHei' : 'Calibri'
  const file = writeXlsxFile(book.sheets.map(excelSheet), { fontFamily, fontSize: 10 })
  return new Uint8Array(await file.toBuffer())
}
