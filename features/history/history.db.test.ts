import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CellFilter, Moment } from '@/features/lookback/schema'
import { saveObservations } from '@/features/observations/mutations'
import { listPanelRows } from '@/features/observations/queries'
import type { ObservationChange } from '@/features/observations/schema'
import { getDifference } from '@/features/revisions/queries'
import { loadSample } from '@/features/sample/mutations'
import { indexRoot } from '@/features/scores/schema'
import { updateTarget } from '@/features/targets/mutations'
import { listTargets } from '@/features/targets/queries'
import { AppError } from '@/lib/errors'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { restoreMoment, restoreVersion } from './mutations'
import {
  getBatch,
  getCellHistory,
  getLedger,
  getRestorePreview,
  listOtherChanges,
  readLedger,
} from './queries'
import { type LedgerFilter, type LedgerLine, ledgerFilterSchema } from './schema'

const actor = systemActor('test')
const ann: Actor = { kind: 'user', id: 'ann', name: 'Ann', role: 'editor' }
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }

const all: CellFilter = { region: null, indicator: null, year: null }
const anything: LedgerFilter = {
  ...all,
  author: null,
  kind: null,
  vintage: null,
  words: null,
  since: null,
  until: null,
}
const now: Moment = { kind: 'now' }
const justBefore = (batch: string): Moment => ({ kind: 'before', batch })
const justAfter = (batch: string): Moment => ({ kind: 'after', batch })

async function latestBatch(): Promise<string> {
  const batch = await db().batch.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })
  return String(batch.id)
}

/** Saves cells as one batch, whatever stands there, and returns its number. */
async function write(
  changes: readonly Partial<ObservationChange>[],
  more: { reason?: string; vintage?: 'preliminary' | 'verified' | 'final' } = {},
): Promise<string> {
  const full = await Promise.all(
    changes.map(async (change) => {
      const key = { region: 'CN-BJ', indicator: 'ST01', year: 2019, ...change }
      const [current] = (await getCellHistory(actor, key)).versions
      return { value: 1, ...key, expectedVersion: current?.version ?? 0 }
    }),
  )
  const outcome = await saveObservations(ann, { kind: 'entry', changes: full, ...more })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return latestBatch()
}

const cell = { region: 'CN-BJ', indicator: 'ST01', year: 2019 }
const currentOf = async (key = cell) => (await getCellHistory(actor, key)).versions[0]
const ledger = (filter: Partial<LedgerFilter>) =>
  getLedger(actor, { filter: { ...anything, ...filter }, before: null })
const idsOf = async (filter: Partial<LedgerFilter>) => (await ledger(filter)).batches.map(({ id }) => id)

async function previewOf(moment: Moment, filter: Partial<CellFilter> = {}) {
  const preview = await getRestorePreview(actor, { moment, filter: { ...all, ...filter } })
  if (!preview) throw new Error('no preview')
  return preview
}

async function restore(moment: Moment, filter: Partial<CellFilter> = {}) {
  const { fingerprint } = await previewOf(moment, filter)
  return restoreMoment(ann, { moment, filter: { ...all, ...filter }, fingerprint, reason: 'back' })
}

beforeAll(async () => {
  await loadSample(actor, {})
})

describe('the ledger', () => {
  it('finds a change by region, indicator, year, author, kind, words, vintage and date, and nothing else', async () => {
    const id = await write([{ ...cell, value: 6.5, note: 'Table 7-2' }], {
      reason: 'Typing Error of 2021',
      vintage: 'verified',
    })
    const at = (await getBatch(actor, { id, from: null }))?.batch.at ?? ''
    for (const filter of [
      cell,
      { author: 'Ann', kind: 'entry' },
      { words: 'typing error' },
      { words: 'table 7-2', region: 'CN-BJ' },
      { words: 'TABLE 7' },
      { vintage: 'verified' },
      { since: at, until: at },
    ] as const)
      expect(await idsOf(filter), JSON.stringify(filter)).toContain(id)
    for (const filter of [
      { ...cell, year: 2018, author: 'Ann' },
      { region: 'CN-GD', author: 'Ann' },
      { indicator: 'nope' },
      { words: '100%_' },
      { vintage: 'final' },
      { kind: 'restore' },
      { until: new Date(Date.parse(at) - 1).toISOString(), author: 'Ann' },
    ] as const)
      expect(await idsOf(filter)).not.toContain(id)
    const [found] = (await ledger({ words: 'typing error' })).batches
    expect(found).toMatchObject({ author: 'Ann', kind: 'entry', cells: 1, vintage: 'verified' })
    expect(found?.first[0]).toMatchObject({ ...cell, after: { value: 6.5, note: 'Table 7-2' } })
    expect(found?.first[0]?.before?.value).not.toBe(6.5)
  })

  it('pages by batch without gaps or repeats, and a batch by its cells', async () => {
    for (let i = 0; i < 25; i++) await write([{ year: 1990, value: i / 10 }])
    const first = await getLedger(actor, { filter: anything, before: null })
    expect(first.batches).toHaveLength(20)
    const second = await getLedger(actor, { filter: anything, before: first.older })
    const ids = [...first.batches, ...second.batches].map(({ id }) => Number(id))
    expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => b - a))
    const sample = (await ledger({ kind: 'sample' })).batches[0]
    expect(sample?.cells).toBe(10_139)
    expect(sample?.first).toHaveLength(3)
    const seen = new Set<string>()
    let from: string | null = null
    do {
      const page: Awaited<ReturnType<typeof getBatch>> = await getBatch(actor, { id: sample?.id ?? '', from })
      for (const one of page?.cells ?? []) seen.add(`${one.region} ${one.indicator} ${one.year}`)
      from = page?.next ?? null
    } while (from && seen.size < 500)
    expect(seen.size).toBe(500)
  })

  it('writes every change that fits into the file, once', async () => {
    const lines: LedgerLine[] = []
    for await (const some of await readLedger(actor, anything)) lines.push(...some)
    expect(lines).toHaveLength(await db().revision.count())
    const own: LedgerLine[] = []
    for await (const some of await readLedger(actor, { ...anything, author: 'Ann', year: 2019 }))
      own.push(...some)
    expect(own.map(({ year, author }) => [year, author])).toEqual(own.map(() => [2019, 'Ann']))
    expect(own.length).toBeGreaterThan(0)
  })

  it('stores the instant of a change, whatever the time zone of the machine', async () => {
    const id = await write([{ year: 1994, value: 1 }])
    const [row] = await db().$queryRaw<{ age: number }[]>`
      SELECT extract(epoch FROM now() - at)::float8 AS age FROM batch WHERE id = ${BigInt(id)}`
    expect(Math.abs(row?.age ?? 9999)).toBeLessThan(60)
  })

  it('refuses what it cannot read', async () => {
    await expect(getBatch(actor, { id: 'x', from: null })).rejects.toThrow(AppError)
    await expect(getBatch(actor, { id: '999999', from: null })).resolves.toBeNull()
    expect(ledgerFilterSchema.safeParse({ ...anything, words: 'a\0' }).success).toBe(false)
  })
})

const difference = (from: Moment, to: Moment, more: { kind?: 'removed'; node?: string } = {}) =>
  getDifference(actor, {
    from,
    to,
    filter: { ...all, kind: more.kind ?? null },
    node: more.node ?? indexRoot,
    page: 1,
    params: { year: '2019' },
  })

describe('restoreVersion', () => {
  const key = { region: 'CN-SC', indicator: 'ST01', year: 2019 }
  const input = { ...key, reason: 'The first figure was right' }
  let first = 0
  beforeEach(async () => {
    first = (await currentOf(key))?.version ?? 0
    await write([{ ...key, value: 7 + first / 100, status: 'E', note: 'wrong' }])
  })

  it('brings the whole state back as a new revision with author, reason and audit row', async () => {
    const wanted = (await currentOf(key))?.before
    const outcome = await restoreVersion(ann, { ...input, version: first, expectedVersion: first + 1 })
    expect(outcome).toMatchObject({ ok: true, value: { written: 1 } })
    const current = await currentOf(key)
    expect(current).toMatchObject({
      version: first + 2,
      kind: 'restore',
      author: 'Ann',
      reason: input.reason,
    })
    expect(current?.after).toEqual(wanted)
    const audit = await db().audit.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(audit).toMatchObject({
      action: 'observation.restore',
      entityKey: 'CN-SC ST01 2019',
      actorName: 'Ann',
    })
  })

  it('restores "never entered" as not observed', async () => {
    await restoreVersion(ann, { ...input, version: 0, expectedVersion: first + 1 })
    expect((await currentOf(key))?.after).toEqual({ value: null, status: 'O', note: null, source: null })
  })

  it('refuses a cell that was changed meanwhile, one that is like that already, and what is not there', async () => {
    const stale = { ...input, version: first, expectedVersion: first }
    expect(await restoreVersion(ann, stale)).toEqual({ ok: false, reason: 'nothing' })
    const earlier = { ...input, version: 1, expectedVersion: first }
    expect(await restoreVersion(ann, earlier)).toEqual({ ok: false, reason: 'conflict' })
    const unknown = { ...input, version: 999, expectedVersion: first + 1 }
    expect(await restoreVersion(ann, unknown)).toEqual({ ok: false, reason: 'notFound' })
    const nowhere = { ...input, region: 'XX', version: 1, expectedVersion: 2 }
    expect(await restoreVersion(ann, nowhere)).toEqual({ ok: false, reason: 'notFound' })
    expect((await currentOf(key))?.version).toBe(first + 1)
  })

  it('needs the right to enter, and a reason', async () => {
    const asked = { ...input, version: first, expectedVersion: first + 1 }
    await expect(restoreVersion(viewer, asked)).rejects.toThrow(AppError)
    expect(await restoreVersion(ann, { ...asked, reason: ' ' })).toMatchObject({ reason: 'invalid' })
    expect(await restoreVersion(ann, { ...asked, reason: 'a\0' })).toMatchObject({ reason: 'invalid' })
  })
})

describe('restoreMoment', () => {
  it('brings cells of a filter back, and leaves the others', async () => {
    const start = justAfter(await latestBatch())
    const guangdong = { ...cell, region: 'CN-GD' }
    const was = (await currentOf(guangdong))?.after
    await write([
      { ...guangdong, value: 1 },
      { region: 'CN-FJ', value: 1 },
      { ...guangdong, year: 1993 },
    ])
    const preview = await previewOf(start, { region: 'CN-GD' })
    expect(preview).toMatchObject({ total: 2, counts: { revised: 1, removed: 1, added: 0 } })
    expect(preview.cells.find((one) => one.kind === 'removed')).toMatchObject({
      year: 1993,
      after: { value: null, status: 'O' },
    })
    const outcome = await restore(start, { region: 'CN-GD' })
    expect(outcome).toMatchObject({ ok: true, value: { written: 2 } })
    expect((await currentOf(guangdong))?.after).toEqual(was)
    expect((await currentOf({ ...guangdong, year: 1993 }))?.after).toMatchObject({ value: null, status: 'O' })
    expect((await currentOf({ ...cell, region: 'CN-FJ' }))?.after.value).toBe(1)
    expect(await restore(start, { region: 'CN-GD' })).toEqual({ ok: false, reason: 'nothing' })
    const found = await difference(start, now)
    expect(found?.byRegion.map(({ code }) => code)).toEqual(['CN-FJ'])
  })

  it('restores all 10,139 cells of the sample in one batch, and the restore can itself be restored', async () => {
    const good = justAfter(await latestBatch())
    const rows = async () => (await listPanelRows(actor, {})).map((row) => JSON.stringify(row)).toSorted()
    const wanted = await rows()
    const revisions = await db().revision.count()
    const spoiled = await db().batch.create({
      data: { kind: 'import', actorKind: 'user', actorId: 'ann', actorName: 'Ann', reason: 'spoiled' },
    })
    const cells = await db().$executeRaw`
      UPDATE observation SET value = 1, status = 'A', version = version + 1, batch_id = ${spoiled.id}`
    await db().$executeRaw`
      INSERT INTO revision (region_id, indicator_id, year, version, value, status, source_id, note, batch_id)
      SELECT region_id, indicator_id, year, version, value, status, source_id, note, batch_id FROM observation`
    await db().$executeRaw`UPDATE data_state SET version = version + 1`
    const outcome = await restore(good)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome))
    expect(outcome.value.written).toBeGreaterThan(10_000)
    expect(await rows()).toEqual(wanted)
    expect(await db().revision.count()).toBe(revisions + cells + outcome.value.written)
    const audit = await db().audit.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(audit).toMatchObject({ action: 'observation.restore', detail: { written: outcome.value.written } })

    const again = await restore(justBefore(outcome.value.batch))
    expect(again).toMatchObject({ ok: true, value: { written: outcome.value.written } })
    expect((await currentOf())?.after.value).toBe(1)
    await restore(good)
    expect(await rows()).toEqual(wanted)
  })

  it('refuses when a cell has changed since the preview, and when one is being changed meanwhile', async () => {
    const start = justAfter(await latestBatch())
    await write([{ ...cell, value: 4.1 }])
    const { fingerprint } = await previewOf(start)
    const asked = { moment: start, filter: all, fingerprint, reason: 'back' }
    await write([{ ...cell, value: 4.2 }])
    expect(await restoreMoment(ann, asked)).toEqual({ ok: false, reason: 'conflict' })
    expect((await currentOf())?.after.value).toBe(4.2)

    const fresh = { ...asked, fingerprint: (await previewOf(start)).fingerprint }
    const version = (await currentOf())?.version ?? 0
    const [saved, restored] = await Promise.all([
      saveObservations(ann, { kind: 'entry', changes: [{ ...cell, value: 4.3, expectedVersion: version }] }),
      restoreMoment(ann, fresh),
    ])
    // One of the two is first; the other sees it and writes nothing.
    expect([saved.ok, restored.ok].toSorted()).toEqual([false, true])
    expect((await currentOf())?.version).toBe(version + 1)
  })

  it('needs the right to enter, a reason and a batch that is there', async () => {
    const asked = { moment: now, filter: all, fingerprint: '', reason: 'back' }
    await expect(restoreMoment(viewer, asked)).rejects.toThrow(AppError)
    expect(await restoreMoment(ann, { ...asked, reason: '' })).toMatchObject({ reason: 'invalid' })
    expect(await restoreMoment(ann, { ...asked, moment: justBefore('999999') })).toEqual({
      ok: false,
      reason: 'notFound',
    })
    expect(await restoreMoment(ann, asked)).toEqual({ ok: false, reason: 'nothing' })
  })
})

describe('other changes', () => {
  it('lists what was changed besides observations, with the fields that differ', async () => {
    const [target] = await listTargets(actor, {})
    if (!target) throw new Error('the sample has targets')
    const row = await db().target.findUniqueOrThrow({ where: { id: target.id } })
    const { indicator, region, baselineYear, baselineValue, targetYear, kind, source } = target
    await updateTarget(actor, {
      ...{ indicator, region, baselineYear, baselineValue, targetYear, kind, source },
      target: target.target + 1,
      id: target.id,
      version: row.version,
    })
    const { changes } = await listOtherChanges(actor, { before: null })
    expect(changes[0]).toMatchObject({
      action: 'target.update',
      fields: [{ name: 'target', before: String(target.target), after: String(target.target + 1) }],
    })
    expect(changes.map(({ action }) => action)).not.toContain('observation.save')
    expect(changes.at(-1)?.action).toBe('sample.load')
  })
})
