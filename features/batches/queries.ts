import 'server-only'
import { db, Prisma, type Tx } from '@/server/db'
import { defineQuery } from '@/server/define'
import { type KeptCell, previewUndoSchema, type UndoPreview, type UndoRefusal } from './schema'

const mostKeptShown = 200

/** What stands against undoing a batch, or null. */
export async function undoRefusal(tx: Tx, batchId: string): Promise<UndoRefusal['reason'] | null> {
  const batch = await tx.batch.findUnique({
    where: { id: BigInt(batchId) },
    select: { kind: true, undoneBy: { select: { id: true }, take: 1 } },
  })
  if (!batch) return 'notFound'
  if (batch.kind === 'sample') return 'sample'
  return batch.undoneBy.length > 0 ? 'alreadyUndone' : null
}

/**
 * Whether the stored cell `o` is as its revision `v` left it: nothing came after it, or only what was taken back together
 * with the undoing of it, and the cell holds what `v` wrote. So batches written over each other are undone one by one, the
 * last first.
 */
export const isAsLeft = Prisma.sql`(o.version = v.version OR (
  (o.value, o.status, o.source_id, o.note) IS NOT DISTINCT FROM (v.value, v.status, v.source_id, v.note)
  AND NOT EXISTS (
    SELECT 1 FROM revision l
    JOIN batch b ON b.id = l.batch_id
    WHERE l.region_id = v.region_id AND l.indicator_id = v.indicator_id AND l.year = v.year
      AND l.version > v.version AND b.kind <> 'undo'
      AND NOT EXISTS (SELECT 1 FROM batch u WHERE u.undoes_id = b.id))))`

type Counts = { readonly restored: number; readonly emptied: number; readonly kept: number }

/** How many cells are as the batch left them, and how many somebody changed since. */
export async function countUndo(tx: Tx, batchId: string): Promise<Counts> {
  const [counts] = await tx.$queryRaw<Counts[]>`
    SELECT count(*) FILTER (WHERE ${isAsLeft})::int AS restored,
           count(*) FILTER (WHERE v.version = 1 AND ${isAsLeft})::int AS emptied,
           count(*) FILTER (WHERE NOT ${isAsLeft})::int AS kept
    FROM revision v
    JOIN observation o ON o.region_id = v.region_id AND o.indicator_id = v.indicator_id AND o.year = v.year
    WHERE v.batch_id = ${BigInt(batchId)}`
  return counts ?? { restored: 0, emptied: 0, kept: 0 }
}

/** The first cells that undoing the batch keeps, in display order. */
export async function listKept(tx: Tx, batchId: string): Promise<KeptCell[]> {
  const rows = await tx.$queryRaw<(Omit<KeptCell, 'batchId' | 'at'> & { batchId: bigint; at: Date })[]>`
    SELECT r.code AS region, i.code AS indicator, v.year::int AS year, v.value AS wrote, o.value, o.status,
           o.batch_id AS "batchId", b.kind::text AS kind, b.actor_name AS author, b.at
    FROM revision v
    JOIN observation o ON o.region_id = v.region_id AND o.indicator_id = v.indicator_id AND o.year = v.year
    JOIN region r ON r.id = v.region_id
    JOIN indicator i ON i.id = v.indicator_id
    JOIN batch b ON b.id = o.batch_id
    WHERE v.batch_id = ${BigInt(batchId)} AND NOT ${isAsLeft}
    ORDER BY r.position, r.code, i.position, i.code, v.year
    LIMIT ${mostKeptShown}`
  return rows.map((row) => ({ ...row, batchId: String(row.batchId), at: row.at.toISOString() }))
}

/** What undoing a batch would do: how many cells get their content from before, and which stay because of later edits. */
export const previewUndo = defineQuery({
  permission: 'read',
  input: previewUndoSchema,
  run: async ({ batchId }): Promise<UndoPreview> => {
    const [refusal, counts, keptCells] = await Promise.all([
      undoRefusal(db(), batchId),
      countUndo(db(), batchId),
      listKept(db(), batchId),
    ])
    const isLeft = counts.restored > 0
    return { batchId, refusal: refusal ?? (isLeft ? null : 'nothingLeft'), ...counts, keptCells }
  },
})
