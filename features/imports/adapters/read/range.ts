import type { RawRow } from '../../schema'
import { limits, refuse } from './problem'

/** Rows and columns from 1, both ends included. */
export type Range = {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
  /** as a spreadsheet writes it */
  readonly text: string
}

/** A = 1. @returns 0 when it is no column of a sheet */
export function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + (letter.charCodeAt(0) - 64)
  return number <= limits.columns ? number : 0
}

/**
 * Reads A3:H40, also whole columns (A:H), whole rows (3:40) and a single cell, with or without $.
 *
 * @throws {FileProblemError} it is none of these
 */
export function parseRange(text: string | undefined): Range | null {
  if (text === undefined || text.trim() === '') return null
  const bad = () => refuse('badRange', { range: text })
  const plain = text.replaceAll('$', '').replaceAll(/\s/g, '').replaceAll('：', ':').toUpperCase()
  const found = /^([A-Z]{0,3})(\d{0,8})(?::([A-Z]{0,3})(\d{0,8}))?$/.exec(plain)
  if (!found || plain === '') return bad()
  const [, left = '', top = '', right = left, bottom = top] = found
  if ((left === '') !== (right === '') || (top === '') !== (bottom === '')) return bad()
  if (!plain.includes(':') && (left === '' || top === '')) return bad()
  const columns = left === '' ? [1, limits.columns] : [columnNumber(left), columnNumber(right)]
  const rows = top === '' ? [1, limits.textRows] : [Number(top), Number(bottom)]
  const [firstColumn = 0, lastColumn = 0] = columns.toSorted((a, b) => a - b)
  const [firstRow = 0, lastRow = 0] = rows.toSorted((a, b) => a - b)
  if (firstColumn === 0 || firstRow === 0) return bad()
  return { firstRow, lastRow, firstColumn, lastColumn, text: plain }
}

/** What of a row lies in the range, columns keeping their place; null when nothing does. */
export function cutToRange(row: RawRow, range: Range): RawRow | null {
  if (row.row < range.firstRow || row.row > range.lastRow) return null
  const { firstColumn, lastColumn } = range
  if (firstColumn === 1 && lastColumn >= row.cells.length) return row
  const cells = row.cells.slice(0, lastColumn)
  cells.fill(null, 0, Math.min(firstColumn - 1, cells.length))
  const last = cells.findLastIndex((cell) => cell !== null)
  return last === -1 ? null : { row: row.row, cells: cells.slice(0, last + 1) }
}
