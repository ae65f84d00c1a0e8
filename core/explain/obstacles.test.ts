import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexBy } from './examples'
import { obstacleDegrees } from './obstacle-degree'
import { obstaclesOf } from './obstacles-of'

describe('obstacleDegrees', () => {
  it('is the share of each in the weighted gaps', () => {
    const degrees = obstacleDegrees([0.5, 0.9, 1], [1, 2, 3]) ?? []
    expect(degrees[0]).toBeCloseTo((0.5 / 0.7) * 100, 10)
    expect(degrees[1]).toBeCloseTo((0.2 / 0.7) * 100, 10)
    expect(degrees[2]).toBe(0)
  })

  it('without a gap there are no obstacles, which is not 0/0', () => {
    expect(obstacleDegrees([1, 1], [0.5, 0.5])).toBeNull()
    expect(obstacleDegrees([0.2, 1], [0, 1])).toBeNull()
    expect(obstacleDegrees([], [])).toBeNull()
  })

  it('beyond the best there is none either', () => {
    expect(obstacleDegrees([1.2, 0.5], [1, 1])).toEqual([0, 100])
  })

  it('refuses negative weights, and what is not finite', () => {
    expect(() => obstacleDegrees([0.5], [-1])).toThrow(RangeError)
    expect(() => obstacleDegrees([Number.NaN], [1])).toThrow(RangeError)
    expect(() => obstacleDegrees([0.5], [])).toThrow(RangeError)
  })

  it('adds up to 100, and does not change when all weights are rescaled', () => {
    const part = fc.record({
      score: fc.double({ min: 0, max: 0.99, noNaN: true }),
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const scores = parts.map(({ score }) => score)
        const degrees =
          obstacleDegrees(
            scores,
            parts.map(({ weight }) => weight),
          ) ?? []
        expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBeCloseTo(100, 9)
        const rescaled =
          obstacleDegrees(
            scores,
            parts.map(({ weight }) => weight * 7),
          ) ?? []
        rescaled.forEach((degree, i) => {
          expect(degree).toBeCloseTo(degrees[i] ?? Number.NaN, 9)
        })
      }),
    )
  })
})

describe('obstaclesOf', () => {
  it('ranks what holds a region back, by weight and gap', () => {
    const found = obstaclesOf(indexBy(), 'R', 2021, 'INDEX')
    expect(found.reduce((sum, { degreePercent }) => sum + degreePercent, 0)).toBeCloseTo(100, 9)
    expect(found[0]?.indicator).toBe('c')
    const b = found.find(({ indicator }) => indicator === 'b')
    // The worst of all years: the whole way is left.
    expect(b).toMatchObject({ score: 1, best: 100, gapShare: 1 })
    expect(b?.weightShare).toBeCloseTo((2 / 3) * (1 / 2) * (1 / 4), 12)
  })

  it('finds none where a region is the best in everything, or has no score', () => {
    expect(obstaclesOf(indexBy(), 'Q', 2021, 'INDEX')).toEqual([])
    expect(obstaclesOf(indexBy({ coverage: { minimum: 0.9 } }), 'P', 2020, 'B')).toEqual([])
    expect(obstaclesOf(indexBy(), 'nobody', 2021, 'INDEX')).toEqual([])
  })

  it('rescales the weights over what is observed', () => {
    const found = obstaclesOf(indexBy(), 'P', 2020, 'B')
    expect(found).toMatchObject([{ indicator: 'e', weightShare: 1, degreePercent: 100 }])
  })

  it('measures z-scores from the highest there is', () => {
    const found = obstaclesOf(indexBy({ normalise: { method: 'z-score' } }), 'R', 2021, 'B')
    const d = found.find(({ indicator }) => indicator === 'd')
    expect(d?.gapShare).toBe(1)
    expect(obstaclesOf(indexBy({ normalise: { method: 'z-score' } }), 'Q', 2021, 'B')).toEqual([])
  })

  it('measures the way to a target from the target', () => {
    const recipe = { normalise: { method: 'goalposts' } } as const
    const found = obstaclesOf(indexBy(recipe), 'Q', 2021, 'A')
    expect(found).toMatchObject([{ indicator: 'c', best: 1 }])
    expect(found[0]?.gapShare).toBeCloseTo(0.2, 12)
  })

  it('needs an aggregate', () => {
    expect(() => obstaclesOf(indexBy(), 'Q', 2021, 'a')).toThrow(RangeError)
    expect(() => obstaclesOf(indexBy(), 'Q', 2021, 'nowhere')).toThrow(RangeError)
  })
})
