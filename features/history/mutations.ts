import 'server-only'
import { findMoment, keysOf, today } from '@/features/lookback/queries'
import { changedCells } from '@/features/revisions/queries'
import type { AuditEntry } from '@/server/audit'
import type { Tx } from '@/server/db'
import { type Audited, defineMutation } from '@/server/define'
import type { Actor } from '@/server/session'
import { fingerprintOf } from './queries'
import { type Restored, type RestoreRefusal, restoreMomentSchema, restoreVersionSchema } from './schema'

const conflict: RestoreRefusal = { ok: false, reason: 'conflict' }
const nothing: RestoreRefusal = { ok: false, reason: 'nothing' }
const notFound: RestoreRefusal = { ok: false, reason: 'notFound' }

/** A million cells take minutes. */
const longestMs = 30 * 60_000

/**
 * The cells to restore: `late` = the version that was looked at, `early` = the one whose content comes back, null = as if
 * nothing had been entered.
 */
async function openList(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE restoring (
      region_id int NOT NULL, indicator_id int NOT NULL, year smallint NOT NULL, early int, late int NOT NULL)
    ON COMMIT DROP`
}

/** Locks the listed cells in the order in which every writer locks them. False: one of them has been changed. */
async function lockList(tx: Tx, expected: number): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ same: bigint }[]>`
    SELECT count(*) AS same FROM (
      SELECT 1
      FROM observation o
      JOIN restoring t ON t.region_id = o.region_id AND t.indicator_id = o.indicator_id AND t.year = o.year
      WHERE o.version = t.late
      ORDER BY o.region_id, o.indicator_id, o.year
      FOR UPDATE OF o) locked`
  return Number(found?.same ?? 0) === expected
}

/** Writes what is listed: one batch, and for each cell a new state and its revision. Nothing is ever taken away. */
async function writeList(tx: Tx, actor: Actor, reason: string): Promise<Restored> {
  const batch = await tx.batch.create({
    data: { kind: 'restore', actorKind: actor.kind, actorId: actor.id, actorName: actor.name, reason },
    select: { id: true },
  })
  const written = await tx.$executeRaw`
    UPDATE observation o
    SET value = x.value, status = x.status, source_id = x.source_id, note = x.note, version = x.late + 1,
        batch_id = ${batch.id}
    FROM (
      SELECT t.region_id, t.indicator_id, t.year, t.late, v.value, COALESCE(v.status, 'O') AS status, v.source_id, v.note
      FROM restoring t
      LEFT JOIN revision v ON v.region_id = t.region_id AND v.indicator_id = t.indicator_id AND v.year = t.year
        AND v.version = t.early) x
    WHERE o.region_id = x.region_id AND o.indicator_id = x.indicator_id AND o.year = x.year`
  await tx.$executeRaw`
    INSERT INTO revision (region_id, indicator_id, year, version, value, status, source_id, note, batch_id)
    SELECT o.region_id, o.indicator_id, o.year, o.version, o.value, o.status, o.source_id, o.note, o.batch_id
    FROM observation o
    WHERE o.batch_id = ${batch.id}`
  return { batch: String(batch.id), written }
}

const auditOf = (entityKey: string, detail: AuditEntry['detail']): AuditEntry => ({
  entity: 'observation',
  entityKey,
  detail: { kind: 'restore', ...detail },
})

/** Brings an earlier state of one cell back, as a new revision. Refused when the cell was changed since it was opened. */
export const restoreVersion = defineMutation<typeof restoreVersionSchema, Restored, RestoreRefusal>({
  name: 'observation.restore',
  permission: 'enter',
  input: restoreVersionSchema,
  scope: () => true,
  run: async (tx, input, { actor }): Promise<Audited<Restored> | RestoreRefusal> => {
    const { version, expectedVersion, reason } = input
    const keys = await keysOf(tx, input, 'v')
    const [state] = await tx.$queryRaw<{ isThere: boolean; isSame: boolean }[]>`
      SELECT ${version}::int = 0 OR w.version IS NOT NULL AS "isThere",
             (v.value, v.status, v.source_id, v.note)
               IS NOT DISTINCT FROM (w.value, COALESCE(w.status, 'O'), w.source_id, w.note) AS "isSame"
      FROM revision v
      LEFT JOIN revision w ON w.region_id = v.region_id AND w.indicator_id = v.indicator_id AND w.year = v.year
        AND w.version = ${version}::int
      WHERE ${keys} AND v.version = ${expectedVersion}::int`
    if (!state?.isThere) return notFound
    if (state.isSame) return nothing
    await openList(tx)
    await tx.$executeRaw`
      INSERT INTO restoring
      SELECT v.region_id, v.indicator_id, v.year, NULLIF(${version}::int, 0), v.version
      FROM revision v WHERE ${keys} AND v.version = ${expectedVersion}::int`
    if (!(await lockList(tx, 1))) return conflict
    const value = await writeList(tx, actor, reason)
    const cell = `${input.region} ${input.indicator} ${input.year}`
    return { ok: true, value, audit: auditOf(cell, { batch: value.batch, version, written: value.written }) }
  },
})

/**
 * Brings cells back to how they were at a moment, as one batch of new revisions. What had not been entered by then becomes
 * not observed. Refused when the cells are no longer those of the preview.
 */
export const restoreMoment = defineMutation<typeof restoreMomentSchema, Restored, RestoreRefusal>({
  name: 'observation.restore',
  permission: 'enter',
  input: restoreMomentSchema,
  scope: () => true,
  run: async (tx, input, { actor }): Promise<Audited<Restored> | RestoreRefusal> => {
    const { moment, filter, fingerprint, reason } = input
    const found = await findMoment(tx, moment)
    if (!found) return notFound
    const cells = changedCells(found.cut, today, await keysOf(tx, filter, 'v'))
    await openList(tx)
    const count = await tx.$executeRaw`
      INSERT INTO restoring SELECT d.region_id, d.indicator_id, d.year, d.early, d.late FROM (${cells}) d`
    if (count === 0) return nothing
    if ((await fingerprintOf(tx)) !== fingerprint || !(await lockList(tx, count))) return conflict
    const value = await writeList(tx, actor, reason)
    return {
      ok: true,
      value,
      audit: auditOf(`${value.written} cells`, {
        batch: value.batch,
        moment: { ...moment },
        at: found.known.at,
        filter,
        written: value.written,
      }),
    }
  },
  timeoutMs: longestMs,
})
