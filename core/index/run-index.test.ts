import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveWeights } from './effective-weights'
import { type Cells, codes, framework, leaf, node, panel, panelOf } from './examples'
import { defaultRecipe } from './recipe'
import { contributionsOf, type IndexResult, runIndex, scoreOf } from './run-index'

const index = runIndex(panel, framework, defaultRecipe)

describe('runIndex with the default recipe', () => {
  it('scores an indicator over all regions and years together, direction flipped', () => {
    expect(scoreOf(index, 'X', 2020, 'a1').score).toBe(100)
    expect(scoreOf(index, 'X', 2020, 'a2').score).toBe(100)
    expect(scoreOf(index, 'X', 2021, 'a2').score).toBe(50)
    expect(scoreOf(index, 'Y', 2020, 'a2').score).toBe(0)
  })

  it('weighs equally within an area and between the areas', () => {
    expect(scoreOf(index, 'Z', 2020, 'A').score).toBeCloseTo((50 + 50 + 0) / 3, 10)
    expect(scoreOf(index, 'Z', 2020, 'INDEX').score).toBeCloseTo((100 / 3 + 50) / 2, 10)
  })

  it('keeps every stage', () => {
    expect(index.raw).toBe(panel)
    expect(index.normalised).toHaveLength(36)
    expect(index.scores).toHaveLength(24)
    expect(index.coverage).toHaveLength(24)
    expect(index.ranks).toHaveLength(24)
    expect(index.recipe).toEqual(defaultRecipe)
  })

  it('lets nothing that is not finite out', () => {
    for (const code of [...codes, 'A', 'B', 'INDEX', 'P']) {
      for (const region of ['X', 'Y', 'Z']) {
        for (const year of [2020, 2021]) {
          const { score, rank, coverage, reason } = scoreOf(index, region, year, code)
          expect(Number.isFinite(coverage)).toBe(true)
          expect(
            score === null ? reason !== null && rank === null : Number.isFinite(score) && reason === null,
          ).toBe(true)
        }
      }
    }
  })

  it('ranks regions within a year, ties at the minimum rank', () => {
    expect(['X', 'Y', 'Z'].map((region) => scoreOf(index, region, 2020, 'A').rank)).toEqual([1, 3, 2])
    const tied = runIndex(
      panelOf(['x'], { 'X 1': [1], 'Y 1': [2], 'Z 1': [2] }),
      [node('R', null), leaf('x', 'R')],
      {},
    )
    expect(['X', 'Y', 'Z'].map((region) => scoreOf(tied, region, 1, 'R').rank)).toEqual([3, 1, 1])
    expect(['X', 'Y', 'Z'].map((region) => scoreOf(tied, region, 1, 'x').rank)).toEqual([3, 1, 1])
    expect(scoreOf(tied, 'X', 1, 'x').rankedCount).toBe(3)
  })

  it('leaves the hallmark apart from the index', () => {
    expect(scoreOf(index, 'X', 2020, 'P').score).toBe(100)
    const without = runIndex(
      panel,
      framework.filter(({ code, parent }) => code !== 'P' && parent !== 'P'),
      defaultRecipe,
    )
    expect(scoreOf(without, 'X', 2020, 'INDEX')).toEqual(scoreOf(index, 'X', 2020, 'INDEX'))
  })

  it('gives the same bits again', () => {
    const again = runIndex(panel, framework, defaultRecipe)
    expect(again.scores).toEqual(index.scores)
    expect(again.ranks).toEqual(index.ranks)
  })
})

describe('an indicator that is the same everywhere', () => {
  const cells: Cells = { 'X 1': [1, 7, 1], 'Y 1': [2, 7, null], 'Z 1': [3, null, 3] }
  const names = ['x', 'flat', 'y']
  const tree = [node('R', null), leaf('x', 'R'), leaf('flat', 'R'), leaf('y', 'R')]

  it('has no score and no weight, with a warning', () => {
    const result = runIndex(panelOf(names, cells), tree, defaultRecipe)
    expect(result.warnings).toEqual([{ kind: 'constant', indicator: 'flat', year: null }])
    expect(result.unused).toEqual([])
    expect(scoreOf(result, 'X', 1, 'flat')).toMatchObject({ score: null, reason: 'no-indicators' })
    expect(scoreOf(result, 'Z', 1, 'R').coverage).toBe(1)
  })

  it('changes no other score', () => {
    const result = runIndex(panelOf(names, cells), tree, defaultRecipe)
    const without = runIndex(
      panelOf(names, cells),
      tree.filter(({ code }) => code !== 'flat'),
      defaultRecipe,
    )
    expect(result.scores).toEqual(without.scores)
    expect(result.ranks).toEqual(without.ranks)
  })
})

describe('weights', () => {
  it('of the framework are relative within a parent; weight 0 takes no part', () => {
    const tree = [node('R', null), leaf('x', 'R', 1, 3), leaf('y', 'R', 1, 1), leaf('z', 'R', 1, 0)]
    const result = runIndex(panelOf(['x', 'y', 'z'], { 'X 1': [1, 0, 0], 'Y 1': [0, 1, 1] }), tree, {})
    expect(scoreOf(result, 'X', 1, 'R').score).toBeCloseTo(75, 10)
    expect(scoreOf(result, 'Y', 1, 'R').score).toBeCloseTo(25, 10)
    expect(scoreOf(result, 'Y', 1, 'R').coverage).toBe(1)
    expect(scoreOf(result, 'Y', 1, 'z').score).toBe(100)
  })

  it('multiply down the tree to effective weights that sum to 1', () => {
    const effective = effectiveWeights(index.plan, index.weights)
    const of = (code: string) => effective[index.plan.numberOf.get(code) ?? -1]
    expect(of('a1')).toBeCloseTo(1 / 6, 12)
    expect(of('a4')).toBe(0)
    expect(of('b1')).toBe(0.5)
    expect(of('p1')).toBe(1)
    expect(of('INDEX')).toBe(1)
  })
})

describe('scoreOf', () => {
  it('has no score outside the index, and knows no strange node', () => {
    const none = { score: null, rank: null, rankedCount: 0, coverage: 0, reason: 'no-data' }
    expect(scoreOf(index, 'Q', 2020, 'INDEX')).toEqual(none)
    expect(scoreOf(index, 'X', 1999, 'a1')).toEqual(none)
    expect(() => scoreOf(index, 'X', 2020, 'nowhere')).toThrow(RangeError)
  })
})

describe('contributionsOf', () => {
  it('adds up to the score, over the children that have one', () => {
    const parts = contributionsOf(index, 'X', 2021, 'A')
    expect(parts.map(({ node: code }) => code)).toEqual(['a1', 'a2', 'a3', 'a4'])
    expect(parts[2]).toEqual({ node: 'a3', score: null, weightShare: 0, contribution: null })
    const sum = parts.reduce((total, { contribution }) => total + (contribution ?? 0), 0)
    expect(sum).toBeCloseTo(scoreOf(index, 'X', 2021, 'A').score as number, 10)
  })

  it('is empty where there is no score, and for an indicator', () => {
    expect(contributionsOf(index, 'Y', 2021, 'A')).toEqual([])
    expect(contributionsOf(index, 'X', 2020, 'a1')).toEqual([])
  })
})

describe('what must hold for any panel', () => {
  const value = fc.option(fc.integer({ min: -20, max: 20 }), { freq: 5 })
  const anyPanel = fc
    .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 3 }))
    .chain(([regions, years]) =>
      fc.array(value, { minLength: regions * years * 6, maxLength: regions * years * 6 }).map((values) => ({
        regions: Array.from({ length: regions }, (_, r) => `r${r}`),
        years: Array.from({ length: years }, (_, t) => 2000 + t),
        indicators: codes,
        values: Float64Array.from(values, (one) => one ?? Number.NaN),
      })),
    )
  const everyScore = (result: IndexResult) => [...result.scores].filter((score) => !Number.isNaN(score))

  it('scores lie on the scale', () => {
    fc.assert(
      fc.property(anyPanel, (any) =>
        everyScore(runIndex(any, framework, defaultRecipe)).every(
          (score) => score >= -1e-9 && score <= 100 + 1e-9,
        ),
      ),
    )
  })

  it('the order of the regions does not matter', () => {
    fc.assert(
      fc.property(anyPanel, (any) => {
        const size = any.years.length * any.indicators.length
        const turned = {
          ...any,
          regions: any.regions.toReversed(),
          values: Float64Array.from(
            any.regions.toReversed().flatMap((code) => {
              const r = any.regions.indexOf(code)
              return [...any.values.subarray(r * size, (r + 1) * size)]
            }),
          ),
        }
        const here = runIndex(any, framework, defaultRecipe)
        const there = runIndex(turned, framework, defaultRecipe)
        for (const region of any.regions) {
          for (const year of any.years) {
            for (const code of ['A', 'B', 'INDEX', 'P', 'a2']) {
              expect(scoreOf(there, region, year, code)).toEqual(scoreOf(here, region, year, code))
            }
          }
        }
      }),
    )
  })

  it('the unit of an indicator does not matter', () => {
    fc.assert(
      fc.property(anyPanel, (any) => {
        const there = runIndex(
          { ...any, values: any.values.map((one) => one * 1024) },
          framework,
          defaultRecipe,
        )
        expect(there.scores).toEqual(runIndex(any, framework, defaultRecipe).scores)
      }),
    )
  })

  it('weights matter only relative to each other', () => {
    fc.assert(
      fc.property(anyPanel, (any) => {
        const heavy = framework.map((one) => ({ ...one, weight: one.weight * 16 }))
        const there = runIndex(any, heavy, { coverage: { minimum: 0.5 } })
        expect(there.scores).toEqual(runIndex(any, framework, { coverage: { minimum: 0.5 } }).scores)
      }),
    )
  })

  it('a better value never costs its region points, while the extremes stay', () => {
    fc.assert(
      fc.property(anyPanel, fc.nat(), (any, at) => {
        const cell = at % any.values.length
        const i = cell % codes.length
        const column = any.values.filter(
          (_, c) => c % codes.length === i && !Number.isNaN(any.values[c] as number),
        )
        const better = i === 1 ? Math.min(...column) : Math.max(...column)
        const own = any.values[cell] as number
        const keepsWorst = column.filter((one) => one === own).length > 1
        if (Number.isNaN(own) || !keepsWorst) return
        const raised = { ...any, values: any.values.with(cell, better) }
        const before = runIndex(any, framework, defaultRecipe)
        const after = runIndex(raised, framework, defaultRecipe)
        const region = any.regions[Math.floor(cell / (any.years.length * codes.length))] ?? ''
        const year = any.years[Math.floor(cell / codes.length) % any.years.length] ?? 0
        for (const code of ['A', 'B', 'INDEX', 'P']) {
          const was = scoreOf(before, region, year, code).score
          const is = scoreOf(after, region, year, code).score
          expect(is === null).toBe(was === null)
          if (was !== null && is !== null) expect(is).toBeGreaterThanOrEqual(was - 1e-9)
        }
      }),
    )
  })
})
