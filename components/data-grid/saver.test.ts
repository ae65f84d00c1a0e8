import { describe, expect, test } from 'vitest'
import { createGridStore } from './grid-store'
import { isUnsaved } from './marks'
import { createSaver } from './saver'
import type { GridCellData, GridChange, SaveKind, SaveOutcome } from './types'

/** A store of values that behaves as the server does: one version per cell, all or nothing. */
function server(start: Record<string, GridCellData> = {}) {
  const cells: Record<string, GridCellData> = { ...start }
  const calls: { kind: SaveKind; changes: GridChange[] }[] = []
  const save = async (changes: GridChange[], kind: SaveKind): Promise<SaveOutcome> => {
    calls.push({ kind, changes })
    await Promise.resolve()
    const problems = changes.flatMap((change) => {
      const now = cells[`${change.rowId}|${change.columnId}`]
      if ((now?.version ?? 0) === change.expectedVersion) return []
      const theirs = {
        ...(now ?? { value: null, text: '', version: 0 }),
        author: 'Li Wei',
        at: '2026-01-01T00:00:00Z',
      }
      return [{ ...change, kind: 'conflict' as const, message: 'changed meanwhile', theirs }]
    })
    if (problems.length > 0) return { ok: false, problems }
    return {
      ok: true,
      cells: changes.map(({ rowId, columnId, value, text, expectedVersion }) => {
        const data = { value, text, version: expectedVersion + 1 }
        cells[`${rowId}|${columnId}`] = data
        return { rowId, columnId, data }
      }),
    }
  }
  return { cells, calls, save }
}

function setUp(start: Record<string, GridCellData> = {}) {
  const store = createGridStore()
  const remote = server(start)
  let onSave: (changes: GridChange[], kind: SaveKind) => Promise<SaveOutcome> = remote.save
  const saver = createSaver({
    store,
    onSave: () => onSave,
    given: (rowId, columnId) => start[`${rowId}|${columnId}`],
    decimalComma: () => false,
    flash: 0,
  })
  const edit = (rowId: string, value: number | null, seen = start[`${rowId}|c`]) =>
    saver.submit([{ rowId, columnId: 'c', value, text: String(value ?? ''), seen }], 'edit')
  return { store, saver, remote, edit, use: (next: typeof onSave) => (onSave = next) }
}

const one = (value: number, version: number): GridCellData => ({ value, text: '', version })
const offline = async (): Promise<SaveOutcome> => {
  throw new TypeError('Failed to fetch')
}

describe('what is kept beside a value', () => {
  const note = { note: 'table 3' }
  const annotate = (saver: ReturnType<typeof setUp>['saver'], version: number) =>
    saver.submit(
      [{ rowId: 'a', columnId: 'c', value: 5, text: '5', seen: one(5, version), extra: note }],
      'edit',
    )

  test('goes to the store with the value, and is undone like one', async () => {
    const { saver, remote } = setUp({ 'a|c': one(5, 1) })
    await annotate(saver, 1)
    await saver.travel('undo')
    expect(remote.calls.map((call) => call.changes[0])).toMatchObject([
      { value: 5, extra: note, expectedVersion: 1 },
      { value: 5, restoresVersion: 1, expectedVersion: 2 },
    ])
  })

  test('is sent again after a lost connection and when a conflict is settled for it', async () => {
    const { saver, remote, store, use } = setUp({ 'a|c': one(5, 1) })
    use(offline)
    await annotate(saver, 1)
    remote.cells['a|c'] = one(6, 2)
    use(remote.save)
    await saver.retry()
    expect(store.get().marks['a|c']).toMatchObject({ state: 'conflict', extra: note })
    await saver.insist('a', 'c')
    expect(remote.calls.at(-1)?.changes[0]).toMatchObject({ value: 5, extra: note, expectedVersion: 2 })
  })
})

test('an answer that was lost after the value was stored is no conflict with oneself', async () => {
  const { edit, saver, remote, store, use } = setUp({ 'a|c': one(1, 4) })
  use(async (changes, kind) => {
    await remote.save(changes, kind)
    throw new TypeError('Failed to fetch')
  })
  await edit('a', 2)
  expect(store.get().marks['a|c']).toMatchObject({ state: 'unsaved', seenVersion: 4 })
  use(remote.save)
  await saver.retry()
  expect(store.get().marks['a|c']).toMatchObject({ state: 'saved' })
  expect(store.get().own['a|c']).toMatchObject({ value: 2, version: 5 })
})

describe('saver', () => {
  test('a second edit that does not wait for the first one is no conflict with oneself', async () => {
    const { edit, remote, store } = setUp({ 'a|c': one(1, 4) })
    await Promise.all([edit('a', 2), edit('a', 3)])
    expect(remote.calls.map((call) => call.changes[0]?.expectedVersion)).toEqual([4, 5])
    expect(remote.cells['a|c']).toMatchObject({ value: 3, version: 6 })
    expect(store.get().own['a|c']?.value).toBe(3)
  })

  test('an outcome does not overwrite the mark of what was typed since', async () => {
    const { edit, store } = setUp()
    const first = edit('a', 1)
    const second = edit('a', 2)
    await first
    expect(store.get().marks['a|c']).toMatchObject({ state: 'saving', value: 2 })
    await second
    expect(store.get().marks['a|c']).toMatchObject({ state: 'saved' })
  })

  test('undo and redo write through the same door, naming the version whose content comes back', async () => {
    const { edit, saver, remote } = setUp({ 'a|c': one(1, 4) })
    await edit('a', 2)
    await saver.travel('undo')
    expect(remote.calls[1]).toMatchObject({
      kind: 'undo',
      changes: [{ value: 1, before: 2, expectedVersion: 5, restoresVersion: 4 }],
    })
    await saver.travel('redo')
    expect(remote.calls[2]).toMatchObject({
      kind: 'redo',
      changes: [{ value: 2, expectedVersion: 6, restoresVersion: 5 }],
    })
    expect(remote.cells['a|c']).toMatchObject({ value: 2, version: 7 })
  })

  test('undo pressed while an edit is on its way undoes that edit', async () => {
    const { edit, saver, remote } = setUp({ 'a|c': one(1, 4) })
    void edit('a', 2)
    await saver.travel('undo')
    expect(remote.cells['a|c']?.value).toBe(1)
  })

  test('nothing to undo is said and nothing is sent', async () => {
    const { saver, remote, store } = setUp()
    await saver.travel('undo')
    expect(remote.calls).toEqual([])
    expect(store.get().said?.code).toBe('nothingToUndo')
  })

  test('undoing over the work of somebody else is a conflict, and the cell leaves the history', async () => {
    const { edit, saver, remote, store } = setUp({ 'a|c': one(1, 4) })
    await edit('a', 2)
    remote.cells['a|c'] = one(99, 6)
    await saver.travel('undo')
    expect(remote.cells['a|c']?.value).toBe(99)
    expect(store.get().marks['a|c']).toMatchObject({ state: 'conflict', value: 1, theirs: { value: 99 } })
    expect(store.get().history.past).toEqual([])
  })

  test('"use mine" sends the input again with their version', async () => {
    const { edit, saver, remote, store } = setUp({ 'a|c': one(1, 4) })
    remote.cells['a|c'] = one(99, 5)
    await edit('a', 2)
    expect(store.get().said?.code).toBe('conflict')
    await saver.insist('a', 'c')
    expect(remote.calls[1]?.changes[0]).toMatchObject({ value: 2, before: 99, expectedVersion: 5 })
    expect(remote.cells['a|c']?.value).toBe(2)
  })

  test('a call that does not come back keeps the input, and trying again sends it', async () => {
    const { edit, saver, remote, store, use } = setUp({ 'a|c': one(1, 4) })
    use(offline)
    await edit('a', 2)
    expect(store.get().marks['a|c']).toMatchObject({ state: 'unsaved', value: 2, seenVersion: 4 })
    use(remote.save)
    await saver.retry()
    expect(remote.cells['a|c']).toMatchObject({ value: 2, version: 5 })
    expect(Object.values(store.get().marks).some(isUnsaved)).toBe(false)
  })

  test('trying again after somebody else saved is a conflict, not a lost write', async () => {
    const { edit, saver, remote, store, use } = setUp({ 'a|c': one(1, 4) })
    use(offline)
    await edit('a', 2)
    remote.cells['a|c'] = one(99, 5)
    use(remote.save)
    await saver.retry()
    expect(store.get().marks['a|c']?.state).toBe('conflict')
  })

  test('an undo that does not come back changes nothing and can be pressed again', async () => {
    const { edit, saver, remote, store, use } = setUp({ 'a|c': one(1, 4) })
    await edit('a', 2)
    use(offline)
    await saver.travel('undo')
    expect(store.get().marks['a|c']?.state).not.toBe('unsaved')
    expect(store.get().said?.code).toBe('notTravelled')
    use(remote.save)
    await saver.travel('undo')
    expect(remote.cells['a|c']?.value).toBe(1)
  })

  test('in a call that failed, the cells without a problem of their own stay unsaved', async () => {
    const { saver, store, use } = setUp()
    use(async () => ({
      ok: false,
      problems: [{ rowId: 'a', columnId: 'c', kind: 'rejected', message: 'no' }],
    }))
    const intents = ['a', 'b'].map((rowId) => ({
      rowId,
      columnId: 'c',
      value: 1,
      text: '1',
      seen: undefined,
    }))
    await saver.submit(intents, 'paste')
    expect(store.get().marks['a|c']).toMatchObject({ state: 'rejected', problem: { message: 'no' } })
    expect(store.get().marks['b|c']).toMatchObject({ state: 'unsaved', kind: 'paste' })
    expect(store.get().history.past).toEqual([])
  })

  test('a paste is one call and one step back', async () => {
    const { saver, remote } = setUp({ 'a|c': one(1, 1) })
    const intents = ['a', 'b', 'd'].map((rowId) => ({
      rowId,
      columnId: 'c',
      value: 7,
      text: '7',
      seen: rowId === 'a' ? one(1, 1) : undefined,
    }))
    await saver.submit(intents, 'paste')
    await saver.travel('undo')
    expect(remote.calls.map((call) => [call.kind, call.changes.length])).toEqual([
      ['paste', 3],
      ['undo', 3],
    ])
    expect(remote.cells['a|c']?.value).toBe(1)
    expect(remote.cells['b|c']?.value).toBeNull()
  })

  test('a warning stays on the cell and is said; how a text was understood is said', async () => {
    const { saver, store, use, remote } = setUp()
    const intent = {
      rowId: 'a',
      columnId: 'c',
      value: 12000,
      text: '1.2万',
      seen: undefined,
      readAs: '12,000',
    }
    await saver.submit([intent], 'edit')
    expect(store.get().said).toMatchObject({ code: 'savedAs', params: { text: '1.2万', value: '12,000' } })
    use(async (changes, kind) => {
      const outcome = await remote.save(changes, kind)
      return outcome.ok
        ? { ok: true, cells: outcome.cells.map((cell) => ({ ...cell, warning: 'high' })) }
        : outcome
    })
    await saver.submit([{ ...intent, rowId: 'b' }], 'edit')
    expect(store.get().marks['b|c']).toEqual({ state: 'warning', message: 'high' })
    expect(store.get().said).toMatchObject({ code: 'savedWithWarning', params: { message: 'high' } })
  })

  test('what was refused only beside a value that is stored already goes once more by itself', async () => {
    const start = { 'a|c': one(1, 4), 'b|c': one(1, 4) }
    const { saver, store, remote } = setUp(start)
    // The answer to an earlier try was lost: b stands there as it is sent again.
    remote.cells['b|c'] = one(3, 5)
    await saver.submit(
      ['a', 'b'].map((rowId, i) => ({
        ...{ rowId, columnId: 'c', value: 2 + i, text: String(2 + i) },
        seen: one(1, 4),
      })),
      'edit',
    )
    expect(remote.calls.map((call) => call.changes.length)).toEqual([2, 1])
    expect(remote.cells['a|c']).toMatchObject({ value: 2, version: 5 })
    expect(Object.values(store.get().marks).some(isUnsaved)).toBe(false)
    expect(store.get().own['b|c']).toMatchObject({ value: 3, version: 5 })
  })
})
