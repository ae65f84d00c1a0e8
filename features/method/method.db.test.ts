import { beforeAll, describe, expect, it } from 'vitest'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { getMethodPage } from './queries'
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
