import type { Point } from './selection'
import type { GridColumn, GridRow } from './types'

type Searched = {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  /** what the cell holds, exactly and as it is shown */
  readonly textsAt: (point: Point) => readonly string[]
  /** where a row is shown that is found by its name */
  readonly column: number
}

/**
 * The cells that hold a text, row by row: in their value, exactly or as shown, or in the name of their row. Thousands
 * marks do not matter, nor do zeros at the end of decimals.
 */
export function findCells(query: string, { rows, columns, textsAt, column }: Searched): Point[] {
  const text = query.trim().toLowerCase()
  if (text === '') return []
  const figure = figureOf(text)
  const found: Point[] = []
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]
    const isNamed = `${row?.id} ${row?.label}`.toLowerCase().includes(text)
    for (let c = 0; c < columns.length; c++) {
      const point = { row: r, column: c }
      const holds = figure !== null && textsAt(point).some((value) => bare(value).includes(figure))
      if (holds || (isNamed && c === column)) found.push(point)
    }
  }
  return found
}

const bare = (text: string) => text.replace(/[,\s'’]/g, '').replace('−', '-')

/** A text as digits to look for; null when no number can hold it. */
function figureOf(text: string): string | null {
  const figure = bare(text)
  if (!/^[-+.\de]+$/.test(figure) || !/\d/.test(figure)) return null
  return /\.\d*0+$/.test(figure) ? figure.replace(/\.?0+$/, '') : figure
}

/** The match after a point, or before it, going round. */
export function nextMatch(matches: readonly Point[], from: Point, back: boolean): number {
  const order = (point: Point) => point.row - from.row || point.column - from.column
  const next = back ? matches.findLastIndex((m) => order(m) < 0) : matches.findIndex((m) => order(m) > 0)
  return next >= 0 ? next : back ? matches.length - 1 : 0
}
