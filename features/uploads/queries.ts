import { largestFile } from '@/features/imports/schema'
import 'server-only'
import path from 'node:path'
import { z } from 'zod'
import { importSettingsSchema } from '@/features/imports/queries'
import { ok } from '@/lib/result'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import { pentadHome } from '@/server/env.mjs'
import { logError } from '@/server/log'
import type { Actor } from '@/server/session'
import {
  appendPart,
  createUpload,
  keepSwept,
  pathOfUpload,
  readUpload,
  removeUpload,
  saveUpload,
} from './adapters/folder'
import { type ImportDetail, type PastImport, type UploadRefusal, uploadIdSchema } from './schema'

/** Uploads stand in the folder of everything Pentad keeps, so that no other place has to be guarded. */
const folder = () => path.join(pentadHome(), 'uploads')
const ownerOf = (actor: Actor) => `${actor.kind}:${actor.id}`
const byId = z.object({ id: uploadIdSchema })

/** Somebody else's file is as good as none. */
async function ownUpload(actor: Actor, id: string) {
  const upload = await readUpload(folder(), id)
  return upload?.owner === ownerOf(actor) ? upload : null
}

/** Announces a file; its parts follow. */
export const beginUpload = defineQuery({
  permission: 'enter',
  input: z.object({
    fileName: z.string().max(1000),
    size: z.number().int().min(0),
  }),
  run: async ({ fileName, size }, { actor }) => {
    if (size > largestFile) return { ok: false, reason: 'tooLarge' } satisfies UploadRefusal
    keepSwept(folder(), (error) => logError('old uploads could not be removed', error, {}))
    const shown = [...fileName.replaceAll(/\p{Surrogate}/gu, '\uFFFD')].filter(
      (character) => character >= ' ',
    )
    return createUpload(folder(), {
      fileName: shown.slice(-200).join('') || 'file',
      size,
      settings: {},
      owner: ownerOf(actor),
    })
  },
})

/** Takes the part of a file that begins at a byte; answers with the bytes that are here now. */
export const addPart = defineQuery({
  permission: 'enter',
  input: z.object({
    id: uploadIdSchema,
    from: z.number().int().min(0),
    body: z.custom<ReadableStream<Uint8Array>>((value) => value instanceof ReadableStream),
  }),
  run: async ({ id, from, body }, { actor }) => {
    const upload = await ownUpload(actor, id)
    if (!upload) return { ok: false, reason: 'gone' } satisfies UploadRefusal
    return appendPart(folder(), upload, from, body)
  },
})

/** An upload that is complete, with the path of its file; null when it is not there (any more). */
export const findUpload = defineQuery({
  permission: 'enter',
  input: byId,
  run: async ({ id }, { actor }) => {
    const upload = await ownUpload(actor, id)
    if (!upload || upload.received < upload.size) return null
    const { owner, ...rest } = upload
    return { ...rest, path: pathOfUpload(folder(), id) }
  },
})

/** Keeps what was said about how to read the file, so that a reload loses nothing. */
export const keepSettings = defineQuery({
  permission: 'enter',
  input: z.object({ id: uploadIdSchema, settings: importSettingsSchema }),
  run: async ({ id, settings }, { actor }) => {
    const upload = await ownUpload(actor, id)
    if (!upload) return { ok: false, reason: 'gone' } satisfies UploadRefusal
    await saveUpload(folder(), { ...upload, settings })
    return ok(null)
  },
})

/** Removes an upload: it was imported, or nobody wants it. @returns whether there was one of the actor */
export const dropUpload = defineQuery({
  permission: 'enter',
  input: byId,
  run: async ({ id }, { actor }) => {
    if (!(await ownUpload(actor, id))) return false
    await removeUpload(folder(), id)
    return true
  },
})

type ImportRow = Omit<PastImport, 'at' | 'undoneAt'> & { readonly at: Date; readonly undoneAt: Date | null }

async function readImports(id: string | null, limit: number, offset: number): Promise<PastImport[]> {
  const rows = await db().$queryRaw<ImportRow[]>`
    SELECT b.id::text AS id, b.file_name AS "fileName", b.at, b.actor_name AS author, b.reason,
           b.vintage::text AS vintage, c.added, c.written - c.added AS changed, u.at AS "undoneAt"
    FROM batch b
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS written, (count(*) FILTER (WHERE r.version = 1))::int AS added
      FROM revision r WHERE r.batch_id = b.id) c
    LEFT JOIN LATERAL (SELECT max(u.at) AS at FROM batch u WHERE u.undoes_id = b.id) u ON true
    WHERE b.kind = 'import' AND (${id}::bigint IS NULL OR b.id = ${id}::bigint)
    ORDER BY b.id DESC
    LIMIT ${limit} OFFSET ${offset}`
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }))
}

/** Past imports, newest first, some at a time. */
export const listImports = defineQuery({
  permission: 'read',
  input: z.object({ page: z.number().int().min(1).max(100_000), size: z.number().int().min(1).max(100) }),
  run: async ({ page, size }) => {
    // One more says whether there are older ones.
    const rows = await readImports(null, size + 1, (page - 1) * size)
    return { imports: rows.slice(0, size), hasOlder: rows.length > size }
  },
})

const mostIndicators = 12

/** One import with what it touched; null when there is none of this number. */
export const findImport = defineQuery({
  permission: 'read',
  input: z.object({ id: z.string().regex(/^\d{1,18}$/) }),
  run: async ({ id }): Promise<ImportDetail | null> => {
    const [found] = await readImports(id, 1, 0)
    if (!found) return null
    const indicators = await db().$queryRaw<{ code: string; en: string; zh: string; count: number }[]>`
      SELECT i.code, i.name_en AS en, i.name_zh AS zh, c.count
      FROM (SELECT indicator_id, count(*)::int AS count FROM revision
            WHERE batch_id = ${id}::bigint GROUP BY indicator_id) c
      JOIN indicator i ON i.id = c.indicator_id
      ORDER BY c.count DESC, i.code LIMIT ${mostIndicators}`
    const [span] = await db().$queryRaw<{ regions: number; from: number | null; to: number | null }[]>`
      SELECT count(DISTINCT region_id)::int AS regions, min(year)::int AS from, max(year)::int AS to
      FROM revision WHERE batch_id = ${id}::bigint`
    return {
      ...found,
      regions: span?.regions ?? 0,
      years: span && span.from !== null && span.to !== null ? [span.from, span.to] : null,
      indicators: indicators.map(({ code, en, zh, count }) => ({ code, name: { en, zh }, count })),
    }
  },
})
