import { expect, test } from 'vitest'
import { createGridStore } from './grid-store'
import { standAt } from './keyboard'
import type { Mark } from './marks'
import { nextTrouble } from './trouble'

const rows = ['a', 'b', 'd'].map((id) => ({ id, label: id }))
const columns = ['x', 'y'].map((id) => ({ id, label: id }))
const rejected: Mark = { state: 'rejected', text: '?', problem: { code: 'notNumber' } }

function stateAt(row: number, column: number, marks: Record<string, Mark>) {
  return { ...createGridStore().get(), nav: standAt({ row, column }), marks }
}

test('goes to the next input that waits for the person, row by row, and round again', () => {
  const marks = { 'd|x': rejected, 'a|y': rejected }
  expect(nextTrouble(stateAt(0, 0, marks), { rows, columns })).toEqual({ row: 0, column: 1 })
  expect(nextTrouble(stateAt(0, 1, marks), { rows, columns })).toEqual({ row: 2, column: 0 })
  expect(nextTrouble(stateAt(2, 1, marks), { rows, columns })).toEqual({ row: 0, column: 1 })
})

test('saved and saving cells, and cells that are not shown, are no trouble', () => {
  const marks: Record<string, Mark> = {
    'a|x': { state: 'saved', job: 1 },
    'b|x': { state: 'saving', job: 1, seenVersion: 0, text: '1', value: 1 },
    'elsewhere|x': rejected,
  }
  expect(nextTrouble(stateAt(0, 0, marks), { rows, columns })).toBeNull()
})
