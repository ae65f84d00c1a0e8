import { parseTsv } from './clipboard'
import { withFullPrecision } from './full-precision'
import type { Block } from './plan-block'

/** A cell of a table on the clipboard. */
export type HtmlCell = {
  readonly text: string
  /** the value behind the text, where the program says it */
  readonly raw: string | null
  readonly columns: number
  readonly rows: number
}

export type HtmlTable = {
  readonly rows: readonly { readonly cells: readonly HtmlCell[]; readonly isHidden: boolean }[]
  /** places of columns that are not shown */
  readonly hiddenColumns: ReadonlySet<number>
}

export type ClipboardBlock = {
  readonly block: Block
  /** values of rows and columns that were hidden where they were copied: left out */
  readonly hidden: number
}

const widest = 16_384

/**
 * What the clipboard holds: the table where it says as much as the text does, because only the table knows the values
 * behind rounded figures; else the text.
 */
export function readClipboard(html: string, text: string, decimalComma: boolean): ClipboardBlock {
  const plain = parseTsv(text)
  const table = readTable(new DOMParser().parseFromString(html, 'text/html'))
  const laid = layTable(table, decimalComma)
  const filled = laid.block.flat().filter((cell) => cell).length + laid.hidden
  return filled > 0 && filled >= plain.flat().filter((cell) => cell.trim() !== '').length
    ? laid
    : { block: plain, hidden: 0 }
}

/** Takes the cells out of a page that a spreadsheet has put on the clipboard. A table inside a cell is text. */
export function readTable(page: Document): HtmlTable {
  const rows = [...page.querySelectorAll('tr')].filter((row) => !row.parentElement?.closest('td, th'))
  const hiddenColumns = new Set<number>()
  let place = 0
  for (const column of page.querySelectorAll('col')) {
    const span = spanOf(column, 'span')
    if (isHidden(column)) for (let i = 0; i < span; i++) hiddenColumns.add(place + i)
    place += span
  }
  return {
    hiddenColumns,
    rows: rows.map((row) => ({
      isHidden: isHidden(row),
      cells: [...row.children]
        .filter((cell) => cell.matches('td, th'))
        .map((cell) => ({
          text: textOf(cell),
          raw: rawOf(cell),
          columns: spanOf(cell, 'colspan'),
          rows: spanOf(cell, 'rowspan'),
        })),
    })),
  }
}

/** Puts the cells in their places. A place that a merged cell covers says nothing; hidden ones are left out. */
export function layTable({ rows, hiddenColumns }: HtmlTable, decimalComma: boolean): ClipboardBlock {
  const covered = new Map<number, number>()
  const block: (string | undefined)[][] = []
  let hidden = 0
  for (const row of rows) {
    const line: (string | undefined)[] = []
    let place = 0
    const skip = () => {
      while ((covered.get(place) ?? 0) > 0) place += 1
    }
    const below = new Map<number, number>()
    for (const cell of row.cells) {
      skip()
      const text = cell.raw === null ? cell.text : withFullPrecision(cell.text, cell.raw, decimalComma)
      if (row.isHidden || hiddenColumns.has(place)) hidden += text === '' ? 0 : 1
      else line[place] = text
      for (let i = 0; i < cell.columns; i++) if (cell.rows > 1) below.set(place + i, cell.rows - 1)
      place += cell.columns
    }
    for (const [at, left] of covered) covered.set(at, left - 1)
    for (const [at, left] of below) covered.set(at, left)
    if (!row.isHidden) {
      block.push(Array.from(line, (text) => text).filter((_, column) => !hiddenColumns.has(column)))
    }
  }
  return { block, hidden }
}

function spanOf(element: Element, name: string): number {
  const span = Number(element.getAttribute(name) ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, widest) : 1
}

function isHidden(element: Element): boolean {
  return /display:\s*none/i.test(element.getAttribute('style') ?? '')
}

/** Excel and WPS write x:num (empty: the text is exact), LibreOffice sdval, Google Sheets a JSON object. */
function rawOf(cell: Element): string | null {
  const sheets = cell.getAttribute('data-sheets-value')
  const number = sheets === null ? null : /"3":(-?[\d.]+(?:e[+-]?\d+)?)/i.exec(sheets)?.[1]
  return cell.getAttribute('x:num') || cell.getAttribute('sdval') || number || null
}

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹'].map((raisedDigit, digit) => [String(digit), raisedDigit]),
)

/** Line breaks of the source are spaces, `<br>` is one. A raised digit is a footnote, and must not join the number. */
function textOf(cell: Element): string {
  for (const mark of cell.querySelectorAll('sup')) {
    mark.textContent = (mark.textContent ?? '').replace(/\d/g, (digit) => raised[digit] ?? digit)
  }
  for (const line of cell.querySelectorAll('br')) line.replaceWith('\u2028')
  return (cell.textContent ?? '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim()
}
