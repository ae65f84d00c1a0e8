import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NormaliseOptions } from './method'
import { isRelative, type NormaliseMethodName, normaliseMethods, scoreBounds } from './methods'

const options: Omit<NormaliseOptions, 'direction'> = {
  lower: 0,
  upper: 100,
  mean: 50,
  sd: 10,
  goalpostLow: 20,
  goalpostHigh: 80,
  target: null,
}
type Row = readonly (number | null)[]

/** A target beyond all values, on the better side. */
function targetOf(values: Row, direction: 1 | -1): number {
  const observed = values.filter((value) => value !== null)
  return direction === 1 ? Math.max(...observed, 0) + 1 : Math.min(...observed, 0) - 1
}

function score(name: NormaliseMethodName, values: Row, more: Partial<NormaliseOptions> = {}) {
  const direction = more.direction ?? 1
  const target = values.some((value) => value !== null) ? targetOf(values, direction) : null
  const scores = Float64Array.from(values, (value) => value ?? Number.NaN)
  const warning = normaliseMethods[name](scores, scores, { ...options, target, direction, ...more })
  return { warning, scores: Array.from(scores, (one) => (Number.isNaN(one) ? null : one)) }
}

const names = Object.keys(normaliseMethods) as NormaliseMethodName[]
const relative = names.filter(isRelative)
// Above 0, so that fractions have a meaning; whole, so that no difference drowns in rounding.
const row = fc.array(fc.option(fc.integer({ min: 1, max: 1000 })), { minLength: 2, maxLength: 30 })
const direction = fc.constantFrom(1 as const, -1 as const)

describe.each(names)('%s', (name) => {
  it('scores what is observed and nothing else, finitely, and says why when it does not', () => {
    fc.assert(
      fc.property(row, direction, (values, which) => {
        const { scores, warning } = score(name, values, { direction: which })
        const isScored = scores.map((one) => one !== null && Number.isFinite(one))
        const expected = values.map((value) => value !== null && warning === null)
        expect(isScored).toEqual(expected)
      }),
    )
  })

  it('never gives the better of two values the lower score', () => {
    fc.assert(
      fc.property(row, direction, (values, which) => {
        const { scores } = score(name, values, { direction: which })
        return values.every((a, i) =>
          values.every((b, j) => {
            const [za, zb] = [scores[i], scores[j]]
            if (a === null || b === null || za == null || zb == null) return true
            return which * (a - b) < 0 || za >= zb
          }),
        )
      }),
    )
  })

  it('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(row, (values) => {
        const turned = score(name, values.toReversed())
        score(name, values).scores.forEach((one, i) => {
          const other = turned.scores.toReversed()[i] ?? null
          if (one === null || other === null) expect(one).toBe(other)
          else expect(other).toBeCloseTo(one, 9)
        })
      }),
    )
  })

  it('keeps within its bounds, where it has any', () => {
    const bounds = scoreBounds(name, options)
    fc.assert(
      fc.property(row, direction, (values, which) => {
        const { scores } = score(name, values, { direction: which })
        return (
          bounds === null || scores.every((one) => one === null || (one >= bounds[0] && one <= bounds[1]))
        )
      }),
    )
  })

  it('has nothing to say of no value, and refuses places of another number', () => {
    expect(score(name, [null, null])).toEqual({ warning: null, scores: [null, null] })
    const run = () =>
      normaliseMethods[name](new Float64Array(2), new Float64Array(3), { ...options, direction: 1 })
    expect(run).toThrow(RangeError)
  })
})

describe.each(relative)('%s, which compares regions with each other', (name) => {
  it('has no scores for equal values or a single one', () => {
    expect(score(name, [5, null, 5])).toEqual({ warning: 'constant', scores: [null, null, null] })
    expect(score(name, [null, 5])).toEqual({ warning: 'single-unit', scores: [null, null] })
  })

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(row, direction, (values, which) => {
        const here = score(name, values, { direction: which })
        const there = score(
          name,
          values.map((value) => (value === null ? null : value * 1000)),
          { direction: which },
        )
        expect(there.warning).toBe(here.warning)
        here.scores.forEach((one, i) => {
          if (one !== null) expect(there.scores[i]).toBeCloseTo(one, 9)
        })
      }),
    )
  })
})

describe('the methods that compare with fixed points', () => {
  it('are scaled, goalposts and distance to target', () => {
    expect(names.filter((name) => !isRelative(name))).toEqual(['scaled', 'distance-to-target', 'goalposts'])
  })

  it('score one region alone, and equal values, by points that do not come from the values', () => {
    expect(score('scaled', [25, 25])).toEqual({ warning: null, scores: [25, 25] })
    expect(score('goalposts', [50])).toEqual({ warning: null, scores: [0.5] })
  })
})
