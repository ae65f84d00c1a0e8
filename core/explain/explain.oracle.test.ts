import { describe, expect, it } from 'vitest'
import { readOracle } from '@/scripts/testing/oracle'
import type { FrameworkNode } from '../index/framework'
import { type IndexResult, runIndex } from '../index/run-index'
import { createPanel } from '../panel'
import { fixedWeightChange, geometricChange } from './decompose-change'
import { explainChange, type ScoreChange } from './explain-change'
import { obstaclesOf } from './obstacles-of'

/**
 * Thirty provinces, 2013 to 2018, sixteen indicators, pooled min-max; entropy weights, given, for what is added up, and
 * equal ones for the geometric mean.
 */
const weightRows = readOracle('mcdm/expected_china30_weights_pooled_panel.csv')
const codes = weightRows.map((row) => row.code ?? '')
const rows = readOracle('mcdm/china_balanced_30x6_2013_2018.csv')
const provinces = [...new Set(rows.map((row) => row.province_en ?? ''))]
const panel = createPanel(
  provinces,
  [2013, 2014, 2015, 2016, 2017, 2018],
  codes,
  rows.flatMap((row) =>
    codes.map((indicator) => ({
      region: row.province_en ?? '',
      year: Number(row.year),
      indicator,
      value: Number(row[indicator]),
    })),
  ),
)
const weightOf = new Map(weightRows.map((row) => [row.code ?? '', Number(row.w_entropy_0log0)]))
const frameworkBy = (weight: (code: string) => number): FrameworkNode[] => [
  { code: 'INDEX', parent: null, weight: 1 },
  ...weightRows.map((row): FrameworkNode => {
    const code = row.code ?? ''
    return { code, parent: 'INDEX', weight: weight(code), direction: row.direction === '-1' ? -1 : 1 }
  }),
]

const entropy = runIndex(
  panel,
  frameworkBy((code) => weightOf.get(code) ?? Number.NaN),
  {
    normalise: { lower: 0, upper: 1 },
  },
)
const geometric = runIndex(
  panel,
  frameworkBy(() => 1),
  {
    normalise: { lower: 1, upper: 100 },
    aggregate: { method: 'geometric' },
  },
)

describe('obstacle degrees of thirty provinces', () => {
  it.each(
    readOracle('mcdm/expected_china30_obstacle_degree.csv').map(
      (row) => [`${row.province_en} ${row.year}`, row] as const,
    ),
  )('%s', (_, row) => {
    const found = new Map(
      obstaclesOf(entropy, row.province_en ?? '', Number(row.year), 'INDEX').map((one) => [
        one.indicator,
        one.degreePercent,
      ]),
    )
    // The file holds ten significant digits.
    for (const code of codes) {
      expect(Math.abs((found.get(code) ?? 0) - Number(row[code]))).toBeLessThan(1e-8)
    }
  })
})

describe('change of thirty provinces from 2013 to 2018, by indicator', () => {
  const expected = readOracle('mcdm/expected_china30_change_decomposition_2013_2018.csv')
  const scoresOf = (index: IndexResult, province: string, year: number) =>
    codes.map((_, i) => {
      const at = (i * provinces.length + provinces.indexOf(province)) * panel.years.length
      return index.normalised[at + panel.years.indexOf(year)] as number
    })
  const weights = codes.map((code) => weightOf.get(code) ?? Number.NaN)
  const equal = codes.map(() => 1 / codes.length)

  it('are sixteen indicators of thirty provinces', () => {
    expect(expected).toHaveLength(480)
  })

  it.each(provinces)('%s', (province) => {
    const linear = fixedWeightChange(
      scoresOf(entropy, province, 2013),
      scoresOf(entropy, province, 2018),
      weights,
    )
    const lmdi = geometricChange(
      scoresOf(geometric, province, 2013),
      scoresOf(geometric, province, 2018),
      equal,
    )
    const own = (index: IndexResult) => {
      const change = explainChange(index, province, 2013, 2018, 'INDEX') as ScoreChange
      return { change, of: new Map(change.parts.map((part) => [part.indicator, part.contribution])) }
    }
    const split = { linear: own(entropy), lmdi: own(geometric) }
    for (const row of expected.filter((one) => one.province_en === province)) {
      const i = codes.indexOf(row.code ?? '')
      const near = (found: number | undefined, text: string | undefined) =>
        expect(Math.abs((found ?? Number.NaN) - Number(text))).toBeLessThan(1e-9)
      near(linear.parts[i], row.linear_contrib)
      near(linear.change, row.linear_total)
      near(lmdi.parts[i], row.lmdi_contrib)
      near(lmdi.change, row.geo_total)
      near(split.linear.of.get(row.code ?? '') ?? 0, row.linear_contrib)
      near(split.linear.change.change, row.linear_total)
      near(split.lmdi.of.get(row.code ?? '') ?? 0, row.lmdi_contrib)
      near(split.lmdi.change.change, row.geo_total)
    }
  })
})
