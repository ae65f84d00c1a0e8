import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { rank } from '../stats/rank'
import type { NormaliseOptions } from './method'
import { type NormaliseMethodName, normaliseMethods } from './methods'

const flights = 'coinr/expected_normalisation_flights.csv'
const ties = 'coinr/expected_normalisation_ties_na.csv'
const plain: NormaliseOptions = {
  direction: 1,
  lower: 0,
  upper: 100,
  mean: 0,
  sd: 1,
  goalpostLow: null,
  goalpostHigh: null,
  target: null,
}

function expectScores(
  file: string,
  column: string,
  method: NormaliseMethodName,
  options: Partial<NormaliseOptions> = {},
): void {
  const rows = readOracle(file)
  const scores = Float64Array.from(rows, (row) => numberIn(row.x) ?? Number.NaN)
  expect(normaliseMethods[method](scores, scores, { ...plain, ...options })).toBeNull()
  expect(rows.some((row) => numberIn(row[column]) !== null)).toBe(true)
  rows.forEach((row, i) => {
    const expected = numberIn(row[column])
    if (expected === null) expect(scores[i]).toBeNaN()
    else expect(Math.abs((scores[i] as number) - expected)).toBeLessThan(1e-9)
  })
}

const cases: readonly (readonly [string, NormaliseMethodName, Partial<NormaliseOptions>])[] = [
  ['minmax_0_100', 'min-max', {}],
  ['minmax_1_100', 'min-max', { lower: 1 }],
  ['zscore_0_1', 'z-score', {}],
  ['zscore_50_10', 'z-score', { mean: 50, sd: 10 }],
  ['scaled_0_211', 'scaled', { upper: 211 }],
  ['rank', 'rank', {}],
  ['borda', 'borda', {}],
  ['prank', 'percentile', {}],
  ['dist2max', 'distance-to-max', {}],
  ['dist2targ_100', 'distance-to-target', { target: 100 }],
  ['dist2targ_100_cap', 'distance-to-target', { target: 100, cap: true }],
  ['fracmax', 'fraction-of-max', {}],
  ['goalposts_5_150', 'goalposts', { goalpostLow: 5, goalpostHigh: 150 }],
  ['goalposts_5_150_neg', 'goalposts', { goalpostLow: 5, goalpostHigh: 150, direction: -1 }],
]

describe('normalisation against COINr 1.1.14, the flights of 51 countries', () => {
  it.each(cases)('%s: %s gives the same scores', (column, method, options) => {
    expectScores(flights, column, method, options)
  })

  it('dist2ref_unit5: distance to a reference region is distance to its value as the target', () => {
    const reference = numberIn(readOracle(flights)[4]?.x)
    expectScores(flights, 'dist2ref_unit5', 'distance-to-target', { target: reference })
  })
})

describe('normalisation against COINr 1.1.14, with ties and a missing value', () => {
  it.each([
    ['minmax', 'min-max'],
    ['zscore', 'z-score'],
    ['rank', 'rank'],
    ['borda', 'borda'],
    ['prank', 'percentile'],
    ['dist2max', 'distance-to-max'],
    ['fracmax', 'fraction-of-max'],
  ] as const)('%s: %s gives the same scores', (column, method) => {
    expectScores(ties, column, method)
  })
})

describe('rank against COINr 1.1.14', () => {
  it.each([flights, ties])(
    'gives the same ranks for %s, ties at the minimum, counted from the smallest',
    (file) => {
      const rows = readOracle(file)
      const ranks = rank(
        rows.map((row) => numberIn(row.x)),
        'ascending',
      )
      expect(ranks).toEqual(rows.map((row) => numberIn(row.rank)))
    },
  )
})

describe('normalisation against the edge cases agreed on', () => {
  const rows = readOracle('mcdm/expected_edge_cases.csv')
  const rowOf = (test: string) => rows.find((row) => row.test === test)
  const cases: readonly (readonly [
    string,
    NormaliseMethodName,
    readonly number[],
    Partial<NormaliseOptions>,
  ])[] = [
    ['minmax_constant', 'min-max', [5, 5, 5], {}],
    ['rank_ties_min', 'rank', [1, 2, 2, 3], {}],
    ['borda_ties_min', 'borda', [1, 2, 2, 3], {}],
    ['prank_ties_min', 'percentile', [1, 2, 2, 3], {}],
    ['dist2targ', 'distance-to-target', [0, 5, 11], { target: 10 }],
    ['dist2targ_cap', 'distance-to-target', [0, 5, 11], { target: 10, cap: true }],
    ['dist2targ_neg', 'distance-to-target', [-1, 1, 10], { target: 0, direction: -1 }],
    ['goalposts', 'goalposts', [1, 11, -1], { goalpostLow: 0, goalpostHigh: 10 }],
    ['goalposts_neg', 'goalposts', [1, -1, 11], { goalpostLow: 0, goalpostHigh: 10, direction: -1 }],
  ]

  it.each(cases)('%s', (test, method, values, options) => {
    const scores = Float64Array.from(values)
    normaliseMethods[method](scores, scores, { ...plain, ...options })
    const expected: (number | null)[] = JSON.parse(rowOf(test)?.expected ?? '')
    expect(scores).toHaveLength(expected.length)
    expected.forEach((one, i) => {
      if (one === null) expect(scores[i]).toBeNaN()
      else expect(scores[i]).toBeCloseTo(one, 12)
    })
  })
})
