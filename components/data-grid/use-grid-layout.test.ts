import { expect, test } from 'vitest'
import { columnHeadWidthFor, columnWidthFor, headWidthFor } from './use-grid-layout'

test('a column has room for the longest value, the negative ones and those of a calculation included', () => {
  const twoPlaces = (value: number) => value.toFixed(2)
  const format = () => twoPlaces
  expect(columnWidthFor([{}], format)).toBe(88)
  expect(columnWidthFor([{ a: { value: 1234567 }, b: { value: null } }], format)).toBe(40 + 8 * 10)
  expect(columnWidthFor([{ a: { value: -1234567 }, b: { value: 9 } }], format)).toBe(40 + 8 * 11)
  expect(columnWidthFor([{ a: { value: null, imputed: 1234567 } }], format)).toBe(40 + 8 * 10)
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

test('the heads of columns have room for two lines and for their longest word', () => {
  const width = (label: string) => columnHeadWidthFor([{ id: 'a', label }])
  expect(width('2023')).toBeLessThan(88)
  expect(width('Chongqing')).toBe(Math.round(9 * 8.5 + 28))
  expect(width('Inner Mongolia')).toBe(Math.round(8 * 8.5 + 28))
  expect(width('新疆维吾尔自治区')).toBeLessThan(110)
  expect(width('x'.repeat(99))).toBe(160)
})
