import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { columnsOf, createPanel, type Panel, valueAt } from '../panel'
import type { FrameworkNode } from './framework'
import { completeRecipe } from './recipe'
import { runIndex, scoreOf } from './run-index'
import { traceOf } from './trace'

/** The ASEM sustainable connectivity index, from the numbers as collected to the ranks, with one recipe. */
const year = 2018
const meta = readOracle('coinr/asem_imeta.csv')
const nodes = meta.filter((row) => ['Indicator', 'Aggregate'].includes(row.Type ?? ''))
const framework = nodes.map(
  (row): FrameworkNode => ({
    code: row.iCode ?? '',
    parent: row.Parent === '' ? null : (row.Parent ?? null),
    weight: Number(row.Weight),
    ...(row.Type === 'Indicator' ? { direction: row.Direction === '-1' ? (-1 as const) : (1 as const) } : {}),
  }),
)
const indicators = framework.flatMap(({ code, direction }) => (direction === undefined ? [] : [code]))
const aggregates = framework.flatMap(({ code, direction }) => (direction === undefined ? [code] : []))
const denominatorOf = new Map(nodes.map((row) => [row.iCode ?? '', row.Denominator ?? '']))

/** The 51 countries as collected, each indicator over its denominator (population, area, energy, GDP) if it has one. */
const collected = readOracle('coinr/asem_idata.csv')
const regions = collected.map((row) => row.uCode ?? '')
const panel = createPanel(
  regions,
  [year],
  indicators,
  collected.flatMap((row) =>
    indicators.map((indicator) => {
      const value = numberIn(row[indicator])
      const by = denominatorOf.get(indicator)
      const divisor = by ? numberIn(row[by]) : 1
      return {
        region: row.uCode ?? '',
        year,
        indicator,
        value: value === null || divisor === null ? null : value / divisor,
      }
    }),
  ),
)
const groups = new Map(collected.map((row) => [row.uCode ?? '', row.EurAsia_group ?? '']))

const recipe = completeRecipe({
  impute: { method: 'group-mean' },
  treat: { method: 'winsorise', skew: 2, kurtosis: 3.5, maxPoints: 5, fallback: 'log' },
})
const index = runIndex(panel, framework, recipe, { groups })

function expectPanel(actual: Panel, file: string): void {
  const rows = readOracle(file)
  expect(rows).toHaveLength(51)
  for (const row of rows) {
    const r = regions.indexOf(row.uCode ?? '')
    indicators.forEach((code, i) => {
      const expected = numberIn(row[code])
      const value = valueAt(actual, r, 0, i)
      if (expected === null) expect(value).toBeNull()
      else
        expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(expected)),
        )
    })
  }
}

function expectScores(file: string, codes: readonly string[]): void {
  const rows = readOracle(file)
  expect(rows).toHaveLength(51)
  for (const row of rows) {
    for (const code of codes) {
      const { score } = scoreOf(index, row.uCode ?? '', year, code)
      expect(Math.abs((score ?? Number.NaN) - Number(row[code]))).toBeLessThan(1e-9)
    }
  }
}

describe('the ASEM index through every stage against COINr 1.1.14', () => {
  it('starts from the same denominated values', () => {
    expectPanel(index.raw, 'coinr/expected_asem_dset_denominated.csv')
    expect(columnsOf(index.raw).filter(Number.isNaN).length).toBeGreaterThan(0)
  })

  it('has the same imputed values, means of Europe or Asia, and marks just those', () => {
    expectPanel(index.imputed, 'coinr/expected_asem_dset_imputed.csv')
    const gaps = columnsOf(index.raw).map((value) => (Number.isNaN(value) ? 1 : 0))
    expect([...(index.imputedCells ?? [])]).toEqual([...gaps])
  })

  it('has the same treated values', () => {
    expectPanel(index.treated, 'coinr/expected_asem_dset_treated.csv')
  })

  it('treated the same points of the same indicators', () => {
    const order = readOracle('coinr/expected_asem_dset_treated.csv').map((row) => row.uCode)
    const points = readOracle('coinr/expected_asem_treated_points.csv').flatMap((row, r) =>
      indicators.flatMap((code) => (row[code] ? [`${order[r]} ${code} ${row[code]}`] : [])),
    )
    const treated = traceOf(index).filter(({ stage }) => stage === 'treat')
    const own = treated.map(
      ({ region, indicator, skewness }) =>
        `${region} ${indicator} ${(skewness ?? 0) > 0 ? 'winhi' : 'winlo'}`,
    )
    expect(own.toSorted()).toEqual(points.toSorted())
  })

  it('saw the same skewness and kurtosis before and after', () => {
    const rows = readOracle('coinr/expected_asem_treatment_details.csv')
    const outlying = rows.filter((row) => row['check_SkewKurt0.Pass'] === 'FALSE')
    expect(index.treatments.map(({ indicator }) => indicator)).toEqual(outlying.map((row) => row.iCode))
    outlying.forEach((row, o) => {
      const { before, after, points, isEnough } = index.treatments[o] as (typeof index.treatments)[number]
      const expected: [number | null, string][] = [
        [before.skewness, 'check_SkewKurt0.Skew'],
        [before.kurtosis, 'check_SkewKurt0.Kurt'],
        [after.skewness, 'check_SkewKurt1.Skew'],
        [after.kurtosis, 'check_SkewKurt1.Kurt'],
      ]
      for (const [value, name] of expected) {
        expect(Math.abs((value ?? Number.NaN) - Number(row[name]))).toBeLessThan(1e-9)
      }
      expect(points).toBe(Number(row['winsorise.nwin']))
      expect(isEnough).toBe(row['check_SkewKurt1.Pass'] === 'TRUE')
    })
  })

  it('has the same normalised scores', () => {
    expectScores('coinr/expected_asem_dset_normalised.csv', indicators)
  })

  it('has the same scores of 8 pillars, 2 sub-indices and the index', () => {
    expect(aggregates).toHaveLength(11)
    expectScores('coinr/expected_asem_dset_aggregated.csv', [...indicators, ...aggregates])
  })

  it('has the same ranks of every aggregate', () => {
    for (const row of readOracle('coinr/expected_asem_results_ranks.csv')) {
      for (const code of aggregates) {
        expect(scoreOf(index, row.uCode ?? '', year, code).rank).toBe(Number(row[code]))
      }
    }
  })

  it('gives the same bits again, also from a recipe that went through JSON', () => {
    const again = runIndex(panel, framework, JSON.parse(JSON.stringify(recipe)), { groups })
    expect(again.scores).toEqual(index.scores)
    expect(again.normalised).toEqual(index.normalised)
    expect(again.ranks).toEqual(index.ranks)
    expect(traceOf(again)).toEqual(traceOf(index))
  })
})
