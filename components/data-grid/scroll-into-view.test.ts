import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scrollToShow } from './scroll-into-view'

const axis = (offset: number) => ({ offset, viewport: 200, header: 40 })

test('does not scroll when the item is in view', () => {
  expect(scrollToShow(axis(100), 160, 30)).toBe(100)
})

test('brings an item out from under the sticky header, and up from below', () => {
  expect(scrollToShow(axis(100), 120, 30)).toBe(80)
  expect(scrollToShow(axis(100), 290, 30)).toBe(120)
})

test('the first item scrolls to the very start', () => {
  expect(scrollToShow(axis(100), 40, 30)).toBe(0)
})

test('an item larger than the view shows its start', () => {
  expect(scrollToShow(axis(0), 500, 400)).toBe(460)
})

test('the item is in view afterwards, wherever it was', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (offset, index) => {
      const start = 40 + index * 32
      const to = scrollToShow(axis(offset), start, 32)
      expect(start).toBeGreaterThanOrEqual(to + 40)
      expect(start + 32).toBeLessThanOrEqual(to + 200)
    }),
  )
})
