import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spread } from './spread'

describe('spread', () => {
  it('leaves blocks alone that do not touch', () => {
    expect(
      spread(
        [
          { at: 80, size: 10 },
          { at: 20, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([80, 20])
  })

  it('moves two that want the same place apart by equal amounts', () => {
    expect(
      spread(
        [
          { at: 50, size: 10 },
          { at: 50, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([45, 55])
  })

  it('keeps blocks inside the room', () => {
    expect(
      spread(
        [
          { at: 0, size: 10 },
          { at: 2, size: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([5, 15])
    expect(spread([{ at: 100, size: 10 }], 0, 100)).toEqual([95])
  })

  it('never lets two blocks overlap, and keeps their order', () => {
    const block = fc.record({ at: fc.integer({ min: 0, max: 300 }), size: fc.integer({ min: 5, max: 30 }) })
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 12 }), (blocks) => {
        const middles = spread(blocks, 0, 400)
        const placed = blocks
          .map((one, i) => ({ ...one, middle: middles[i] ?? 0 }))
          .toSorted((a, b) => a.middle - b.middle)
        for (const [i, one] of placed.entries()) {
          expect(one.middle - one.size / 2).toBeGreaterThanOrEqual(-1e-9)
          const next = placed[i + 1]
          if (!next) continue
          expect(next.middle - one.middle).toBeGreaterThanOrEqual((one.size + next.size) / 2 - 1e-9)
          expect(one.at).toBeLessThanOrEqual(next.at)
        }
      }),
    )
  })
})
