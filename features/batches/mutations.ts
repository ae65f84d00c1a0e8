import 'server-only'
import type { Tx } from '@/server/db'
import { defineMutation } from '@/server/define'
import { countUndo, isAsLeft, listKept, undoRefusal } from './queries'
import { type Undone, type UndoRefusal, undoBatchSchema } from './schema'

const longestMs = 30 * 60_000

/**
 * Gives the cells that are as the batch left them what they held before it, with their revisions: in one statement,
 * which takes a million cells without any of them passing through this process. A cell that the batch filled becomes
 * "not observed": it was entered once, and that stays in its history.
 */
function restore(tx: Tx, batchId: bigint, undoId: bigint): Promise<number> {
  return tx.$executeRaw`
    WITH cell AS (
      UPDATE observation o
      SET value = p.value, status = coalesce(p.status, 'O'), source_id = p.source_id, note = p.note,
          version = o.version + 1, batch_id = ${undoId}
      FROM revision v
      LEFT JOIN revision p ON p.region_id = v.region_id AND p.indicator_id = v.indicator_id AND p.year = v.year
        AND p.version = v.version - 1
      WHERE v.batch_id = ${batchId} AND o.region_id = v.region_id AND o.indicator_id = v.indicator_id
        AND o.year = v.year AND ${isAsLeft}
      RETURNING o.*
    )
    INSERT INTO revision (region_id, indicator_id, year, version, value, status, source_id, note, batch_id)
    SELECT region_id, indicator_id, year, version, value, status, source_id, note, batch_id FROM cell`
}

/**
 * Takes back a whole batch, as a batch of its own: every cell that is still as the batch left it gets its content from
 * before. Cells that somebody changed since keep what they hold and are listed.
 *
 * @returns how many cells were restored and which were kept; a batch is undone once
 */
export const undoBatch = defineMutation<typeof undoBatchSchema, Undone, UndoRefusal>({
  name: 'batch.undo',
  permission: 'enter',
  input: undoBatchSchema,
  scope: () => true,
  run: async (tx, { batchId, reason }, { actor }) => {
    const id = BigInt(batchId)
    // Whoever undoes the same batch at the same time waits here, and finds it undone. The key is left to those who refer
    // to it: an import may still be citing the batch in its cells.
    await tx.$queryRaw`SELECT 1 FROM batch WHERE id = ${id} FOR NO KEY UPDATE`
    const refusal = await undoRefusal(tx, batchId)
    if (refusal) return { ok: false, reason: refusal }
    // In key order, as every writer does, so that two never wait for each other in a ring.
    await tx.$queryRaw`
      WITH held AS MATERIALIZED (
        SELECT 1 FROM observation o
        JOIN revision v ON v.region_id = o.region_id AND v.indicator_id = o.indicator_id AND v.year = o.year
        WHERE v.batch_id = ${id} ORDER BY o.region_id, o.indicator_id, o.year FOR UPDATE OF o
      ) SELECT count(*) FROM held`
    const { kept } = await countUndo(tx, batchId)
    const keptCells = kept > 0 ? await listKept(tx, batchId) : []
    const { id: undoId } = await tx.batch.create({
      data: {
        kind: 'undo',
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        reason,
        undoesId: id,
      },
      select: { id: true },
    })
    const restored = await restore(tx, id, undoId)
    if (restored === 0) return { ok: false, reason: 'nothingLeft' }
    return {
      ok: true,
      value: { batchId: String(undoId), restored, kept, keptCells },
      audit: { entity: 'batch', entityKey: batchId, detail: { undo: String(undoId), restored, kept } },
    }
  },
  timeoutMs: longestMs,
})
