import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveObservations } from '@/features/observations/mutations'
import type { ObservationChange } from '@/features/observations/schema'
import { obsStatusCodes } from '@/lib/obs-status'
import type { FileValue } from '@/scripts/testing/candidates'
import {
  ann,
  cells,
  emptyCells,
  expectWholeHistory,
  fatesOf,
  importing,
  makeCatalogue,
  namesOf,
  one,
  type Settings,
} from '@/scripts/testing/imported'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'

const admin = systemActor('test')
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }

beforeAll(makeCatalogue)
beforeEach(emptyCells)

describe('importObservations', () => {
  it('writes values, first revisions, one batch with file, vintage and reason, an audit row and a data version', async () => {
    const before = await db().dataState.findUniqueOrThrow({ where: { id: 1 } })
    const values = [
      one({ value: 0.1 + 0.2, source: 'Yearbook', note: 'a "note", {with} \\ marks' }),
      one({ year: 2021, value: null, status: 'M', source: null }),
      one({ year: 2022, value: 3, note: 'NULL' }),
    ]
    const outcome = await importing(values, {
      fileName: 'a.csv',
      vintage: 'preliminary',
      reason: 'yearly',
      source: 'Bulletin',
    })
    if (!outcome.ok) throw new Error(outcome.reason)
    expect(outcome.value.fates.counts).toEqual({ new: 3, changed: 0, unchanged: 0, rejected: 0, conflict: 0 })
    expect(await cells()).toEqual([
      {
        key: 'CN-GD T1 2020',
        value: 0.1 + 0.2,
        status: 'A',
        source: 'Yearbook',
        note: values[0]?.note,
        version: 1,
      },
      { key: 'CN-GD T1 2021', value: null, status: 'M', source: null, note: null, version: 1 },
      { key: 'CN-GD T1 2022', value: 3, status: 'A', source: 'Bulletin', note: 'NULL', version: 1 },
    ])
    await expectWholeHistory()
    const batch = await db().batch.findFirstOrThrow()
    expect(batch).toMatchObject({
      kind: 'import',
      actorName: 'Ann',
      fileName: 'a.csv',
      vintage: 'preliminary',
      reason: 'yearly',
    })
    expect(String(batch.id)).toBe(outcome.value.batchId)
    const audit = await db().audit.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(audit).toMatchObject({ action: 'observation.import', actorName: 'Ann', entityKey: '3 cells' })
    const after = await db().dataState.findUniqueOrThrow({ where: { id: 1 } })
    expect(after.version).toBe(before.version + 1n)
  })

  it('tried, says the fate of each value and writes nothing', async () => {
    await importing([one({ value: 5 }), one({ year: 2021, value: 6, status: 'P' })])
    const outcome = await importing(
      [one({ value: 5 }), one({ year: 2021, value: 7 }), one({ year: 2022 }), one({ year: 2023, value: -1 })],
      { isTrial: true },
    )
    expect(outcome).toMatchObject({ ok: false, reason: 'trial' })
    const fates = fatesOf(outcome)
    expect(namesOf(fates)).toEqual(['unchanged', 'changed', 'new', 'rejected'])
    expect([...fates.before]).toEqual([5, 6, Number.NaN, Number.NaN])
    expect(String.fromCharCode(...fates.statusBefore)).toBe('AP\0\0')
    expect([...fates.seen]).toEqual([1, 1, 0, 0])
    expect(fates.issueOf(3)).toEqual({ code: 'belowHardMin', params: { limit: 0 } })
    expect(fates.issueOf(0)).toBeNull()
    expect([await db().batch.count(), (await cells()).length]).toEqual([1, 2])
  })

  it('rejects everything when something is wrong, and says what; partial writes the rest', async () => {
    const values = [
      one({ year: 2001 }),
      one({ region: 'XX' }),
      one({ indicator: 'nope' }),
      one({ value: 101 }),
      one({ indicator: 'M1', value: 1.5 }),
      one({ region: 'CN-JS', year: 1940 }),
      one({ year: 2001, value: 3 }),
      one({ value: 1, status: 'O' }),
      one({ value: null, status: 'A' }),
      one({ note: 'x'.repeat(4001) }),
      one({ year: 2002, source: '源'.repeat(1000) }),
    ]
    const refused = await importing(values)
    expect(refused).toMatchObject({ ok: false, reason: 'rejected' })
    const fates = fatesOf(refused)
    expect(values.map((_, i) => fates.issueOf(i)?.code)).toEqual([
      undefined,
      'unknownRegion',
      'unknownIndicator',
      'aboveHardMax',
      'notALevel',
      'outsideValidity',
      'twice',
      'missingStatusWithValue',
      'valueStatusWithoutValue',
      'textTooLong',
      'textTooLong',
    ])
    expect(await cells()).toEqual([])
    const written = await importing(values, { partial: true })
    expect(written).toMatchObject({ ok: true, value: { fates: { counts: { new: 1, rejected: 10 } } } })
    expect(await cells()).toHaveLength(1)
    await expectWholeHistory()
  })

  it('writes nothing and no batch when nothing changes, but a revision when the vintage is another', async () => {
    await importing([one()], { vintage: 'preliminary' })
    expect(await importing([one()])).toMatchObject({ ok: true, value: { batchId: null } })
    expect(await importing([one()], { vintage: 'preliminary' })).toMatchObject({ value: { batchId: null } })
    expect(await db().batch.count()).toBe(1)
    const again = await importing([one()], { vintage: 'final' })
    expect(again).toMatchObject({ ok: true, value: { fates: { counts: { changed: 1 } } } })
    expect(await cells()).toMatchObject([{ value: 1.5, version: 2 }])
    await expectWholeHistory()
  })

  it('adds the regions and indicators that are only in the file, in the same transaction', async () => {
    const newRegions = [
      { code: 'N-1', gbCode: '440100', name: { en: 'One', zh: '' }, level: 'city' as const, parent: 'CN-GD' },
      { code: 'N-2', gbCode: null, name: { en: '', zh: '二' }, level: 'county' as const, parent: 'N-1' },
    ]
    const newIndicators = [
      { code: 'N1', name: { en: 'New', zh: '' }, unit: { en: '%', zh: '%' }, area: 'ST' },
    ]
    const values = [one({ region: 'N-2', indicator: 'N1' }), one({ value: 1000 })]
    const settings = { newRegions, newIndicators }
    const refused = await importing(values, settings, admin)
    expect(refused).toMatchObject({ ok: false, reason: 'rejected' })
    expect(namesOf(fatesOf(refused))).toEqual(['new', 'rejected'])
    expect(await db().region.count({ where: { code: { startsWith: 'N-' } } })).toBe(0)
    expect(await importing(values, { ...settings, partial: true }, admin)).toMatchObject({ ok: true })
    const region = await db().region.findUniqueOrThrow({ where: { code: 'N-2' }, include: { parent: true } })
    expect(region).toMatchObject({ nameZh: '二', parent: { code: 'N-1', gbCode: '440100' } })
    expect(await cells()).toMatchObject([{ key: 'N-2 N1 2020' }])
    expect(await importing(values, settings, admin)).toMatchObject({
      ok: false,
      reason: 'notAddable',
      codes: ['N-1', 'N-2', 'N1'],
    })
  })

  it('is refused to a viewer, and new regions to whoever may not manage', async () => {
    await expect(importing([one()], {}, viewer)).rejects.toMatchObject({ code: 'forbidden' })
    const newIndicators = [{ code: 'N9', name: { en: 'N', zh: '' }, unit: { en: '', zh: '' }, area: 'ST' }]
    await expect(importing([one()], { newIndicators })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await cells()).toEqual([])
  })

  it('refuses what no reader makes', async () => {
    for (const wrong of [
      { year: 1700 },
      { value: Number.POSITIVE_INFINITY },
      { status: 'Z' },
      { note: 'a\0' },
    ]) {
      expect(await importing([one(wrong)])).toMatchObject({ ok: false, reason: 'invalid' })
    }
  })

  it('reports its progress up to the end', async () => {
    const seen: [number, number][] = []
    const years = Array.from({ length: 50 }, (_, i) => one({ year: 1950 + i }))
    await importing(years, {
      onProgress: (done, total) => {
        seen.push([done, total])
      },
    })
    expect(seen.at(-1)).toEqual([100, 100])
  })
})

const cell = fc.record({
  region: fc.constantFrom('CN-GD', 'CN-JS', 'CN-BJ'),
  indicator: fc.constantFrom('T1', 'T2', 'M1'),
  year: fc.constantFrom(1940, 2020, 2021),
  value: fc.oneof(
    fc.constantFrom(null, 0, 1, 2),
    fc.double({ noNaN: true, noDefaultInfinity: true, max: 101, min: -1 }),
  ),
  status: fc.option(fc.constantFrom(...obsStatusCodes), { nil: undefined }),
  source: fc.option(fc.constantFrom('S1', 'S2', ''), { nil: undefined }),
  note: fc.oneof(fc.constantFrom(undefined, ''), fc.string({ unit: 'grapheme', maxLength: 10 })),
})
const clean = (text: string | undefined) => text?.replaceAll('\0', '')
const file = fc.uniqueArray(cell, {
  maxLength: 12,
  minLength: 1,
  selector: (c) => `${c.region} ${c.indicator} ${c.year}`,
})

/** One by one, as the grid writes: those that are refused are left out. */
async function saveEach(values: readonly FileValue[], vintage: Settings['vintage']) {
  for (const value of values) {
    const { region, indicator, year } = value
    const stored = await db().observation.findFirst({
      where: { region: { code: region }, indicator: { code: indicator }, year },
    })
    const change = { ...value, expectedVersion: stored?.version ?? 0 } as ObservationChange
    await saveObservations(ann, { kind: 'import', vintage, changes: [change] })
  }
}

describe('an import and a save', () => {
  it('make the same of any values, on any cells', { timeout: 120_000 }, async () => {
    const vintage = fc.constantFrom(undefined, 'preliminary', 'final') as fc.Arbitrary<Settings['vintage']>
    await fc.assert(
      fc.asyncProperty(
        file,
        file,
        fc.boolean(),
        vintage,
        vintage,
        async (first, second, isSample, v1, v2) => {
          const rounds = [first, second].map((round) => round.map((c) => ({ ...c, note: clean(c.note) })))
          const states = []
          for (const write of ['import', 'save'] as const) {
            await emptyCells()
            for (const [r, values] of rounds.entries()) {
              const v = r === 0 ? v1 : v2
              if (write === 'import') await importing(values, { partial: true, vintage: v })
              else await saveEach(values, v)
              if (r === 0 && isSample) await db().batch.updateMany({ data: { kind: 'sample' } })
            }
            await expectWholeHistory()
            states.push(await cells())
          }
          expect(states[0]).toEqual(states[1])
        },
      ),
      { numRuns: 40 },
    )
  })
})
