import { beforeAll, describe, expect, it } from 'vitest'
import { createIndicator } from '@/features/indicators/mutations'
import { createRegion } from '@/features/regions/mutations'
import { AppError } from '@/lib/errors'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { saveObservations } from './mutations'
import { listCellRevisions, listIndicatorRevisions } from './queries'
import type { ObservationChange } from './schema'

const actor = systemActor('test')
const ann: Actor = { kind: 'user', id: 'ann', name: 'Ann', role: 'editor' }
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }

function change(more: Partial<ObservationChange> = {}): ObservationChange {
  return { region: 'CN-GD', indicator: 'T1', year: 2020, value: 1.5, expectedVersion: 0, ...more }
}

const save = (...changes: ObservationChange[]) => saveObservations(ann, { kind: 'entry', changes })
/** Saves a cell as if it had come with the sample. */
async function saveSample(more: Partial<ObservationChange>) {
  await save(change(more))
  const cell = await db().observation.findFirstOrThrow({ where: { year: more.year ?? 0 } })
  await db().$executeRaw`UPDATE batch SET kind = 'sample' WHERE id = ${cell.batchId}`
}
const statusIn = async (year: number) => (await db().observation.findFirstOrThrow({ where: { year } })).status
const cellsOf = (year: number) => db().observation.count({ where: { year } })

beforeAll(async () => {
  await db().area.create({
    data: { code: 'ST', slug: 'st', nameEn: 'Science', nameZh: '科技', position: 1 },
  })
  const indicator = {
    area: 'ST',
    themeId: null,
    nameEn: 'Test',
    nameZh: '测试',
    definitionEn: '',
    definitionZh: '',
    unitEn: '%',
    unitZh: '%',
    decimals: 2,
    direction: 1 as const,
    weight: 1,
    pace: 'linear' as const,
    factor: null,
    origin: null,
    sourceEn: '',
    sourceZh: '',
  }
  const ranges = { hardMin: 0, hardMax: 100, plausibleMin: 1, plausibleMax: 10 }
  await createIndicator(actor, { ...indicator, ...ranges, code: 'T1', kind: 'numeric', levels: [] })
  await createIndicator(actor, {
    ...indicator,
    hardMin: null,
    hardMax: null,
    plausibleMin: null,
    plausibleMax: null,
    code: 'M1',
    kind: 'milestone',
    levels: [0, 1, 2].map((level) => ({ level, wordingEn: `level ${level}`, wordingZh: `等级${level}` })),
  })
  for (const code of ['CN-GD', 'CN-JS']) {
    await createRegion(actor, {
      code,
      gbCode: null,
      nutsCode: null,
      nameEn: code,
      nameZh: code,
      level: 'province',
      parent: null,
      group: null,
      validFrom: code === 'CN-JS' ? 1950 : null,
      validTo: null,
    })
  }
})

describe('saveObservations', () => {
  it('stores the exact double, a first revision, the batch, an audit row and a new data version', async () => {
    const before = await db().dataState.findUniqueOrThrow({ where: { id: 1 } })
    const value = 0.1 + 0.2
    const outcome = await save(change({ year: 2001, value, source: 'Yearbook 2002', note: 'table 3' }))
    expect(outcome).toMatchObject({
      ok: true,
      value: [{ value, status: 'A', version: 1, warning: 'belowPlausible' }],
    })
    const [revision] = await listCellRevisions(actor, { region: 'CN-GD', indicator: 'T1', year: 2001 })
    expect(revision).toMatchObject({ version: 1, value, note: 'table 3', author: 'Ann', kind: 'entry' })
    expect(revision?.source).toEqual({ en: 'Yearbook 2002', zh: '' })
    const audit = await db().audit.findFirstOrThrow({ where: { entityKey: 'CN-GD T1 2001' } })
    expect(audit).toMatchObject({ action: 'observation.save', actorName: 'Ann' })
    const after = await db().dataState.findUniqueOrThrow({ where: { id: 1 } })
    expect(after.version).toBe(before.version + 1n)
  })

  it('keeps every earlier state when a value changes, and carries status and note on', async () => {
    await save(change({ year: 2002, value: 2, status: 'P', note: 'first' }))
    await save(change({ year: 2002, value: 3, expectedVersion: 1 }))
    const revisions = await listCellRevisions(actor, { region: 'CN-GD', indicator: 'T1', year: 2002 })
    expect(revisions.map((r) => [r.version, r.value, r.status, r.note])).toEqual([
      [2, 3, 'P', 'first'],
      [1, 2, 'P', 'first'],
    ])
    const changed = await listIndicatorRevisions(actor, { indicator: 'T1' })
    expect(changed.find((r) => r.year === 2002 && r.version === 2)).toMatchObject({ before: 2, value: 3 })
  })

  it('clears to "not observed" with a missing status, never to 0, and keeps the row', async () => {
    await save(change({ year: 2003, value: 0 }))
    const outcome = await save(change({ year: 2003, value: null, expectedVersion: 1 }))
    expect(outcome).toMatchObject({ ok: true, value: [{ value: null, status: 'O', version: 2 }] })
    const back = await save(change({ year: 2003, value: 0, expectedVersion: 2 }))
    expect(back).toMatchObject({ ok: true, value: [{ value: 0, status: 'A', version: 3 }] })
  })

  it('writes nothing and no batch when nothing changes', async () => {
    await save(change({ year: 2004, value: 4 }))
    const batches = await db().batch.count()
    const outcome = await save(
      change({ year: 2004, value: 4, expectedVersion: 1 }),
      change({ year: 2005, value: null }),
    )
    expect(outcome).toMatchObject({ ok: true, value: [{ version: 1 }, { version: 0, value: null }] })
    expect(await db().batch.count()).toBe(batches)
    expect(await cellsOf(2005)).toBe(0)
  })

  it('refuses the whole call with every problem named when one cell is wrong', async () => {
    const outcome = await save(
      change({ year: 2006 }),
      change({ year: 2006, region: 'XX' }),
      change({ year: 2006, indicator: 'nope' }),
      change({ year: 2007, value: -1 }),
      change({ year: 2007, region: 'CN-JS', value: 101 }),
      change({ year: 2007, indicator: 'M1', value: 1.5 }),
      change({ year: 1940, region: 'CN-JS' }),
      change({ year: 2006 }),
      change({ year: 2008, value: 1, status: 'O' }),
      change({ year: 2009, value: null, status: 'A' }),
    )
    if (outcome.ok || outcome.reason !== 'rejected') throw new Error('expected a refusal')
    expect(outcome.problems.map((p) => p.code)).toEqual([
      'unknownRegion',
      'unknownIndicator',
      'belowHardMin',
      'aboveHardMax',
      'notALevel',
      'outsideValidity',
      'twice',
      'missingStatusWithValue',
      'valueStatusWithoutValue',
    ])
    expect(await cellsOf(2006)).toBe(0)
  })

  it('accepts the levels of a milestone', async () => {
    expect(await save(change({ indicator: 'M1', year: 2010, value: 2 }))).toMatchObject({ ok: true })
  })

  it('reports a conflict with author and value when somebody wrote first, and writes nothing', async () => {
    await save(change({ year: 2011, value: 5 }))
    await saveObservations(actor, {
      kind: 'entry',
      changes: [change({ year: 2011, value: 6, expectedVersion: 1 })],
    })
    const outcome = await save(
      change({ year: 2011, value: 7, expectedVersion: 1 }),
      change({ year: 2012, value: 1 }),
    )
    expect(outcome).toMatchObject({
      ok: false,
      reason: 'conflict',
      conflicts: [{ year: 2011, theirs: { value: 6, version: 2, author: 'test' } }],
    })
    expect(await cellsOf(2012)).toBe(0)
  })

  it('lets exactly one of two simultaneous first entries win', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map((value) => save(change({ year: 2013, value }))))
    expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
    expect(outcomes.filter((o) => !o.ok && o.reason === 'conflict')).toHaveLength(3)
    expect(await db().revision.count({ where: { year: 2013 } })).toBe(1)
  })

  it('lets exactly one of two simultaneous edits win, and loses no revision', async () => {
    await save(change({ year: 2014, value: 1 }))
    const outcomes = await Promise.all(
      [2, 3, 4].map((value) => save(change({ year: 2014, value, expectedVersion: 1 }))),
    )
    expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
    expect(await db().revision.count({ where: { year: 2014 } })).toBe(2)
  })

  it('leaves no audit row and moves no data version when nothing changes', async () => {
    await save(change({ year: 1971 }))
    const traces = async () => [
      await db().audit.count(),
      await db().batch.count(),
      (await db().dataState.findUniqueOrThrow({ where: { id: 1 } })).version,
    ]
    const before = await traces()
    expect(await save(change({ year: 1971, expectedVersion: 1 }))).toMatchObject({
      ok: true,
      value: [{ value: 1.5, version: 1 }],
    })
    expect(await traces()).toEqual(before)
  })

  it('does not deadlock when two pastes cover the same cells in opposite order', async () => {
    const years = Array.from({ length: 40 }, (_, i) => 2030 + i)
    await save(...years.map((year) => change({ year, value: 1 })))
    const paste = (order: number[], value: number) =>
      saveObservations(ann, {
        kind: 'paste',
        changes: order.map((year) => change({ year, value, expectedVersion: 1 })),
      })
    const outcomes = await Promise.all([paste(years, 2), paste(years.toReversed(), 3)])
    expect(outcomes.filter((o) => o.ok)).toHaveLength(1)
  })

  it('of a paste and an edit of one of its cells lets one win whole, and loses no revision', async () => {
    const columns = [2150, 2151, 2152, 2153]
    await save(...columns.map((year) => change({ year, value: 1 })))
    for (let round = 1; round <= 5; round++) {
      const seen = await db().observation.findMany({
        where: { year: { in: columns } },
        select: { year: true, version: true },
      })
      const versionOf = (year: number) => seen.find((cell) => cell.year === year)?.version ?? 0
      const [paste, edit] = await Promise.all([
        saveObservations(ann, {
          kind: 'paste',
          changes: columns.map((year) =>
            change({ year, value: 10 * round, expectedVersion: versionOf(year) }),
          ),
        }),
        save(change({ year: 2152, value: 10 * round + 1, expectedVersion: versionOf(2152) })),
      ])
      expect([paste.ok, edit.ok].filter(Boolean)).toHaveLength(1)
      const loser = paste.ok ? edit : paste
      expect(loser).toMatchObject({
        reason: 'conflict',
        conflicts: [{ year: 2152, theirs: { value: paste.ok ? 10 * round : 10 * round + 1, author: 'Ann' } }],
      })
      const after = await db().observation.findMany({ where: { year: { in: columns } } })
      // Of a paste that lost not one cell was written.
      const written = after.filter((cell) => cell.version > versionOf(cell.year)).map((cell) => cell.year)
      expect(written.toSorted()).toEqual(paste.ok ? columns : [2152])
      for (const cell of after) {
        expect(await db().revision.count({ where: { year: cell.year } })).toBe(cell.version)
      }
    }
  })

  it('restores an earlier state as a revision with its reason', async () => {
    await save(change({ year: 2160, value: 4, status: 'P', note: 'flash', source: 'Bulletin' }))
    await save(change({ year: 2160, value: 5, status: 'A', note: null, expectedVersion: 1 }))
    const outcome = await saveObservations(ann, {
      kind: 'restore',
      reason: 'The bulletin was right',
      changes: [change({ year: 2160, value: 5, expectedVersion: 2, restoresVersion: 1 })],
    })
    expect(outcome).toMatchObject({ ok: true, value: [{ value: 4, status: 'P', note: 'flash', version: 3 }] })
    const [newest] = await listCellRevisions(actor, { region: 'CN-GD', indicator: 'T1', year: 2160 })
    expect(newest).toMatchObject({ version: 3, kind: 'restore', reason: 'The bulletin was right' })
    expect(newest?.source?.en).toBe('Bulletin')
  })

  it('keeps the vintage, and publishes the same value anew when it is another one', async () => {
    const publish = (vintage: 'preliminary' | 'final' | undefined, expectedVersion: number) =>
      saveObservations(ann, {
        kind: 'entry',
        ...(vintage ? { vintage } : {}),
        changes: [change({ year: 2161, value: 4, expectedVersion })],
      })
    await publish('preliminary', 0)
    expect(await publish('preliminary', 1)).toMatchObject({ ok: true, value: [{ version: 1 }] })
    expect(await publish('final', 1)).toMatchObject({ ok: true, value: [{ version: 2 }] })
    expect(await publish(undefined, 2)).toMatchObject({ ok: true, value: [{ version: 2 }] })
    const revisions = await listCellRevisions(actor, { region: 'CN-GD', indicator: 'T1', year: 2161 })
    expect(revisions.map(({ version, vintage }) => [version, vintage])).toEqual([
      [2, 'final'],
      [1, 'preliminary'],
    ])
  })

  it('brings an earlier version back whole on undo', async () => {
    await save(change({ year: 2015, value: 1, status: 'E', note: 'estimate' }))
    await save(change({ year: 2015, value: 2, status: 'A', note: null, expectedVersion: 1 }))
    const undo = (more: Partial<ObservationChange>) =>
      saveObservations(ann, { kind: 'undo', changes: [change({ year: 2015, ...more })] })
    expect(await undo({ value: 1, expectedVersion: 2, restoresVersion: 1 })).toMatchObject({
      ok: true,
      value: [{ value: 1, status: 'E', note: 'estimate', version: 3 }],
    })
    expect(await undo({ value: null, expectedVersion: 3, restoresVersion: 0 })).toMatchObject({
      ok: true,
      value: [{ value: null, status: 'O', note: null, version: 4 }],
    })
    expect(await undo({ value: 1, expectedVersion: 4, restoresVersion: 99 })).toMatchObject({
      ok: false,
      problems: [{ code: 'unknownVersion' }],
    })
  })

  it('judges the validity of what comes back, not its value against the limits of today', async () => {
    await save(change({ year: 1973, value: 4 }))
    await save(change({ year: 1973, value: 5, expectedVersion: 1 }))
    await db().indicator.updateMany({ where: { code: 'T1' }, data: { hardMax: 3 } })
    const restore = (more: Partial<ObservationChange>) =>
      saveObservations(ann, {
        kind: 'restore',
        reason: 'As it was',
        changes: [change({ year: 1973, value: 4, expectedVersion: 2, restoresVersion: 1, ...more })],
      })
    const [refused, outcome] = [await restore({ region: 'CN-JS', year: 1940 }), await restore({})]
    await db().indicator.updateMany({ where: { code: 'T1' }, data: { hardMax: 100 } })
    expect(outcome).toMatchObject({ ok: true, value: [{ value: 4, version: 3 }] })
    expect(refused).toMatchObject({ reason: 'rejected', problems: [{ code: 'outsideValidity' }] })
  })

  it('is refused to a viewer, and leaves nothing behind', async () => {
    await expect(
      saveObservations(viewer, { kind: 'entry', changes: [change({ year: 2016 })] }),
    ).rejects.toThrow(AppError)
    expect(await cellsOf(2016)).toBe(0)
  })

  it('names the field of an input that does not parse', async () => {
    const outcome = await save(change({ year: 1200 }), change({ value: Number.POSITIVE_INFINITY }))
    expect(outcome).toMatchObject({ ok: false, reason: 'invalid' })
    if (outcome.ok || outcome.reason !== 'invalid') return
    expect(outcome.issues.map((i) => i.path)).toEqual(['changes.0.year', 'changes.1.value'])
  })

  it('rolls the change back when the audit row cannot be written', async () => {
    const nameless: Actor = { ...ann, name: 'x'.repeat(10) }
    await db().$executeRaw`ALTER TABLE audit ADD CONSTRAINT no_x CHECK (actor_name <> 'xxxxxxxxxx')`
    await expect(
      saveObservations(nameless, { kind: 'entry', changes: [change({ year: 2017 })] }),
    ).rejects.toThrow()
    await db().$executeRaw`ALTER TABLE audit DROP CONSTRAINT no_x`
    expect(await cellsOf(2017)).toBe(0)
  })
})

describe('the database itself', () => {
  const base = async () => {
    const row = await db().observation.findFirstOrThrow({
      select: { regionId: true, indicatorId: true, batchId: true },
    })
    return { ...row, year: 2099, status: 'A', version: 1 }
  }

  it('refuses NaN and infinity', async () => {
    const { regionId, indicatorId, batchId } = await base()
    for (const value of ['NaN', 'Infinity', '-Infinity']) {
      await expect(
        db().$executeRaw`INSERT INTO observation (region_id, indicator_id, year, value, batch_id)
          VALUES (${regionId}, ${indicatorId}, 2099, ${value}::float8, ${batchId})`,
      ).rejects.toThrow()
    }
  })

  it('refuses a null value with a value status and a value with a missing status', async () => {
    const row = await base()
    await expect(db().observation.create({ data: { ...row, value: null } })).rejects.toThrow()
    await expect(db().observation.create({ data: { ...row, value: 1, status: 'O' } })).rejects.toThrow()
  })

  it('refuses to change or remove a revision or an audit row', async () => {
    await expect(db().revision.updateMany({ data: { note: 'changed' } })).rejects.toThrow()
    await expect(db().revision.deleteMany({})).rejects.toThrow()
    await expect(db().audit.updateMany({ data: { action: 'changed' } })).rejects.toThrow()
    await expect(db().audit.deleteMany({})).rejects.toThrow()
  })
})

describe('a typed value in the place of a sample value', () => {
  it('is no estimate any more, but a break in series stays', async () => {
    await saveSample({ year: 1990, value: 1, status: 'E' })
    await save(change({ year: 1990, value: 2, expectedVersion: 1 }))
    expect(await statusIn(1990)).toBe('A')
    await saveSample({ year: 1991, value: 1, status: 'B' })
    await save(change({ year: 1991, value: 2, expectedVersion: 1 }))
    expect(await statusIn(1991)).toBe('B')
  })

  it('keeps the status that is typed with it, and that of a value which stays the same', async () => {
    await saveSample({ year: 1992, value: 1, status: 'E' })
    await save(change({ year: 1992, value: 2, status: 'P', expectedVersion: 1 }))
    expect(await statusIn(1992)).toBe('P')
    await saveSample({ year: 1993, value: 1, status: 'E' })
    await save(change({ year: 1993, value: 1, note: 'checked', expectedVersion: 1 }))
    expect(await statusIn(1993)).toBe('E')
  })
})
