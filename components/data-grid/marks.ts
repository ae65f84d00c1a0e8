import { isPlainStatus } from '@/lib/obs-status'
import { emptyHistory, forget, type History, type HistoryCell, record, step } from './history'
import {
  type CellKey,
  cellKey,
  type GridCellData,
  type GridChange,
  type GridExtra,
  type InputProblem,
  type SavedCell,
  type SaveKind,
  type SaveOutcome,
  type TheirCell,
} from './types'

type Input = { readonly text: string; readonly value: number | null; readonly extra?: GridExtra }

/** What stands over a stored cell: an input on its way, one that could not be stored, or how it went. */
export type Mark =
  /** `seenVersion`, here and below: the version that the person had before them */
  | ({ readonly state: 'saving'; readonly job: number; readonly seenVersion: number } & Input)
  | { readonly state: 'saved'; readonly job: number }
  | { readonly state: 'warning'; readonly message: string }
  | { readonly state: 'rejected'; readonly text: string; readonly problem: InputProblem }
  | ({
      readonly state: 'conflict'
      readonly message: string
      readonly theirs: TheirCell | null
      readonly seenVersion: number
    } & Input)
  | ({
      readonly state: 'unsaved'
      readonly message: string | null
      readonly kind: SaveKind
      readonly seenVersion: number
      /** typed in an earlier visit; it is sent when the person says so, not by itself */
      readonly isRestored?: boolean
    } & Input)

export type SaveState = {
  readonly marks: Readonly<Record<CellKey, Mark>>
  /** cells as this grid last saved them, or took them over in a conflict; newer than what the page was given */
  readonly own: Readonly<Record<CellKey, GridCellData>>
  readonly history: History
}

export type Job = { readonly id: number; readonly kind: SaveKind; readonly changes: readonly GridChange[] }

export const nothingSaved: SaveState = { marks: {}, own: {}, history: emptyHistory }

/** The newer of what the page was given and what this grid saved since. */
export function currentCell(
  given: GridCellData | undefined,
  own: GridCellData | undefined,
): GridCellData | undefined {
  // Of two alike the given one: the page also says what happened beside the value, such as a comment.
  return own && own.version > (given?.version ?? -1) ? own : given
}

export function isUnsaved(mark: Mark): boolean {
  return mark.state !== 'saved' && mark.state !== 'warning'
}

function inputOf({ text, value, extra }: Input): Input {
  return extra ? { text, value, extra } : { text, value }
}

export function beginJob(
  state: SaveState,
  id: number,
  cells: readonly (Input & {
    readonly rowId: string
    readonly columnId: string
    readonly seen?: GridCellData | undefined
  })[],
): SaveState {
  const marks = { ...state.marks }
  for (const cell of cells) {
    marks[cellKey(cell.rowId, cell.columnId)] = {
      state: 'saving',
      job: id,
      seenVersion: cell.seen?.version ?? 0,
      ...inputOf(cell),
    }
  }
  return { ...state, marks }
}

/** An outcome speaks only of a mark of its own job: whatever was typed since stays. */
function finishJob(state: SaveState, job: Job, fate: (change: GridChange) => Mark | null): SaveState {
  const marks = { ...state.marks }
  for (const change of job.changes) {
    const key = cellKey(change.rowId, change.columnId)
    const mark = marks[key]
    if (mark?.state !== 'saving' || mark.job !== job.id) continue
    const next = fate(change)
    if (next) marks[key] = next
    else delete marks[key]
  }
  return { ...state, marks }
}

/**
 * A conflict in which both say the same is none: the answer to an earlier try was lost after it had been stored, or
 * somebody else typed the same. Only where the stored cell tells all that was asked for: its value and its status.
 */
export function withoutEqualConflicts(job: Job, outcome: SaveOutcome): SaveOutcome {
  if (outcome.ok) return outcome
  const changes = new Map(job.changes.map((change) => [cellKey(change.rowId, change.columnId), change]))
  const cells = [...(outcome.cells ?? [])]
  const problems = outcome.problems.filter(({ rowId, columnId, theirs }) => {
    const change = changes.get(cellKey(rowId, columnId))
    if (!theirs || !change || !saysTheSame(change, theirs)) return true
    const { author: _author, at: _at, ...data } = theirs
    cells.push({ rowId, columnId, data })
    return false
  })
  const isWhole = problems.length === 0 && outcome.problems.length > 0 && cells.length === changes.size
  return isWhole ? { ok: true, cells } : { ...outcome, problems, cells }
}

function saysTheSame({ value, restoresVersion, extra = {} }: GridChange, theirs: TheirCell): boolean {
  if (theirs.version === 0 || restoresVersion !== undefined || value !== theirs.value) return false
  const { status, ...unseen } = extra
  if (Object.keys(unseen).length > 0) return false
  return !status || status === theirs.letter || (!theirs.letter && isPlainStatus(status))
}

/** Writes down what the store said to one call. */
export function applyOutcome(state: SaveState, job: Job, outcome: SaveOutcome): SaveState {
  const saved = new Map((outcome.cells ?? []).map((cell) => [cellKey(cell.rowId, cell.columnId), cell]))
  const problems = new Map(
    (outcome.ok ? [] : outcome.problems).map((problem) => [
      cellKey(problem.rowId, problem.columnId),
      problem,
    ]),
  )
  const message = outcome.ok ? null : (outcome.message ?? null)

  const finished = finishJob(state, job, (change) => {
    const key = cellKey(change.rowId, change.columnId)
    const problem = problems.get(key)
    if (problem?.kind === 'rejected') {
      return { state: 'rejected', text: change.text, problem: { message: problem.message } }
    }
    if (problem) {
      return {
        state: 'conflict',
        ...inputOf(change),
        message: problem.message,
        theirs: problem.theirs ?? null,
        seenVersion: change.expectedVersion,
      }
    }
    if (outcome.ok || saved.has(key)) {
      const warning = saved.get(key)?.warning
      return warning ? { state: 'warning', message: warning } : { state: 'saved', job: job.id }
    }
    return unsavedMark(change, job.kind, message)
  })

  const own = { ...state.own }
  for (const [key, cell] of saved) own[key] = cell.data
  let history = nextHistory(state.history, job, outcome.ok, saved)
  for (const problem of problems.values()) history = forget(history, problem.rowId, problem.columnId)
  return { ...finished, own, history }
}

/** The call itself failed: the input stays, except that an undo or redo simply did not happen. */
export function applyFailure(state: SaveState, job: Job, message: string | null): SaveState {
  return finishJob(state, job, (change) => unsavedMark(change, job.kind, message))
}

function unsavedMark(change: GridChange, kind: SaveKind, message: string | null): Mark | null {
  if (kind === 'undo' || kind === 'redo') return null
  return { state: 'unsaved', ...inputOf(change), message, kind, seenVersion: change.expectedVersion }
}

function nextHistory(
  history: History,
  job: Job,
  isWhole: boolean,
  saved: ReadonlyMap<CellKey, SavedCell>,
): History {
  if (job.kind === 'undo' || job.kind === 'redo') return isWhole ? step(history, job.kind) : history
  const set = job.changes.flatMap((change): HistoryCell[] => {
    const data = saved.get(cellKey(change.rowId, change.columnId))?.data
    if (!data) return []
    const { rowId, columnId, before, value, expectedVersion } = change
    return [
      { rowId, columnId, before, after: value, beforeVersion: expectedVersion, afterVersion: data.version },
    ]
  })
  return record(history, set)
}

/** The short sign that a value was saved goes away. */
export function settle(state: SaveState, jobId: number): SaveState {
  const marks = { ...state.marks }
  for (const [key, mark] of Object.entries(marks)) {
    if (mark.state === 'saved' && mark.job === jobId) delete marks[key]
  }
  return { ...state, marks }
}

export type RejectedCell = {
  readonly rowId: string
  readonly columnId: string
  readonly text: string
  readonly problem: InputProblem
}

/** Keeps inputs that were not taken in their cells until they are mended. */
export function rejectInputs(state: SaveState, cells: readonly RejectedCell[]): SaveState {
  if (cells.length === 0) return state
  const marks = { ...state.marks }
  for (const { rowId, columnId, text, problem } of cells) {
    marks[cellKey(rowId, columnId)] = { state: 'rejected', text, problem }
  }
  return { ...state, marks }
}

/** Drops inputs that were not stored; the stored values show again. */
export function dropInputs(state: SaveState, keys: readonly CellKey[]): SaveState {
  if (keys.length === 0) return state
  const marks = { ...state.marks }
  for (const key of keys) delete marks[key]
  return { ...state, marks }
}

/** Settles a conflict for the other person: their value is the one seen from now on. */
export function keepTheirs(state: SaveState, rowId: string, columnId: string): SaveState {
  const key = cellKey(rowId, columnId)
  const mark = state.marks[key]
  if (mark?.state !== 'conflict') return state
  const own = mark.theirs ? { ...state.own, [key]: mark.theirs } : state.own
  return { ...dropInputs(state, [key]), own }
}
