import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, createPanel, type Panel, valueAt } from '../panel'
import { carryOut, prepareIndex } from './carry-out'
import { codes, framework, leaf, node, panel, panelOf } from './examples'
import { matchedChange } from './matched-change'
import { completeRecipe, defaultRecipe, type RecipeInput } from './recipe'
import { groupRankOf, runIndex, scoreOf } from './run-index'
import { traceOf } from './trace'

const tree = [node('R', null), leaf('x', 'R'), leaf('y', 'R')]
/** E stands far out in x; C has no x, D no y. */
const small = panelOf(['x', 'y'], {
  'A 1': [1, 5],
  'B 1': [2, 4],
  'C 1': [null, 3],
  'D 1': [3, null],
  'E 1': [4, 1],
  'F 1': [5, 1],
  'G 1': [6, 2],
  'H 1': [900, 2],
})
const groups = new Map([
  ['A', 'west'],
  ['B', 'west'],
  ['C', 'west'],
  ['D', 'east'],
  ['E', 'east'],
])
const filling: RecipeInput = { impute: { method: 'group-mean' }, treat: { method: 'winsorise' } }
const result = runIndex(small, tree, filling, { groups })

describe('the stages of runIndex', () => {
  it('share the memory of the one before where they change nothing', () => {
    const idle = runIndex(panel, framework, defaultRecipe)
    expect(idle.imputed).toBe(panel)
    expect(idle.treated).toBe(panel)
    expect(idle.imputedCells).toBeNull()
    expect(idle.treatments).toEqual([])
    const full = panelOf(['x', 'y'], { 'A 1': [1, 2], 'B 1': [2, 1] })
    const nothing = runIndex(full, tree, { impute: { method: 'mean' }, treat: { method: 'winsorise' } })
    expect(nothing.treated).toBe(full)
    expect(nothing.imputedCells).toBeNull()
  })

  it('keep the values before and after each of them', () => {
    expect(valueAt(result.raw, 2, 0, 0)).toBeNull()
    expect(valueAt(result.imputed, 2, 0, 0)).toBe(1.5)
    expect(valueAt(result.imputed, 3, 0, 1)).toBe(1)
    expect(valueAt(result.imputed, 7, 0, 0)).toBe(900)
    expect(valueAt(result.treated, 7, 0, 0)).toBe(6)
    expect([...result.normalised.subarray(0, 8)]).toEqual([0, 20, 10, 40, 60, 80, 100, 100])
  })

  it('mark what was imputed, and do not count it as observed', () => {
    expect([...(result.imputedCells ?? [])].flatMap((mark, cell) => (mark ? cell : []))).toEqual([2, 11])
    expect(scoreOf(result, 'C', 1, 'x')).toMatchObject({ score: 10, coverage: 0, reason: null })
    expect(scoreOf(result, 'C', 1, 'R')).toMatchObject({ score: 30, coverage: 0.5 })
    const strict = runIndex(small, tree, { ...filling, coverage: { minimum: 0.6 } }, { groups })
    expect(scoreOf(strict, 'C', 1, 'R')).toMatchObject({ score: null, reason: 'coverage' })
    expect(scoreOf(strict, 'A', 1, 'R').score).not.toBeNull()
  })

  it('leave the given panel as it was', () => {
    const before = small.values.slice()
    runIndex(small, tree, filling, { groups })
    expect(small.values).toEqual(before)
  })

  it('leave columns outside the framework alone', () => {
    const half = runIndex(small, [node('R', null), leaf('y', 'R')], {
      ...filling,
      impute: { method: 'mean' },
    })
    expect(valueAt(half.treated, 2, 0, 0)).toBeNull()
    expect(valueAt(half.treated, 7, 0, 0)).toBe(900)
    expect(traceOf(half).map(({ indicator }) => indicator)).toEqual(['y'])
  })

  it('treat each year by itself in the year frame', () => {
    const cells = Object.fromEntries(
      Array.from({ length: 10 }, (_, r) => [
        [`r${r} 1`, [r, r]],
        [`r${r} 2`, [r === 9 ? 500 : r, r]],
      ]).flat(),
    )
    const yearly = runIndex(panelOf(['x', 'y'], cells), tree, {
      treat: { method: 'winsorise' },
      normalise: { frame: 'year' },
    })
    expect(yearly.treatments).toMatchObject([{ indicator: 'x', year: 2, points: 1 }])
    expect(valueAt(yearly.treated, 9, 1, 0)).toBe(8)
    expect(valueAt(yearly.treated, 9, 0, 0)).toBe(9)
  })

  it('need groups for an imputation by group', () => {
    expect(() => runIndex(small, tree, filling)).toThrow('needs the group of each region')
  })
})

describe('ranks within groups', () => {
  it('compare the regions of a group in a year', () => {
    expect(groupRankOf(result, 'A', 1, 'R')).toEqual({ group: 'west', rank: 1, rankedCount: 3 })
    expect(groupRankOf(result, 'C', 1, 'R')).toEqual({ group: 'west', rank: 3, rankedCount: 3 })
    expect(groupRankOf(result, 'E', 1, 'R')).toEqual({ group: 'east', rank: 1, rankedCount: 2 })
  })

  it('are none without a group, without groups, and outside the index', () => {
    expect(groupRankOf(result, 'H', 1, 'R')).toBeNull()
    expect(groupRankOf(result, 'Q', 1, 'R')).toBeNull()
    expect(groupRankOf(result, 'A', 9, 'R')).toBeNull()
    expect(groupRankOf(runIndex(small, tree, {}), 'A', 1, 'R')).toBeNull()
    expect(() => groupRankOf(result, 'A', 1, 'x')).toThrow(RangeError)
  })

  it('leave the ranks among all as they are', () => {
    expect(runIndex(small, tree, filling, { groups: new Map(groups).set('H', 'east') }).ranks).toEqual(
      result.ranks,
    )
    expect(result.groups).toEqual(['west', 'east'])
    expect([...(result.groupAt ?? [])]).toEqual([0, 0, 0, 1, 1, -1, -1, -1])
  })
})

describe('traceOf', () => {
  it('says what was done to which value and why, and is plain JSON', () => {
    const trace = traceOf(result)
    expect(trace).toEqual([
      {
        stage: 'impute',
        indicator: 'x',
        region: 'C',
        year: 1,
        before: null,
        after: 1.5,
        reason: 'group-mean',
      },
      { stage: 'impute', indicator: 'y', region: 'D', year: 1, before: null, after: 1, reason: 'group-mean' },
      {
        stage: 'treat',
        indicator: 'x',
        region: 'H',
        year: 1,
        before: 900,
        after: 6,
        reason: 'winsorise',
        skewness: expect.closeTo(2.828, 3),
        kurtosis: expect.closeTo(7.999, 3),
      },
    ])
    expect(JSON.parse(JSON.stringify(trace))).toEqual(trace)
  })

  it('says what could not be done', () => {
    const flat = panelOf(['x', 'y', 'z'], {
      'A 1': [0, null, null],
      'B 1': [0, 7, null],
      'C 1': [0, 7, null],
      'D 1': [0, 7, null],
      'E 1': [9, 7, null],
    })
    const index = runIndex(
      flat,
      [...tree, leaf('z', 'R')],
      {
        impute: { method: 'group-mean' },
        treat: { method: 'winsorise' },
      },
      { groups: new Map([['B', 'g']]) },
    )
    const nothing = { region: null, year: null, before: null, after: null }
    expect(traceOf(index).filter(({ indicator }) => indicator !== 'z')).toEqual([
      {
        stage: 'impute',
        indicator: 'y',
        region: 'A',
        year: 1,
        before: null,
        after: null,
        reason: 'no-value',
      },
      {
        ...nothing,
        stage: 'treat',
        indicator: 'x',
        reason: 'not-enough',
        skewness: expect.closeTo(2.236, 3),
        kurtosis: expect.closeTo(5, 3),
      },
      { ...nothing, stage: 'normalise', indicator: 'y', reason: 'constant' },
    ])
    expect(traceOf(index).at(-2)).toEqual({
      ...nothing,
      stage: 'normalise',
      indicator: 'z',
      reason: 'no-observation',
    })
  })

  it('is empty for a recipe that did nothing', () => {
    expect(traceOf(runIndex(panelOf(['x', 'y'], { 'A 1': [1, 2], 'B 1': [2, 1] }), tree, {}))).toEqual([])
  })
})

describe('carryOut', () => {
  it('gives for a prepared input what runIndex gives, as often as it is asked', () => {
    const input = prepareIndex(small, tree, { groups })
    const recipe = completeRecipe(filling)
    const { scores, ranks, treatments } = carryOut(input, recipe)
    expect(carryOut(input, recipe)).toEqual(carryOut(input, recipe))
    expect(scores).toEqual(result.scores)
    expect(ranks).toEqual(result.ranks)
    expect(treatments).toEqual(result.treatments)
  })
})

describe('movement between years', () => {
  const rows = {
    'A 1': [0, 0],
    'A 2': [1, null],
    'B 1': [10, 10],
    'B 2': [4, 4],
  }

  it('leaves imputed values out', () => {
    const index = runIndex(panelOf(['x', 'y'], rows), tree, { impute: { method: 'linear' } })
    expect(scoreOf(index, 'A', 2, 'y').score).toBe(0)
    expect(matchedChange(index, 'A', 1, 2, 'y')).toBeNull()
    expect(matchedChange(index, 'A', 1, 2, 'R')).toBe(10)
  })

  it('under a method that compares regions is the plain difference where both years observed the same', () => {
    const index = runIndex(panelOf(['x', 'y'], rows), tree, { aggregate: { method: 'topsis' } })
    const of = (year: number) => scoreOf(index, 'B', year, 'R').score as number
    expect(matchedChange(index, 'B', 1, 2, 'R')).toBe(of(2) - of(1))
    expect(matchedChange(index, 'A', 1, 2, 'R')).toBeNull()
    expect(matchedChange(index, 'A', 1, 2, 'x')).toBeCloseTo(10, 12)
  })
})

describe('what must hold for any panel and any choice of imputation and treatment', () => {
  const value = fc.option(
    fc.integer({ min: -8, max: 8 }).map((one) => one ** 3),
    { freq: 4 },
  )
  const anyPanel = fc
    .tuple(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 3 }))
    .chain(([regions, years]) =>
      fc.array(value, { minLength: regions * years * 6, maxLength: regions * years * 6 }).map(
        (values): Panel => ({
          regions: Array.from({ length: regions }, (_, r) => `r${r}`),
          years: Array.from({ length: years }, (_, t) => 2000 + t),
          indicators: codes,
          values: Float64Array.from(values, (one) => one ?? Number.NaN),
        }),
      ),
    )
  const anyRecipe = fc.record({
    impute: fc.record({
      method: fc.constantFrom(
        'none',
        'mean',
        'median',
        'group-mean',
        'group-median',
        'last',
        'linear' as const,
      ),
    }),
    treat: fc.record({
      method: fc.constantFrom('none', 'winsorise', 'log', 'box-cox' as const),
      fallback: fc.constantFrom('none', 'log', 'box-cox' as const),
      skew: fc.constantFrom(0, 1, 2),
      kurtosis: fc.constantFrom(-2, 0, 3.5),
    }),
    coverage: fc.record({ minimum: fc.constantFrom(0, 0.5) }),
  }) as fc.Arbitrary<RecipeInput>
  const inGroups = (any: Panel) => ({ groups: new Map(any.regions.map((code, r) => [code, `g${r % 2}`])) })

  it('the same input gives the same bits', () => {
    fc.assert(
      fc.property(anyPanel, anyRecipe, (any, recipe) => {
        const here = runIndex(any, framework, recipe, inGroups(any))
        const there = runIndex(structuredClone(any), framework, structuredClone(recipe), inGroups(any))
        for (const stage of ['normalised', 'weights', 'scores', 'coverage', 'ranks', 'groupRanks'] as const) {
          expect(there[stage]).toEqual(here[stage])
        }
        expect(there.treated.values).toEqual(here.treated.values)
        expect(traceOf(there)).toEqual(traceOf(here))
      }),
    )
  })

  it('an observed value is never imputed over, and the trace tells every value that changed', () => {
    fc.assert(
      fc.property(anyPanel, anyRecipe, (any, recipe) => {
        const index = runIndex(any, framework, recipe, inGroups(any))
        const traced = traceOf(index).filter(({ region, after }) => region !== null && after !== null)
        const columns = [index.raw, index.imputed, index.treated].map(columnsOf)
        const [raw, imputed, treated] = columns as [Float64Array, Float64Array, Float64Array]
        let changed = 0
        raw.forEach((value, cell) => {
          if (!Number.isNaN(value)) expect(imputed[cell]).toBe(value)
          if (!Object.is(value, imputed[cell])) changed++
          if (imputed[cell] !== treated[cell] && !Number.isNaN(imputed[cell] as number)) changed++
          expect(Number.isNaN(treated[cell] as number)).toBe(Number.isNaN(imputed[cell] as number))
        })
        expect(traced).toHaveLength(changed)
      }),
    )
  })

  it('scores lie on the scale and ranks count from 1 without holes but for ties', () => {
    fc.assert(
      fc.property(anyPanel, anyRecipe, (any, recipe) => {
        const index = runIndex(any, framework, recipe, inGroups(any))
        for (const score of index.scores) {
          if (!Number.isNaN(score)) expect(score >= -1e-9 && score <= 100 + 1e-9).toBe(true)
        }
        expect([...index.coverage].every((share) => share >= 0 && share <= 1 + 1e-12)).toBe(true)
        index.ranks.forEach((rank, cell) => {
          expect(rank === 0).toBe(Number.isNaN(index.scores[cell] as number))
          expect((index.groupRanks as Uint32Array)[cell]).toBeLessThanOrEqual(rank)
        })
      }),
    )
  })

  it('an empty panel has empty stages', () => {
    const empty = runIndex(createPanel([], [], codes), framework, filling, { groups: new Map() })
    expect(empty.scores).toHaveLength(0)
    expect(empty.groupRanks).toHaveLength(0)
  })
})
