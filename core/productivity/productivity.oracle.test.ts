import { group } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { perpetualInventory } from './capital-stock'
import { outputFactor } from './distance'
import { technicalEfficiency } from './efficiency'
import { accountGrowth } from './growth-accounting'
import { type MalmquistChange, malmquistIndex } from './malmquist'
import { type Production, type Technology, technologyOf } from './production'
import { withinEstimator } from './within-estimator'

type Row = Record<string, string>

const numbers = (row: Row, names: readonly string[]) => names.map((name) => numberIn(row[name]))
const productionOf = (
  rows: readonly Row[],
  inputs: readonly string[],
  outputs: readonly string[],
): Production => ({
  inputs: rows.map((row) => numbers(row, inputs)),
  outputs: rows.map((row) => numbers(row, outputs)),
})
const close = (found: number | null | undefined, expected: unknown, within = 1e-9) =>
  expect(Math.abs((found ?? Number.NaN) - Number(expected))).toBeLessThan(within)

describe('growth accounting against the reference for 31 provinces, 1997 to 2017', () => {
  const rows = readOracle('tfp/expected_china31_solow_1997_2017.csv')
  const cases = group(rows, (row) => `${row.province_en} ${row.alpha}`)

  it('gives the same levels, indices and contributions for three shares of capital', () => {
    expect(cases.size).toBe(31 * 3)
    for (const series of cases.values()) {
      const alpha = Number(series[0]?.alpha)
      const share = Math.abs(alpha - 1 / 3) < 1e-6 ? 1 / 3 : alpha
      const found = accountGrowth({
        years: series.map((row) => Number(row.year)),
        output: series.map((row) => numberIn(row.Y)),
        capital: series.map((row) => numberIn(row.K)),
        labour: series.map((row) => numberIn(row.L)),
        capitalShare: share,
      })
      series.forEach((row, t) => {
        close(found.levels[t], row.tfp_level)
        close(found.index[t], row.tfp_index_1997)
        const step = found.steps[t - 1]
        if (!step) return
        close(step.output, row.dlnY)
        close(step.capital, row.contrib_K)
        close(step.labour, row.contrib_L)
        close(step.productivity, row.dlnA)
      })
    }
  })

  it('gives the same mean growth of each province', () => {
    const panel = group(readOracle('tfp/china31_YKL_1997_2017.csv'), (row) => row.province_en)
    for (const row of readOracle('tfp/expected_china31_solow_mean_alpha05.csv')) {
      const series = panel.get(row.province_en) ?? []
      const { steps } = accountGrowth({
        years: series.map((one) => Number(one.year)),
        output: series.map((one) => numberIn(one.Y)),
        capital: series.map((one) => numberIn(one.K)),
        labour: series.map((one) => numberIn(one.L)),
        capitalShare: 0.5,
      })
      const mean = (pick: (step: (typeof steps)[number]) => number) =>
        steps.reduce((sum, step) => sum + pick(step), 0) / steps.length
      close(
        mean((step) => step.output),
        row.dlnY,
      )
      close(
        mean((step) => step.capital),
        row.contrib_K,
      )
      close(
        mean((step) => step.productivity),
        row.dlnA,
      )
    }
  })
})

describe('perpetual inventory against the provincial stocks of Ji et al. (2023)', () => {
  it('gives the stocks of 1985 to 2017 at a depreciation of 10.96 %, to the digits printed', () => {
    const provinces = group(readOracle('inequality/china_panel_wide.csv'), (row) => row.province_en ?? '')
    let compared = 0
    for (const [province, rows] of provinces) {
      // Chongqing was cut out of Sichuan in 1997: their first year is no continuation.
      if (province === 'Chongqing' || province === 'Sichuan' || province === 'Tibet') continue
      const series = rows.filter((row) => Number(row.year) <= 2017 && numberIn(row.K1997) !== null)
      const found = perpetualInventory({
        investment: series.map((row) => numberIn(row.GFCF)),
        prices: series.map((row) => numberIn(row.PFAI1997)),
        depreciation: 0.1096,
        initial: Number(series[0]?.K1997),
      })
      series.forEach((row, t) => {
        const stock = found[t] ?? null
        if (stock === null) return
        compared++
        expect(Math.abs(stock / Number(row.K1997) - 1)).toBeLessThan(1e-7)
      })
    }
    expect(compared).toBeGreaterThan(800)
  })
})

describe('DEA against deaR', () => {
  it('gives the efficiencies of the six car dealers of Coll & Blasco', () => {
    const rows = readOracle('tfp/coll_blasco_2006.csv')
    const production = productionOf(rows, ['Employees', 'Capital'], ['Vehicles', 'Orders'])
    const constant = technicalEfficiency(production, { returns: 'constant', orientation: 'input' })
    const variable = technicalEfficiency(production, { returns: 'variable', orientation: 'input' })
    const output = technicalEfficiency(production, { returns: 'variable', orientation: 'output' })
    readOracle('tfp/expected_dea_coll_blasco.csv').forEach((row, i) => {
      close(constant[i]?.factor, row.crs_io)
      close(variable[i]?.factor, row.vrs_io)
      close(output[i]?.factor, row.vrs_oo)
    })
  })

  it('gives the efficiencies of 31 provinces in 2017, in both orientations and returns', () => {
    const rows = readOracle('tfp/china31_YKL_1997_2017.csv').filter((row) => row.year === '2017')
    const production = productionOf(rows, ['K', 'L'], ['Y'])
    const at = new Map(rows.map((row, i) => [row.province_en, i]))
    for (const returns of ['constant', 'variable'] as const) {
      for (const orientation of ['output', 'input'] as const) {
        const found = technicalEfficiency(production, { returns, orientation })
        const column = `${returns === 'constant' ? 'crs' : 'vrs'}_${orientation === 'output' ? 'oo' : 'io'}`
        for (const row of readOracle('tfp/expected_china31_dea_2017.csv')) {
          close(found[at.get(row.province_en) ?? -1]?.factor, row[column])
        }
      }
    }
  })
})

const measures: Readonly<Record<string, keyof MalmquistChange>> = {
  mi: 'productivity',
  ec: 'efficiency',
  tc: 'technology',
  pech: 'pureEfficiency',
  sech: 'scale',
}

/** Rows by period, the units in the same order in each. */
function panelOf(rows: readonly Row[], year: string, inputs: readonly string[], outputs: readonly string[]) {
  const byYear = [...group(rows, (row) => row[year] ?? '')]
  return {
    years: byYear.map(([name]) => name),
    periods: byYear.map(([, of]) => productionOf(of, inputs, outputs)),
  }
}

function expectChanges(
  rows: readonly Row[],
  found: readonly (readonly MalmquistChange[])[],
  step: (row: Row) => number,
  unit: (row: Row) => number,
): void {
  for (const row of rows) {
    const change = found[step(row)]?.[unit(row)]
    const part = change?.[measures[row.measure ?? ''] as keyof MalmquistChange]
    expect(part, JSON.stringify(row)).toBeTypeOf('number')
    close(part as number, row.value)
  }
}

describe('the Malmquist index against deaR', () => {
  it('gives the changes of the industry of 31 provinces of Wang & Lan (2011), and their parts', () => {
    const rows = readOracle('tfp/wanglan2011_china31_industry_long.csv')
    const names = [...new Set(rows.map((row) => row.DMUs))]
    const { years, periods } = panelOf(rows, 'Period', ['Capital', 'Labor'], ['GIOV'])
    const expected = readOracle('tfp/expected_malmquist_wanglan_dear.csv').filter(
      (row) => row.type === 'cont fgnz',
    )
    // Under constant returns the orientation makes no difference: both are in the file.
    expect(expected.length).toBe(10 * 124)
    expectChanges(
      expected,
      malmquistIndex(periods),
      (row) => years.indexOf(row.period ?? '') - 1,
      (row) => names.indexOf(row.dmu),
    )
  })

  it('gives the index of Beijing that Wang & Lan print', () => {
    const rows = readOracle('tfp/wanglan2011_china31_industry_long.csv')
    const { periods } = panelOf(rows, 'Period', ['Capital', 'Labor'], ['GIOV'])
    const beijing = malmquistIndex(periods).map((step) => step[0]?.productivity?.toFixed(4))
    expect(beijing).toEqual(['1.1780', '1.1566', '1.0431', '1.0863'])
  })

  it('gives the changes of 31 provinces every five years, 1997 to 2017', () => {
    const rows = readOracle('tfp/china31_YKL_1997_2017.csv').filter(
      (row) => (Number(row.year) - 1997) % 5 === 0,
    )
    const names = [...new Set(rows.map((row) => row.province_en))]
    const { years, periods } = panelOf(rows, 'year', ['K', 'L'], ['Y'])
    expectChanges(
      readOracle('tfp/expected_china31_malmquist_5y.csv'),
      malmquistIndex(periods),
      (row) => years.indexOf(row.period ?? '') - 1,
      (row) => names.indexOf(row.province_en),
    )
  })

  it('gives the changes of the example of Grifell & Lovell (1999)', () => {
    const rows = readOracle('tfp/grifell_lovell_1999.csv')
    const names = [...new Set(rows.map((row) => row.DMU))]
    const { periods } = panelOf(rows, 'Year', ['X'], ['Y'])
    expectChanges(
      readOracle('tfp/expected_malmquist_grifell_lovell.csv').filter((row) => row.type2 === 'fgnz'),
      malmquistIndex(periods),
      () => 0,
      (row) => names.indexOf(row.dmu),
    )
  })

  // deaR takes Ray & Desli's technical change by the units of the later period alone; they take, and Pentad takes,
  // the geometric mean of both. What it is made of agrees, down to the programs without a solution.
  it('gives the same distances between periods under variable returns, and none where there is none', () => {
    const rows = readOracle('tfp/wanglan2011_china31_industry_long.csv')
    const names = [...new Set(rows.map((row) => row.DMUs))]
    const { years, periods } = panelOf(rows, 'Period', ['Capital', 'Labor'], ['GIOV'])
    const technologies = periods.map(technologyOf)
    const changes = malmquistIndex(periods, 'ray-desli')
    const expected = readOracle('tfp/expected_malmquist_wanglan_dear.csv').filter(
      (row) => row.type === 'cont rd',
    )
    const [shifts, pure] = ['tc', 'pech'].map((name) => expected.filter((row) => row.measure === name))
    expect([shifts?.length, pure?.length]).toEqual([124, 124])
    for (const row of pure ?? []) {
      close(changes[years.indexOf(row.period ?? '') - 1]?.[names.indexOf(row.dmu)]?.pureEfficiency, row.value)
    }
    for (const row of shifts ?? []) {
      const t = years.indexOf(row.period ?? '')
      const unit = names.indexOf(row.dmu)
      const later = technologies[t] as Technology
      const [inputs, outputs] = [later.inputs[unit] as Float64Array, later.outputs[unit] as Float64Array]
      const factor = (frontier: Technology) =>
        outputFactor(frontier, inputs, outputs, 'variable')?.factor ?? null
      const byEarlier = factor(technologies[t - 1] as Technology)
      if (numberIn(row.value) === null) expect(byEarlier).toBeNull()
      else close((factor(later) as number) / (byEarlier ?? Number.NaN), row.value)
    }
    const tibet = changes.map((step) => step[names.indexOf('Tibet')])
    expect(tibet.map((change) => change?.technology)).toEqual([null, null, null, null])
    expect(tibet.every((change) => change?.reason === 'infeasible' && change.productivity !== null)).toBe(
      true,
    )
  })
})

describe('the within estimator against plm', () => {
  it('gives the production function of 48 states of Baltagi, with its standard errors', () => {
    const rows = readOracle('tfp/plm_produc_us_states.csv')
    const logs = (name: string) => rows.map((row) => Math.log(Number(row[name])))
    const found = withinEstimator({
      units: rows.map((row) => row.state ?? ''),
      explained: logs('gsp'),
      explaining: [logs('pcap'), logs('pc'), logs('emp'), rows.map((row) => Number(row.unemp))],
    })
    if (found.reason !== null) throw new Error(found.reason)
    readOracle('tfp/expected_produc_within.csv').forEach((row, i) => {
      const one = found.coefficients[i]
      close(one?.estimate, row.Estimate)
      close(one?.standardError, row['Std. Error'])
      close(one?.t, row['t-value'])
      close(one?.probability, row['Pr(>|t|)'])
    })
    expect(found).toMatchObject({ rows: 816, units: 48, degreesOfFreedom: 764 })
  })
})
