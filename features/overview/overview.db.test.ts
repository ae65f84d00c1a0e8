import { beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { getOverview } from './queries'

const actor = systemActor('test')
const overview = (params: Record<string, string>) => getOverview(actor, { params })

describe('the overview of an empty installation', () => {
  it('is nothing at all', async () => {
    expect(await overview({})).toBeNull()
  })
})

describe('the overview of the sample', () => {
  beforeAll(async () => {
    await loadSample(actor, {})
  })

  it('starts with the first region and the latest year in which all areas reach the coverage rule', async () => {
    const page = await overview({})
    expect(page?.chosen.region.code).toBe('CN-BJ')
    expect(page?.chosen.year).toBe(2019)
    expect(page?.chosen.selection).toEqual({ region: 'CN-BJ', peers: null, year: 2019 })
    expect(page?.later[0]).toEqual({ year: 2020, lacking: ['GD'] })
  })

  it('gives Guangdong the mean of its five area scores and the second rank of 30', async () => {
    const page = await overview({ region: 'CN-GD' })
    // Calculated from the CSV files outside the project: (39.2517 + 47.0706 + 96.3685 + 48.8281 + 40.5821) / 5
    expect(page?.index.score).toBeCloseTo(54.42019605994783, 10)
    expect(page?.index).toMatchObject({ rank: 2, rankedCount: 30, reason: null })
    const scores = page?.areas.map((state) => state.score ?? Number.NaN) ?? []
    expect(scores.reduce((sum, score) => sum + score, 0) / 5).toBeCloseTo(54.42019605994783, 10)
    expect(page?.areas.map((state) => state.area.code)).toEqual(['ST', 'IN', 'GD', 'SM', 'TA'])
  })

  it('has no index where an area lacks data, and says so', async () => {
    const page = await overview({ region: 'CN-XZ' })
    expect(page?.index).toMatchObject({ score: null, rank: null, reason: 'incomplete-areas' })
    expect(page?.areas.find((state) => state.area.code === 'GD')).toMatchObject({
      score: null,
      reason: 'coverage',
    })
  })

  it('keeps productivity out of the areas and shows what is collected of it', async () => {
    const page = await overview({ region: 'CN-GD' })
    expect(page?.headline.map((state) => state.indicator.code)).toEqual(['PR03', 'PR04', 'PR05'])
  })

  it('names everything that moves away, the fastest first', async () => {
    const page = await overview({ region: 'CN-LN', year: '2023' })
    const rates = page?.attention.map(({ progress }) => {
      if (progress.growth !== null) return progress.growth
      const pace = (progress.observedPace ?? 0) * progress.direction
      return progress.pace === 'compound' ? pace : pace / Math.abs(progress.start?.value ?? 1)
    })
    expect(rates?.length).toBe(page?.areas.reduce((sum, { mix }) => sum + mix['moving-away'], 0))
    expect(rates).toEqual(rates?.toSorted((a, b) => a - b))
    expect(page?.isAssessed).toBe(true)
  })

  it('does not take a region without data for one where nothing moves away', async () => {
    expect(await overview({ region: 'CN' })).toMatchObject({ attention: [], isAssessed: false })
  })

  it('orders the movers from the largest rise and takes peers from the address', async () => {
    const page = await overview({ region: 'CN-GD', peers: 'CN-JS,CN-ZJ,XX' })
    const changes = page?.movers.map((mover) => mover.change) ?? []
    expect(changes).toEqual(changes.toSorted((a, b) => b - a))
    expect(page?.chosen.selection.peers).toEqual(['CN-JS', 'CN-ZJ'])
  })
})
