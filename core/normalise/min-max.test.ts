import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minMax } from './min-max'

const scale = { lower: 0, upper: 100 }
const column = fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true })), {
  minLength: 2,
  maxLength: 40,
})

function score(values: readonly (number | null)[], options = { direction: 1 as 1 | -1, ...scale }) {
  const scores = Float64Array.from(values, (value) => value ?? Number.NaN)
  const warning = minMax(scores, scores, options)
  return { warning, scores: Array.from(scores, (one) => (Number.isNaN(one) ? null : one)) }
}

describe('minMax', () => {
  it('gives the best of the frame the upper end and the worst the lower', () => {
    // COINr 1.1.14, n_minmax, 0..100.
    const coinr = score([1, 2, 2, 3, null, 5, 5, 5, 10, 0])
    expect(coinr).toEqual({ warning: null, scores: [10, 20, 20, 30, null, 50, 50, 50, 100, 0] })
    expect(score([2, 4], { direction: 1, lower: 1, upper: 10 }).scores).toEqual([1, 10])
  })

  it('flips where lower is better', () => {
    expect(score([1, 3, 5], { direction: -1, ...scale }).scores).toEqual([100, 50, 0])
  })

  it('has no scores for a constant column: 0/0 is not a score', () => {
    expect(score([5, 5, 5])).toEqual({ warning: 'constant', scores: [null, null, null] })
    expect(score([0, -0])).toEqual({ warning: 'constant', scores: [null, null] })
  })

  it('has no scores for one value, and nothing to warn of for none', () => {
    expect(score([null, 5])).toEqual({ warning: 'single-unit', scores: [null, null] })
    expect(score([null])).toEqual({ warning: null, scores: [null] })
    expect(score([])).toEqual({ warning: null, scores: [] })
  })

  it('stays finite when the range itself would overflow', () => {
    expect(score([-Number.MAX_VALUE, 0, Number.MAX_VALUE]).scores).toEqual([0, 50, 100])
  })

  it('refuses a scale without width and arrays of different length', () => {
    expect(() => score([1, 2], { direction: 1, lower: 5, upper: 5 })).toThrow(RangeError)
    const options = { direction: 1, ...scale } as const
    expect(() => minMax(new Float64Array(2), new Float64Array(3), options)).toThrow(RangeError)
  })

  it('keeps within the scale, and a gap a gap', () => {
    fc.assert(
      fc.property(column, fc.constantFrom(1 as const, -1 as const), (values, direction) => {
        const { scores, warning } = score(values, { direction, ...scale })
        return scores.every((one, i) =>
          one === null ? values[i] === null || warning !== null : one >= 0 && one <= 100,
        )
      }),
    )
  })

  it('does not lower the score of a better value', () => {
    fc.assert(
      fc.property(column, fc.constantFrom(1 as const, -1 as const), (values, direction) => {
        const { scores } = score(values, { direction, ...scale })
        return values.every((a, i) =>
          values.every((b, j) => {
            const [za, zb] = [scores[i], scores[j]]
            if (a === null || b === null || za == null || zb == null) return true
            return direction * (a - b) < 0 || za >= zb
          }),
        )
      }),
    )
  })

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 }), (values) => {
        const here = score(values).scores
        const there = score(values.map((value) => value * 1.8 + 32)).scores
        here.forEach((one, i) => {
          if (one === null) expect(there[i]).toBeNull()
          else expect(there[i]).toBeCloseTo(one, 8)
        })
      }),
    )
  })

  it('depends on the values alone, not on their order', () => {
    fc.assert(
      fc.property(column, (values) => {
        expect(score(values.toReversed()).scores).toEqual(score(values).scores.toReversed())
      }),
    )
  })
})
