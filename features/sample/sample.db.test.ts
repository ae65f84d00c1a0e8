import { beforeAll, describe, expect, it } from 'vitest'
import { saveObservations } from '@/features/observations/mutations'
import { getWorkspace } from '@/features/scores/queries'
import { db } from '@/server/db'
import { systemActor } from '@/server/session'
import { loadSample, removeSample } from './mutations'
import { getSampleState } from './queries'

const actor = systemActor('test')

beforeAll(async () => {
  const outcome = await loadSample(actor, {})
  expect(outcome).toEqual({ ok: true, value: { observations: 10_139 } })
})

describe('the sample', () => {
  it('holds five areas and the hallmark, 61 indicators, China and 31 provinces, 4 targets', async () => {
    expect(await db().area.count()).toBe(6)
    expect(await db().area.count({ where: { isHallmark: true } })).toBe(1)
    expect(await db().indicator.count()).toBe(61)
    expect(await db().region.count({ where: { parent: { code: 'CN' } } })).toBe(31)
    expect(await db().target.count()).toBe(4)
  })

  it('has a first revision for every observation', async () => {
    expect(await db().revision.count()).toBe(10_139)
  })

  it('is not loaded twice', async () => {
    expect(await loadSample(actor, {})).toEqual({ ok: false, reason: 'notEmpty' })
  })

  it('gives every one of the 31 provinces but Tibet an index in the year shown first', async () => {
    const workspace = await getWorkspace(actor, {})
    expect(workspace.scored).toHaveLength(31)
    expect(workspace.shownYear).toBe(2019)
  })

  it('goes with its regions and targets, and leaves what a person entered with its history', async () => {
    const cell = { region: 'CN-GD', indicator: 'ST01', year: 2020 }
    const stored = (region: string) =>
      db().observation.findFirstOrThrow({
        where: { region: { code: region }, indicator: { code: cell.indicator }, year: cell.year },
        select: { value: true },
      })
    const before = await stored('CN-GD')
    const back = await stored('CN-JS')
    const typed = await saveObservations(actor, {
      kind: 'entry',
      changes: [
        { ...cell, value: 3.5, expectedVersion: 1 },
        { region: 'CN-JS', indicator: 'ST01', year: 2020, value: 9, expectedVersion: 1 },
      ],
    })
    expect(typed.ok).toBe(true)
    // Changed and brought back: the sample's own value again.
    await saveObservations(actor, {
      kind: 'undo',
      changes: [
        { region: 'CN-JS', indicator: 'ST01', year: 2020, value: 1, expectedVersion: 2, restoresVersion: 1 },
      ],
    })
    expect(await removeSample(actor, {})).toMatchObject({ ok: true })
    expect(await getSampleState(actor, {})).toEqual({ sampleObservations: 0, ownObservations: 2 })
    // Who still has a removed value before them does not enter it anew without knowing.
    const late = { ...cell, year: 2019, value: 4, expectedVersion: 1 }
    expect(await saveObservations(actor, { kind: 'entry', changes: [late] })).toMatchObject({
      ok: false,
      reason: 'conflict',
      conflicts: [{ year: 2019, theirs: { value: null, status: 'O', version: 0, author: 'test' } }],
    })
    const revisions = await db().revision.findMany({
      orderBy: [{ regionId: 'asc' }, { version: 'asc' }],
      select: { value: true, region: { select: { code: true } } },
    })
    expect(revisions.map((r) => [r.region.code, r.value])).toEqual([
      ['CN-JS', back.value],
      ['CN-JS', 9],
      ['CN-JS', back.value],
      ['CN-GD', before.value],
      ['CN-GD', 3.5],
    ])
    // Regions that hold own values stay, and with them the country they stand below.
    const regions = await db().region.findMany({
      orderBy: { code: 'asc' },
      select: { code: true, isSample: true },
    })
    expect(regions).toEqual([
      { code: 'CN', isSample: false },
      { code: 'CN-GD', isSample: false },
      { code: 'CN-JS', isSample: false },
    ])
    // What a person wrote cannot be deleted, whatever a removal of the sample is allowed.
    const forget = db().$transaction([
      db().$executeRaw`SELECT set_config('pentad.allow_sample_removal', 'on', true)`,
      db().$executeRaw`DELETE FROM revision WHERE version = 2`,
    ])
    await expect(forget).rejects.toThrow('never changed')
    expect(await db().target.count()).toBe(0)
    expect(await db().indicator.count()).toBe(61)
    expect(await removeSample(actor, {})).toMatchObject({ ok: true })
  })
})
