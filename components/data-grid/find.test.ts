import { describe, expect, test } from 'vitest'
import { findCells, nextMatch } from './find'

const values = [
  [12.3, 1234.5],
  [null, -3],
]
const searched = {
  rows: [
    { id: 'CN-BJ', label: 'Beijing' },
    { id: 'CN-TJ', label: '天津市' },
  ],
  columns: [
    { id: '2022', label: '2022' },
    { id: '2023', label: '2023' },
  ],
  textsAt: ({ row, column }: { row: number; column: number }) => {
    const value = values[row]?.[column] ?? null
    return value === null ? [''] : [String(value), value.toFixed(2)]
  },
  column: 1,
}
const find = (query: string) => findCells(query, searched).map(({ row, column }) => `${row},${column}`)

describe('findCells', () => {
  test('finds a value exactly, as it is shown, and with thousands marks', () => {
    expect(find('12.3')).toEqual(['0,0'])
    expect(find('12.30')).toEqual(['0,0'])
    expect(find('1,234.50')).toEqual(['0,1'])
    expect(find('−3')).toEqual(['1,1'])
  })

  test('finds a row by its name or code and shows it in the present column', () => {
    expect(find('beij')).toEqual(['0,1'])
    expect(find('天津')).toEqual(['1,1'])
    expect(find('cn-')).toEqual(['0,1', '1,1'])
  })

  test('an empty text finds nothing, and a word is in no value', () => {
    expect(find(' ')).toEqual([])
    expect(find('e')).toEqual(['0,1'])
  })
})

test('goes round, forward and back', () => {
  const matches = [
    { row: 0, column: 1 },
    { row: 2, column: 0 },
  ]
  expect(nextMatch(matches, { row: 0, column: 0 }, false)).toBe(0)
  expect(nextMatch(matches, { row: 0, column: 1 }, false)).toBe(1)
  expect(nextMatch(matches, { row: 2, column: 0 }, false)).toBe(0)
  expect(nextMatch(matches, { row: 0, column: 1 }, true)).toBe(1)
  expect(nextMatch(matches, { row: 1, column: 0 }, true)).toBe(0)
})
