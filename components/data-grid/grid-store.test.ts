import { describe, expect, test } from 'vitest'
import { createActions } from './grid-actions'
import { createGridStore, seenCell } from './grid-store'
import { standAt } from './keyboard'
import type { Intent } from './plan-block'
import type { GridCellData } from './types'

const data = (value: number, version: number): GridCellData => ({ value, text: '', version })
const editing = { ...standAt({ row: 0, column: 0 }), editing: { mode: 'edit', initial: null } } as const
const opened = { key: 'a|c', seen: data(1, 4) }
const state = { ...createGridStore().get(), nav: editing, opened }

describe('seenCell', () => {
  test('is the cell as it was when its editor was opened, or as this grid saved it since', () => {
    expect(seenCell(state, 'a|c', data(9, 5))).toEqual(data(1, 4))
    expect(seenCell({ ...state, own: { 'a|c': data(2, 5) } }, 'a|c', data(9, 6))).toEqual(data(2, 5))
    expect(seenCell(state, 'b|c', data(9, 5))).toEqual(data(9, 5))
    expect(seenCell({ ...state, nav: standAt({ row: 0, column: 0 }) }, 'a|c', data(9, 5))).toEqual(data(9, 5))
  })

  test('below an input that is not stored is what was seen before it', () => {
    const mark = {
      state: 'unsaved',
      text: '3',
      value: 3,
      message: null,
      kind: 'edit',
      seenVersion: 4,
    } as const
    expect(seenCell({ ...state, opened: null, marks: { 'a|c': mark } }, 'a|c', data(9, 5))?.version).toBe(4)
  })
})

test('a value of somebody else that comes in below an open editor is not overwritten unseen', () => {
  const store = createGridStore()
  store.update(() => ({ nav: editing, opened }))
  const sent: Intent[] = []
  const nothing = async () => undefined
  const { commit } = createActions({
    source: {
      ...{ rows: [], columns: [], cells: {}, locale: 'en', decimals: 0 },
      onSave: async () => ({ ok: true, cells: [] }),
    },
    ...{ store, rows: [], nav: editing, decimalComma: false },
    saver: {
      submit: async (intents) => void sent.push(...intents),
      ...{ travel: nothing, retry: nothing, insist: nothing },
    },
    cellAt: () => data(9, 5),
    isLocked: () => false,
    idsAt: () => ({ rowId: 'a', columnId: 'c' }),
    markAt: () => undefined,
    editText: () => '',
    parse: (text) => ({ ok: true, value: Number(text) }),
    formatOf: () => String,
  })
  commit({ row: 0, column: 0 }, '1')
  expect(sent).toEqual([])
  commit({ row: 0, column: 0 }, '2')
  expect(sent).toMatchObject([{ value: 2, seen: { version: 4 } }])
})
