import type { GridState } from './grid-store'
import type { Mark } from './marks'
import type { Point } from './selection'
import { type GridColumn, type GridRow, splitKey } from './types'

/** The next cell after the active one, going round, whose input is not stored and waits for the person. */
export function nextTrouble(
  state: GridState,
  source: { readonly rows: readonly GridRow[]; readonly columns: readonly GridColumn[] },
): Point | null {
  const isWaiting = (mark: Mark) => mark.state === 'rejected' || mark.state === 'conflict'
  if (!Object.values(state.marks).some(isWaiting)) return null
  const rowOf = new Map(source.rows.map((row, index) => [row.id, index]))
  const columnOf = new Map(source.columns.map((column, index) => [column.id, index]))
  const width = source.columns.length
  const here = state.nav.active.row * width + state.nav.active.column
  const places = Object.entries(state.marks).flatMap(([key, mark]) => {
    const { rowId, columnId } = splitKey(key)
    const row = rowOf.get(rowId)
    const column = columnOf.get(columnId)
    if (row === undefined || column === undefined) return []
    return isWaiting(mark) ? [row * width + column] : []
  })
  places.sort((a, b) => a - b)
  const place = places.find((p) => p > here) ?? places[0]
  return place === undefined ? null : { row: Math.floor(place / width), column: place % width }
}
