import { describe, expect, it } from 'vitest'
import { arithmeticMean } from './arithmetic'
import { aggregateRows } from './examples'
import { geometricMean } from './geometric'
import { harmonicMean } from './harmonic'
import { medianScore } from './median'
import { powerMean } from './power'

const one = (scores: readonly number[], power: number) =>
  aggregateRows(powerMean, [scores], undefined, { power })[0] ?? Number.NaN

describe('geometricMean', () => {
  // COINr 1.1.14, test of a_gmean; mcdm/expected_edge_cases.csv.
  it('is exp(Σ w·ln z / Σ w) over what is observed', () => {
    const [whole, part] = aggregateRows(
      geometricMean,
      [
        [1, 2, 3],
        [null, 2, 8],
      ],
      [1, 1, 2],
    )
    expect(whole).toBeCloseTo(2.0597671439071177, 14)
    expect(part).toBeCloseTo((2 * 8 * 8) ** (1 / 3), 14)
  })

  it('refuses a score of 0 or below, and says what to do', () => {
    expect(() => aggregateRows(geometricMean, [[0, 50, 100]])).toThrow('such as 1 to 100')
    expect(() => aggregateRows(geometricMean, [[-1, 50]])).toThrow(RangeError)
  })
})

describe('harmonicMean', () => {
  // COINr 1.1.14, test of a_hmean.
  it('is Σ w / Σ(w / z) over what is observed', () => {
    const scores = aggregateRows(
      harmonicMean,
      [
        [1, 2, 3],
        [null, 2, 6],
      ],
      [2, 1, 1],
    )
    expect(scores[0]).toBeCloseTo(1.4117647058823528, 14)
    expect(scores[1]).toBeCloseTo(3, 14)
  })

  it('refuses a score of 0 or below: its limit would wipe out all others', () => {
    expect(() => aggregateRows(harmonicMean, [[0, 5]])).toThrow('such as 1 to 100')
    const [almost] = aggregateRows(harmonicMean, [[1e-300, 5]])
    expect(almost).toBeCloseTo(0, 12)
  })
})

describe('powerMean', () => {
  it('is (Σ w·z^p / Σ w)^(1/p)', () => {
    expect(one([3, 4], 2)).toBeCloseTo(Math.sqrt(12.5), 12)
    expect(aggregateRows(powerMean, [[3, 4]], [3, 1], { power: 3 })[0]).toBeCloseTo(36.25 ** (1 / 3), 12)
  })

  it('passes through the harmonic, geometric and arithmetic mean, and rises with p', () => {
    const scores = [2, 3, 12]
    expect(one(scores, -1)).toBeCloseTo(aggregateRows(harmonicMean, [scores])[0] ?? 0, 12)
    expect(one(scores, 0)).toBeCloseTo(aggregateRows(geometricMean, [scores])[0] ?? 0, 12)
    expect(one(scores, 1e-9)).toBeCloseTo(one(scores, 0), 6)
    expect(one(scores, -1e-12)).toBeCloseTo(one(scores, 0), 9)
    expect(one(scores, 1)).toBeCloseTo(17 / 3, 14)
    const rising = [-900, -2, -1, 0, 0.5, 1, 2, 900].map((power) => one(scores, power))
    expect(rising).toEqual(rising.toSorted((a, b) => a - b))
    expect(rising[0]).toBeCloseTo(2, 1)
    expect(rising.at(-1)).toBeCloseTo(12, 1)
  })

  it('takes a score of 0 when p > 0 and any score when p = 1', () => {
    expect(one([0, 8], 2)).toBeCloseTo(Math.sqrt(32), 12)
    expect(one([0, 0], 2)).toBe(0)
    expect(one([-4, 8], 1)).toBe(2)
  })

  it('refuses scores that have no power, and a power that is not finite', () => {
    expect(() => one([-1, 8], 2)).toThrow('at least 0')
    expect(() => one([0, 8], -2)).toThrow('above 0')
    expect(() => one([0, 8], 0)).toThrow(RangeError)
    expect(() => one([1, 8], Number.POSITIVE_INFINITY)).toThrow(RangeError)
  })
})

describe('medianScore', () => {
  it('is the ordinary median when the weights are equal', () => {
    expect(
      aggregateRows(medianScore, [
        [5, 1, 9],
        [5, 1, null],
        [null, 7, null],
      ]),
    ).toEqual([5, 3, 7])
  })

  it('is where half of the weight is passed', () => {
    expect(aggregateRows(medianScore, [[10, 20, 30]], [1, 1, 3])).toEqual([30])
    expect(aggregateRows(medianScore, [[10, 20, 30]], [1, 1, 2])).toEqual([25])
    expect(aggregateRows(medianScore, [[10, 20, 30]], [0.1, 0.2, 0.3])).toEqual([25])
    expect(aggregateRows(medianScore, [[10, 20, null]], [0, 1, 5])).toEqual([20])
  })

  it('hears nothing of how far the extremes are', () => {
    expect(aggregateRows(medianScore, [[-1e300, 5, 1e300]])).toEqual([5])
  })
})

describe('every mean of equal scores', () => {
  // Six regions at the top of all they have observed, some with gaps: they tie, whatever rounding would make of it.
  const rows = [
    [100, 100, 100, 100],
    [100, null, 100, 100],
    [null, 100, null, 100],
    [100, 100, null, 100],
    [null, null, 100, null],
  ]
  const weights = [0.1, 0.2, 0.3, 0.4]

  for (const [name, scores] of [
    ['arithmetic', aggregateRows(arithmeticMean, rows, weights)],
    ['geometric', aggregateRows(geometricMean, rows, weights)],
    ['harmonic', aggregateRows(harmonicMean, rows, weights)],
    ['power', aggregateRows(powerMean, rows, weights, { power: 2.5 })],
  ] as const) {
    it(`${name}: is that score to the last bit`, () => {
      expect(scores).toEqual([100, 100, 100, 100, 100])
    })
  }
})
