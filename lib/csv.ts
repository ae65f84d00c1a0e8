/** What a spreadsheet would take for a formula, however many apostrophes stand before it already. */
const formulaLike = /^'*[=+\-@\t\r\n]/

/**
 * A cell of a CSV file by RFC 4180. Text that a spreadsheet would take for a formula is made safe with an apostrophe;
 * so is text that looks as if that had been done to it, so that `plainText` leads back to the same.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = formulaLike.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A text of a CSV file as it was before an export made it safe for spreadsheets. */
export function plainText(cell: string): string {
  return cell.startsWith("'") && formulaLike.test(cell) ? cell.slice(1) : cell
}

/** A CSV file with a byte order mark, so that Excel reads it as UTF-8. Numbers are written in full. */
export function csvFile(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
