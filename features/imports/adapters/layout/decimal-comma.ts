import type { LayoutChoice, RawRow } from '../../schema'

const withComma = /^[+-]?(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,})|0,\d{3})\s*%?$/u
const withPoint = /^[+-]?(?:\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,})|0\.\d{3})\s*%?$/u

/** Whether figures are written 1.234,5. "1,234" and "1.234" say nothing, "0,123" does. */
export function usesDecimalComma(rows: readonly RawRow[], { columns, headerRows }: LayoutChoice): boolean {
  const last = Math.max(0, ...headerRows)
  let commas = 0
  let points = 0
  for (const { row, cells } of rows) {
    if (row <= last) continue
    columns.forEach(({ role }, c) => {
      const cell = cells[c]
      if (role !== 'value' || typeof cell !== 'string') return
      if (withComma.test(cell.trim())) commas += 1
      else if (withPoint.test(cell.trim())) points += 1
    })
  }
  return commas > points
}
