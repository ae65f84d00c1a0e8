import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spanOf, withActive } from './use-window'

describe('spanOf', () => {
  test('holds every item that shows a part, and some around them', () => {
    expect(spanOf({ offset: 50, length: 100 }, 20, 100, 0)).toEqual({ first: 2, last: 7 })
    expect(spanOf({ offset: 50, length: 100 }, 20, 100, 3)).toEqual({ first: 0, last: 10 })
  })

  test('ends with the items', () => {
    expect(spanOf({ offset: 0, length: 1000 }, 20, 5, 3)).toEqual({ first: 0, last: 4 })
    expect(spanOf({ offset: 0, length: 1000 }, 20, 0, 3)).toEqual({ first: 0, last: -1 })
  })

  test('never leaves a visible item out', () => {
    const size = fc.integer({ min: 1, max: 60 })
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.nat(2000),
        size,
        fc.nat(5000),
        fc.nat(10),
        (offset, length, each, count, by) => {
          const { first, last } = spanOf({ offset, length }, each, count, by)
          for (let i = Math.floor(offset / each); i * each < offset + length && i < count; i++) {
            expect(i >= first && i <= last).toBe(true)
          }
        },
      ),
    )
  })
})

describe('withActive', () => {
  test('keeps the active item in the page when it is scrolled away, in order', () => {
    expect(withActive({ first: 10, last: 12 }, 100, 2)).toEqual([2, 10, 11, 12])
    expect(withActive({ first: 10, last: 12 }, 100, 50)).toEqual([10, 11, 12, 50])
    expect(withActive({ first: 10, last: 12 }, 100, 11)).toEqual([10, 11, 12])
  })

  test('an active item that no longer exists is not drawn', () => {
    expect(withActive({ first: 0, last: 1 }, 2, 7)).toEqual([0, 1])
  })
})
