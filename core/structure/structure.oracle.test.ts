import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { bartlettTest } from './bartlett'
import { cronbachAlpha } from './cronbach-alpha'
import { principalComponents } from './principal-components'
import { samplingAdequacy } from './sampling-adequacy'
import { varimax } from './varimax'

function columnsOf(file: string, codes?: readonly string[]): Float64Array[] {
  const rows = readOracle(file)
  const names = codes ?? Object.keys(rows[0] ?? {})
  return names.map((name) => Float64Array.from(rows, (row) => numberIn(row[name]) ?? Number.NaN))
}

function statistics(): Map<string, number> {
  return new Map(
    readOracle('mcdm/expected_attitude_alpha_kmo.csv').map((row) => [row.statistic ?? '', Number(row.value)]),
  )
}

const attitude = columnsOf('mcdm/attitude.csv')
const items = Object.keys(readOracle('mcdm/attitude.csv')[0] ?? {})
const components = principalComponents(attitude)
if (components === null) throw new Error('attitude has components')
const expected = statistics()

function expectClose(actual: number | null | undefined, wanted: number | undefined, within = 1e-9): void {
  expect(Math.abs((actual ?? Number.NaN) - (wanted ?? Number.NaN))).toBeLessThan(within)
}

describe('the 30 departments of R attitude against psych 2.2.9', () => {
  it('has the same alpha, raw and standardised', () => {
    const alpha = cronbachAlpha(attitude)
    expectClose(alpha.raw, expected.get('raw_alpha'))
    expectClose(alpha.standardised, expected.get('std_alpha'))
  })

  it('has the same alpha with each item left out', () => {
    for (const row of readOracle('mcdm/expected_attitude_alpha_items.csv')) {
      const rest = attitude.filter((_, i) => items[i] !== row.item)
      expectClose(cronbachAlpha(rest).raw, Number(row.alpha_if_dropped))
    }
  })

  it('has the same sampling adequacy, overall and per item', () => {
    const adequacy = samplingAdequacy(components)
    expectClose(adequacy?.overall, expected.get('KMO_overall'))
    items.forEach((item, i) => {
      expectClose(adequacy?.items[i], expected.get(`MSA_${item}`))
    })
  })

  it('has the same test of sphericity, to a p of 5e-12', () => {
    const test = bartlettTest(components)
    expectClose(test?.chiSquared, expected.get('bartlett_chisq'))
    expect(test?.degreesOfFreedom).toBe(expected.get('bartlett_df'))
    const p = expected.get('bartlett_p') ?? Number.NaN
    expectClose((test?.p ?? Number.NaN) / p, 1)
  })

  it('has the same eigenvalues and shares', () => {
    readOracle('mcdm/expected_attitude_pca_eigen.csv').forEach((row, c) => {
      expectClose(components.eigenvalues[c], Number(row.eigen))
      expectClose(components.shares[c], Number(row.share))
    })
  })

  it('has the same loadings, but for the sign, which is free', () => {
    expectLoadings(components.loadings, 'mcdm/expected_attitude_pca_loadings.csv', 'PC', 7, 1e-9)
  })

  it('has the varimax factors of R, turned on beyond where R stops', () => {
    const two = components.loadings.map((row) =>
      row.slice(0, 2).map((value, c) => value * Math.sqrt(components.eigenvalues[c] ?? 0)),
    )
    const file = 'mcdm/expected_attitude_pca_varimax2.csv'
    expectLoadings(varimax(two), file, 'X', 2, 1e-3)
    const other = readOracle(file).map((row) => [Number(row.X1), Number(row.X2)])
    expect(varimaxCriterion(varimax(two))).toBeGreaterThan(varimaxCriterion(other))
  })
})

describe('the ASEM pillars against COINr 1.1.14', () => {
  it('have the same alpha, negative ones included', () => {
    const parents = readOracle('coinr/asem_imeta.csv').filter((row) => row.Type === 'Indicator')
    const rows = readOracle('coinr/expected_asem_cronbach.csv')
    expect(rows).toHaveLength(16)
    for (const row of rows) {
      const codes = parents.flatMap((one) => (one.Parent === row.group ? [one.iCode ?? ''] : []))
      const file = `coinr/expected_asem_dset_${(row.dset ?? '').toLowerCase()}.csv`
      expectClose(cronbachAlpha(columnsOf(file, codes)).raw, Number(row.alpha))
    }
  })

  it('have the same components of Physical', () => {
    const codes = readOracle('coinr/expected_asem_pca_Physical.csv').map((row) => row.iCode ?? '')
    const physical = principalComponents(columnsOf('coinr/expected_asem_dset_normalised.csv', codes))
    readOracle('coinr/expected_asem_pca_Physical_variance.csv').forEach((row, c) => {
      expectClose(Math.sqrt(physical?.eigenvalues[c] ?? Number.NaN), Number(row.sdev))
      expectClose(physical?.shares[c], Number(row.var_prop))
    })
    expectLoadings(physical?.loadings ?? [], 'coinr/expected_asem_pca_Physical.csv', 'PC', 8, 1e-9)
  })
})

/** The variance of the squared loadings of rows of length 1, summed over the factors: what varimax makes largest. */
function varimaxCriterion(loadings: readonly (readonly number[])[]): number {
  const squares = loadings.map((row) => row.map((value) => value ** 2 / Math.hypot(...row) ** 2))
  const k = loadings.length
  return [0, 1].reduce((sum, f) => {
    const column = squares.map((row) => row[f] ?? 0)
    const mean = column.reduce((a, b) => a + b, 0) / k
    return sum + column.reduce((a, b) => a + (b - mean) ** 2, 0) / k
  }, 0)
}

function expectLoadings(
  loadings: readonly (readonly number[])[],
  file: string,
  prefix: string,
  count: number,
  within: number,
): void {
  const rows = readOracle(file)
  expect(loadings).toHaveLength(rows.length)
  for (let c = 0; c < count; c++) {
    const wanted = rows.map((row) => Number(row[`${prefix}${c + 1}`]))
    const sign = Math.sign(wanted.reduce((sum, value, i) => sum + value * (loadings[i]?.[c] ?? 0), 0))
    wanted.forEach((value, i) => {
      expectClose(sign * (loadings[i]?.[c] ?? Number.NaN), value, within)
    })
  }
}
