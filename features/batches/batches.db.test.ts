import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importObservations } from '@/features/bulk/mutations'
import { createIndicator } from '@/features/indicators/mutations'
import { saveObservations } from '@/features/observations/mutations'
import type { ObservationChange, Vintage } from '@/features/observations/schema'
import { createRegion } from '@/features/regions/mutations'
import { candidatesOf, type FileValue } from '@/scripts/testing/candidates'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { undoBatch } from './mutations'
import { previewUndo } from './queries'

const admin = systemActor('test')
const ann: Actor = { kind: 'user', id: 'ann', name: 'Ann', role: 'editor' }
const bob: Actor = { kind: 'user', id: 'bob', name: 'Bob', role: 'editor' }
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }

const one = (more: Partial<FileValue> = {}): FileValue => ({
  region: 'CN-GD',
  indicator: 'T1',
  year: 2020,
  value: 1,
  ...more,
})
const imported = (...values: FileValue[]) => published(undefined, ...values)
async function published(vintage: Vintage | undefined, ...values: FileValue[]): Promise<string> {
  const outcome = await importObservations(ann, { candidates: candidatesOf(values), vintage })
  if (!outcome.ok || outcome.value.batchId === null) throw new Error('not imported')
  return outcome.value.batchId
}
const edit = (more: Partial<ObservationChange>, kind: 'entry' | 'paste' = 'entry') =>
  saveObservations(bob, { kind, changes: [{ ...one(), expectedVersion: 0, ...more } as ObservationChange] })
const cells = () =>
  db().observation.findMany({
    select: { year: true, value: true, status: true, note: true, version: true },
    orderBy: { year: 'asc' },
  })
const lastBatch = async () => String((await db().batch.findFirstOrThrow({ orderBy: { id: 'desc' } })).id)

beforeAll(async () => {
  await db().area.create({ data: { code: 'ST', slug: 'st', nameEn: 'Science', nameZh: '科技', position: 1 } })
  const texts = { nameEn: 'T', nameZh: '测', definitionEn: '', definitionZh: '', unitEn: '', unitZh: '' }
  const rest = { decimals: 2, direction: 1, weight: 1, pace: 'linear', factor: null, origin: null } as const
  const open = {
    sourceEn: '',
    sourceZh: '',
    hardMin: null,
    hardMax: null,
    plausibleMin: null,
    plausibleMax: null,
  }
  await createIndicator(admin, {
    ...{ ...texts, ...rest, ...open },
    ...{ area: 'ST', themeId: null, code: 'T1', kind: 'numeric', levels: [] },
  })
  const region = {
    code: 'CN-GD',
    gbCode: null,
    nutsCode: null,
    nameEn: 'GD',
    nameZh: '广东',
    level: 'province' as const,
  }
  await createRegion(admin, { ...region, parent: null, group: null, validFrom: null, validTo: null })
})
beforeEach(() => db().$executeRaw`TRUNCATE observation, revision, batch, source CASCADE`)

describe('undoBatch', () => {
  it('gives every cell its content from before, as a batch of its own with revisions and an audit row', async () => {
    await imported(
      one({ value: 5, status: 'P', note: 'first' }),
      one({ year: 2021, value: null, status: 'M' }),
    )
    const batchId = await imported(
      one({ value: 6, status: 'A', note: null }),
      one({ year: 2021, value: 7 }),
      one({ year: 2022, value: 8, note: 'new' }),
    )
    expect(await previewUndo(viewer, { batchId })).toEqual({
      ...{ batchId, refusal: null, restored: 3, emptied: 1, kept: 0, keptCells: [] },
    })
    const before = await db().dataState.findUniqueOrThrow({ where: { id: 1 } })
    const outcome = await undoBatch(ann, { batchId, reason: 'wrong file' })
    if (!outcome.ok) throw new Error(outcome.reason)
    expect(outcome.value).toMatchObject({ restored: 3, kept: 0, keptCells: [] })
    expect(await cells()).toEqual([
      { year: 2020, value: 5, status: 'P', note: 'first', version: 3 },
      { year: 2021, value: null, status: 'M', note: null, version: 3 },
      { year: 2022, value: null, status: 'O', note: null, version: 2 },
    ])
    const batch = await db().batch.findUniqueOrThrow({ where: { id: BigInt(outcome.value.batchId) } })
    expect(batch).toMatchObject({
      kind: 'undo',
      reason: 'wrong file',
      actorName: 'Ann',
      undoesId: BigInt(batchId),
    })
    expect(await db().revision.count({ where: { batchId: batch.id } })).toBe(3)
    const audit = await db().audit.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(audit).toMatchObject({ action: 'batch.undo', entity: 'batch', entityKey: batchId })
    const after = await db().dataState.findUniqueOrThrow({ where: { id: 1 } })
    expect(after.version).toBe(before.version + 1n)
  })

  it('keeps cells that were edited since and lists them', async () => {
    const batchId = await imported(one(), one({ year: 2021 }), one({ year: 2022 }))
    await edit({ year: 2021, value: 9, status: 'P', expectedVersion: 1 })
    const kept = {
      region: 'CN-GD',
      indicator: 'T1',
      year: 2021,
      wrote: 1,
      value: 9,
      status: 'P',
      author: 'Bob',
    }
    const preview = await previewUndo(viewer, { batchId })
    expect(preview).toMatchObject({ restored: 2, kept: 1, keptCells: [{ ...kept, kind: 'entry' }] })
    expect(preview.keptCells[0]?.batchId).toBe(await lastBatch())
    const outcome = await undoBatch(ann, { batchId })
    expect(outcome).toMatchObject({ ok: true, value: { restored: 2, kept: 1, keptCells: [kept] } })
    expect((await cells()).map((c) => c.value)).toEqual([null, 9, null])
  })

  it('takes back an entry, a paste and an undoing as well as an import', async () => {
    await edit({ value: 3 }, 'paste')
    const paste = await lastBatch()
    expect(await undoBatch(ann, { batchId: paste })).toMatchObject({ ok: true })
    expect((await cells())[0]?.value).toBeNull()
    expect(await undoBatch(ann, { batchId: await lastBatch() })).toMatchObject({ ok: true })
    expect((await cells())[0]).toMatchObject({ value: 3, version: 3 })
  })

  it('takes back three imports over each other one by one, the last first', async () => {
    const first = await imported(one({ value: 1 }))
    const second = await imported(one({ value: 2, note: 'b' }), one({ year: 2021, value: 2 }))
    const third = await imported(one({ value: 3, note: null }))
    expect(await undoBatch(ann, { batchId: second })).toMatchObject({ ok: true, value: { kept: 1 } })
    expect(await undoBatch(ann, { batchId: await lastBatch() })).toMatchObject({ ok: true })
    const again = await imported(one({ value: 4 }))
    expect(await undoBatch(ann, { batchId: first })).toEqual({ ok: false, reason: 'nothingLeft' })
    expect(await undoBatch(ann, { batchId: again })).toMatchObject({ ok: true, value: { restored: 1 } })
    expect((await cells())[0]).toMatchObject({ value: 3, note: null })
    expect(await undoBatch(ann, { batchId: third })).toMatchObject({ ok: true, value: { restored: 1 } })
    expect((await cells())[0]).toMatchObject({ value: 2, note: 'b' })
  })

  it('gives back what was there before the first of several batches that are all undone', async () => {
    await imported(one({ value: 1, note: 'a' }))
    const second = await imported(one({ value: 2 }))
    const third = await imported(one({ value: 3 }))
    expect(await previewUndo(ann, { batchId: second })).toMatchObject({ refusal: 'nothingLeft', kept: 1 })
    await undoBatch(ann, { batchId: third })
    expect(await previewUndo(ann, { batchId: second })).toMatchObject({ refusal: null, restored: 1, kept: 0 })
    expect(await undoBatch(ann, { batchId: second })).toMatchObject({ ok: true, value: { restored: 1 } })
    const firstBatch = await db().batch.findFirstOrThrow({ orderBy: { id: 'asc' } })
    expect((await cells())[0]).toMatchObject({ value: 1, note: 'a', version: 5 })
    expect(await undoBatch(ann, { batchId: String(firstBatch.id) })).toMatchObject({ ok: true })
    expect((await cells())[0]).toMatchObject({ value: null, status: 'O', version: 6 })
  })

  it('brings the vintage back with the value', async () => {
    await published('preliminary', one({ value: 1 }))
    const final = await published('final', one({ value: 1 }))
    const again = async (vintage: Vintage) => {
      const candidates = candidatesOf([one({ value: 1 })])
      return (await importObservations(ann, { candidates, vintage, isTrial: true })) as unknown
    }
    await undoBatch(ann, { batchId: final })
    const undo = await lastBatch()
    expect(await again('preliminary')).toMatchObject({ fates: { counts: { unchanged: 1 } } })
    expect(await again('final')).toMatchObject({ fates: { counts: { changed: 1 } } })
    await undoBatch(ann, { batchId: undo })
    expect(await again('final')).toMatchObject({ fates: { counts: { unchanged: 1 } } })
    const change = { ...{ region: 'CN-GD', indicator: 'T1', year: 2020 }, value: 1, expectedVersion: 4 }
    await saveObservations(ann, { kind: 'entry', vintage: 'final', changes: [change] })
    expect((await cells())[0]?.version).toBe(4)
  })

  it('keeps a cell that somebody gave the same content by hand', async () => {
    const batchId = await imported(one({ value: 1 }))
    await edit({ value: 2, expectedVersion: 1 })
    await edit({ value: 1, expectedVersion: 2 })
    expect(await previewUndo(ann, { batchId })).toMatchObject({ refusal: 'nothingLeft', kept: 1 })
  })

  it('refuses what is not there, undone already, the sample, or changed since in every cell', async () => {
    const batchId = await imported(one())
    expect(await undoBatch(ann, { batchId: '999999' })).toEqual({ ok: false, reason: 'notFound' })
    await edit({ value: 2, expectedVersion: 1 })
    expect(await undoBatch(ann, { batchId })).toEqual({ ok: false, reason: 'nothingLeft' })
    expect(await previewUndo(ann, { batchId })).toMatchObject({ refusal: 'nothingLeft', kept: 1 })
    const edited = await lastBatch()
    expect(await db().batch.count()).toBe(2)
    expect(await undoBatch(ann, { batchId: edited })).toMatchObject({ ok: true })
    expect(await undoBatch(ann, { batchId: edited })).toEqual({ ok: false, reason: 'alreadyUndone' })
    expect(await previewUndo(ann, { batchId: edited })).toMatchObject({ refusal: 'alreadyUndone' })
    await db().batch.updateMany({ where: { id: BigInt(batchId) }, data: { kind: 'sample' } })
    expect(await undoBatch(ann, { batchId })).toEqual({ ok: false, reason: 'sample' })
  })

  it('is refused to a viewer, and names what is no batch', async () => {
    const batchId = await imported(one())
    await expect(undoBatch(viewer, { batchId })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await undoBatch(ann, { batchId: '1; DROP' })).toMatchObject({ ok: false, reason: 'invalid' })
    expect((await cells())[0]?.value).toBe(1)
  })

  it('twice at the same time undoes once', async () => {
    const batchId = await imported(...Array.from({ length: 100 }, (_, i) => one({ year: 1950 + i })))
    const outcomes = await Promise.all([undoBatch(ann, { batchId }), undoBatch(bob, { batchId })])
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.reason)).sort()).toEqual([
      'alreadyUndone',
      'ok',
    ])
    expect(new Set((await cells()).map((c) => c.version))).toEqual(new Set([2]))
  })

  it('against an edit: the edit stands or is a conflict, never lost', async () => {
    for (let round = 0; round < 5; round++) {
      await db().$executeRaw`TRUNCATE observation, revision, batch, source CASCADE`
      const batchId = await imported(one(), one({ year: 2021 }))
      const [undone, edited] = await Promise.all([
        undoBatch(ann, { batchId }),
        edit({ value: 9, expectedVersion: 1 }),
      ])
      expect(undone.ok).toBe(true)
      const [cell] = await cells()
      expect(cell).toMatchObject({ value: edited.ok ? 9 : null, version: 2 })
      if (!edited.ok) expect(edited.reason).toBe('conflict')
    }
  })
})
