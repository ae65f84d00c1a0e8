import { beforeAll, describe, expect, it } from 'vitest'
import { intervalOf } from '@/core/uncertainty/rank-intervals'
import { saveRecipe } from '@/features/recipes/mutations'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { getMethodPage, getProgressCounts, getRankDoubt, getRecipeTrial } from './queries'
import type { MethodPage } from './schema'

const actor = systemActor('test')
let page: MethodPage

beforeAll(async () => {
  expect(await getMethodPage(actor, {})).toBeNull()
  expect((await loadSample(actor, {})).ok).toBe(true)
  const read = await getMethodPage(actor, {})
  if (!read) throw new Error('no method page')
  page = read
})

describe('the method page', () => {
  it('has weights that sum to 1 within each area and over the whole index', () => {
    const inIndex = page.areas.filter((group) => group.weight !== null)
    expect(inIndex.reduce((sum, group) => sum + (group.weight ?? 0), 0)).toBeCloseTo(1, 12)
    const effective = inIndex.flatMap((group) => group.indicators.map((row) => row.effectiveWeight ?? 0))
    expect(effective.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    for (const group of page.areas) {
      expect(group.indicators.reduce((sum, row) => sum + row.weight, 0)).toBeCloseTo(1, 12)
    }
  })

  it('keeps productivity outside the index', () => {
    const hallmark = page.areas.find((group) => group.area.isHallmark)
    expect(hallmark?.weight).toBeNull()
    expect(hallmark?.indicators.every((row) => row.effectiveWeight === null)).toBe(true)
  })

  it('rests each scale on observed values: the worse end scores 0, also where lower is better', () => {
    const rows = page.areas.flatMap((group) => group.indicators)
    const intensity = rows.find((row) => row.indicator.code === 'ST01')
    expect([intensity?.worst?.region.code, intensity?.best?.region.code]).toEqual(['CN-XZ', 'CN-BJ'])
    const energy = rows.find((row) => row.indicator.code === 'GD01')
    expect(energy?.worst?.value).toBeGreaterThan(energy?.best?.value ?? Number.NaN)
  })

  it('names the years that lack data and the one that is shown first', () => {
    expect(page.shownYear).toBe(2019)
    const lacking = page.years
      .filter((row) => row.areas.some((area) => area.isLacking))
      .map((row) => row.year)
    expect(lacking).toEqual([2023, 2022, 2021, 2020, 2017, 2012, 2011, 2010])
    expect(page.years.find((row) => row.year === 2019)?.index).toBe(30)
  })

  it('counts all 61 indicators of the catalogue, 28 of them with values', () => {
    expect(page.areas.reduce((sum, group) => sum + group.indicators.length, 0)).toBe(28)
    expect(page.areas.reduce((sum, group) => sum + group.notCollected.length, 0)).toBe(33)
  })
})

describe('trying a recipe', () => {
  const tryOut = async (params: Record<string, string>) => {
    const trial = await getRecipeTrial(actor, { params })
    if (!trial) throw new Error('no trial')
    return trial
  }

  it('is the recipe in use where the address says nothing', async () => {
    const trial = await tryOut({})
    expect(trial).toMatchObject({ isInUse: true, isChanged: false, saved: null, problem: null, year: 2019 })
    expect(trial.moved).toEqual({ count: 0, of: 30, largest: 0 })
  })

  it('changes ranks and stores nothing', async () => {
    const trial = await tryOut({ aggregate: 'geometric', view: 'effect' })
    expect(trial).toMatchObject({ isInUse: false, isChanged: true, problem: null })
    expect(trial.moved?.count).toBeGreaterThan(10)
    expect(trial.tried?.recipe.normalise).toMatchObject({ lower: 1, upper: 100 })
    expect((await tryOut({})).inUse.recipe.aggregate.method).toBe('arithmetic')
  })

  it('says what does not go together instead of failing', async () => {
    const problemOf = async (params: Record<string, string>) => (await tryOut(params)).problem?.reason
    expect(await problemOf({ normalise: 'z-score', aggregate: 'geometric' })).toBe('positive')
    expect(await problemOf({ normalise: 'z-score', weights: 'entropy' })).toBe('notNegative')
    expect(await problemOf({ normalise: 'scaled', treat: 'log' })).toBe('unit')
    expect(await problemOf({ normalise: 'goalposts' })).toBe('noGoalposts')
    expect(await problemOf({ normalise: 'distance-to-target' })).toBe('noTargets')
    expect(await problemOf({ normalise: 'nonsense', coverage: '%' })).toBeUndefined()
  })

  it('starts from a saved recipe by name, and from its own when the name is unknown', async () => {
    await saveRecipe(actor, { name: 'SD', body: { weights: { method: 'sd' } }, version: 0 })
    expect(await tryOut({ recipe: 'SD' })).toMatchObject({ saved: { name: 'SD' }, isChanged: false })
    expect(await tryOut({ recipe: 'SD', weights: 'equal' })).toMatchObject({ isChanged: true })
    expect(await tryOut({ recipe: 'gone' })).toMatchObject({ unknownName: 'gone', saved: null })
  })

  it('has rank intervals that hold the ranks, and indices of what moves them', async () => {
    const { intervals, sensitivity, problem } = await getRankDoubt(actor, { params: {} })
    expect(problem).toBeNull()
    if (!intervals) throw new Error('no intervals')
    const first = intervalOf(intervals, 'CN-BJ', 2019, 'INDEX')
    expect(first).toMatchObject({ rank: 1, low: 1 })
    expect(first.rankedShare).toBeGreaterThan(0.9)
    expect(sensitivity?.assumptions.map(({ assumption }) => assumption)).toContain('weights')
    expect(await getRankDoubt(actor, { params: { normalise: 'goalposts' } })).toMatchObject({
      intervals: null,
      sensitivity: null,
    })
  })

  it('counts the same indicators by every progress method', async () => {
    const { counts } = await getProgressCounts(actor, { year: 2019 })
    const sums = Object.values(counts).map((mix) => Object.values(mix).reduce((sum, count) => sum + count, 0))
    expect(sums).toEqual([31 * 28, 31 * 28, 31 * 28])
  })
})
