import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { type ForecastMethodName, forecastMethods } from './methods'
import { outlookOf } from './outlook'

const names: Readonly<Record<string, ForecastMethodName>> = {
  ols_linear: 'linear',
  ols_loglinear: 'log-linear',
}
const panel = readOracle('inequality/china_panel_wide.csv')
// Holt's smoothing stands in the file too; it is no method of this family.
const rows = readOracle('tfp/expected_forecast_rdint.csv').filter((row) =>
  Object.hasOwn(names, row.model ?? ''),
)

function seriesOf(province: string | undefined) {
  return panel
    .filter((row) => row.province_en === province)
    .map((row) => ({ year: Number(row.year), value: numberIn(row.RD_INT), status: 'A' }))
    .toSorted((a, b) => a.year - b.year)
}

describe("R and D intensity of four provinces against R's predict.lm", () => {
  it('are four provinces, two methods, seven years, and two levels of the linear one', () => {
    expect(rows).toHaveLength(4 * 7 * 3)
    expect(Object.keys(forecastMethods)).toContain('log-linear')
  })

  it.each(rows.map((row) => [`${row.province_en} ${row.model} ${row.level} ${row.year}`, row] as const))(
    '%s',
    (_, row) => {
      const found = outlookOf({
        series: seriesOf(row.province_en),
        direction: 1,
        asOf: 2023,
        until: 2030,
        method: names[row.model ?? ''] as ForecastMethodName,
        levels: [Number(row.level)],
        limits: { lower: 0, upper: 100 },
      })
      const point = found.points.find(({ year }) => year === Number(row.year))
      const interval = point?.intervals[0]
      expect(Math.abs((point?.value ?? Number.NaN) - Number(row.fit))).toBeLessThan(1e-9)
      expect(Math.abs((interval?.lower ?? Number.NaN) - Number(row.lwr))).toBeLessThan(1e-9)
      expect(Math.abs((interval?.upper ?? Number.NaN) - Number(row.upr))).toBeLessThan(1e-9)
    },
  )
})
