import 'server-only'
import { z } from 'zod'
import { cellKeySchema, codeSchema, yearSchema } from '@/features/observations/schema'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import type { CellComment, CommentCount } from './schema'

/** The comments of a cell: the open ones first, and of each kind the newest first. */
export const listCellComments = defineQuery({
  permission: 'read',
  input: cellKeySchema,
  run: async ({ region, indicator, year }): Promise<CellComment[]> => {
    const rows = await db().comment.findMany({
      where: { region: { code: region }, indicator: { code: indicator }, year },
      orderBy: [{ resolvedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
      select: { id: true, body: true, actorName: true, at: true, resolvedAt: true, resolvedBy: true },
    })
    return rows.map(({ id, body, actorName, at, resolvedAt, resolvedBy }) => ({
      id,
      body,
      author: actorName,
      at: at.toISOString(),
      resolved: resolvedAt && { by: resolvedBy ?? '', at: resolvedAt.toISOString() },
    }))
  },
})

/** The cells with open comments, of an indicator, a region or a year. */
export const listCommentCounts = defineQuery({
  permission: 'read',
  input: z.object({
    indicator: codeSchema.optional(),
    region: codeSchema.optional(),
    year: yearSchema.optional(),
  }),
  run: async ({ indicator, region, year }) => db().$queryRaw<CommentCount[]>`
    SELECT r.code AS region, i.code AS indicator, c.year::int AS year, count(*)::int AS count
    FROM comment c
    JOIN region r ON r.id = c.region_id
    JOIN indicator i ON i.id = c.indicator_id
    WHERE c.resolved_at IS NULL
      AND (${indicator ?? null}::text IS NULL OR i.code = ${indicator ?? null})
      AND (${region ?? null}::text IS NULL OR r.code = ${region ?? null})
      AND (${year ?? null}::int IS NULL OR c.year = ${year ?? null})
    GROUP BY r.code, i.code, c.year`,
})
