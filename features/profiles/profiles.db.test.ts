import { beforeAll, describe, expect, it } from 'vitest'
import { createRegion } from '@/features/regions/mutations'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { getRegionList, getRegionPage } from './queries'
import type { RegionPage } from './schema'

const actor = systemActor('test')

async function profile(code: string, params: Record<string, string> = {}): Promise<RegionPage> {
  const page = await getRegionPage(actor, { code, params })
  if (page === null || page === 'empty') throw new Error(`no profile of ${code}`)
  return page
}

describe('without data', () => {
  it('an unknown region is unknown, a known one has nothing to show yet', async () => {
    const region = {
      gbCode: null,
      nutsCode: null,
      nameZh: '',
      level: 'province' as const,
      parent: null,
      group: null,
    }
    await createRegion(actor, { ...region, code: 'X-1', nameEn: 'One', validFrom: null, validTo: null })
    expect(await getRegionPage(actor, { code: 'X-2', params: {} })).toBeNull()
    expect(await getRegionPage(actor, { code: 'X-1', params: {} })).toBe('empty')
    const list = await getRegionList(actor, { params: {} })
    expect(list.year).toBeNull()
    expect(list.rows.map((row) => [row.region.code, row.hasValues])).toEqual([['X-1', false]])
  })
})

describe('with the sample', () => {
  beforeAll(async () => {
    expect((await loadSample(actor, {})).ok).toBe(true)
  })

  it('names five strengths and five weaknesses that do not overlap, best and worst first', async () => {
    const page = await profile('CN-GD', { year: '2019' })
    const strong = page.strengths.map((state) => state.score)
    const weak = page.weaknesses.map((state) => state.score)
    expect(strong).toEqual(strong.toSorted((a, b) => b - a))
    expect(weak).toEqual(weak.toSorted((a, b) => a - b))
    expect(new Set([...page.strengths, ...page.weaknesses].map((state) => state.indicator.code)).size).toBe(
      10,
    )
    expect(Math.min(...strong)).toBeGreaterThan(Math.max(...weak))
  })

  it('states no change of the index over years that have too little in common', async () => {
    const { trend } = await profile('CN-GD')
    expect(trend).toEqual({
      first: 2013,
      last: 2019,
      change: null,
      otherSet: [2015, 2016, 2019],
      breaks: [2018],
    })
  })

  it('takes the region of the path, whatever region the query names', async () => {
    const page = await profile('CN-GD', { region: 'CN-BJ', peers: 'CN-GD,CN-JS' })
    expect(page.chosen.region.code).toBe('CN-GD')
    expect(page.chosen.peers.map((peer) => peer.code)).toEqual(['CN-JS'])
  })

  it('gives each area the spread of all 31 provinces, with the region in it', async () => {
    const page = await profile('CN-GD', { year: '2019' })
    for (const area of page.areas) {
      expect(Object.keys(area.spread)).toHaveLength(31)
      expect(area.spread['CN-GD']).toBe(area.score)
    }
  })

  it('says why Tibet has no index: its development model lacks data', async () => {
    const page = await profile('CN-XZ', { year: '2019' })
    expect([page.index.score, page.index.rank, page.index.reason]).toEqual([null, null, 'incomplete-areas'])
    const green = page.areas.find((state) => state.area.code === 'GD')
    expect([green?.score, green?.reason]).toEqual([null, 'coverage'])
    expect(green?.coverage).toBeLessThan(page.minimumCoverage)
  })

  it('does not rank a region without values, nor name its strengths', async () => {
    const page = await profile('CN', { year: '2019' })
    expect([page.isCompared, page.strengths.length, page.observedShare]).toEqual([false, 0, 0])
  })

  it('says in the list which areas keep everybody from an index in 2022', async () => {
    const list = await getRegionList(actor, { params: { year: '2022' } })
    expect(list.lacking.map((area) => area.code)).toEqual(['GD'])
    expect(list.rows.every((row) => row.rank === null)).toBe(true)
    expect((await getRegionList(actor, { params: {} })).lacking).toEqual([])
  })
})
