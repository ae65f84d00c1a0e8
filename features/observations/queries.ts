import 'server-only'
import { z } from 'zod'
import type { Bilingual } from '@/lib/bilingual'
import { db, Prisma } from '@/server/db'
import { defineQuery } from '@/server/define'
import {
  cellKeySchema,
  codeSchema,
  type IndicatorRevision,
  type RevisionEntry,
  type Vintage,
  yearSchema,
} from './schema'

/**
 * The vintage of a stored cell with its batch `b`; null = not said. An undoing says none itself: its cell has the vintage
 * under which what it brought back was written, which is the last revision with that content that stands.
 *
 * @param cell alias of the stored cell
 */
export function storedVintage(cell: 'o' | 'cell'): Prisma.Sql {
  const c = Prisma.raw(cell)
  return Prisma.sql`CASE WHEN b.kind <> 'undo' THEN b.vintage ELSE (
    SELECT w.vintage FROM revision v
    JOIN batch w ON w.id = v.batch_id
    WHERE v.region_id = ${c}.region_id AND v.indicator_id = ${c}.indicator_id AND v.year = ${c}.year
      AND w.kind <> 'undo'
      AND (v.value, v.status, v.source_id, v.note)
        IS NOT DISTINCT FROM (${c}.value, ${c}.status, ${c}.source_id, ${c}.note)
      AND NOT EXISTS (
        SELECT 1 FROM batch u WHERE u.undoes_id = w.id
          AND NOT EXISTS (SELECT 1 FROM batch again WHERE again.undoes_id = u.id))
    ORDER BY v.version DESC LIMIT 1) END`
}

/** One stored cell by code, without its words. */
export type PanelRow = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly value: number | null
  readonly status: string
}

/** Every stored cell, for the calculations. Raw SQL: the client is three times slower on wide reads. */
export const listPanelRows = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: () => db().$queryRaw<PanelRow[]>`
    SELECT r.code AS region, i.code AS indicator, o.year::int AS year, o.value, o.status
    FROM observation o
    JOIN region r ON r.id = o.region_id
    JOIN indicator i ON i.id = o.indicator_id`,
})

/** A cell as the entry grid shows it. */
export type GridCell = PanelRow & { readonly note: string | null; readonly version: number }

/** The stored cells of an indicator, of some regions, of a span of years; what is left out limits nothing. */
export const listGridCells = defineQuery({
  permission: 'read',
  input: z.object({
    indicator: codeSchema.optional(),
    regions: z.array(codeSchema).optional(),
    from: yearSchema.optional(),
    to: yearSchema.optional(),
  }),
  run: async ({ indicator, regions, from, to }): Promise<GridCell[]> => {
    // A row for each series: 180,000 rows, one for each cell, take the client five times as long.
    const rows = await db().$queryRaw<{ region: string; indicator: string; cells: string }[]>`
      SELECT r.code AS region, i.code AS indicator,
             json_agg(json_build_array(o.year, o.value, o.status, o.note, o.version))::text AS cells
      FROM observation o
      JOIN region r ON r.id = o.region_id
      JOIN indicator i ON i.id = o.indicator_id
      WHERE o.year BETWEEN ${from ?? 0}::int AND ${to ?? 9999}::int
        AND (${indicator ?? null}::text IS NULL OR i.code = ${indicator ?? null})
        AND (${regions ?? null}::text[] IS NULL OR r.code = ANY(${regions ?? null}::text[]))
      GROUP BY r.code, i.code`
    return rows.flatMap(({ region, indicator, cells }) => {
      const series: [number, number | null, string, string | null, number][] = JSON.parse(cells)
      return series.map(([year, value, status, note, version]) => {
        return { region, indicator, year, value, status, note, version }
      })
    })
  },
})

/** An observation with everything that explains it: for annexes, tables and downloads. */
export type SourcedObservation = PanelRow & {
  readonly note: string | null
  readonly sourceEn: string | null
  readonly sourceZh: string | null
  readonly isSample: boolean
}

export const listSourcedObservations = defineQuery({
  permission: 'read',
  input: z.object({
    indicator: codeSchema.optional(),
    region: codeSchema.optional(),
    year: z.number().int().optional(),
  }),
  run: async ({ indicator, region, year }) => db().$queryRaw<SourcedObservation[]>`
    SELECT r.code AS region, i.code AS indicator, o.year::int AS year, o.value, o.status, o.note,
           s.citation_en AS "sourceEn", s.citation_zh AS "sourceZh", b.kind = 'sample' AS "isSample"
    FROM observation o
    JOIN region r ON r.id = o.region_id
    JOIN indicator i ON i.id = o.indicator_id
    JOIN batch b ON b.id = o.batch_id
    LEFT JOIN source s ON s.id = o.source_id
    WHERE (${indicator ?? null}::text IS NULL OR i.code = ${indicator ?? null})
      AND (${region ?? null}::text IS NULL OR r.code = ${region ?? null})
      AND (${year ?? null}::int IS NULL OR o.year = ${year ?? null})
    ORDER BY r.position, r.code, i.position, i.code, o.year`,
})

/** A source that values of an indicator cite. */
export type Citation = { readonly indicator: string; readonly source: Bilingual }

/** What the values of the indicators of an area cite, the most cited first. */
export const listCitations = defineQuery({
  permission: 'read',
  input: z.object({ area: z.string() }),
  run: async ({ area }): Promise<Citation[]> => {
    const rows = await db().$queryRaw<{ indicator: string; en: string; zh: string }[]>`
      SELECT i.code AS indicator, s.citation_en AS en, s.citation_zh AS zh
      FROM observation o
      JOIN indicator i ON i.id = o.indicator_id
      JOIN area a ON a.id = i.area_id
      JOIN source s ON s.id = o.source_id
      WHERE a.code = ${area}
      GROUP BY i.code, s.citation_en, s.citation_zh
      ORDER BY i.code, count(*) DESC, s.citation_en`
    return rows.map(({ indicator, en, zh }) => ({ indicator, source: { en, zh } }))
  },
})

type RevisionRow = {
  region: string
  year: number
  version: number
  value: number | null
  status: string
  note: string | null
  citationEn: string | null
  citationZh: string | null
  kind: string
  vintage: Vintage | null
  author: string
  reason: string | null
  at: Date
}

const toEntry = (row: RevisionRow): RevisionEntry => ({
  version: row.version,
  value: row.value,
  status: row.status,
  note: row.note,
  source: row.citationEn === null ? null : { en: row.citationEn, zh: row.citationZh ?? '' },
  kind: row.kind,
  vintage: row.vintage,
  author: row.author,
  reason: row.reason,
  at: row.at.toISOString(),
})

/** Every state a cell has had, newest first. */
export const listCellRevisions = defineQuery({
  permission: 'read',
  input: cellKeySchema,
  run: async ({ region, indicator, year }) => {
    const rows = await db().$queryRaw<RevisionRow[]>`
      SELECT r.code AS region, v.year::int AS year, v.version, v.value, v.status, v.note,
             s.citation_en AS "citationEn", s.citation_zh AS "citationZh", b.kind::text AS kind,
             b.vintage::text AS vintage, b.actor_name AS author, b.reason, b.at
      FROM revision v
      JOIN region r ON r.id = v.region_id
      JOIN indicator i ON i.id = v.indicator_id
      JOIN batch b ON b.id = v.batch_id
      LEFT JOIN source s ON s.id = v.source_id
      WHERE r.code = ${region} AND i.code = ${indicator} AND v.year = ${year}
      ORDER BY v.version DESC`
    return rows.map(toEntry)
  },
})

/** The latest changes of an indicator's cells after their first entry or by hand, newest first. */
export const listIndicatorRevisions = defineQuery({
  permission: 'read',
  input: z.object({ indicator: codeSchema, limit: z.number().int().min(1).max(500).default(50) }),
  run: async ({ indicator, limit }): Promise<IndicatorRevision[]> => {
    const rows = await db().$queryRaw<(RevisionRow & { before: number | null })[]>`
      SELECT r.code AS region, v.year::int AS year, v.version, v.value, v.status, v.note,
             s.citation_en AS "citationEn", s.citation_zh AS "citationZh", b.kind::text AS kind,
             b.vintage::text AS vintage, b.actor_name AS author, b.reason, b.at, p.value AS before
      FROM revision v
      JOIN region r ON r.id = v.region_id
      JOIN indicator i ON i.id = v.indicator_id
      JOIN batch b ON b.id = v.batch_id
      LEFT JOIN source s ON s.id = v.source_id
      LEFT JOIN revision p ON p.region_id = v.region_id AND p.indicator_id = v.indicator_id
        AND p.year = v.year AND p.version = v.version - 1
      WHERE i.code = ${indicator} AND b.kind <> 'sample'
      ORDER BY b.id DESC, r.code, v.year
      LIMIT ${limit}`
    return rows.map((row) => ({ ...toEntry(row), region: row.region, year: row.year, before: row.before }))
  },
})
