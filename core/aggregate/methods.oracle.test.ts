import { describe, expect, it } from 'vitest'
import { numberIn, readOracle } from '@/scripts/testing/oracle'
import { minMax } from '../normalise/min-max'
import { zScore } from '../normalise/z-score'
import { entropyWeights } from '../weight/entropy'
import { adjustedMazziottaPareto } from './ampi'
import { arithmeticMean } from './arithmetic'
import { copeland } from './copeland'
import { geometricMean } from './geometric'
import { harmonicMean } from './harmonic'
import type { AggregateMethod, AggregateOptions } from './method'
import { mazziottaPareto } from './mpi'
import { topsis } from './topsis'

type Rows = readonly Record<string, string>[]

const columnOf = (rows: Rows, key: string) =>
  Float64Array.from(rows, (row) => numberIn(row[key]) ?? Number.NaN)

function scored(values: Float64Array, direction: 1 | -1 = 1, lower = 0, upper = 1): Float64Array {
  const scores = new Float64Array(values.length)
  minMax(values, scores, { direction, lower, upper })
  return scores
}

function aggregate(
  method: AggregateMethod,
  children: readonly Float64Array[],
  weights: readonly number[] = children.map(() => 1),
  options: Partial<AggregateOptions> = {},
): Float64Array {
  const result = new Float64Array(children[0]?.length ?? 0)
  method(children, Float64Array.from(weights), result, { power: 1, ...options })
  return result
}

function expectColumn(actual: Float64Array, rows: Rows, column: string, tolerance: number): void {
  expect(rows).toHaveLength(actual.length)
  rows.forEach((row, i) => {
    expect(Math.abs((actual[i] as number) - Number(row[column]))).toBeLessThan(tolerance)
  })
}

describe('TOPSIS with entropy weights against a published workbook: 13 cities, 5 years, 3 domains', () => {
  const rows = readOracle('mcdm/jjj13_entropy_topsis_all_steps.csv')
  it.each(['Economic', 'Social', 'Ecological'])('%s: the same closeness, to the digits printed', (domain) => {
    const of = (step: string) => rows.filter((row) => row.domain === domain && row.step === step)
    const scores = of('weight').map(({ indicator }) =>
      scored(
        columnOf(
          of('raw data').filter((row) => row.indicator === indicator),
          'value',
        ),
      ),
    )
    const { weights } = entropyWeights({ given: [], scores })
    expectColumn(aggregate(topsis, scores, weights), of('Cj'), 'value', 5.1e-9)
  })
})

describe('30 Chinese provinces, 16 indicators, 2013 to 2018', () => {
  const rows = readOracle('mcdm/china_balanced_30x6_2013_2018.csv')
  const expected = readOracle('mcdm/expected_china30_scores_pooled_panel.csv')
  const meta = readOracle('mcdm/expected_china30_weights_pooled_panel.csv').map(
    ({ code = '', direction }) => ({
      code,
      direction: direction === '-1' ? (-1 as const) : (1 as const),
    }),
  )
  const children = (lower: number, upper: number) =>
    meta.map(({ code, direction }) => scored(columnOf(rows, code), direction, lower, upper))
  const unit = children(0, 1)
  const { weights } = entropyWeights({ given: [], scores: unit })

  it('have the same arithmetic and geometric means', () => {
    expectColumn(aggregate(arithmeticMean, unit), expected, 'equal_arith', 1e-9)
    expectColumn(aggregate(arithmeticMean, unit, weights), expected, 'linear_entropy', 1e-9)
    const geometric = aggregate(geometricMean, children(1, 100))
    expectColumn(geometric, expected, 'geo_minmax1_100', 1e-9)
  })

  it('have the same TOPSIS closeness as pymcdm gives after min-max', () => {
    const closeness = aggregate(topsis, unit, weights)
    expectColumn(closeness, expected, 'topsis_minmax', 1e-9)
    expectColumn(
      closeness,
      readOracle('mcdm/expected_china30_topsis_pymcdm.csv'),
      'pymcdm_topsis_minmax',
      1e-9,
    )
  })

  it('have the same TOPSIS closeness as pymcdm gives after vector normalisation, which ranks differently', () => {
    const vectors = meta.map(({ code, direction }) => {
      const values = columnOf(rows, code)
      const norm = Math.hypot(...values)
      return values.map((value) => (direction === 1 ? value / norm : 1 - value / norm))
    })
    expectColumn(
      aggregate(topsis, vectors, weights),
      readOracle('mcdm/expected_china30_topsis_pymcdm.csv'),
      'pymcdm_topsis_vector',
      1e-9,
    )
  })

  it('have the same Mazziotta-Pareto index, standard deviations dividing by n', () => {
    const index = aggregate(mazziottaPareto, unit, undefined, { deviation: 'population' })
    expectColumn(index, expected, 'mpi_neg', 1e-9)
  })
})

describe('the Mazziotta-Pareto index against Compind: roads and trains of 34 European regions', () => {
  const rows = readOracle('eu/compind_eu_nuts1.csv')
  const standardised = (roads: 1 | -1) =>
    (['roads', 'trains'] as const).map((key) => {
      const scores = columnOf(rows, key)
      zScore(scores, scores, { direction: key === 'roads' ? roads : 1, mean: 100, sd: 10 })
      return scores
    })

  it('is what Compind calls "POS", M(1 - cv²)', () => {
    const expected = readOracle('eu/expected_mpi_eu_nuts1.csv')
    const columns = standardised(-1)
    expectColumn(columns[0] ?? new Float64Array(), expected, 'roads', 1e-9)
    expectColumn(aggregate(mazziottaPareto, columns), expected, 'mpi_pos', 1e-9)
  })

  it('lies as far below the mean as Compind’s "NEG" lies above it', () => {
    for (const [file, roads] of [
      ['eu/expected_mpi_eu_nuts1.csv', -1],
      ['eu/expected_mpi_eu_nuts1_pospos.csv', 1],
    ] as const) {
      const columns = standardised(roads)
      const mean = aggregate(arithmeticMean, columns)
      const index = aggregate(mazziottaPareto, columns)
      const above = index.map((one, i) => 2 * (mean[i] as number) - one)
      expectColumn(above, readOracle(file), 'mpi_neg', 1e-9)
    }
  })
})

describe('the adjusted index against Compind: employment and energy of 30 countries, 2010 and 2011', () => {
  it('is the same to the 3 digits that Compind keeps, around the references 50 and 100', () => {
    const rows = readOracle('eu/expected_ampi_eu2020.csv')
    const columns = ['employ', 'finalenergy'].map((key) => columnOf(rows, key))
    const bounds = columns.map((column, c) => {
      const half = (Math.max(...column) - Math.min(...column)) / 2
      const reference = c === 0 ? 50 : 100
      return [reference - half, reference + half] as const
    })
    expectColumn(aggregate(adjustedMazziottaPareto, columns, undefined, { bounds }), rows, 'ampi', 0.000501)
  })
})

describe('Copeland against the outranking matrix of COINr 1.1.14', () => {
  const rows = readOracle('coinr/expected_asem_dset_treated.csv')
  const matrix = readOracle('coinr/expected_asem_outrank_first8.csv').map((row) =>
    Object.values(row).map(Number),
  )
  const codes = Object.keys(rows[0] ?? {}).slice(1, 9)
  const columns = codes.map((code) => columnOf(rows, code))

  it('is the sum of a row of the matrix, over 51 countries and 8 indicators', () => {
    aggregate(copeland, columns).forEach((score, i) => {
      expect(score).toBeCloseTo(
        (matrix[i] ?? []).reduce((sum, one) => sum + one, 0),
        9,
      )
    })
  })

  it('is an entry of the matrix, between two countries', () => {
    for (let i = 0; i < matrix.length; i++) {
      for (let j = 0; j < i; j++) {
        const pair = columns.map((column) => Float64Array.of(column[i] as number, column[j] as number))
        expect(aggregate(copeland, pair)[0]).toBeCloseTo(matrix[i]?.[j] as number, 9)
      }
    }
  })
})

describe('aggregation against the edge cases agreed on', () => {
  const rows = readOracle('mcdm/expected_edge_cases.csv')
  const rowOf = (test: string) => {
    const row = rows.find((one) => one.test === test)
    return { input: JSON.parse(row?.input ?? ''), expected: JSON.parse(row?.expected ?? '') }
  }
  const columnsOf = (matrix: readonly number[][]) =>
    (matrix[0] ?? []).map((_, c) => Float64Array.from(matrix, (row) => row[c] ?? Number.NaN))

  it('weighted geometric and harmonic means', () => {
    for (const [test, method] of [
      ['gmean_weighted', geometricMean],
      ['hmean_weighted', harmonicMean],
    ] as const) {
      const { input, expected } = rowOf(test)
      expect(aggregate(method, columnsOf([input.x]), input.w)[0]).toBeCloseTo(expected, 12)
    }
  })

  it('refuses what is not above 0, of which 0 would be the limit: the score of every worst region', () => {
    for (const [test, method] of [
      ['geometric_mean_zero', geometricMean],
      ['geometric_mean_negative', geometricMean],
      ['harmonic_mean_zero', harmonicMean],
    ] as const) {
      expect(() => aggregate(method, columnsOf([rowOf(test).input]))).toThrow('needs scores above 0')
    }
  })

  it('the TOPSIS example of Opricovic & Tzeng (2004)', () => {
    const { input, expected } = rowOf('topsis_opricovic_tzeng_2004')
    const scores = columnsOf(input.matrix).map((column, c) => scored(column, input.types[c]))
    aggregate(topsis, scores, input.w).forEach((closeness, i) => {
      expect(closeness).toBeCloseTo(expected[i], 3)
    })
  })

  it('the outranking of four units on three columns', () => {
    const { input, expected } = rowOf('outrank_4x3')
    const columns: number[][] = Object.values(input)
    const against = (i: number, j: number) =>
      aggregate(
        copeland,
        columns.map((column) => Float64Array.of(column[i] ?? Number.NaN, column[j] ?? Number.NaN)),
      )[0]
    expect(against(1, 0)).toBeCloseTo(expected.or21, 12)
    expect(against(2, 0)).toBeCloseTo(expected.or31, 12)
    expect(against(3, 0)).toBeCloseTo(expected.or41, 12)
    const pairs = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].filter((j) => j !== i).map((j) => against(i, j)))
    expect(pairs.filter((share) => share === 1)).toHaveLength(expected.nDominant)
  })
})
