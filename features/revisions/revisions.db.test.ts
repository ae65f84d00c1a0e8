import { beforeAll, describe, expect, it } from 'vitest'
import { scoreOf } from '@/core/index/run-index'
import { getCellHistory, getLedger } from '@/features/history/queries'
import { getAsOf, listPast } from '@/features/lookback/queries'
import type { CellFilter, Moment } from '@/features/lookback/schema'
import { saveObservations } from '@/features/observations/mutations'
import type { ObservationChange } from '@/features/observations/schema'
import { loadSample } from '@/features/sample/mutations'
import { getWorkspace } from '@/features/scores/queries'
import { indexRoot } from '@/features/scores/schema'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { getDifference, getVintages, listDifference } from './queries'

const actor = systemActor('test')
const ann: Actor = { kind: 'user', id: 'ann', name: 'Ann', role: 'editor' }

const all: CellFilter = { region: null, indicator: null, year: null }
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

async function sampleBatch(): Promise<string> {
  const filter = {
    ...all,
    author: null,
    kind: 'sample',
    vintage: null,
    words: null,
    since: null,
    until: null,
  } as const
  return (await getLedger(actor, { filter, before: null })).batches[0]?.id ?? ''
}

beforeAll(async () => {
  await loadSample(actor, {})
  await write([{ value: 6.5 }])
})

describe('a look back', () => {
  it('shows the value of the moment, the observations of the moment and the scores they make', async () => {
    const live = await getWorkspace(actor, {})
    const scoreNow = () => scoreOf(live.index, 'CN-BJ', 2019, indexRoot).score
    const id = await write([{ ...cell, value: 2 }, { year: 1991 }])
    const past = await getAsOf(actor, { moment: justBefore(id), params: { indicator: 'ST01', year: '2019' } })
    const here = await getAsOf(actor, { moment: now, params: { indicator: 'ST01', year: '2019' } })
    expect(past?.cells.find((one) => one.region === 'CN-BJ' && one.year === 2019)).toMatchObject({
      value: 6.5,
      differsNow: true,
    })
    expect(past?.observations).toBe((here?.observations ?? 0) - 1)
    expect(scoreOf(past?.past.index ?? live.index, 'CN-BJ', 2019, indexRoot).score).toBe(scoreNow())
    expect(scoreOf(here?.past.index ?? live.index, 'CN-BJ', 2019, indexRoot).score).not.toBe(scoreNow())
    // The cached workspace of today was not touched.
    expect((await getWorkspace(actor, {})).panel.values.length).toBe(here?.now.panel.values.length)
    const [later] = (await listPast(actor, { moment: justAfter(id), filter: { ...all, ...cell } })) ?? []
    expect(later?.value).toBe(2)
  })

  it('knows nothing before the first batch, and everything at a time after the last', async () => {
    const sample = await sampleBatch()
    const empty = await getAsOf(actor, { moment: justBefore(sample), params: {} })
    expect(empty).toMatchObject({ observations: 0, cells: [], year: null })
    const full = await getAsOf(actor, { moment: { kind: 'time', at: '2199-01-01T00:00:00Z' }, params: {} })
    expect(full?.observations).toBe(full?.observationsNow)
    await expect(getAsOf(actor, { moment: justBefore('999999'), params: {} })).resolves.toBeNull()
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

describe('the difference between two moments', () => {
  it('tells added, revised, reflagged, removed and documented apart, and counts them', async () => {
    const start = justAfter(await latestBatch())
    await write([
      { year: 1992, value: 3 },
      { region: 'CN-GD', value: 9.5 },
      {
        region: 'CN-JS',
        value: (await currentOf({ ...cell, region: 'CN-JS' }))?.after.value ?? 0,
        status: 'P',
      },
      { region: 'CN-ZJ', value: null },
      {
        region: 'CN-SH',
        value: (await currentOf({ ...cell, region: 'CN-SH' }))?.after.value ?? 0,
        note: 'n',
      },
    ])
    // Changed and brought back: no difference.
    await write([{ ...cell, value: 7 }])
    await write([{ ...cell, value: 2 }])
    const found = await difference(start, now)
    expect(found?.counts).toEqual({ added: 1, revised: 1, reflagged: 1, removed: 1, documented: 1 })
    expect(found?.byIndicator).toEqual([{ code: 'ST01', counts: found?.counts }])
    expect(found?.byRegion.map(({ code }) => code).toSorted()).toEqual([
      'CN-BJ',
      'CN-GD',
      'CN-JS',
      'CN-SH',
      'CN-ZJ',
    ])
    expect(found?.cells).toHaveLength(5)
    expect(found?.cells.find((one) => one.kind === 'added')).toMatchObject({ year: 1992, before: null })
    const turnedRound = await difference(now, start)
    expect(turnedRound?.isTurned).toBe(true)
    expect(turnedRound?.counts).toEqual(found?.counts)
    const removed = await difference(start, now, { kind: 'removed' })
    expect(removed).toMatchObject({ matching: 1, cells: [{ region: 'CN-ZJ', after: { value: null } }] })
  })

  it('lists all of them for a file, an indicator at a time in the order of the framework', async () => {
    const start = justAfter(await latestBatch())
    await write([
      { indicator: 'ST02', value: 11 },
      { indicator: 'ST01', value: 11 },
      { region: 'CN-GD', indicator: 'ST02', value: 11 },
    ])
    const list = async (more: Partial<CellFilter & { kind: 'added' | 'revised' | null }> = {}) => {
      const found = await listDifference(actor, {
        from: start,
        to: now,
        filter: { ...all, kind: null, ...more },
      })
      const pieces: string[][] = []
      for await (const some of found ?? []) {
        if (some.length > 0) pieces.push(some.map((one) => `${one.indicator} ${one.region}`))
      }
      return pieces
    }
    expect(await list()).toEqual([['ST01 CN-BJ'], ['ST02 CN-BJ', 'ST02 CN-GD']])
    expect(await list({ indicator: 'ST02', kind: 'revised' })).toEqual([['ST02 CN-BJ', 'ST02 CN-GD']])
    expect(await list({ kind: 'added' })).toEqual([])
    const none = { from: justBefore('999999'), to: now, filter: { ...all, kind: null } }
    expect(await listDifference(actor, none)).toBeNull()
  })

  it('says which regions move, on the index and on an area, and how far figures were revised', async () => {
    const start = justAfter(await latestBatch())
    const was = (await currentOf({ ...cell, region: 'CN-HE' }))?.after.value ?? 0
    await write([{ region: 'CN-HE', value: was + 4 }])
    const found = await difference(start, now, { node: 'ST' })
    const [top] = found?.effect?.moves ?? []
    expect(found?.effect?.node).toBe('ST')
    expect(found?.effect?.moves.map(({ region }) => region)).toContain('CN-HE')
    const own = found?.effect?.moves.find(({ region }) => region === 'CN-HE')
    expect(own?.through.map(({ indicator }) => indicator)).toEqual(['ST01'])
    expect(own?.after.score).toBeGreaterThan(own?.before.score ?? Number.NaN)
    expect(Math.abs(top?.places ?? 0)).toBeGreaterThanOrEqual(Math.abs(own?.places ?? 0))
    expect(found?.effect?.byNode.find(({ node }) => node === 'GD')?.scores).toBe(0)
    const [revised] = found?.statistics ?? []
    expect(revised?.indicator).toBe('ST01')
    expect(revised?.of.revisedCount).toBe(1)
    expect(revised?.of.largestRevision).toBeCloseTo(4, 12)
    expect(revised?.of.meanRevision).toBeCloseTo(4 / (revised?.of.count ?? 1), 12)
  })
})

describe('vintages', () => {
  it('shows the last value of each side by side, without those of a batch that was taken back', async () => {
    const key = { region: 'CN-TJ', indicator: 'ST02', year: 2020 }
    await write([{ ...key, value: 10 }], { vintage: 'preliminary' })
    await write([{ ...key, value: 11 }], { vintage: 'preliminary' })
    await write([{ ...key, value: 12 }])
    const final = await write([{ ...key, value: 13 }], { vintage: 'final' })
    const found = await getVintages(actor, { ...all, indicator: 'ST02', year: 2020 })
    expect(found.rows).toHaveLength(1)
    expect(found.rows[0]).toMatchObject({
      region: 'CN-TJ',
      cells: { preliminary: { value: 11 }, final: { value: 13 } },
    })
    expect(found.rows[0]?.cells.verified).toBeUndefined()
    expect(found.statistics).toMatchObject([{ indicator: 'ST02', of: { count: 1, meanRevision: 2 } }])
    const undo = await write([{ ...key, value: 12 }])
    await db().batch.update({ where: { id: BigInt(undo) }, data: { kind: 'undo', undoesId: BigInt(final) } })
    const left = await getVintages(actor, { ...all, indicator: 'ST02', year: 2020 })
    expect(Object.keys(left.rows[0]?.cells ?? {})).toEqual(['preliminary'])
  })
})
