import 'server-only'
import { z } from 'zod'
import { cellKeySchema } from '@/features/observations/schema'
import { AppError } from '@/lib/errors'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import type { CellEvidence, EvidenceFile } from './schema'

type EvidenceRow = {
  id: number
  title: string
  documentDay: string | null
  link: string | null
  fileName: string | null
  bytes: number | null
  author: string
  at: Date
  removedAt: Date | null
}

/** The documents of a cell: those that hold first, and of each kind the newest first. Files stay where they are. */
export const listCellEvidence = defineQuery({
  permission: 'read',
  input: cellKeySchema,
  run: async ({ region, indicator, year }): Promise<CellEvidence[]> => {
    const rows = await db().$queryRaw<EvidenceRow[]>`
      SELECT e.id, e.title, e.document_day::text AS "documentDay", e.link, e.file_name AS "fileName",
             octet_length(e.content) AS bytes, e.actor_name AS author, e.at, e.removed_at AS "removedAt"
      FROM evidence e
      JOIN region r ON r.id = e.region_id
      JOIN indicator i ON i.id = e.indicator_id
      WHERE r.code = ${region} AND i.code = ${indicator} AND e.year = ${year}
      ORDER BY e.removed_at DESC NULLS FIRST, e.id DESC`
    return rows.map(({ fileName, bytes, at, removedAt, ...row }) => ({
      ...row,
      file: fileName === null ? null : { name: fileName, bytes: bytes ?? 0 },
      at: at.toISOString(),
      removedAt: removedAt?.toISOString() ?? null,
    }))
  },
})

/**
 * The file of a document, removed ones included: what once proved a value must be found again.
 *
 * @throws {AppError} notFound when there is no such document, or it has no file
 */
export const getEvidenceFile = defineQuery({
  permission: 'read',
  input: z.object({ id: z.number().int().positive().max(2_147_483_647) }),
  run: async ({ id }): Promise<EvidenceFile> => {
    const row = await db().evidence.findUnique({
      where: { id },
      select: { fileName: true, mediaType: true, content: true },
    })
    if (!row?.content || !row.fileName || !row.mediaType) throw new AppError('notFound')
    return { name: row.fileName, mediaType: row.mediaType, content: row.content }
  },
})
