import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ChangeSet, emptyHistory, forget, type History, nextStep, record, step } from './history'

const cell = (rowId: string, before: number | null, after: number | null) => ({
  rowId,
  columnId: 'c',
  before,
  after,
  beforeVersion: 1,
  afterVersion: 2,
})

describe('history', () => {
  test('undo writes the values before, and names the version whose content comes back', () => {
    const history = record(emptyHistory, [cell('a', null, 5)])
    expect(nextStep(history, 'undo')).toEqual([
      { rowId: 'a', columnId: 'c', value: null, restoresVersion: 1 },
    ])
    expect(nextStep(step(history, 'undo'), 'redo')).toEqual([
      { rowId: 'a', columnId: 'c', value: 5, restoresVersion: 2 },
    ])
  })

  test('a new action closes the way to what had been undone', () => {
    const undone = step(record(emptyHistory, [cell('a', 1, 2)]), 'undo')
    expect(record(undone, [cell('b', 1, 2)]).future).toEqual([])
  })

  test('nothing to undo or redo is null and changes nothing', () => {
    expect(nextStep(emptyHistory, 'undo')).toBeNull()
    expect(step(emptyHistory, 'redo')).toBe(emptyHistory)
  })

  test('a forgotten cell leaves its sets, and an empty set leaves the history', () => {
    const history = record(record(emptyHistory, [cell('a', 1, 2)]), [cell('a', 2, 3), cell('b', 1, 2)])
    expect(forget(history, 'a', 'c').past).toEqual([[cell('b', 1, 2)]])
  })

  test('the last 200 actions are kept', () => {
    let history = emptyHistory
    for (let i = 0; i < 205; i++) history = record(history, [cell('a', i, i + 1)])
    expect(history.past.length).toBe(200)
    expect(nextStep(history, 'undo')?.[0]?.value).toBe(204)
  })

  const value = fc.option(fc.integer(), { nil: null })
  const edits = fc.array(
    fc.uniqueArray(fc.record({ rowId: fc.constantFrom('a', 'b', 'c', 'd'), value }), {
      selector: (e) => e.rowId,
      minLength: 1,
      maxLength: 4,
    }),
    { minLength: 1, maxLength: 12 },
  )

  type Sheet = Record<string, number | null>
  const play = (sheet: Sheet, history: History, kind: 'undo' | 'redo'): [Sheet, History] => {
    const next = { ...sheet }
    for (const c of nextStep(history, kind) ?? []) next[c.rowId] = c.value
    return [next, step(history, kind)]
  }

  test('undoing every change set restores the sheet, redoing brings it back', () => {
    fc.assert(
      fc.property(edits, (sets) => {
        const start: Sheet = { a: 1, b: null, c: 3, d: 0 }
        let sheet: Sheet = { ...start }
        let history = emptyHistory
        for (const set of sets) {
          const changes: ChangeSet = set.map((e) => cell(e.rowId, sheet[e.rowId] ?? null, e.value))
          for (const e of set) sheet[e.rowId] = e.value
          history = record(history, changes)
        }
        const end = { ...sheet }
        for (const _ of sets) [sheet, history] = play(sheet, history, 'undo')
        expect(sheet).toEqual(start)
        for (const _ of sets) [sheet, history] = play(sheet, history, 'redo')
        expect(sheet).toEqual(end)
      }),
    )
  })
})
