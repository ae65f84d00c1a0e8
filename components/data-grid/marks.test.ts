import { describe, expect, test } from 'vitest'
import { record } from './history'
import {
  applyOutcome,
  beginJob,
  currentCell,
  dropInputs,
  keepTheirs,
  nothingSaved,
  rejectInputs,
  settle,
  withoutEqualConflicts,
} from './marks'

const data = (value: number | null, version: number) => ({ value, text: '', version })
const change = { rowId: 'a', columnId: 'c', value: 2, text: '2', before: 1, expectedVersion: 4 }
const job = { id: 1, kind: 'edit' as const, changes: [change] }
const begun = beginJob(nothingSaved, 1, [change])

describe('marks', () => {
  test('the newer of the given and the own cell counts', () => {
    expect(currentCell(data(1, 4), data(2, 5))?.value).toBe(2)
    expect(currentCell(data(3, 6), data(2, 5))?.value).toBe(3)
    expect(currentCell(undefined, data(2, 5))?.value).toBe(2)
    expect(currentCell(data(1, 4), undefined)?.value).toBe(1)
  })

  test('a saved cell shows so for a while, and the history knows both versions', () => {
    const saved = applyOutcome(begun, job, {
      ok: true,
      cells: [{ rowId: 'a', columnId: 'c', data: data(2, 5) }],
    })
    expect(saved.marks['a|c']).toEqual({ state: 'saved', job: 1 })
    expect(saved.own['a|c']).toEqual(data(2, 5))
    expect(saved.history.past).toEqual([
      [{ rowId: 'a', columnId: 'c', before: 1, after: 2, beforeVersion: 4, afterVersion: 5 }],
    ])
    expect(settle(saved, 1).marks).toEqual({})
    expect(settle(saved, 2).marks).toEqual(saved.marks)
  })

  test('what a failed call did save is saved and can be undone', () => {
    const two = { ...job, changes: [change, { ...change, rowId: 'b' }] }
    const state = applyOutcome(beginJob(nothingSaved, 1, two.changes), two, {
      ok: false,
      problems: [{ rowId: 'a', columnId: 'c', kind: 'rejected', message: 'no' }],
      cells: [{ rowId: 'b', columnId: 'c', data: data(2, 5) }],
    })
    expect(state.marks['a|c']?.state).toBe('rejected')
    expect(state.marks['b|c']?.state).toBe('saved')
    expect(state.history.past[0]?.map((cell) => cell.rowId)).toEqual(['b'])
  })

  test('keeping theirs takes their value and version, and drops the input', () => {
    const theirs = { ...data(9, 7), author: 'Li Wei', at: '2026-01-01T00:00:00Z' }
    const before = {
      ...begun,
      history: record(begun.history, [
        { rowId: 'a', columnId: 'c', before: 0, after: 1, beforeVersion: 3, afterVersion: 4 },
      ]),
    }
    const state = applyOutcome(before, job, {
      ok: false,
      problems: [{ rowId: 'a', columnId: 'c', kind: 'conflict', message: 'changed', theirs }],
    })
    expect(state.history.past).toEqual([])
    const kept = keepTheirs(state, 'a', 'c')
    expect(kept.marks).toEqual({})
    expect(kept.own['a|c']).toMatchObject({ value: 9, version: 7 })
  })

  test('a conflict in which both say the same is saved; one that cannot be compared stays', () => {
    const theirs = { ...data(2, 5), letter: 'P', author: 'Ann', at: '2026-01-01T00:00:00Z' }
    const answer = (more: object, their: object = {}) => {
      const problem = { rowId: 'a', columnId: 'c', kind: 'conflict' as const, message: 'changed' }
      const mine = { ...job, changes: [{ ...change, ...more }] }
      return withoutEqualConflicts(mine, {
        ok: false,
        problems: [{ ...problem, theirs: { ...theirs, ...their } }],
      })
    }
    const saved = { ok: true, cells: [{ rowId: 'a', columnId: 'c', data: { ...data(2, 5), letter: 'P' } }] }
    expect(answer({})).toEqual(saved)
    expect(answer({ extra: { status: 'P' } })).toEqual(saved)
    for (const other of [
      { value: 3 },
      { extra: { status: 'E' } },
      { extra: { note: 'x' } },
      { restoresVersion: 1 },
    ])
      expect(answer(other)).toMatchObject({ ok: false, problems: [{ kind: 'conflict' }] })
    expect(answer({ value: null }, { value: null, version: 0 })).toMatchObject({ ok: false })
  })

  test('a rejected input stays until it is dropped', () => {
    const state = rejectInputs(nothingSaved, [
      { rowId: 'a', columnId: 'c', text: 'abc', problem: { code: 'notNumber' } },
    ])
    expect(state.marks['a|c']).toEqual({ state: 'rejected', text: 'abc', problem: { code: 'notNumber' } })
    expect(dropInputs(state, ['a|c']).marks).toEqual({})
  })
})
