import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stack } from './stack'

describe('stack', () => {
  it('keeps points on the middle line that do not touch', () => {
    expect(stack([0, 20, 40], 10)).toEqual([0, 0, 0])
  })

  it('lets no point cover another', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 20 }), (places) => {
        const offsets = stack(places, 8)
        for (const [i, x] of places.entries()) {
          for (let j = i + 1; j < places.length; j++) {
            const distance = Math.hypot(x - (places[j] ?? 0), (offsets[i] ?? 0) - (offsets[j] ?? 0))
            expect(distance).toBeGreaterThanOrEqual(7.98)
          }
        }
      }),
    )
  })
})
