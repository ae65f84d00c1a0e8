import { expect, it } from 'vitest'
import { columnLetter } from './column-letter'

it.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %i is called %s', (column, name) => {
  expect(columnLetter(column)).toBe(name)
})
