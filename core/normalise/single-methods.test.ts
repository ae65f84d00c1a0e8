import { describe, expect, it } from 'vitest'
import { borda } from './borda'
import { distanceToMax } from './distance-to-max'
import { distanceToTarget } from './distance-to-target'
import { fractionOfMax } from './fraction-of-max'
import { goalposts } from './goalposts'
import type { NormaliseWarning } from './method'
import { percentile } from './percentile'
import { rankScore } from './rank'
import { scaled } from './scaled'
import { zScore } from './z-score'

type Row = readonly (number | null)[]

function run<Options>(
  method: (values: Float64Array, scores: Float64Array, options: Options) => NormaliseWarning | null,
  values: Row,
  options: Options,
): Row | NormaliseWarning {
  const column = Float64Array.from(values, (value) => value ?? Number.NaN)
  const scores = new Float64Array(column.length).fill(99)
  const warning = method(column, scores, options)
  if (warning !== null) expect(scores.every(Number.isNaN)).toBe(true)
  return warning ?? Array.from(scores, (one) => (Number.isNaN(one) ? null : one))
}

const up = { direction: 1 } as const
const down = { direction: -1 } as const

describe('zScore', () => {
  it('has the mean and the sample standard deviation that are asked for', () => {
    expect(run(zScore, [1, null, 2, 3], { ...up, mean: 0, sd: 1 })).toEqual([-1, null, 0, 1])
    expect(run(zScore, [1, 2, 3], { ...down, mean: 100, sd: 10 })).toEqual([110, 100, 90])
  })

  it('refuses a spread that is not above 0, or beyond what a number can hold', () => {
    for (const sd of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_VALUE]) {
      expect(() => run(zScore, [1, 2], { ...up, mean: 0, sd })).toThrow(RangeError)
    }
  })
})

describe('scaled', () => {
  it('measures between two fixed points, in hundredths, and goes on beyond them', () => {
    expect(run(scaled, [1, null, 4, 7, 10], { ...up, lower: 1, upper: 7 })).toEqual([0, null, 50, 100, 150])
  })

  it('counts from the other end where lower is better', () => {
    expect(run(scaled, [1, 4, 7, 10], { ...down, lower: 1, upper: 7 })).toEqual([100, 50, 0, -50])
  })

  it('refuses points without distance, and scores that no number can hold', () => {
    expect(() => run(scaled, [1], { ...up, lower: 7, upper: 7 })).toThrow(RangeError)
    expect(() => run(scaled, [1e300], { ...up, lower: 0, upper: 1e-10 })).toThrow(RangeError)
  })
})

describe('rankScore, borda and percentile', () => {
  // mcdm/expected_edge_cases.csv: rank_ties_min, borda_ties_min, prank_ties_min.
  it('let ties share the minimum, the worst being first', () => {
    expect(run(rankScore, [1, 2, 2, 3], up)).toEqual([1, 2, 2, 4])
    expect(run(borda, [1, 2, 2, 3], up)).toEqual([0, 1, 1, 3])
    expect(run(percentile, [1, 2, 2, 3], up)).toEqual([0, 1 / 3, 1 / 3, 1])
  })

  it('turn round where lower is better, and do not count a gap', () => {
    expect(run(rankScore, [1, null, 2, 2, 3], down)).toEqual([4, null, 2, 2, 1])
    expect(run(percentile, [5, null, 7, 9], down)).toEqual([1, null, 0.5, 0])
  })
})

describe('distanceToMax', () => {
  it('is 1 for the best and 0 for the worst', () => {
    expect(run(distanceToMax, [0, 2.5, 10, null], up)).toEqual([0, 0.25, 1, null])
    expect(run(distanceToMax, [0, 2.5, 10], down)).toEqual([1, 0.75, 0])
  })
})

describe('fractionOfMax', () => {
  it('keeps ratios to the best value', () => {
    expect(run(fractionOfMax, [0, 5, null, 10], up)).toEqual([0, 0.5, null, 1])
    expect(run(fractionOfMax, [-5, 10], up)).toEqual([-0.5, 1])
  })

  it('is the best over the value where lower is better, so that worse is lower', () => {
    expect(run(fractionOfMax, [2, 4, 8], down)).toEqual([1, 0.5, 0.25])
  })

  it('has no scores without a positive best, or where lower is better without positive values', () => {
    expect(run(fractionOfMax, [-4, 0], up)).toBe('not-positive')
    expect(run(fractionOfMax, [0, 4], down)).toBe('not-positive')
  })

  it('refuses a fraction that no number can hold', () => {
    expect(() => run(fractionOfMax, [-1e300, 1e-300], up)).toThrow(RangeError)
  })
})

describe('distanceToTarget', () => {
  // mcdm/expected_edge_cases.csv: dist2targ, dist2targ_cap, dist2targ_neg.
  it('is the way from the worst value to the target, and counts on beyond it unless capped', () => {
    expect(run(distanceToTarget, [0, 5, 11], { ...up, target: 10 })).toEqual([0, 0.5, 1.1])
    expect(run(distanceToTarget, [0, 5, 11], { ...up, target: 10, cap: true })).toEqual([0, 0.5, 1])
    expect(run(distanceToTarget, [-1, 1, 10], { ...down, target: 0 })).toEqual([1.1, 0.9, 0])
  })

  it('has no scores when even the worst value has passed the target: it would turn them upside down', () => {
    expect(run(distanceToTarget, [3, 5], { ...up, target: 2 })).toBe('target-passed')
    expect(run(distanceToTarget, [3, 5], { ...up, target: 3 })).toBe('target-passed')
    expect(run(distanceToTarget, [3, 5], { ...down, target: 5 })).toBe('target-passed')
    expect(run(distanceToTarget, [4, 4], { ...up, target: 4 })).toBe('target-passed')
  })

  it('has no scores without a target, or where nobody has moved from the worst value', () => {
    expect(run(distanceToTarget, [3, 5], { ...up, target: null })).toBe('no-target')
    expect(run(distanceToTarget, [3, 3], { ...up, target: 5 })).toBe('constant')
    expect(run(distanceToTarget, [3, null], { ...up, target: 5 })).toBe('single-unit')
  })

  it('refuses a target that is not finite', () => {
    expect(() => run(distanceToTarget, [3, 5], { ...up, target: Number.POSITIVE_INFINITY })).toThrow(
      RangeError,
    )
  })
})

describe('goalposts', () => {
  const posts = { goalpostLow: 0, goalpostHigh: 10 }

  // mcdm/expected_edge_cases.csv: goalposts, goalposts_neg.
  it('is the place between the posts, cut off at them', () => {
    expect(run(goalposts, [1, 11, -1, null], { ...up, ...posts })).toEqual([0.1, 1, 0, null])
    expect(run(goalposts, [1, -1, 11], { ...down, ...posts })).toEqual([0.9, 1, 0])
  })

  it('has no scores where a post is not given', () => {
    expect(run(goalposts, [1, 2], { ...up, goalpostLow: null, goalpostHigh: 10 })).toBe('no-goalposts')
    expect(run(goalposts, [1, 2], { ...up, goalpostLow: 0, goalpostHigh: null })).toBe('no-goalposts')
  })

  it('refuses posts that are turned round or stand in one place', () => {
    expect(() => run(goalposts, [1, 2], { ...up, goalpostLow: 10, goalpostHigh: 10 })).toThrow(RangeError)
    expect(() => run(goalposts, [1, 2], { ...up, goalpostLow: 10, goalpostHigh: 0 })).toThrow(RangeError)
  })
})
