import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { shapeOf } from '../stats/shape'
import { boxCoxOf } from './box-cox'
import { logTransform } from './log'
import { winsorise } from './winsorise'

const limits = { skew: 2, kurtosis: 3.5, maxPoints: 5 }
const column = (file: string, name: string) =>
  Float64Array.from(readOracle(file), (row) => numberIn(row[name]) ?? Number.NaN)

function expectClose(actual: ArrayLike<number>, expected: Float64Array): void {
  expect(actual).toHaveLength(expected.length)
  expected.forEach((value, i) => {
    expect(Math.abs((actual[i] as number) - value)).toBeLessThan(1e-9)
  })
}

describe('shapeOf against COINr 1.1.14', () => {
  it('has the same skewness and kurtosis of all 49 indicators', () => {
    const rows = readOracle('coinr/expected_asem_skew_kurt.csv')
    expect(rows).toHaveLength(49)
    for (const row of rows) {
      const { skewness, kurtosis } = shapeOf(column('coinr/asem_idata.csv', row.iCode ?? ''))
      expect(Math.abs((skewness ?? Number.NaN) - Number(row.skew))).toBeLessThan(1e-9)
      expect(Math.abs((kurtosis ?? Number.NaN) - Number(row.kurt))).toBeLessThan(1e-9)
    }
  })
})

describe('treatments of the flights of 51 countries against COINr 1.1.14', () => {
  const file = 'coinr/expected_transforms_flights.csv'
  const flights = column(file, 'x')

  it('has the same winsorised values', () => {
    const values = flights.slice()
    winsorise(values, limits)
    expectClose(values, column(file, 'winsor'))
    expect(values.filter((value, i) => value !== flights[i])).toHaveLength(1)
  })

  it('has the same logarithms, and not the log_GII that COINr returns unchanged', () => {
    const values = flights.slice()
    logTransform(values)
    expectClose(values, column(file, 'log_CT'))
    expectClose(flights, column(file, 'log_GII'))
  })

  it('has the same Box-Cox values for exponents 0 and 0.5', () => {
    // COINr's makepos: counted from the smallest, which becomes 1.
    const positive = flights.map((value) => value - Math.min(...flights) + 1)
    expectClose(
      positive.map((value) => boxCoxOf(value, 0)),
      column(file, 'boxcox_l0'),
    )
    expectClose(
      positive.map((value) => boxCoxOf(value, 0.5)),
      column(file, 'boxcox_l05'),
    )
  })
})
