/**
 * Reads tab-separated text as spreadsheets put it on the clipboard: cells with tabs or line breaks in double quotes,
 * quotes inside doubled, one line break at the end. Rows may differ in length: a short row says nothing about the
 * cells it does not have. A quote that never closes is an ordinary character.
 *
 * @returns rows of texts; an empty text gives no rows, a lone line break one row with one empty cell
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const quoted = text[at] === '"' ? readQuoted(text, at) : null
    const end = quoted ? quoted.end : endOfPlain(text, at)
    row.push(quoted ? quoted.value : text.slice(at, end))
    at = end
    if (text[at] === '\t') {
      at += 1
      // A tab at the very end is followed by one more, empty, cell.
      if (at === text.length) row.push('')
    } else {
      rows.push(row)
      row = []
      at += text.startsWith('\r\n', at) ? 2 : 1
    }
  }
  if (row.length > 0) rows.push(row)
  return rows
}

/** Writes rows for a spreadsheet; `parseTsv` gives them back. */
export function serializeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoteIfNeeded).join('\t')}\r\n`).join('')
}

function quoteIfNeeded(cell: string): string {
  return /[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function endOfPlain(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text[i]
    if (c === '\t' || c === '\r' || c === '\n') return i
  }
  return text.length
}

/** A quoted cell ends at a single quote before a tab, a line break or the end; anything else was not a quoted cell. */
function readQuoted(text: string, from: number): { value: string; end: number } | null {
  let at = from + 1
  for (;;) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return null
    if (text[quote + 1] === '"') {
      at = quote + 2
      continue
    }
    const end = quote + 1
    if (end < text.length && endOfPlain(text, end) !== end) return null
    return { value: text.slice(from + 1, quote).replaceAll('""', '"'), end }
  }
}

/** Writes rows as a table, for programs that prefer one. Every figure is exact, and stands as text a program reads. */
export function serializeHtml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<td>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</td>`
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
}
