import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { imputeMethods } from './methods'

describe('imputation of a series against COINr 1.1.14, impute_panel', () => {
  const rows = readOracle('coinr/expected_impute_panel.csv')
  const years = rows.map((row) => Number(row.Time))
  const series = Float64Array.from(rows, (row) => numberIn(row.v) ?? Number.NaN)

  it.each([
    ['latest', imputeMethods.last],
    ['linear', imputeMethods.linear],
  ])('gives the same values for "%s"', (column, method) => {
    const filled = series.slice()
    method(filled, { years, groupAt: Int32Array.of(0) })
    rows.forEach((row, t) => {
      const expected = numberIn(row[column])
      if (expected === null) expect(filled[t]).toBeNaN()
      else expect(Math.abs((filled[t] as number) - expected)).toBeLessThan(1e-12)
    })
  })
})
