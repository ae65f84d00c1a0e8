import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalWeights } from './equal'
import { frameworkWeights } from './framework'
import type { WeightMethod } from './method'

const given = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 })
const weigh = (method: WeightMethod, weights: readonly number[]) =>
  method({ given: weights, scores: [] }).weights
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('equalWeights', () => {
  it('gives each of k children 1 / k, whatever the framework gives', () => {
    expect(weigh(equalWeights, [3, 0, 1, 7])).toEqual([0.25, 0.25, 0.25, 0.25])
    expect(weigh(equalWeights, [])).toEqual([])
  })
})

describe('frameworkWeights', () => {
  it('rescales the given weights to a sum of 1', () => {
    expect(weigh(frameworkWeights, [1, 2, 1])).toEqual([0.25, 0.5, 0.25])
    fc.assert(
      fc.property(given, (weights) => {
        const total = sum(weigh(frameworkWeights, weights))
        return weights.every((weight) => weight === 0) ? total === 0 : Math.abs(total - 1) < 1e-12
      }),
    )
  })

  it('gives a child of weight 0 no part', () => {
    expect(weigh(frameworkWeights, [0, 5])).toEqual([0, 1])
    expect(weigh(frameworkWeights, [0, 0])).toEqual([0, 0])
    expect(weigh(frameworkWeights, [])).toEqual([])
  })

  it('does not change when all given weights are rescaled', () => {
    fc.assert(
      fc.property(given, (weights) => {
        const scaled = weigh(
          frameworkWeights,
          weights.map((weight) => weight * 8),
        )
        expect(scaled).toEqual(weigh(frameworkWeights, weights))
      }),
    )
  })

  it('neither overflows nor loses tiny weights', () => {
    expect(weigh(frameworkWeights, [Number.MAX_VALUE, Number.MAX_VALUE])).toEqual([0.5, 0.5])
    expect(weigh(frameworkWeights, [Number.MIN_VALUE, Number.MIN_VALUE])).toEqual([0.5, 0.5])
  })

  it('refuses weights that are negative or not finite', () => {
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => weigh(frameworkWeights, [1, weight])).toThrow(RangeError)
    }
  })
})
