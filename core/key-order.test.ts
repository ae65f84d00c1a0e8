import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyOrder } from './key-order'

describe('keyOrder', () => {
  it('orders by the first part, then by the second, and keeps the order of equals', () => {
    const keys = [
      [1, 0],
      [0, 2],
      [1, 0],
      [0, 1],
    ]
    const part = (p: number) => ({ size: 3, at: (item: number) => keys[item]?.[p] ?? 0 })
    expect([...keyOrder(Int32Array.of(0, 1, 2, 3), [part(0), part(1)])]).toEqual([3, 1, 0, 2])
  })

  it('is what a stable sort gives, of any items', () => {
    const key = fc.tuple(fc.nat(5), fc.nat(7), fc.nat(300))
    fc.assert(
      fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
        const items = keys.map((_, i) => i).filter((i) => i % 3 !== 1)
        const part = (p: 0 | 1 | 2, size: number) => ({ size, at: (item: number) => keys[item]?.[p] ?? 0 })
        const expected = items.toSorted((a, b) => {
          const [x, y] = [keys[a], keys[b]]
          return x && y ? x[0] - y[0] || x[1] - y[1] || x[2] - y[2] : 0
        })
        const order = keyOrder(Int32Array.from(items), [part(0, 6), part(1, 8), part(2, 301)])
        expect([...order]).toEqual(expected)
      }),
    )
  })
})
