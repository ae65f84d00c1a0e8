import { type ChangeSet, emptyHistory, type History } from './history'
import type { SaveState } from './marks'
import { type CellKey, cellKey, type GridCellData } from './types'

/** More than this many cells are not kept over a reload: the store of a tab is small. */
const mostCells = 5000

export type Undo = Pick<SaveState, 'history' | 'own'>

/** What undo needs after a reload: the newest changes, and their cells as this tab last saved them. */
export function undoToKeep(history: History, own: SaveState['own']): Undo | null {
  let room = mostCells
  const newest = (sets: readonly ChangeSet[]) => {
    const kept: ChangeSet[] = []
    for (const set of sets.toReversed()) {
      room -= set.length
      if (room < 0) break
      kept.unshift(set)
    }
    return kept
  }
  const kept = { past: newest(history.past), future: newest(history.future) }
  const sets = [...kept.past, ...kept.future]
  if (sets.length === 0) return null
  const cells: Record<CellKey, GridCellData> = {}
  for (const { rowId, columnId } of sets.flat()) {
    const key = cellKey(rowId, columnId)
    const cell = own[key]
    if (cell) cells[key] = cell
  }
  return { history: kept, own: cells }
}

/** What stands in the store of the tab, if it is whole; anybody can write into it. */
export function readUndo(stored: unknown): Undo | null {
  if (typeof stored !== 'object' || stored === null || !('history' in stored) || !('own' in stored))
    return null
  const { history, own } = stored
  if (typeof history !== 'object' || history === null || typeof own !== 'object' || own === null) return null
  const { past, future } = { ...emptyHistory, ...history }
  const areSets = (sets: unknown): sets is readonly ChangeSet[] =>
    Array.isArray(sets) && sets.every((set) => Array.isArray(set) && set.every(isHistoryCell))
  const areCells = Object.values(own).every(
    (cell) =>
      typeof cell === 'object' && cell !== null && 'version' in cell && typeof cell.version === 'number',
  )
  if (!areSets(past) || !areSets(future) || !areCells) return null
  return { history: { past, future }, own: own as SaveState['own'] }
}

function isHistoryCell(cell: unknown): boolean {
  if (typeof cell !== 'object' || cell === null) return false
  const isNumber = (name: string) => name in cell && typeof cell[name as keyof typeof cell] === 'number'
  return 'rowId' in cell && 'columnId' in cell && isNumber('beforeVersion') && isNumber('afterVersion')
}
