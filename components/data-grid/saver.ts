import { exactText } from './format-value'
import type { GridStore } from './grid-store'
import { nextStep } from './history'
import {
  applyFailure,
  applyOutcome,
  beginJob,
  currentCell,
  type Job,
  keepTheirs,
  settle,
  withoutEqualConflicts,
} from './marks'
import type { Intent } from './plan-block'
import {
  cellKey,
  type GridCellData,
  type GridChange,
  type SaveKind,
  type SaveOutcome,
  splitKey,
} from './types'

export type OnSave = (changes: GridChange[], kind: SaveKind) => Promise<SaveOutcome>

type Surroundings = {
  readonly store: GridStore
  readonly onSave: () => OnSave | undefined
  /** the cell as the page was given it */
  readonly given: (rowId: string, columnId: string) => GridCellData | undefined
  readonly decimalComma: () => boolean
  /** how long the sign that a value was saved stays, in ms */
  readonly flash?: number
}

export type Saver = {
  readonly submit: (intents: readonly Intent[], kind: SaveKind) => Promise<void>
  readonly travel: (kind: 'undo' | 'redo') => Promise<void>
  /** what waits for the connection; with `all` also what was brought back from an earlier visit or refused as a whole */
  readonly retry: (all?: 'all') => Promise<void>
  readonly insist: (rowId: string, columnId: string) => Promise<void>
}

/**
 * Sends changes to the store, one call after the other, so that a second edit of a cell knows the version that the
 * first one made.
 */
export function createSaver({ store, onSave, given, decimalComma, flash = 1500 }: Surroundings): Saver {
  let tail: Promise<void> = Promise.resolve()
  let lastId = 0

  const queue = (work: () => Promise<void>): Promise<void> => {
    const done = tail.then(work)
    // A fault in one call is seen by whoever waits for it, and must not stop the next one.
    tail = done.catch(() => undefined)
    return done
  }

  const mark = (id: number, cells: Parameters<typeof beginJob>[2]) =>
    store.update((state) => beginJob(state, id, cells))

  /** The version the person saw, or the one that this grid itself has made since. */
  const toChange = (intent: Intent): GridChange => {
    const { rowId, columnId, value, text, seen, restoresVersion, extra } = intent
    const own = store.get().own[cellKey(rowId, columnId)]
    const from = currentCell(seen, own)
    const change = {
      rowId,
      columnId,
      value,
      text,
      before: from?.value ?? null,
      expectedVersion: from?.version ?? 0,
    }
    return {
      ...change,
      ...(restoresVersion === undefined ? {} : { restoresVersion }),
      ...(extra ? { extra } : {}),
    }
  }

  const run = async (id: number, kind: SaveKind, intents: readonly Intent[]): Promise<void> => {
    const job: Job = { id, kind, changes: intents.map(toChange) }
    const save = onSave()
    let outcome: SaveOutcome | null = null
    try {
      outcome = save ? await send(job, save) : null
    } catch {
      // A call that did not come back says nothing about the data; the input is kept and can be sent again.
    }
    store.update((state) => (outcome ? applyOutcome(state, job, outcome) : applyFailure(state, job, null)))
    store.say(...sentence(job, outcome, intents[0]?.readAs))
    setTimeout(() => store.update((state) => settle(state, id)), flash)
  }

  const submit: Saver['submit'] = (intents, kind) => {
    if (intents.length === 0) return Promise.resolve()
    const id = ++lastId
    mark(id, intents)
    return queue(() => run(id, kind, intents))
  }

  return {
    submit,
    // What is undone is decided when its turn comes: an edit still on its way is undone once it is saved.
    travel: (kind) =>
      queue(async () => {
        const cells = nextStep(store.get().history, kind)
        if (!cells) return store.say(kind === 'undo' ? 'nothingToUndo' : 'nothingToRedo')
        const id = ++lastId
        const intents = cells.map((cell) => ({
          ...cell,
          text: exactText(cell.value, { decimalComma: decimalComma() }),
          // Not what the page shows now: if somebody else saved since, that must come out as a conflict.
          seen: store.get().own[cellKey(cell.rowId, cell.columnId)],
        }))
        mark(id, intents)
        return run(id, kind, intents)
      }),
    retry: async (all) => {
      const byKind = new Map<SaveKind, Intent[]>()
      for (const [key, cell] of Object.entries(store.get().marks)) {
        if (cell.state !== 'unsaved') continue
        if (!all && (cell.isRestored || cell.message !== null)) continue
        const { rowId, columnId } = splitKey(key)
        const now = currentCell(given(rowId, columnId), store.get().own[key])
        // The version seen when it was typed, so that a change made meanwhile is a conflict and not lost.
        const seen = { value: now?.value ?? null, text: '', version: cell.seenVersion }
        const intents = byKind.get(cell.kind) ?? []
        const { value, text, extra } = cell
        intents.push({ rowId, columnId, value, text, seen, ...(extra ? { extra } : {}) })
        byKind.set(cell.kind, intents)
      }
      await Promise.all([...byKind].map(([kind, intents]) => submit(intents, kind)))
    },
    insist: (rowId, columnId) => {
      const cell = store.get().marks[cellKey(rowId, columnId)]
      if (cell?.state !== 'conflict' || !cell.theirs) return Promise.resolve()
      const { value, text, theirs, extra } = cell
      store.update((state) => keepTheirs(state, rowId, columnId))
      return submit([{ rowId, columnId, value, text, seen: theirs, ...(extra ? { extra } : {}) }], 'edit')
    },
  }
}

/**
 * One call, and once more for what was refused only because a value of it stood there already as it was sent: nothing is
 * left waiting for a conflict that is none.
 */
async function send(job: Job, save: OnSave): Promise<SaveOutcome> {
  const answer = await save([...job.changes], job.kind)
  const first = withoutEqualConflicts(job, answer)
  if (first.ok || answer.ok || answer.problems.length === 0 || first.problems.length > 0) return first
  const done = new Set((first.cells ?? []).map((cell) => cellKey(cell.rowId, cell.columnId)))
  const rest = { ...job, changes: job.changes.filter((c) => !done.has(cellKey(c.rowId, c.columnId))) }
  const second = await save([...rest.changes], job.kind).then(
    (outcome) => withoutEqualConflicts(rest, outcome),
    () => null,
  )
  if (!second) return first
  const cells = [...(first.cells ?? []), ...(second.cells ?? [])]
  return { ...second, cells }
}

/** What is said about a call that came back: a message under `grid.said` and its figures. */
function sentence(
  job: Job,
  outcome: SaveOutcome | null,
  readAs: string | undefined,
): [code: string, params: Record<string, string | number>] {
  const count = job.changes.length
  const failed = job.kind === 'undo' || job.kind === 'redo' ? 'notTravelled' : 'unsaved'
  if (!outcome) return [failed, { count }]
  if (!outcome.ok) {
    const conflicts = outcome.problems.filter((problem) => problem.kind === 'conflict').length
    const first = outcome.problems[0]
    if (conflicts > 0) return ['conflict', { count: conflicts }]
    if (first) return ['rejected', { count: outcome.problems.length, message: first.message }]
    return [failed, { count }]
  }
  if (job.kind === 'undo') return ['undone', { count }]
  if (job.kind === 'redo') return ['redone', { count }]
  const warning = outcome.cells.find((cell) => cell.warning)?.warning
  if (warning) return ['savedWithWarning', { count, message: warning }]
  if (readAs !== undefined) return ['savedAs', { text: job.changes[0]?.text ?? '', value: readAs }]
  return [job.kind === 'clear' ? 'cleared' : 'saved', { count }]
}
