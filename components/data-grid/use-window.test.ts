import { expect, test } from 'vitest'
import { columnWidthFor, headWidthFor } from './use-grid-layout'
import { withActive } from './use-window'

const range = (startIndex: number, endIndex: number) => ({ startIndex, endIndex, overscan: 1, count: 100 })

test('what is visible is drawn with a little around it, inside the grid', () => {
  expect(withActive(range(10, 12), 11)).toEqual([9, 10, 11, 12, 13])
  expect(withActive(range(0, 1), 0)).toEqual([0, 1, 2])
  expect(withActive(range(98, 99), 99)).toEqual([97, 98, 99])
})

test('the active item is drawn wherever it is, in order', () => {
  expect(withActive(range(10, 11), 2)).toEqual([2, 9, 10, 11, 12])
  expect(withActive(range(10, 11), 80)).toEqual([9, 10, 11, 12, 80])
  expect(withActive(range(10, 11), 100)).toEqual([9, 10, 11, 12])
})

test('a column has room for the longest value, the negative ones included', () => {
  const twoPlaces = (value: number) => value.toFixed(2)
  const format = () => twoPlaces
  expect(columnWidthFor([{}], format)).toBe(88)
  expect(columnWidthFor([{ a: { value: 1234567 }, b: { value: null } }], format)).toBe(40 + 8 * 10)
  expect(columnWidthFor([{ a: { value: -1234567 }, b: { value: 9 } }], format)).toBe(40 + 8 * 11)
})

test('the row heads have room for the longest label, within reason', () => {
  expect(headWidthFor([])).toBe(120)
  expect(headWidthFor([{ id: 'a', label: '新疆维吾尔自治区生产建设兵团' }])).toBe(216)
  expect(headWidthFor([{ id: 'a', label: 'x'.repeat(400) }])).toBe(280)
  // The unit has a line of its own: it asks for room only where it is the longer one.
  expect(headWidthFor([{ id: 'a', label: 'x'.repeat(30), hint: '%' }])).toBe(245)
  expect(headWidthFor([{ id: 'a', label: 'x', hint: 'x'.repeat(35) }])).toBe(243)
})

test('a row with its own decimals takes the room that its own values need', () => {
  const whole = (value: number) => value.toFixed(0)
  const fine = (value: number) => value.toFixed(4)
  const cells = { 'count|2020': { value: 1234567 }, 'rate|2020': { value: 0.5 } }
  expect(columnWidthFor([cells], (row) => (row === 'count' ? whole : fine))).toBe(96)
})
