import { parseNumber } from '@/lib/parse-number'
import type { RawCell, RawRow } from '../../schema'

export const textOf = (cell: RawCell | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'number' ? String(cell) : cell.trim()

export const isBlank = (cell: RawCell | undefined) => textOf(cell) === ''

export const filledIn = (row: RawRow) =>
  row.cells.reduce<number>((sum, cell) => sum + (isBlank(cell) ? 0 : 1), 0)

const anyMark = { '%': 0, '‰': 0, 万: 0, 亿: 0 }

/** Whether a cell holds a figure. `missing`: it says that there is none (".." or ": c"). */
export function kindOfCell(cell: RawCell | undefined): 'blank' | 'number' | 'missing' | 'text' {
  const text = textOf(cell)
  if (text === '') return 'blank'
  if (typeof cell === 'number') return 'number'
  if (text.length > 60 || !/[\d.:\-—–…n]/u.test(text)) return 'text'
  for (const decimalComma of [false, true]) {
    const read = parseNumber(text, { marks: anyMark, decimalComma })
    if (read.ok) return read.value === null ? 'missing' : 'number'
    if (read.reason === 'manyStatuses') return 'number'
  }
  return 'text'
}
