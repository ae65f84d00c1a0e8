import { describe, expect, it } from 'vitest'
import { framework, leaf, node, panel, panelOf } from '../index/examples'
import { completeRecipe, type RecipeInput } from '../index/recipe'
import { runIndex, scoreOf } from '../index/run-index'
import { type Alternatives, usualAlternatives } from './alternatives'
import { intervalOf, rankIntervals, rankSharesOf } from './rank-intervals'

const own = (input: RecipeInput): Alternatives => {
  const { impute, treat, normalise, aggregate } = completeRecipe(input)
  return { impute: [impute], treat: [treat], normalise: [normalise], aggregate: [aggregate], weightNoise: 0 }
}
const uncertainty = { runs: 200, seed: 5 }

/** Two regions that are each best at one of two things, and one that is worst at both. */
const rivals = panelOf(['x', 'y'], { 'A 2020': [10, 0], 'B 2020': [0, 10], 'C 2020': [-10, -10] })
const pair = [node('I', null), leaf('x', 'I'), leaf('y', 'I')]

describe('rankIntervals', () => {
  it('are none when the recipe asks for no runs', () => {
    expect(rankIntervals(panel, framework, {})).toBeNull()
  })

  it('give the rank of the recipe in every run when nothing is varied', () => {
    const recipe = { coverage: { minimum: 0.5 }, uncertainty }
    const intervals = rankIntervals(panel, framework, recipe, { alternatives: own(recipe) })
    const index = runIndex(panel, framework, recipe)
    for (const region of panel.regions) {
      for (const year of panel.years) {
        for (const code of ['INDEX', 'A', 'B', 'P']) {
          const { rank } = scoreOf(index, region, year, code)
          expect(intervals && intervalOf(intervals, region, year, code)).toEqual({
            rank,
            median: rank,
            low: rank,
            high: rank,
            rankedShare: rank === null ? 0 : 1,
          })
        }
      }
    }
  })

  it('give two regions that only the weights tell apart the first rank half of the time each', () => {
    const recipe = { uncertainty: { runs: 4000, seed: 1 } }
    const alternatives = { ...own(recipe), weightNoise: 0.25 }
    const intervals = rankIntervals(rivals, pair, recipe, { alternatives })
    if (intervals === null) throw new Error('runs were asked for')
    expect(intervalOf(intervals, 'A', 2020, 'I')).toMatchObject({ rank: 1, low: 1, high: 2, rankedShare: 1 })
    const shares = rankSharesOf(intervals, 'A', 2020, 'I')
    expect(Math.abs((shares[0] ?? 0) - 0.5)).toBeLessThan(0.03)
    expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    expect(rankSharesOf(intervals, 'C', 2020, 'I')).toEqual([0, 0, 1])
  })

  it('are the same for the same seed, and others for another', () => {
    const of = (seed: number) =>
      rankIntervals(panel, framework, { uncertainty: { runs: 50, seed } })?.counts ?? null
    expect(of(1)).toEqual(of(1))
    expect(of(1)).not.toEqual(of(2))
  })

  it('count every run once, with the rank it gave or with none', () => {
    const intervals = rankIntervals(panel, framework, { uncertainty, coverage: { minimum: 0.6 } })
    if (intervals === null) throw new Error('runs were asked for')
    const size = panel.regions.length + 1
    for (let cell = 0; cell < intervals.ranks.length; cell++) {
      const counts = intervals.counts.subarray(cell * size, (cell + 1) * size)
      expect(counts.reduce((a, b) => a + b, 0)).toBe(uncertainty.runs)
    }
  })

  it('do not withhold a score because noise on a weight brings it below the coverage rule', () => {
    const half = panelOf(['x', 'y'], { 'A 2020': [10, null], 'B 2020': [0, 10], 'C 2020': [5, 2] })
    const recipe = { coverage: { minimum: 0.5 }, uncertainty }
    const intervals = rankIntervals(half, pair, recipe, {
      alternatives: { ...own(recipe), weightNoise: 0.5 },
    })
    expect(intervals && intervalOf(intervals, 'A', 2020, 'I').rankedShare).toBe(1)
  })

  it.each(['arithmetic', 'topsis'] as const)(
    'of one year and node are those of all years and nodes, also where units are compared (%s)',
    (method) => {
      const recipe = { aggregate: { method }, uncertainty }
      const alternatives = { ...own(recipe), weightNoise: 0.25 }
      const all = rankIntervals(panel, framework, recipe, { alternatives })
      const one = rankIntervals(panel, framework, recipe, { alternatives, years: [2021], nodes: ['A'] })
      for (const region of panel.regions) {
        expect(one && intervalOf(one, region, 2021, 'A')).toEqual(all && intervalOf(all, region, 2021, 'A'))
      }
      expect(one?.counts).toHaveLength(3 * 4)
    },
  )

  it('tell nothing of a region or year that is not there, and refuse a node or year that was not asked for', () => {
    const intervals = rankIntervals(panel, framework, { uncertainty }, { nodes: ['A'] })
    if (intervals === null) throw new Error('runs were asked for')
    const none = { rank: null, median: null, low: null, high: null, rankedShare: 0 }
    expect(intervalOf(intervals, 'nobody', 2020, 'A')).toEqual(none)
    expect(intervalOf(intervals, 'X', 1999, 'A')).toEqual(none)
    expect(rankSharesOf(intervals, 'nobody', 2020, 'A')).toEqual([0, 0, 0])
    expect(() => intervalOf(intervals, 'X', 2020, 'B')).toThrow(RangeError)
    for (const asked of [{ years: [1999] }, { nodes: ['a1'] }, { nodes: ['nobody'] }]) {
      expect(() => rankIntervals(panel, framework, { uncertainty }, asked)).toThrow(RangeError)
    }
  })

  it('refuse noise that would turn a weight round, and a family without an alternative', () => {
    const recipe = { uncertainty }
    for (const change of [{ weightNoise: 1 }, { weightNoise: -0.1 }, { impute: [] }]) {
      const alternatives = { ...own(recipe), ...change }
      expect(() => rankIntervals(panel, framework, recipe, { alternatives })).toThrow(RangeError)
    }
  })

  it('vary group imputation within the groups given', () => {
    const recipe = { impute: { method: 'group-mean' as const }, uncertainty }
    const groups = new Map(panel.regions.map((code) => [code, 'all']))
    expect(rankIntervals(panel, framework, recipe, { groups })?.runs).toBe(uncertainty.runs)
    expect(() => rankIntervals(panel, framework, recipe)).toThrow(RangeError)
  })
})

describe('usualAlternatives', () => {
  it('hold the own choice of the recipe and one other of each family', () => {
    const recipe = completeRecipe({})
    const alternatives = usualAlternatives(recipe)
    expect(alternatives.weightNoise).toBe(0.25)
    expect(alternatives.impute.map((one) => one.method)).toEqual(['none', 'median'])
    expect(alternatives.treat.map((one) => one.method)).toEqual(['none', 'winsorise'])
    expect(alternatives.normalise.map((one) => one.method)).toEqual(['min-max', 'z-score'])
    expect(alternatives.aggregate.map((one) => one.method)).toEqual(['arithmetic', 'geometric'])
  })

  it('hold no geometric mean where scores of 0 cannot be moved', () => {
    const { aggregate } = usualAlternatives(completeRecipe({ normalise: { method: 'percentile' } }))
    expect(aggregate.map((one) => one.method)).toEqual(['arithmetic'])
  })
})
