import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arithmeticMean } from './arithmetic'

const score = fc.option(fc.double({ min: 0, max: 100, noNaN: true }))
const unit = fc.array(score, { minLength: 1, maxLength: 12 })
const weightOf = (i: number) => ((i * 7) % 5) + 1

function meanOf(scores: readonly (number | null)[], weights = scores.map((_, i) => weightOf(i))): number {
  const result = new Float64Array(1)
  arithmeticMean(
    scores.map((one) => Float64Array.of(one ?? Number.NaN)),
    Float64Array.from(weights),
    result,
  )
  return result[0] as number
}

describe('arithmeticMean', () => {
  it('is Σwz / Σw, for every unit by itself', () => {
    const result = new Float64Array(2)
    arithmeticMean([Float64Array.of(10, 0), Float64Array.of(40, 100)], Float64Array.of(2, 1), result)
    expect([...result]).toEqual([20, 100 / 3])
  })

  it('rescales the weights over what is observed', () => {
    expect(meanOf([30, null, 60], [1, 5, 2])).toBe(50)
  })

  it('has no score where nothing of weight above 0 is observed', () => {
    expect(meanOf([null, null])).toBeNaN()
    expect(meanOf([null, 50], [1, 0])).toBeNaN()
    expect(meanOf([], [])).toBeNaN()
  })

  it('writes over whatever stood in the result', () => {
    const result = Float64Array.of(99)
    arithmeticMean([Float64Array.of(1)], Float64Array.of(1), result)
    expect(result[0]).toBe(1)
  })

  it('lies between the lowest and the highest observed score', () => {
    fc.assert(
      fc.property(unit, (scores) => {
        const observed = scores.filter((one) => one !== null)
        const mean = meanOf(scores)
        if (observed.length === 0) return Number.isNaN(mean)
        return mean >= Math.min(...observed) - 1e-9 && mean <= Math.max(...observed) + 1e-9
      }),
    )
  })

  it('does not fall when a score rises', () => {
    fc.assert(
      fc.property(unit, fc.nat(), fc.double({ min: 0, max: 50, noNaN: true }), (scores, at, rise) => {
        const i = at % scores.length
        const raised = scores.map((one, c) => (one === null || c !== i ? one : one + rise))
        const mean = meanOf(scores)
        return Number.isNaN(mean) || meanOf(raised) >= mean - 1e-9
      }),
    )
  })

  it('does not change when all weights are rescaled, or the children change places', () => {
    fc.assert(
      fc.property(unit, (scores) => {
        const weights = scores.map((_, i) => weightOf(i))
        const mean = meanOf(scores, weights)
        const scaled = meanOf(
          scores,
          weights.map((weight) => weight * 3),
        )
        const turned = meanOf(scores.toReversed(), weights.toReversed())
        if (Number.isNaN(mean)) return Number.isNaN(scaled) && Number.isNaN(turned)
        return Math.abs(scaled - mean) < 1e-9 && Math.abs(turned - mean) < 1e-9
      }),
    )
  })

  it('refuses columns, weights and results that do not belong together', () => {
    const two = Float64Array.of(1, 2)
    const result = new Float64Array(2)
    expect(() => arithmeticMean([Float64Array.of(1)], Float64Array.of(1), result)).toThrow(RangeError)
    expect(() => arithmeticMean([two], Float64Array.of(1, 1), result)).toThrow(RangeError)
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => arithmeticMean([two], Float64Array.of(weight), result)).toThrow(RangeError)
    }
  })
})
