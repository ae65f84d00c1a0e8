import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { rank } from '../stats/rank'
import { minMax } from './min-max'

function expectMinMax(file: string, column: string, lower: number, upper: number): void {
  const rows = readOracle(file)
  const scores = Float64Array.from(rows, (row) => numberIn(row.x) ?? Number.NaN)
  expect(minMax(scores, scores, { direction: 1, lower, upper })).toBeNull()
  rows.forEach((row, i) => {
    const expected = numberIn(row[column])
    if (expected === null) expect(scores[i]).toBeNaN()
    else expect(Math.abs((scores[i] as number) - expected)).toBeLessThan(1e-9)
  })
}

describe('minMax against COINr 1.1.14', () => {
  it('gives the same scores for the flights of 51 countries, 0 to 100', () => {
    expectMinMax('coinr/expected_normalisation_flights.csv', 'minmax_0_100', 0, 100)
  })

  it('gives the same scores for the flights, 1 to 100', () => {
    expectMinMax('coinr/expected_normalisation_flights.csv', 'minmax_1_100', 1, 100)
  })

  it('gives the same scores with ties and a missing value', () => {
    expectMinMax('coinr/expected_normalisation_ties_na.csv', 'minmax', 0, 100)
  })
})

describe('rank against COINr 1.1.14', () => {
  it.each(['coinr/expected_normalisation_flights.csv', 'coinr/expected_normalisation_ties_na.csv'])(
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
