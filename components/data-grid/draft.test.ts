import { describe, expect, test } from 'vitest'
import { parseNumber } from '@/lib/parse-number'
import { type Draft, draftCells, mergeDraft, readDraft, restoreDraft } from './draft'
import type { Mark } from './marks'
import type { GridCellData } from './types'

const marks: Record<string, Mark> = {
  'a|1': { state: 'saving', job: 1, text: '5', value: 5, seenVersion: 3 },
  'a|2': { state: 'saved', job: 1 },
  'a|3': { state: 'rejected', text: 'abc', problem: { code: 'notNumber' } },
  'a|4': { state: 'conflict', text: '7', value: 7, message: 'changed', theirs: null, seenVersion: 1 },
  'a|5': {
    state: 'unsaved',
    text: '8p',
    value: 8,
    extra: { status: 'P' },
    message: null,
    kind: 'paste',
    seenVersion: 2,
  },
  'a|6': { state: 'warning', message: 'high' },
}
const draft = (cells: Draft['cells']): Draft => ({ at: '2026-03-01T10:00:00Z', cells })
const stored: Record<string, GridCellData> = { 'a|1': { value: 5, text: '', version: 4 } }
const now = {
  cellOf: (key: string) => stored[key],
  isLocked: (rowId: string) => rowId === 'locked',
  parse: (text: string) => parseNumber(text),
}

describe('draftCells', () => {
  test('holds what is not stored, with the version that was seen, and nothing else', () => {
    expect(draftCells(marks, () => 0, { key: 'a|9', text: '12.', seen: 3 })).toEqual({
      'a|1': { state: 'unsaved', text: '5', value: 5, kind: 'edit', seen: 3 },
      'a|3': { state: 'rejected', text: 'abc', problem: { code: 'notNumber' } },
      'a|4': { state: 'unsaved', text: '7', value: 7, kind: 'edit', seen: 1 },
      'a|5': { state: 'unsaved', text: '8p', value: 8, extra: { status: 'P' }, kind: 'paste', seen: 2 },
      'a|9': { state: 'typed', text: '12.', seen: 3 },
    })
  })
})

test('an edit on its way follows what this grid saved before; a conflict does not follow what somebody else saved', () => {
  const cells = draftCells(marks, () => 6, null)
  expect([cells['a|1'], cells['a|4']]).toMatchObject([{ seen: 6 }, { seen: 1 }])
})

describe('mergeDraft', () => {
  const cell = { state: 'typed', text: '1', seen: 0 } as const

  test('replaces what this tab had said and leaves what another tab says', () => {
    const kept = draft({ mine: cell, theirs: cell })
    expect(mergeDraft(kept, { mine: cell }, { next: cell }, 'now')).toEqual({
      at: 'now',
      cells: { theirs: cell, next: cell },
    })
  })

  test('nothing left is no draft', () => {
    expect(mergeDraft(draft({ mine: cell }), { mine: cell }, {}, 'now')).toBeNull()
  })
})

describe('restoreDraft', () => {
  test('brings inputs back as typed in an earlier visit; what is stored already does not come back', () => {
    const back = restoreDraft(draft(draftCells(marks, () => 0, { key: 'a|9', text: '1,5', seen: 3 })), now)
    expect(Object.keys(back.marks)).toEqual(['a|3', 'a|4', 'a|5', 'a|9'])
    expect(back.marks['a|5']).toEqual({
      ...{ state: 'unsaved', text: '8p', value: 8, extra: { status: 'P' }, message: null },
      ...{ kind: 'paste', seenVersion: 2, isRestored: true },
    })
    expect(back.marks['a|9']).toEqual({ state: 'rejected', text: '1,5', problem: { code: 'ambiguousComma' } })
  })

  test('counts the cells that somebody has changed since', () => {
    const cell = { state: 'unsaved', text: '6', value: 6, kind: 'edit', seen: 3 } as const
    expect(restoreDraft(draft({ 'a|1': cell, 'a|2': { ...cell, seen: 0 } }), now).outdated).toBe(1)
  })

  test('what cannot be edited now stays in the draft', () => {
    const cell = { state: 'typed', text: '6', seen: 0 } as const
    const back = restoreDraft(draft({ 'locked|1': cell, 'b|1': cell }), now)
    expect(Object.keys(back.marks)).toEqual(['b|1'])
    expect(Object.keys(back.taken)).toEqual(['b|1'])
  })
})

test('what else may stand in the store of the browser is no draft, and its broken cells are left out', () => {
  for (const stored of [
    null,
    5,
    'x',
    [],
    {},
    { at: 1, cells: {} },
    { at: 'x', cells: null },
    { at: 'x', cells: {} },
  ]) {
    expect(readDraft(stored)).toBeNull()
  }
  const whole = { state: 'typed', text: '6', seen: 0 }
  const broken = {
    a: null,
    b: {},
    c: { state: 'typed' },
    d: { state: 'unsaved', text: '1', seen: 0, value: 'x' },
    whole,
  }
  expect(readDraft({ at: 'x', cells: broken })).toEqual({ at: 'x', cells: { whole } })
  const written = draft(draftCells(marks, () => 1, null))
  expect(readDraft(JSON.parse(JSON.stringify(written)))).toEqual(written)
})
