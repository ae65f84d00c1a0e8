import { beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { getAreaPage, getHallmarkPage } from './queries'
import type { AreaPage } from './schema'

const actor = systemActor('test')
const areaPage = (slug: string, params: Record<string, string> = {}) => getAreaPage(actor, { slug, params })

async function knownArea(slug: string, params: Record<string, string>): Promise<AreaPage> {
  const page = await areaPage(slug, params)
  if (page === null || page === 'unknown') throw new Error(`no page of ${slug}`)
  return page
}

describe('an empty installation', () => {
  it('has no area and no hallmark to show', async () => {
    expect(await areaPage('science-and-technology')).toBeNull()
    expect(await getHallmarkPage(actor, { params: {} })).toBeNull()
  })
})

describe('the areas of the sample', () => {
  beforeAll(async () => {
    await loadSample(actor, {})
  })

  it('tells an address that names no area, and the hallmark is none', async () => {
    expect(await areaPage('nope')).toBe('unknown')
    expect(await areaPage('productivity')).toBe('unknown')
  })

  it('scores science and technology in Guangdong as the mean of eight indicators', async () => {
    const page = await knownArea('science-and-technology', { region: 'CN-GD', year: '2019' })
    // Calculated from the CSV files outside the project.
    expect(page.state.score).toBeCloseTo(39.251707006613174, 10)
    expect(page.state).toMatchObject({ rank: 9, rankedCount: 31, coverage: 1 })
    const intensity = page.indicators.find((state) => state.indicator.code === 'ST01')
    // Over all regions and years R&D intensity runs from 0.19 to 6.83: (2.88 − 0.19) / 6.64
    expect(intensity?.score).toBeCloseTo(40.51204819277108, 10)
    expect(intensity?.sources[0]?.en).toMatch(/NBS/)
  })

  it('states the change of a score only over what can be compared, and where the measure changes', async () => {
    // Calculated from the CSV files outside the project. The levels rise from 44.2 to 54.1, but hardly any indicator of
    // industry was observed both in 2013 and in 2023.
    const industry = await knownArea('industries', { region: 'CN-GD' })
    expect(industry.trend).toEqual({
      first: 2013,
      last: 2023,
      change: null,
      otherSet: [2016, 2023],
      breaks: [],
    })
    const talent = await knownArea('talent', { region: 'CN-GD' })
    expect(talent.trend).toMatchObject({
      first: 2010,
      last: 2023,
      otherSet: [2019, 2020],
      breaks: [2020, 2021],
    })
    expect(talent.trend?.change).toBeCloseTo(12.329051987924046, 9)
  })

  it('does not take a break in series for a movement', async () => {
    const page = await knownArea('talent', { region: 'CN-GD', year: '2021' })
    // With the indicator that was counted anew in 2021 it would be 0.36.
    expect(page.state.change).toBeCloseTo(2.133450343816847, 9)
  })

  it('counts the statuses that rest on older values than the year shown', async () => {
    const now = await knownArea('development-model', { region: 'CN-GD', year: '2021' })
    expect(now.state.olderStatuses).toBe(4)
    expect(
      (await knownArea('development-model', { region: 'CN-GD', year: '2018' })).state.olderStatuses,
    ).toBe(0)
  })

  it('has decimals enough that no value above 0 of sulphur dioxide reads as 0', async () => {
    const page = await knownArea('development-model', { region: 'CN-BJ' })
    const sulphur = page.indicators.find((state) => state.indicator.code === 'GD05')
    const latest = sulphur?.latest?.value ?? 0
    expect(latest).toBeGreaterThan(0)
    expect(Number(latest.toFixed(sulphur?.indicator.decimals))).toBeGreaterThan(0)
  })

  it('says of a value at current prices that it is one', async () => {
    const page = await getHallmarkPage(actor, { params: { region: 'CN-GD' } })
    const units = page?.indicators.map(({ indicator }) => [
      indicator.code,
      indicator.unit.en,
      indicator.unit.zh,
    ])
    const atCurrentPrices = ['CNY per person at current prices', '元/人（当年价）']
    expect(units).toContainEqual(['PR03', ...atCurrentPrices])
    expect(units).toContainEqual(['PR05', ...atCurrentPrices])
  })

  it('adds the points given up to the score', async () => {
    const page = await knownArea('science-and-technology', { region: 'CN-GD', year: '2019' })
    const points = page.indicators.reduce((sum, state) => sum + (state.contribution ?? 0), 0)
    expect(points).toBeCloseTo(page.state.score ?? Number.NaN, 10)
    expect(page.notCollected.map((indicator) => indicator.code)).toEqual(['ST05', 'ST06'])
  })

  it('ranks the regions that have a score, best first', async () => {
    const { ranking } = await knownArea('science-and-technology', { region: 'CN-GD', year: '2019' })
    expect(ranking[0]).toMatchObject({ region: { code: 'CN-BJ' }, rank: 1 })
    expect(ranking).toHaveLength(31)
  })

  it('gives no score below the coverage rule and keeps the indicators in sight', async () => {
    const page = await knownArea('development-model', { region: 'CN-GD', year: '2022' })
    expect(page.state).toMatchObject({ score: null, rank: null, reason: 'coverage' })
    expect(page.indicators.length).toBeGreaterThan(0)
    expect(page.ranking).toEqual([])
  })

  it('shows the hallmark by values and ranks, and what of it nobody has collected', async () => {
    const page = await getHallmarkPage(actor, { params: { region: 'CN-GD', year: '2019' } })
    expect(page?.indicators.map((state) => [state.indicator.code, state.latest?.year, state.rank])).toEqual([
      ['PR03', 2018, 5],
      ['PR04', 2018, 3],
      ['PR05', 2019, 7],
    ])
    expect(page?.indicators[0]?.ranking[0]?.region.code).toBe('CN-BJ')
    expect(page?.notCollected.map((indicator) => indicator.code)).toEqual(['PR01', 'PR02', 'PR06'])
  })
})
