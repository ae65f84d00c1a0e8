import { describe, expect, it } from 'vitest'
import { createIndicator } from '@/features/indicators/mutations'
import type { IndicatorInput } from '@/features/indicators/schema'
import { saveObservations } from '@/features/observations/mutations'
import { createRegion } from '@/features/regions/mutations'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { getEntryPage } from './queries'

const actor = systemActor('test')
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }
const open = (params: Record<string, string> = {}, who = actor) => getEntryPage(who, { params, today: 2026 })

const indicator: IndicatorInput = {
  code: 'T1',
  area: 'ST',
  themeId: null,
  kind: 'numeric',
  nameEn: 'Test',
  nameZh: '测试',
  definitionEn: '',
  definitionZh: '',
  unitEn: '%',
  unitZh: '%',
  decimals: 2,
  direction: 1,
  weight: 1,
  pace: 'linear',
  factor: null,
  origin: null,
  sourceEn: '',
  sourceZh: '',
  hardMin: 0,
  hardMax: 100,
  plausibleMin: null,
  plausibleMax: null,
  levels: [],
}
const region = {
  gbCode: null,
  nutsCode: null,
  nameEn: 'Region',
  nameZh: '地区',
  level: 'province' as const,
  parent: null,
  group: null,
  validFrom: null,
  validTo: null,
}

async function page(params: Record<string, string> = {}, who = actor) {
  const found = await open(params, who)
  if (found.missing) throw new Error(`no ${found.missing}`)
  return found
}

describe('the entry page', () => {
  it('says what is missing, indicators before regions', async () => {
    expect(await open()).toEqual({ missing: 'indicators' })
    await db().area.create({
      data: { code: 'ST', slug: 'st', nameEn: 'Science', nameZh: '科技', position: 1 },
    })
    await createIndicator(actor, indicator)
    expect(await open()).toEqual({ missing: 'regions' })
    await createRegion(actor, { ...region, code: 'R1' })
    await createRegion(actor, { ...region, code: 'R2', validFrom: 2020, validTo: 2022 })
    expect(await page()).toMatchObject({ by: 'indicator', canEnter: true, indicator: { code: 'T1' } })
  })

  it('shows ten years at least, so that a first value does not shrink it', async () => {
    const before = (await page()).years
    expect(before).toHaveLength(10)
    expect(before.at(-1)).toBe(2025)
    const first = { region: 'R1', indicator: 'T1', year: 2023, value: 5, expectedVersion: 0 }
    await saveObservations(actor, { kind: 'entry', changes: [{ ...first, status: 'P' }] })
    const after = await page()
    expect(after.years).toEqual(before)
    expect(after.cells['R1|2023']).toEqual({ value: 5, text: '', version: 1, letter: 'P' })
  })

  it('takes the years asked for, sixty at most, and ignores what is no year', async () => {
    expect((await page({ from: '2020', to: '2022' })).years).toEqual([2020, 2021, 2022])
    expect((await page({ from: '1900', to: '2025' })).years).toHaveLength(60)
    expect((await page({ from: 'x', to: '99999' })).years).toHaveLength(10)
    expect((await page({ from: '2030', to: '2020' })).years).toEqual([2020])
  })

  it('locks the years in which a region does not exist', async () => {
    const { cells } = await page({ from: '2019', to: '2023' })
    expect(cells['R2|2019']).toEqual({ value: null, text: '', version: 0, locked: true })
    expect(cells['R2|2020']).toBeUndefined()
    expect(cells['R2|2023']).toMatchObject({ locked: true })
    expect(cells['R1|2023']).not.toHaveProperty('locked')
    const turned = await page({ by: 'region', region: 'R2', from: '2019', to: '2020' })
    expect(turned).toMatchObject({ by: 'region', region: { code: 'R2' } })
    expect(turned.cells['T1|2019']).toMatchObject({ locked: true })
    expect(turned.cells['T1|2020']).toBeUndefined()
  })

  it('lets a viewer look only', async () => {
    expect(await page({}, viewer)).toMatchObject({ canEnter: false })
  })
})
