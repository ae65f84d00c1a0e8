import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { revisionStatistics } from './revision-statistics'

describe('revisionStatistics', () => {
  it('nets upward against downward revisions in MR and adds them in MAR', () => {
    // R = 0.2, -0.1, 0, 0.3: ΣR = 0.4, Σ|R| = 0.6, Σ|L| = 1.2 + 1.9 + 3 + 4.3 = 10.4.
    const found = revisionStatistics([1, 2, 3, 4], [1.2, 1.9, 3, 4.3])
    expect(found?.count).toBe(4)
    expect(found?.revisedCount).toBe(3)
    expect(found?.meanRevision).toBeCloseTo(0.1, 12)
    expect(found?.meanAbsoluteRevision).toBeCloseTo(0.15, 12)
    expect(found?.relativeMeanAbsoluteRevision).toBeCloseTo(0.6 / 10.4, 12)
    expect(found?.largestRevision).toBeCloseTo(0.3, 12)
  })

  it('leaves out cells observed on one side alone, and says nothing without a pair', () => {
    expect(revisionStatistics([null, 1, 5], [2, null, 5])).toMatchObject({ count: 1, revisedCount: 0 })
    expect(revisionStatistics([null], [1])).toBeNull()
    expect(revisionStatistics([], [])).toBeNull()
  })

  it('has no relative revision towards zeros alone', () => {
    expect(revisionStatistics([1, -1], [0, 0])).toMatchObject({
      meanRevision: 0,
      meanAbsoluteRevision: 1,
      relativeMeanAbsoluteRevision: null,
    })
  })

  it('keeps |MR| at or below MAR, and turns the sign of MR when the two sides change places', () => {
    const pair = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
        const earlier = pairs.map(([a]) => a)
        const later = pairs.map(([, b]) => b)
        const found = revisionStatistics(earlier, later)
        const turned = revisionStatistics(later, earlier)
        expect(Math.abs(found?.meanRevision ?? Number.NaN)).toBeLessThanOrEqual(
          found?.meanAbsoluteRevision ?? Number.NaN,
        )
        expect(turned?.meanRevision).toBeCloseTo(-(found?.meanRevision ?? Number.NaN), 9)
        expect(turned?.meanAbsoluteRevision).toBe(found?.meanAbsoluteRevision)
      }),
    )
  })

  it('refuses sides of different lengths', () => {
    expect(() => revisionStatistics([1], [])).toThrow(RangeError)
  })
})
