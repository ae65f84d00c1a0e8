import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changingWeightChange, fixedWeightChange, geometricChange } from './decompose-change'

describe('fixedWeightChange', () => {
  it('is the sum of the weighted changes', () => {
    const found = fixedWeightChange([10, 20], [30, 15], [0.25, 0.75])
    expect(found.parts).toEqual([5, -3.75])
    expect(found.change).toBe(1.25)
  })

  it('refuses columns of different lengths and numbers that are not finite', () => {
    expect(() => fixedWeightChange([1], [1, 2], [1])).toThrow(RangeError)
    expect(() => fixedWeightChange([1], [Number.NaN], [1])).toThrow(RangeError)
  })
})

describe('changingWeightChange', () => {
  it('tells what came from scores and what from weights', () => {
    const found = changingWeightChange([10, 20], [14, 20], [0.5, 0.5], [0.7, 0.3])
    expect(found.fromScores[0]).toBeCloseTo(0.6 * 4, 12)
    expect(found.fromWeights[0]).toBeCloseTo(12 * 0.2, 12)
    expect(found.fromScores[1]).toBe(0)
    expect(found.fromWeights[1]).toBeCloseTo(20 * -0.2, 12)
    expect(found.change).toBeCloseTo(0.7 * 14 + 0.3 * 20 - 15, 12)
  })

  const column = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 4, maxLength: 4 })

  it('is exact, and the same backwards but for the sign', () => {
    const sum = (scores: readonly number[], weights: readonly number[]) =>
      scores.reduce((total, score, i) => total + score * (weights[i] ?? 0), 0)
    fc.assert(
      fc.property(column, column, column, column, (z0, z1, w0, w1) => {
        const found = changingWeightChange(z0, z1, w0, w1)
        expect(found.change).toBeCloseTo(sum(z1, w1) - sum(z0, w0), 8)
        expect(changingWeightChange(z1, z0, w1, w0).change).toBeCloseTo(-found.change, 8)
      }),
    )
  })

  it('is that of fixed weights where they are fixed', () => {
    fc.assert(
      fc.property(column, column, column, (z0, z1, w) => {
        const fixed = fixedWeightChange(z0, z1, w).parts
        changingWeightChange(z0, z1, w, w).parts.forEach((part, i) => {
          expect(part).toBeCloseTo(fixed[i] ?? Number.NaN, 12)
        })
      }),
    )
  })
})

describe('geometricChange', () => {
  it('splits the change of a geometric mean exactly', () => {
    const score = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 3, maxLength: 3 })
    const weights = [0.2, 0.3, 0.5]
    const mean = (scores: readonly number[]) => scores.reduce((m, z, i) => m * z ** (weights[i] ?? 0), 1)
    fc.assert(
      fc.property(score, score, (z0, z1) => {
        const { change, parts } = geometricChange(z0, z1, weights)
        expect(change).toBeCloseTo(mean(z1) - mean(z0), 9)
        parts.forEach((part, i) => {
          expect(Math.sign(part)).toBe(Math.sign((z1[i] ?? 0) - (z0[i] ?? 0)))
        })
      }),
    )
  })

  it('is 0 where nothing changes', () => {
    expect(geometricChange([4, 9], [4, 9], [0.5, 0.5])).toEqual({ change: 0, parts: [0, 0] })
  })

  it('refuses a score that has no logarithm', () => {
    expect(() => geometricChange([0, 1], [1, 1], [0.5, 0.5])).toThrow(RangeError)
  })
})
