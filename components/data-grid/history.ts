import type { SaveKind } from './types'

export type HistoryCell = {
  readonly rowId: string
  readonly columnId: string
  readonly before: number | null
  readonly after: number | null
  /** versions whose content `before` and `after` are */
  readonly beforeVersion: number
  readonly afterVersion: number
}

/** Everything one action changed; it is undone as a whole. */
export type ChangeSet = readonly HistoryCell[]

/** The last set of `past` is undone next, the last of `future` redone next. */
export type History = { readonly past: readonly ChangeSet[]; readonly future: readonly ChangeSet[] }

export const emptyHistory: History = { past: [], future: [] }

const deepest = 200

/** A new action: it can be undone, and what had been undone cannot come back. */
export function record(history: History, set: ChangeSet): History {
  if (set.length === 0) return history
  return { past: [...history.past, set].slice(-deepest), future: [] }
}

/** Moves the last set to the other side, once its undo or redo was saved. */
export function step(history: History, kind: 'undo' | 'redo'): History {
  const from = kind === 'undo' ? history.past : history.future
  const set = from.at(-1)
  if (!set) return history
  return kind === 'undo'
    ? { past: history.past.slice(0, -1), future: [...history.future, set] }
    : { past: [...history.past, set], future: history.future.slice(0, -1) }
}

/** The set that undo or redo would write, with where each value comes from; null when there is none. */
export function nextStep(
  history: History,
  kind: Extract<SaveKind, 'undo' | 'redo'>,
): readonly { rowId: string; columnId: string; value: number | null; restoresVersion: number }[] | null {
  const set = (kind === 'undo' ? history.past : history.future).at(-1)
  if (!set) return null
  return set.map((cell) => ({
    rowId: cell.rowId,
    columnId: cell.columnId,
    value: kind === 'undo' ? cell.before : cell.after,
    restoresVersion: kind === 'undo' ? cell.beforeVersion : cell.afterVersion,
  }))
}

/** Takes a cell out of the history: somebody else's value stands there now, and undoing would undo their work. */
export function forget(history: History, rowId: string, columnId: string): History {
  const without = (sets: readonly ChangeSet[]) =>
    sets
      .map((set) => set.filter((cell) => cell.rowId !== rowId || cell.columnId !== columnId))
      .filter((set) => set.length > 0)
  return { past: without(history.past), future: without(history.future) }
}
