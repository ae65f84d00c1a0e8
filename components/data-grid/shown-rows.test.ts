import { expect, test } from 'vitest'
import { filterRows } from './shown-rows'

const rows = [
  { id: 'CN-BJ', label: 'Beijing', hint: 'east' },
  { id: 'CN-NM', label: 'Inner Mongolia', hint: 'west' },
]
const shown = (text: string) => filterRows(rows, text).map((row) => row.id)

test('a row is shown when its label, hint or code holds every word', () => {
  expect(shown('inner mon')).toEqual(['CN-NM'])
  expect(shown('cn-b')).toEqual(['CN-BJ'])
  expect(shown('west mongolia')).toEqual(['CN-NM'])
  expect(shown('beijing west')).toEqual([])
})

test('an empty text shows all of them, the same list', () => {
  expect(filterRows(rows, '  ')).toBe(rows)
})
