import { describe, expect, it } from 'vitest'
import { addComment, resolveComment } from '@/features/comments/mutations'
import { createIndicator } from '@/features/indicators/mutations'
import type { IndicatorInput } from '@/features/indicators/schema'
import { saveObservations } from '@/features/observations/mutations'
import { chooseRecipe, saveRecipe } from '@/features/recipes/mutations'
import { createRegion } from '@/features/regions/mutations'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { getCellRecord, getEntryPage } from './queries'
import { unpackCells } from './schema'

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
  const rows = (found.by === 'indicator' ? found.regions : found.indicators).map(({ code }) => code)
  const columns = found.by === 'year' ? found.columns.regions : found.years.map(String)
  return { ...found, cells: unpackCells(found.cells, rows, columns, (cell) => cell) }
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
    expect(after.cells['R1|2023']).toEqual({ value: 5, version: 1, letter: 'P' })
  })

  it('takes the years asked for, sixty at most, and ignores what is no year', async () => {
    expect((await page({ from: '2020', to: '2022' })).years).toEqual([2020, 2021, 2022])
    expect((await page({ from: '1900', to: '2025' })).years).toHaveLength(60)
    expect((await page({ from: 'x', to: '99999' })).years).toHaveLength(10)
    expect((await page({ from: '2030', to: '2020' })).years).toEqual([2020])
  })

  it('locks the years in which a region does not exist', async () => {
    const { cells } = await page({ from: '2019', to: '2023' })
    expect(cells['R2|2019']).toEqual({ value: null, version: 0, locked: true })
    expect(cells['R2|2020']).toBeUndefined()
    expect(cells['R2|2023']).toMatchObject({ locked: true })
    expect(cells['R1|2023']).not.toHaveProperty('locked')
    const turned = await page({ by: 'region', region: 'R2', from: '2019', to: '2020' })
    expect(turned).toMatchObject({ by: 'region', region: { code: 'R2' } })
    expect(turned.cells['T1|2019']).toMatchObject({ locked: true })
    expect(turned.cells['T1|2020']).toBeUndefined()
  })

  it('shows the indicators of one year beside each other by region', async () => {
    const found = await page({ by: 'year', year: '2023' })
    expect(found).toMatchObject({ by: 'year', year: 2023, columns: { code: 'province', part: null } })
    expect(found.columns.regions).toEqual(['R1', 'R2'])
    expect(found.cells['T1|R1']).toEqual({ value: 5, version: 1, letter: 'P' })
    expect(found.cells['T1|R2']).toEqual({ value: null, version: 0, locked: true })
    // A year without any observation can be entered too; what is no year is the year shown.
    expect(await page({ by: 'year', year: '2031' })).toMatchObject({ year: 2031 })
    expect(await page({ by: 'year', year: '31', columns: 'nope' })).toMatchObject({
      columns: { code: 'province' },
    })
  })

  it('counts the open comments of a cell in every orientation', async () => {
    const comment = await addComment(actor, {
      region: 'R1',
      indicator: 'T1',
      year: 2022,
      body: 'Where from?',
    })
    const cell = { value: null, version: 0, commented: 1 }
    expect((await page()).cells['R1|2022']).toEqual(cell)
    expect((await page({ by: 'region', region: 'R1' })).cells['T1|2022']).toEqual(cell)
    expect((await page({ by: 'year', year: '2022' })).cells['T1|R1']).toEqual(cell)
    if (comment.ok) await resolveComment(actor, { id: comment.value.id })
    expect((await page()).cells['R1|2022']).toBeUndefined()
  })

  it('shows what the recipe in use imputes where nothing is observed, and stores it nowhere', async () => {
    await saveObservations(actor, {
      kind: 'entry',
      changes: [{ region: 'R1', indicator: 'T1', year: 2021, value: 1, expectedVersion: 0 }],
    })
    expect((await page()).cells['R1|2022']).toBeUndefined()
    await saveRecipe(actor, { name: 'Filled', body: { impute: { method: 'linear' } }, version: 0 })
    await chooseRecipe(actor, { name: 'Filled' })
    expect((await page()).cells['R1|2022']).toEqual({ value: null, version: 0, imputed: 3 })
    expect((await page({ by: 'year', year: '2022' })).cells['T1|R1']).toMatchObject({ imputed: 3 })
    expect((await page()).cells['R1|2023']).not.toHaveProperty('imputed')
    expect(await db().observation.count({ where: { year: 2022 } })).toBe(0)
    await chooseRecipe(actor, { name: null })
  })

  it('lets a viewer look only', async () => {
    expect(await page({}, viewer)).toMatchObject({ canEnter: false })
  })
})

describe('the record of a cell', () => {
  it('holds the series, the regions beside it, documents, comments and revisions', async () => {
    await saveObservations(actor, {
      kind: 'entry',
      changes: [{ region: 'R2', indicator: 'T1', year: 2021, value: 2, expectedVersion: 0 }],
    })
    await addComment(actor, { region: 'R1', indicator: 'T1', year: 2021, body: 'Check' })
    const record = await getCellRecord(viewer, { region: 'R1', indicator: 'T1', year: 2021, peers: ['R2'] })
    expect(record.series.map(({ year, value }) => [year, value])).toEqual([
      [2021, 1],
      [2023, 5],
    ])
    expect(record.beside).toMatchObject([
      { region: 'R2', value: 2, rank: 1, isPeer: true },
      { region: 'R1', value: 1, rank: 2, isPeer: false },
    ])
    expect(record.comments).toMatchObject([{ body: 'Check' }])
    expect(record.evidence).toEqual([])
    expect(record.revisions).toMatchObject([{ version: 1, value: 1, vintage: null }])
  })

  it('is of a cell that was never entered, too', async () => {
    const record = await getCellRecord(viewer, { region: 'R1', indicator: 'T1', year: 2010 })
    expect(record.beside).toMatchObject([{ region: 'R1', value: null, rank: null }])
    expect(record.revisions).toEqual([])
  })
})
