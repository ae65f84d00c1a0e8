import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divergenceOf } from './entropy'
import type { WeightMethod } from './method'
import { weightMethods } from './methods'

type Row = readonly (number | null)[]

/** Weights of the columns of a matrix, a row per unit; null = no score. */
function weigh(method: WeightMethod, rows: readonly Row[]) {
  const given = (rows[0] ?? []).map(() => 1)
  const scores = given.map((_, c) => Float64Array.from(rows, (row) => row[c] ?? Number.NaN))
  return method({ given, scores })
}

const { entropy, critic, cv, sd, pca } = weightMethods
const byData = { entropy, critic, cv, sd, pca }
const width = 4
const score = fc.option(fc.integer({ min: 0, max: 100 }), { freq: 8 })
const rows = fc.array(fc.array(score, { minLength: width, maxLength: width }), {
  minLength: 4,
  maxLength: 20,
})
const hasTwo = (units: readonly Row[]) =>
  units[0]?.some((_, c) => units.filter((unit) => unit[c] !== null).length > 1) ?? false

describe.each(Object.entries(byData))('%s weights', (_, method) => {
  it('are at least 0 and sum to 1', () => {
    fc.assert(
      fc.property(rows.filter(hasTwo), (units) => {
        const { weights } = weigh(method, units)
        const sum = weights.reduce((total, weight) => total + weight, 0)
        return Math.abs(sum - 1) < 1e-9 && weights.every((weight) => weight >= 0)
      }),
    )
  })

  it('do not depend on the order of the units, and go with the children', () => {
    fc.assert(
      fc.property(rows.filter(hasTwo), (units) => {
        const { weights, warning } = weigh(method, units)
        const turned = weigh(
          method,
          units.toReversed().map((unit) => unit.toReversed()),
        )
        expect(turned.warning).toBe(warning)
        turned.weights.toReversed().forEach((weight, c) => {
          expect(weight).toBeCloseTo(weights[c] as number, 7)
        })
      }),
    )
  })

  it('give a constant child no weight and change no other by it', () => {
    fc.assert(
      fc.property(rows.filter(hasTwo), (units) => {
        const { weights, warning } = weigh(method, units)
        const wider = weigh(
          method,
          units.map((unit) => [...unit, 7]),
        )
        if (warning !== null) return
        expect(wider.weights[width]).toBe(0)
        weights.forEach((weight, c) => {
          expect(wider.weights[c]).toBeCloseTo(weight, 9)
        })
      }),
    )
  })

  it('do not change when all scores are rescaled', () => {
    fc.assert(
      fc.property(rows.filter(hasTwo), (units) => {
        const scaled = units.map((unit) => unit.map((one) => (one === null ? null : one * 8)))
        weigh(method, scaled).weights.forEach((weight, c) => {
          expect(weight).toBeCloseTo(weigh(method, units).weights[c] as number, 7)
        })
      }),
    )
  })

  it('are equal, and said to be so, when no child tells the units apart', () => {
    const flat = [
      [1, 1],
      [1, 1],
      [1, 1],
    ]
    expect(weigh(method, flat)).toEqual({ weights: [0.5, 0.5], warning: 'uninformative' })
  })

  it('ask nothing of the data about one child or none', () => {
    expect(weigh(method, [[-3], [-3]])).toEqual({ weights: [1], warning: null })
    expect(weigh(method, [])).toEqual({ weights: [], warning: null })
  })

  it('refuse the scores of one unit, and columns of different lengths', () => {
    expect(() => weigh(method, [[3, 4]])).toThrow('at least two units')
    const uneven = [new Float64Array(2), new Float64Array(3)]
    expect(() => method({ given: [1, 1], scores: uneven })).toThrow(RangeError)
  })
})

describe('entropy weights', () => {
  // mcdm/expected_edge_cases.csv: entropy_value.
  it('count 0·ln 0 as 0', () => {
    expect(1 - divergenceOf(Float64Array.of(0, 1, 2))).toBeCloseTo(0.579380164285695, 14)
    expect(divergenceOf(Float64Array.of(0, 0, 5))).toBe(1)
    expect(divergenceOf(Float64Array.of(0, 0, 0))).toBe(0)
  })

  it('weigh more what is spread more unevenly', () => {
    const { weights } = weigh(entropy, [
      [49, 0],
      [50, 0],
      [51, 100],
    ])
    expect(weights[1]).toBeGreaterThan(0.99)
  })

  it('count n over the scores that there are', () => {
    expect(divergenceOf(Float64Array.of(1, Number.NaN, 3, Number.NaN))).toBe(
      divergenceOf(Float64Array.of(1, 3)),
    )
  })

  it('keep digits where e is nearly 1, and neither overflow nor vanish', () => {
    const small = 1e-7
    // 1 - e of (1 - δ, 1 + δ) is δ² / (2·ln 2) but for higher powers of δ.
    const divergence = divergenceOf(Float64Array.of(1 - small, 1 + small))
    expect(divergence / (small ** 2 / (2 * Math.LN2))).toBeCloseTo(1, 1)
    for (const unit of [1e308, 1e-308]) {
      expect(divergenceOf(Float64Array.of(unit / 4, unit))).toBeCloseTo(
        divergenceOf(Float64Array.of(0.25, 1)),
        9,
      )
    }
  })

  it('refuse a negative score, and say what to do', () => {
    const run = () =>
      weigh(entropy, [
        [1, -2],
        [3, 4],
      ])
    expect(run).toThrow(RangeError)
    expect(run).toThrow('such as min-max')
  })
})

describe('cv weights', () => {
  it('are those of the values behind the scores, where a child has values', () => {
    const scores = [Float64Array.of(0, 100), Float64Array.of(0, 100)]
    const values = [Float64Array.of(9, 11), null]
    const { weights } = cv({ given: [1, 1], scores, valuesOf: (child) => values[child] ?? null })
    expect(weights[0]).toBeCloseTo(0.1 / (0.1 + 1), 12)
  })

  it('are equal, and said to be so, where a mean is 0', () => {
    const around = [
      [-1, 1],
      [1, 2],
    ]
    expect(weigh(cv, around)).toEqual({ weights: [0.5, 0.5], warning: 'zero-mean' })
  })
})

describe('critic weights', () => {
  it('are σ·Σ(1 - r)', () => {
    // σ = 1, 2, 1; r = 1 between the first two, -1 with the third.
    const { weights } = weigh(critic, [
      [1, 2, 3],
      [2, 4, 2],
      [3, 6, 1],
    ])
    expect(weights).toEqual([0.2, 0.4, 0.4])
  })

  it('are equal, and said to be so, when all children say the same', () => {
    const same = [
      [1, 2],
      [2, 4],
      [3, 6],
    ]
    expect(weigh(critic, same)).toEqual({ weights: [0.5, 0.5], warning: 'uninformative' })
    // In tenths and with an offset, where the correlation is 1 but for rounding.
    const almost = [0.1, 0.2, 0.7, 1.3, 2.9].map((one) => [one, one * 0.3 + 0.1, one * 0.1])
    expect(weigh(critic, almost).warning).toBe('uninformative')
    expect(weigh(critic, [...almost, [null, null, null]]).warning).toBe('uninformative')
  })
})

describe('pca weights', () => {
  it('are equal for children that are not correlated, and for two however they are', () => {
    const cross = [
      [1, 0, 0],
      [-1, 0, 0],
      [0, 1, 0],
      [0, -1, 0],
      [0, 0, 1],
      [0, 0, -1],
    ]
    for (const weight of weigh(pca, cross).weights) expect(weight).toBeCloseTo(1 / 3, 12)
    const two = [
      [1, 1],
      [2, 3],
      [3, 2],
      [4, 9],
    ]
    for (const weight of weigh(pca, two).weights) expect(weight).toBeCloseTo(0.5, 12)
  })

  it('keep every component of children that are not correlated but for rounding', () => {
    // A Latin square in tenths: the eigenvalues are 1, 1 and 0.9999999999999994.
    const square = [0, 1, 2].flatMap((a) =>
      [0, 1, 2].map((b) => [a * 0.1 + 0.7, b * 0.1 * 3 + 0.7, ((a + b) % 3) * 0.1 + 0.7]),
    )
    for (const weight of weigh(pca, square).weights) expect(weight).toBeCloseTo(1 / 3, 9)
  })

  it('weigh less the child that goes with no other', () => {
    const { weights } = weigh(pca, [
      [1, 1, 5],
      [2, 2, 1],
      [3, 3, 4],
      [4, 5, 2],
      [5, 4, 3],
    ])
    expect(weights[2]).toBeLessThan(0.2)
    expect(weights[0]).toBeGreaterThan(0.4)
  })

  it('are equal, and said to be so, when too few rows are complete', () => {
    const sparse = [
      [1, 1, null],
      [2, null, 3],
      [3, 2, null],
      [null, 3, 5],
    ]
    expect(weigh(pca, sparse)).toEqual({ weights: [1 / 3, 1 / 3, 1 / 3], warning: 'too-few-rows' })
  })
})
