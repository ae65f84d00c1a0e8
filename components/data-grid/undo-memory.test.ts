import { expect, test } from 'vitest'
import { readUndo, undoToKeep } from './undo-memory'

const cell = (rowId: string) => ({
  rowId,
  columnId: 'c',
  before: 1,
  after: 2,
  beforeVersion: 1,
  afterVersion: 2,
})
const own = { 'a|c': { value: 2, text: '', version: 2 }, 'b|c': { value: 3, text: '', version: 1 } }

test('what undo needs after a reload is read back whole, with the cells it speaks of and no others', () => {
  const history = { past: [[cell('a')]], future: [] }
  const kept = undoToKeep(history, own)
  expect(kept).toEqual({ history, own: { 'a|c': own['a|c'] } })
  expect(readUndo(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
})

test('without anything to undo nothing is kept', () => {
  expect(undoToKeep({ past: [], future: [] }, own)).toBeNull()
})

test('the newest changes have the room that there is', () => {
  const large = Array.from({ length: 4999 }, (_, i) => cell(`r${i}`))
  const kept = undoToKeep({ past: [[cell('old')], large, [cell('new')]], future: [] }, {})
  expect(kept?.history.past.map((set) => set.length)).toEqual([4999, 1])
})

test('what is not whole is not believed', () => {
  for (const stored of [
    ...[null, 1, {}, { history: null, own: {} }, { history: { past: 5 }, own: {} }],
    ...[
      { history: { past: [[{}]] }, own: {} },
      { history: { past: [] }, own: { a: 5 } },
    ],
  ]) {
    expect(readUndo(stored)).toBeNull()
  }
})
