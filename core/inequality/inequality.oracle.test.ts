import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { betaConvergence } from './beta-convergence'
import { dagumGini } from './dagum'
import { localMoran } from './local-moran'
import { moran } from './moran'
import { neighboursOf } from './neighbours'
import { sigmaConvergence } from './sigma-convergence'
import { theilByGroup, theilL, theilT } from './theil'
import { coefficientOfVariation, deviationOfLogs } from './variation'

type Row = Record<string, string>

const close = (found: number | null | undefined, expected: unknown, within = 1e-9) =>
  expect(Math.abs((found ?? Number.NaN) - Number(expected))).toBeLessThan(within)

const panel = readOracle('inequality/china_panel_wide.csv')
const inYear = (year: unknown) => panel.filter((row) => row.year === String(year))
const column = (rows: readonly Row[], name: string) => rows.map((row) => numberIn(row[name]))
const regionsOf = (rows: readonly Row[]) => rows.map((row) => row.region4 ?? null)

describe('Theil, σ and CV against the reference for 31 provinces, 2013 to 2022', () => {
  const expected = readOracle('inequality/expected_china_theil_sigma.csv')

  it.each(expected.map((row) => [row.year, row] as const))('gives the measures of %s', (year, row) => {
    const rows = inYear(year)
    const income = column(rows, 'GDP_PC')
    // The people that the product per head was divided by.
    const people = rows.map((one, i) => Number(one.GDP || one.GDP_YB) / (income[i] ?? Number.NaN))
    const parts = theilByGroup(income, regionsOf(rows), people)
    if (parts.reason !== null) throw new Error(parts.reason)
    close(parts.total, row.theilT_popw)
    close(parts.between, row.between)
    close(parts.within, row.within)
    expect(Math.abs(parts.total - parts.between - parts.within)).toBeLessThan(1e-15)
    for (const { group, theil } of parts.groups) close(theil, row[`T_${group}`])
    close(theilT(income, people).value, row.theilT_popw)
    close(theilL(income, people).value, row.theilL_popw)
    close(theilT(income).value, row.theilT_unweighted)
    close(deviationOfLogs(income).value, row.sigma_sd_log_pop)
    close((deviationOfLogs(income).value ?? 0) * Math.sqrt(31 / 30), row.sigma_sd_log_sample)
    close(coefficientOfVariation(income).value, row.cv_pop)
  })

  it('gives the same path of σ', () => {
    const years = expected.map((row) => Number(row.year))
    const byYear = years.map((year) => column(inYear(year), 'GDP_PC'))
    const series = inYear(2013).map((_, unit) => byYear.map((values) => values[unit] ?? null))
    const found = sigmaConvergence(years, series)
    expect(found.units).toHaveLength(31)
    found.years.forEach((one, t) => {
      close(one.deviation, expected[t]?.sigma_sd_log_pop)
    })
    expect(found.slope).toBeLessThan(0)
  })
})

describe('the Gini coefficient of Dagum against the reference for 31 provinces', () => {
  const pairs = readOracle('inequality/expected_china_dagum_pairs.csv')

  it.each(
    readOracle('inequality/expected_china_dagum.csv').map((row) => [row.variable, row.year, row] as const),
  )('gives the parts of %s in %s, and they add up', (variable = '', year, row) => {
    const rows = inYear(year)
    const found = dagumGini(column(rows, variable), regionsOf(rows))
    if (found.reason !== null) throw new Error(found.reason)
    close(found.total, row.G)
    close(found.within, row.Gw)
    close(found.between, row.Gnb)
    close(found.overlap, row.Gt)
    expect(Math.abs(found.total - found.within - found.between - found.overlap)).toBeLessThan(1e-15)
    for (const { group, gini } of found.groups) close(gini, row[`G_${group}`])
    const own = pairs.filter((pair) => pair.variable === variable && pair.year === year)
    for (const pair of own) {
      const one = found.pairs.find(({ richer, poorer }) => richer === pair.j && poorer === pair.h)
      close(one?.gini, pair.Gjh)
      close(one?.affluence, pair.Djh)
      // Twelve digits of yuan are printed.
      close(one?.gross, pair.djh, 1e-9 * Math.max(1, Number(pair.djh)))
      close(one?.reverse, pair.pjh, 1e-9 * Math.max(1, Number(pair.pjh)))
    }
  })
})

describe('β-convergence against the reference for 31 provinces, 2013 to 2022', () => {
  it('gives the same regression, speed and half-life', () => {
    const [expected = {}] = readOracle('inequality/expected_china_beta_2013_2022.csv')
    const found = betaConvergence(column(inYear(2013), 'GDP_PC'), column(inYear(2022), 'GDP_PC'), 9)
    if (found.reason !== null) throw new Error(found.reason)
    close(found.intercept, expected.alpha)
    close(found.slope, expected.beta)
    close(found.interceptError, expected.se_alpha)
    close(found.slopeError, expected.se_beta)
    close(found.t, expected.t_beta)
    close(found.rSquared, expected.r2)
    close(found.speed, expected.lambda_)
    close(found.halfLife, expected.half_life)
    expect(found.count).toBe(31)
    // REAT divides by T a slope that is one a year already: -ln(1 + b) / T. Not followed.
    expect(found.speed).not.toBeCloseTo(-Math.log(1 + found.slope) / 9, 3)
  })
})

describe('Moran against spdep', () => {
  const columbus = readOracle('inequality/columbus.csv')
  const codes = columbus.map((row) => row.NEIGNO ?? '')
  const borders = readOracle('inequality/columbus_neighbours.csv').map(
    (row) => [row.from ?? '', row.to ?? ''] as const,
  )
  const neighbours = neighboursOf(codes, borders)
  const crime = column(columbus, 'CRIME')

  it('gives the I of crime in Columbus that is published, and its test', () => {
    const expected = new Map(
      readOracle('inequality/expected_columbus_moran.csv').map((row) => [row.statistic, row.value]),
    )
    const found = moran(crime, neighbours)
    if (found.reason !== null) throw new Error(found.reason)
    close(found.value, expected.get('moran_I'))
    close(found.expected, expected.get('expectation'))
    close(found.variance, expected.get('variance_randomisation'))
    close(found.z, expected.get('z_randomisation'))
    close((found.probability ?? 0) / 2 / Number(expected.get('p_greater_randomisation')), 1, 1e-7)
    expect([found.value.toFixed(9), found.z?.toFixed(4)]).toEqual(['0.510951264', '5.6341'])
  })

  it('gives the local I of each neighbourhood', () => {
    const found = localMoran(crime, neighbours)
    for (const row of readOracle('inequality/expected_columbus_localmoran.csv')) {
      const one = found[codes.indexOf(row.id ?? '')]
      close(one?.value, row.Ii)
      close(one?.expected, row['E.Ii'])
      close(one?.variance, row['Var.Ii'])
      close(one?.z, row['Z.Ii'])
      close(one?.probability, row['Pr.z....E.Ii..'])
    }
    const mean = found.reduce((sum, one) => sum + (one.value ?? 0), 0) / found.length
    close(mean, 0.510951264078793)
  })

  it('gives the I of 31 provinces, four variables, ten years, raw and in logarithms', () => {
    const matrix = readOracle('inequality/china_adjacency_matrix_31.csv')
    const provinces = matrix.map((row) => row.province_en ?? '')
    const lists = matrix.map((row) => provinces.flatMap((name, j) => (row[name] === '1' ? [j] : [])))
    for (const row of readOracle('inequality/expected_china_moran.csv')) {
      const known = new Map(
        inYear(row.year).map((one) => [one.province_en, numberIn(one[row.variable ?? ''])]),
      )
      const values = provinces.map((name) => {
        const value = known.get(name) ?? null
        return value !== null && row.transform === 'log' ? Math.log(value) : value
      })
      const found = moran(values, lists)
      if (found.reason !== null) throw new Error(found.reason)
      close(found.value, row.I)
      close(found.expected, row.E)
      close(found.variance, row.Var)
      close(found.z, row.z)
      const tail = (found.probability ?? 0) / 2
      close((found.z ?? 0) > 0 ? tail : 1 - tail, row.p)
    }
  })
})
