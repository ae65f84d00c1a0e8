import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { undoBatch } from '@/features/batches/mutations'
import { saveObservations } from '@/features/observations/mutations'
import type { ObservationChange } from '@/features/observations/schema'
import type { FileValue } from '@/scripts/testing/candidates'
import {
  ann,
  cells,
  edit,
  emptyCells,
  expectWholeHistory,
  fatesOf,
  importing,
  makeCatalogue,
  namesOf,
  one,
} from '@/scripts/testing/imported'
import { db } from '@/server/db'

beforeAll(makeCatalogue)
beforeEach(emptyCells)

describe('several at once', () => {
  const many = (value: number, more: Partial<FileValue> = {}) =>
    Array.from({ length: 200 }, (_, i) =>
      one({ year: 1950 + (i % 100), region: i < 100 ? 'CN-GD' : 'CN-JS', value, ...more }),
    )

  it('two imports of the same new cells: one is whole, the other a conflict or a change on top; never a mixture', async () => {
    for (let round = 0; round < 5; round++) {
      await emptyCells()
      const [a, b] = await Promise.all([importing(many(1)), importing(many(2).toReversed())])
      const values = new Set((await cells()).map((c) => c.value))
      expect(values.size).toBe(1)
      expect((await cells()).length).toBe(200)
      await expectWholeHistory()
      for (const outcome of [a, b]) {
        if (!outcome.ok) expect(outcome.reason).toBe('conflict')
      }
      expect([a, b].some((outcome) => outcome.ok)).toBe(true)
    }
  })

  it('two imports that change the same cells leave one of them whole, whatever the order of their files', async () => {
    await importing(many(0))
    const outcomes = await Promise.all([importing(many(1)), importing(many(2).toReversed())])
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect(new Set((await cells()).map((c) => `${c.value} ${c.version}`)).size).toBe(1)
    expect((await cells())[0]?.version).toBe(3)
    await expectWholeHistory()
  })

  it('a paste against an import: no deadlock, and each cell is of one of them', async () => {
    await importing(many(0).slice(0, 100))
    const changes = many(7).map((c, i) => ({ ...c, expectedVersion: i < 100 ? 1 : 0 }) as ObservationChange)
    const [imported, pasted] = await Promise.all([
      importing(many(3)),
      saveObservations(ann, { kind: 'paste', changes: changes.toReversed() }),
    ])
    expect([imported.ok, pasted.ok].some(Boolean)).toBe(true)
    if (!pasted.ok) expect(pasted.reason).toBe('conflict')
    if (!imported.ok) expect(imported.reason).toBe('conflict')
    expect(new Set((await cells()).map((c) => c.value)).size).toBe(1)
    await expectWholeHistory()
  })

  it('an edit between dry run and import is a conflict that names the cell, and nothing is written', async () => {
    await importing([one({ value: 1 }), one({ year: 2021, value: 1 })])
    const values = [one({ value: 2 }), one({ year: 2021, value: 2 }), one({ year: 2022, value: 2 })]
    const { seen } = fatesOf(await importing(values, { isTrial: true }))
    await edit({ year: 2021, value: 9, expectedVersion: 1 })
    await edit({ year: 2022, value: 9 })
    const outcome = await importing(values, { expected: seen, partial: true })
    expect(outcome).toMatchObject({ ok: false, reason: 'conflict' })
    expect(namesOf(fatesOf(outcome))).toEqual(['changed', 'conflict', 'conflict'])
    expect([...fatesOf(outcome).before]).toEqual([1, 9, 9])
    expect((await cells()).map((c) => c.value)).toEqual([1, 9, 9])
    const { seen: now } = fatesOf(await importing(values, { isTrial: true }))
    expect(await importing(values, { expected: now })).toMatchObject({ ok: true })
    expect((await cells()).map((c) => c.value)).toEqual([2, 2, 2])
  })

  it('a limit that is moved between dry run and import stops it: less or more than was confirmed is not written', async () => {
    const limit = (hardMax: number) => db().indicator.update({ where: { code: 'T1' }, data: { hardMax } })
    const { hardMax: former } = await db().indicator.findUniqueOrThrow({ where: { code: 'T1' } })
    const values = [one({ value: 10 }), one({ year: 2021, value: 60 })]
    try {
      for (const [before, after] of [
        [100, 50],
        [50, 100],
      ] as const) {
        await limit(before)
        const { seen: expected, fates: tried } = fatesOf(await importing(values, { isTrial: true }))
        await limit(after)
        const outcome = await importing(values, { expected, tried, partial: true })
        expect(outcome).toMatchObject({ ok: false, reason: 'rejected' })
        expect(await cells()).toEqual([])
      }
      await limit(50)
      const { seen: expected, fates: tried } = fatesOf(await importing(values, { isTrial: true }))
      expect(await importing(values, { expected, tried, partial: true })).toMatchObject({ ok: true })
      expect((await cells()).map((c) => c.value)).toEqual([10])
    } finally {
      await db().indicator.update({ where: { code: 'T1' }, data: { hardMax: former } })
    }
  })

  it('a cell that somebody is filling is waited for, and then a conflict', async () => {
    let imported: ReturnType<typeof importing> | undefined
    await db().$transaction(async (tx) => {
      const other = await tx.batch.create({
        data: { kind: 'entry', actorKind: 'user', actorId: 'bob', actorName: 'Bob' },
      })
      await tx.$executeRaw`
        INSERT INTO observation (region_id, indicator_id, year, value, batch_id)
        SELECT r.id, i.id, 2020, 5, ${other.id} FROM region r, indicator i WHERE r.code = 'CN-GD' AND i.code = 'T1'`
      imported = importing([one({ value: 2 }), one({ year: 2021 })])
      await vi.waitUntil(async () => {
        const [waiting] = await tx.$queryRaw<{ count: number }[]>`
          SELECT count(*)::int AS count FROM pg_stat_activity
          WHERE datname = current_database() AND wait_event_type = 'Lock'`
        return waiting?.count === 1
      })
    })
    const outcome = await imported
    if (!outcome) throw new Error('not imported')
    expect(outcome).toMatchObject({ ok: false, reason: 'conflict' })
    expect(namesOf(fatesOf(outcome))).toEqual(['conflict', 'new'])
    expect(await cells()).toMatchObject([{ value: 5 }])
  })

  it('an import that dies in the middle leaves nothing', async () => {
    const values = many(1)
    const stop = (done: number) => {
      if (done > values.length) throw new Error('the process ends')
    }
    await expect(importing(values, { onProgress: stop })).rejects.toThrow('the process ends')
    expect(await cells()).toEqual([])
    expect([await db().batch.count(), await db().revision.count()]).toEqual([0, 0])
  })

  it('undoing an import against an import of the same cells: one after the other', async () => {
    const first = await importing(many(1))
    if (!first.ok || !first.value.batchId) throw new Error('not imported')
    const [undone, imported] = await Promise.all([
      undoBatch(ann, { batchId: first.value.batchId }),
      importing(many(2)),
    ])
    expect(imported.ok).toBe(true)
    if (!undone.ok) expect(undone.reason).toBe('nothingLeft')
    expect(new Set((await cells()).map((c) => c.value))).toEqual(new Set([2]))
    await expectWholeHistory()
  })

  describe('with tens of thousands of cells', () => {
    const regions = Array.from({ length: 60 }, (_, r) => `BIG-${r}`)
    const large = (value: number) =>
      regions.flatMap((region) =>
        ['T1', 'T2'].flatMap((indicator) =>
          Array.from({ length: 200 }, (_, y) => one({ region, indicator, year: 1950 + y, value })),
        ),
      )
    beforeAll(async () => {
      await db().region.createMany({
        data: regions.map((code) => ({ code, nameEn: code, nameZh: code, level: 'city' })),
        skipDuplicates: true,
      })
    })

    it('two imports and a paste end without a deadlock, one above the other', {
      timeout: 120_000,
    }, async () => {
      await importing(large(0).filter((_, i) => i % 2 === 0))
      const pasted = large(3)
        .filter((_, i) => i % 3 === 0)
        .map((value, k) => ({ ...value, expectedVersion: (k * 3) % 2 === 0 ? 1 : 0 }) as ObservationChange)
      const outcomes = await Promise.all([
        importing(large(1)),
        importing(large(2).toReversed()),
        saveObservations(ann, { kind: 'paste', changes: pasted.toReversed() }),
      ])
      expect(outcomes.some((outcome) => outcome.ok)).toBe(true)
      for (const outcome of outcomes) if (!outcome.ok) expect(outcome.reason).toBe('conflict')
      await expectWholeHistory()
    })

    it('a connection that breaks in the middle leaves nothing', { timeout: 120_000 }, async () => {
      let isBroken = false
      const breakOff = (done: number, total: number) => {
        if (isBroken || done < total / 2) return
        isBroken = true
        void db().$executeRaw`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database()
            AND (state LIKE '%transaction%' OR query LIKE '%INSERT INTO observation%') AND pid <> pg_backend_pid()`.catch(
          () => undefined,
        )
      }
      await expect(importing(large(1), { onProgress: breakOff })).rejects.toThrow()
      expect(await cells()).toEqual([])
      expect(await importing(large(1))).toMatchObject({ ok: true })
      expect(await db().observation.count()).toBe(large(1).length)
    })
  })
})
