import type { ParsedNumber } from '@/lib/parse-number'
import { isUnsaved, type Mark, type SaveState } from './marks'
import { beside } from './plan-block'
import {
  type CellKey,
  type GridCellData,
  type GridExtra,
  type InputProblem,
  type SaveKind,
  splitKey,
} from './types'

/** An input that was not stored when it was written down; `seen` is the version that the person had before them. */
type DraftCell =
  | {
      readonly state: 'unsaved'
      readonly text: string
      readonly value: number | null
      readonly extra?: GridExtra
      readonly kind: SaveKind
      readonly seen: number
    }
  | { readonly state: 'rejected'; readonly text: string; readonly problem: InputProblem }
  /** stood in an open editor */
  | { readonly state: 'typed'; readonly text: string; readonly seen: number }

export type DraftCells = Readonly<Record<CellKey, DraftCell>>
export type Draft = { readonly at: string; readonly cells: DraftCells }

/** The inputs that a reload would lose. Undo and redo are no inputs: they did not happen. */
export function draftCells(
  marks: SaveState['marks'],
  /** the version that this grid itself made of a cell, 0 = none */
  ownVersion: (key: CellKey) => number,
  open: { readonly key: CellKey; readonly text: string; readonly seen: number } | null,
): DraftCells {
  const cells: Record<CellKey, DraftCell> = {}
  for (const [key, mark] of Object.entries(marks)) {
    if (!isUnsaved(mark)) continue
    if (mark.state === 'rejected') cells[key] = { state: 'rejected', text: mark.text, problem: mark.problem }
    else if ('value' in mark) {
      cells[key] = {
        state: 'unsaved',
        text: mark.text,
        value: mark.value,
        ...(mark.extra ? { extra: mark.extra } : {}),
        kind: mark.state === 'unsaved' ? mark.kind : 'edit',
        // An edit on its way comes after what this grid saved before; nothing else raises what was seen.
        seen: mark.state === 'saving' ? Math.max(mark.seenVersion, ownVersion(key)) : mark.seenVersion,
      }
    }
  }
  if (open) cells[open.key] = { state: 'typed', text: open.text, seen: open.seen }
  return cells
}

/** What is kept when this tab has `mine` to say and last said `before`: another tab's inputs stay. */
export function mergeDraft(
  kept: Draft | null,
  before: DraftCells,
  mine: DraftCells,
  at: string,
): Draft | null {
  const cells = { ...kept?.cells }
  for (const key of Object.keys(before)) delete cells[key]
  Object.assign(cells, mine)
  return Object.keys(cells).length > 0 ? { at, cells } : null
}

/** A draft as it came out of the browser's store, which anybody can write into; null when it is none. */
export function readDraft(stored: unknown): Draft | null {
  if (typeof stored !== 'object' || stored === null || !('cells' in stored) || !('at' in stored)) return null
  const { at, cells } = stored
  if (typeof at !== 'string' || typeof cells !== 'object' || cells === null) return null
  const entries = Object.entries(cells as Record<string, unknown>).filter(
    (entry): entry is [CellKey, DraftCell] => isDraftCell(entry[1]),
  )
  return entries.length > 0 ? { at, cells: Object.fromEntries(entries) } : null
}

function isDraftCell(cell: unknown): cell is DraftCell {
  if (typeof cell !== 'object' || cell === null || !('state' in cell) || !('text' in cell)) return false
  if (typeof cell.text !== 'string') return false
  if (cell.state === 'rejected')
    return 'problem' in cell && typeof cell.problem === 'object' && cell.problem !== null
  if (!('seen' in cell) || typeof cell.seen !== 'number') return false
  if (cell.state === 'typed') return true
  const isNumber = 'value' in cell && (cell.value === null || typeof cell.value === 'number')
  return cell.state === 'unsaved' && isNumber && 'kind' in cell && typeof cell.kind === 'string'
}

/** The marks that bring a draft back. What is stored already, or cannot be edited now, does not come back. */
export function restoreDraft(
  draft: Draft,
  now: {
    readonly cellOf: (key: CellKey) => GridCellData | undefined
    readonly isLocked: (rowId: string, columnId: string) => boolean
    readonly parse: (text: string, rowId: string) => ParsedNumber
  },
): {
  readonly marks: Readonly<Record<CellKey, Mark>>
  /** somebody has changed the stored value since */
  readonly outdated: number
  /** what this tab answers for from now on; what is locked waits for a time when it is not */
  readonly taken: DraftCells
} {
  const marks: Record<CellKey, Mark> = {}
  const taken: Record<CellKey, DraftCell> = {}
  let outdated = 0
  for (const [key, cell] of Object.entries(draft.cells)) {
    const { rowId, columnId } = splitKey(key)
    if (now.isLocked(rowId, columnId)) continue
    taken[key] = cell
    const stored = now.cellOf(key)
    const mark = markOf(cell, rowId, now.parse)
    const isStored = 'value' in mark && mark.value === (stored?.value ?? null) && !mark.extra
    if (isStored) continue
    marks[key] = mark
    if (mark.state === 'unsaved' && mark.seenVersion !== (stored?.version ?? 0)) outdated += 1
  }
  return { marks, outdated, taken }
}

function markOf(
  cell: DraftCell,
  rowId: string,
  parse: (text: string, rowId: string) => ParsedNumber,
): Extract<Mark, { state: 'unsaved' | 'rejected' }> {
  if (cell.state === 'rejected') return { state: 'rejected', text: cell.text, problem: cell.problem }
  const back = {
    state: 'unsaved',
    text: cell.text,
    message: null,
    seenVersion: cell.seen,
    isRestored: true,
  } as const
  if (cell.state === 'unsaved') {
    return { ...back, value: cell.value, kind: cell.kind, ...(cell.extra ? { extra: cell.extra } : {}) }
  }
  const read = parse(cell.text, rowId)
  if (!read.ok) return { state: 'rejected', text: cell.text, problem: { code: read.reason } }
  return { ...back, value: read.value, kind: 'edit', ...beside(read) }
}
