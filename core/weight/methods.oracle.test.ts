import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { numberIn, oraclePath, readOracle } from '@/scripts/testing/oracle'
import { runIndex } from '../index/run-index'
import { minMax } from '../normalise/min-max'
import { createPanel } from '../panel'
import { pearson } from '../structure/correlate'
import { analyticHierarchy } from './ahp'
import { divergenceOf, entropyWeights } from './entropy'
import { weightMethods } from './methods'
import { optimiseWeights } from './optimise-weights'
import { principalComponentWeights } from './principal-components'

const given: readonly number[] = []

function columnOf(rows: readonly Record<string, string>[], key: string): Float64Array {
  return Float64Array.from(rows, (row) => numberIn(row[key]) ?? Number.NaN)
}

function scored(values: Float64Array, direction: 1 | -1 = 1): Float64Array {
  const scores = new Float64Array(values.length)
  minMax(values, scores, { direction, lower: 0, upper: 1 })
  return scores
}

function expectWithin(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual).toHaveLength(expected.length)
  actual.forEach((one, i) => {
    expect(Math.abs(one - (expected[i] as number))).toBeLessThan(tolerance)
  })
}

describe('entropy weights against a published workbook: 13 cities, 5 years, 3 domains', () => {
  const rows = readOracle('mcdm/jjj13_entropy_topsis_all_steps.csv')
  it.each(['Economic', 'Social', 'Ecological'])('%s: the same entropies and weights', (domain) => {
    const of = (step: string) => rows.filter((row) => row.domain === domain && row.step === step)
    const indicators = of('weight').map((row) => row.indicator)
    const columns = indicators.map((indicator) =>
      columnOf(
        of('raw data').filter((row) => row.indicator === indicator),
        'value',
      ),
    )
    expect(columns.map((column) => column.length)).toEqual([65, 65, 65, 65])
    const scores = columns.map((column) => scored(column))
    expectWithin(
      scores.map((column) => 1 - divergenceOf(column)),
      of('ei').map((row) => Number(row.value)),
      5e-15,
    )
    expectWithin(
      entropyWeights({ given, scores }).weights,
      of('weight').map((row) => Number(row.value)),
      5e-14,
    )
  })
})

describe('weights of 16 indicators of 30 Chinese provinces, 2013 to 2018', () => {
  const rows = readOracle('mcdm/china_balanced_30x6_2013_2018.csv')
  const expected = readOracle('mcdm/expected_china30_weights_pooled_panel.csv')
  const raw = expected.map((row) => columnOf(rows, row.code ?? ''))
  const scores = raw.map((column, i) => scored(column, expected[i]?.direction === '-1' ? -1 : 1))
  const valuesOf = (child: number) => raw[child] ?? null

  it.each([
    ['entropy', 'w_entropy_0log0'],
    ['critic', 'w_critic'],
    ['cv', 'w_cv'],
    ['sd', 'w_sd'],
  ] as const)('%s gives the same', (method, column) => {
    expectWithin(
      weightMethods[method]({ given, scores, valuesOf }).weights,
      expected.map((row) => Number(row[column])),
      1e-11,
    )
  })

  it('cv looks at the values behind the scores in an index too, whatever they are normalised to', () => {
    const entries = rows.flatMap((row) =>
      expected.map(({ code = '' }) => ({
        region: row.adcode ?? '',
        year: Number(row.year),
        indicator: code,
        value: numberIn(row[code]),
      })),
    )
    const codes = expected.map(({ code = '' }) => code)
    const regions = [...new Set(entries.map(({ region }) => region))]
    const years = [...new Set(entries.map(({ year }) => year))]
    const leaves = expected.map(({ code = '', direction }) => ({
      code,
      parent: 'INDEX',
      weight: 1,
      direction: direction === '-1' ? (-1 as const) : (1 as const),
    }))
    const index = runIndex(
      createPanel(regions, years, codes, entries),
      [{ code: 'INDEX', parent: null, weight: 1 }, ...leaves],
      { normalise: { method: 'z-score' }, weights: { method: 'cv' } },
    )
    expectWithin(
      [...index.weights.subarray(0, codes.length)],
      expected.map((row) => Number(row.w_cv)),
      1e-11,
    )
  })

  it('changes the entropy weights with a shift of the scores', () => {
    for (const [shift, column] of [
      [1e-4, 'w_entropy_shift1e4'],
      [1e-2, 'w_entropy_shift1e2'],
    ] as const) {
      const shifted = scores.map((one) => one.map((score) => score + shift))
      expectWithin(
        entropyWeights({ given, scores: shifted }).weights,
        expected.map((row) => Number(row[column])),
        1e-11,
      )
    }
  })

  it('gives the same entropy weights year by year', () => {
    for (const year of ['2013', '2016', '2018']) {
      const ofYear = rows.filter((row) => row.year === year)
      const want = readOracle('mcdm/expected_china30_weights_per_year.csv').filter((row) => row.year === year)
      const columns = want.map((row) => {
        const direction = expected.find((one) => one.code === row.code)?.direction === '-1' ? -1 : 1
        return scored(columnOf(ofYear, row.code ?? ''), direction)
      })
      expectWithin(
        entropyWeights({ given, scores: columns }).weights,
        want.map((row) => Number(row.w)),
        1e-11,
      )
    }
  })
})

type Vector = { id: string; matrix: number[][]; expected: number[]; decimals: number }

describe('weights against published vectors, by way of pymcdm', () => {
  const vectors: Vector[] = JSON.parse(readFileSync(oraclePath('mcdm/test_vectors_weights.json'), 'utf8'))
  const vectorOf = (id: string): Vector => {
    const found = vectors.find((one) => one.id === id)
    if (!found) throw new Error(`no vector ${id}`)
    return found
  }
  const columnsIn = ({ matrix }: Vector) =>
    (matrix[0] ?? []).map((_, c) => Float64Array.from(matrix, (row) => row[c] ?? Number.NaN))

  it.each([
    ['W_EqualWeights', 'equal', false],
    ['W_EntropyWeights', 'entropy', false],
    ['W_STDWeights', 'sd', false],
    ['W_CRITICWeights', 'critic', true],
  ] as const)('%s', (id, method, isNormalised) => {
    const vector = vectorOf(id)
    const columns = columnsIn(vector)
    const { weights } = weightMethods[method]({
      given: vector.expected,
      scores: isNormalised ? columns.map((column) => scored(column)) : columns,
    })
    expectWithin(weights, vector.expected, 0.5 * 10 ** -vector.decimals + 1e-12)
  })

  it('W_AHPWeights', () => {
    const vector = vectorOf('W_AHPWeights')
    expectWithin(analyticHierarchy(vector.matrix).weights, vector.expected, 0.5e-4)
  })
})

describe('pairwise comparison against Saaty’s choice of a city', () => {
  it('has the same weights, eigenvalue and consistency ratio with the table of 2007', () => {
    const rows = readOracle('mcdm/ahp_saaty_city_matrix.csv')
    const expected = readOracle('mcdm/expected_ahp_saaty_city.csv')
    const [ratio] = readOracle('mcdm/expected_ahp_saaty_city_cr.csv')
    const names = Object.keys(rows[0] ?? {})
    const result = analyticHierarchy(rows.map((row) => names.map((name) => Number(row[name]))))
    expectWithin(
      result.weights,
      expected.map((row) => Number(row.w_eigen)),
      1e-9,
    )
    expectWithin(
      result.weights,
      expected.map((row) => Number(row.published_eigen)),
      0.5e-4,
    )
    expect(result.lambdaMax).toBeCloseTo(Number(ratio?.lambda_max), 8)
    expect(result.consistencyIndex).toBeCloseTo(Number(ratio?.CI), 9)
    expect(result.randomIndex).toBe(1.11)
    expect(result.consistencyRatio).toBeCloseTo(Number(ratio?.CR), 8)
  })

  it('knows the same random indices', () => {
    for (const row of readOracle('mcdm/ahp_random_index.csv')) {
      const size = Number(row.n)
      const even = Array.from({ length: size }, () => Array<number>(size).fill(1))
      expect(analyticHierarchy(even).randomIndex).toBe(Number(row.RI_saaty2007))
      expect(analyticHierarchy(even, 'saaty-1980').randomIndex).toBe(Number(row.RI_saaty1980))
    }
  })
})

describe('principal component weights against COINr’s components of the pillar Physical', () => {
  it('are its squared loadings by the variance of its components above 1', () => {
    const rows = readOracle('coinr/expected_asem_dset_normalised.csv')
    const loadings = readOracle('coinr/expected_asem_pca_Physical.csv')
    const variances = readOracle('coinr/expected_asem_pca_Physical_variance.csv').map(
      (row) => Number(row.sdev) ** 2,
    )
    const kept = variances.filter((variance) => variance >= 1)
    const total = kept.reduce((sum, variance) => sum + variance, 0)
    const expected = loadings.map(
      (row) => kept.reduce((sum, variance, f) => sum + variance * Number(row[`PC${f + 1}`]) ** 2, 0) / total,
    )
    const scores = loadings.map((row) => columnOf(rows, row.iCode ?? ''))
    expect(kept).toHaveLength(3)
    expectWithin(principalComponentWeights({ given, scores }).weights, expected, 1e-9)
  })
})

describe('optimised weights against COINr’s search for equal importance of 8 pillars', () => {
  const rows = readOracle('coinr/expected_asem_dset_aggregated.csv')
  const coinr = readOracle('coinr/expected_asem_optweights_level2_corr.csv')
  const pillars = readOracle('coinr/expected_asem_optweights_level2.csv').map((row) => row.iCode ?? '')
  const columns = pillars.map((pillar) => columnOf(rows, pillar))
  const meanWith = (weights: readonly number[], part: readonly Float64Array[]) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return Float64Array.from(
      rows,
      (_, i) => part.reduce((sum, column, c) => sum + (weights[c] ?? 0) * (column[i] ?? 0), 0) / total,
    )
  }
  const importancesIn = (index: Float64Array) => {
    const correlations = columns.map((column) => pearson(column, index) ?? Number.NaN)
    const sum = correlations.reduce((total, one) => total + one, 0)
    return correlations.map((one) => one / sum)
  }
  const lossOf = (shares: readonly number[]) => shares.reduce((sum, share) => sum + (share - 1 / 8) ** 2, 0)

  it('mean the same by importance: what COINr reports is that of its last trial, the last pillar raised by a tenth', () => {
    const weights = [1, 1, 1, 1, 1, 1, 1, 1.1]
    const halves = [
      meanWith(weights.slice(0, 5), columns.slice(0, 5)),
      meanWith(weights.slice(5), columns.slice(5)),
    ]
    const shares = importancesIn(meanWith([1, 1], halves))
    // Not in the order of the pillars beside which COINr prints them.
    expectWithin(
      shares.toSorted((a, b) => a - b),
      coinr.map((row) => Number(row.Obtained)).toSorted((a, b) => a - b),
      1e-9,
    )
  })

  it('come nearer to the targets than the weights that COINr returns, which are those of its first step', () => {
    const result = optimiseWeights(
      columns,
      coinr.map((row) => Number(row.Desired)),
    )
    expectWithin(importancesIn(meanWith(result.weights, columns)), result.importances, 1e-12)
    const theirs = coinr.map((row) => Number(row.OptWeight))
    expect(result.loss).toBeCloseTo(lossOf(result.importances), 15)
    expect(result.loss).toBeLessThan(lossOf(importancesIn(meanWith(theirs, columns))) / 10)
  })
})

describe('entropy weights against the edge cases agreed on', () => {
  const rows = readOracle('mcdm/expected_edge_cases.csv')
  const rowOf = (test: string) => {
    const row = rows.find((one) => one.test === test)
    const input: number[][] = JSON.parse(row?.input ?? '').map((one: number | number[]) => [one].flat())
    const scores = (input[0] ?? []).map((_, c) => Float64Array.from(input, (unit) => unit[c] ?? Number.NaN))
    return { scores, expected: JSON.parse(row?.expected ?? '') }
  }

  it('a constant column has weight 0', () => {
    const { scores, expected } = rowOf('entropy_constant_column')
    expect(expected).toContain('weight 0')
    expect(entropyWeights({ given, scores }).weights).toEqual([1, 0])
  })

  it('all constant columns have equal weights, and that is said', () => {
    const { scores, expected } = rowOf('entropy_all_constant')
    expect(expected).toContain('equal weights')
    expect(entropyWeights({ given, scores })).toEqual({ weights: [0.5, 0.5], warning: 'uninformative' })
  })

  it('0·ln 0 is 0', () => {
    const { scores, expected } = rowOf('entropy_value')
    expectWithin([1 - divergenceOf(scores[0] ?? new Float64Array())], expected, 1e-14)
  })

  it('one unit is an error', () => {
    const { scores, expected } = rowOf('entropy_one_unit')
    expect(expected).toContain('error')
    expect(() => entropyWeights({ given, scores })).toThrow(RangeError)
  })
})
