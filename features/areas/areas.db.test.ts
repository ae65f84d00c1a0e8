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
