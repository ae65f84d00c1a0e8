import 'server-only'
import { z } from 'zod'
import { listAreas, listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import { db } from '@/server/db'
import { defineQuery } from '@/server/define'
import { mostPackCells, type Pack, type PackCell, type PackDifference, packRequestSchema } from './schema'

type CellRow = {
  version: number | null
  value: number | null
  status: string | null
  citationEn: string | null
  citationZh: string | null
  note: string | null
}

const contentOf = (row: CellRow) => ({
  version: row.version ?? 0,
  value: row.value,
  status: row.status ?? 'O',
  source: row.citationEn === null ? null : { en: row.citationEn, zh: row.citationZh ?? '' },
  note: row.note,
})

/** What a pack holds: the chosen cells as they are now, and what explains them. */
export const getPack = defineQuery({
  permission: 'read',
  input: packRequestSchema,
  run: async (
    { regions: regionCodes, indicators: indicatorCodes, from, to },
    { actor },
  ): Promise<
    | { readonly ok: true; readonly value: Pack }
    | { readonly ok: false; readonly reason: 'nothing' | 'tooMany'; readonly cells: number }
  > => {
    const [areas, allIndicators, allRegions] = await Promise.all([
      listAreas(actor, {}),
      listIndicators(actor, {}),
      listRegions(actor, {}),
    ])
    const wantedRegions = new Set(regionCodes)
    const wantedIndicators = new Set(indicatorCodes)
    const areaNames = new Map(areas.map((area) => [area.code, area.name]))
    const regions = allRegions.filter((region) => wantedRegions.has(region.code))
    const indicators = allIndicators.filter((indicator) => wantedIndicators.has(indicator.code))
    const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
    // Years in which a region does not exist are not asked for.
    const asked = indicators.flatMap((indicator) =>
      regions.flatMap((region) =>
        years
          .filter((year) => year >= (region.validFrom ?? year) && year <= (region.validTo ?? year))
          .map((year) => ({ region: region.code, indicator: indicator.code, year })),
      ),
    )
    if (asked.length === 0) return { ok: false, reason: 'nothing', cells: 0 }
    if (asked.length > mostPackCells) return { ok: false, reason: 'tooMany', cells: asked.length }
    const rows = await db().$queryRaw<CellRow[]>`
      SELECT o.version, o.value, o.status, s.citation_en AS "citationEn", s.citation_zh AS "citationZh", o.note
      FROM unnest(${asked.map((a) => a.region)}::text[], ${asked.map((a) => a.indicator)}::text[],
                  ${asked.map((a) => a.year)}::int[]) WITH ORDINALITY AS k(region, indicator, year, place)
      JOIN region r ON r.code = k.region
      JOIN indicator i ON i.code = k.indicator
      LEFT JOIN observation o ON o.region_id = r.id AND o.indicator_id = i.id AND o.year = k.year
      LEFT JOIN source s ON s.id = o.source_id
      ORDER BY k.place`
    return {
      ok: true,
      value: {
        regions: regions.map(({ code, name }) => ({ code, name })),
        indicators: indicators.map((indicator) => ({
          code: indicator.code,
          name: indicator.name,
          definition: indicator.definition,
          unit: indicator.kind === 'milestone' ? { en: '', zh: '' } : indicator.unit,
          decimals: indicator.decimals,
          area: areaNames.get(indicator.area) ?? { en: indicator.area, zh: '' },
          hardMin: indicator.hardMin,
          hardMax: indicator.hardMax,
          plausibleMin: indicator.plausibleMin,
          plausibleMax: indicator.plausibleMax,
          levels: indicator.kind === 'milestone' ? indicator.levels : [],
        })),
        cells: asked.flatMap((at, i): PackCell[] => {
          const row = rows[i]
          return row ? [{ ...at, ...contentOf(row) }] : []
        }),
      },
    }
  },
})

type DifferenceRow = {
  issuedVersion: number
  issuedValue: number | null
  issuedStatus: string | null
  issuedEn: string | null
  issuedZh: string | null
  issuedNote: string | null
} & CellRow

/**
 * Cells of a pack that came back, in the order asked: as they were in the version that was handed out, and as they are
 * now. A version that never was (a file that somebody changed) counts as an empty cell.
 */
export const comparePack = defineQuery({
  permission: 'read',
  input: z.object({
    cells: z.array(
      z.object({
        region: z.string(),
        indicator: z.string(),
        year: z.number().int(),
        version: z.number().int(),
      }),
    ),
  }),
  run: async ({ cells }): Promise<PackDifference[]> => {
    const rows = await db().$queryRaw<DifferenceRow[]>`
      SELECT k.version::int AS "issuedVersion", v.value AS "issuedValue", v.status AS "issuedStatus",
             vs.citation_en AS "issuedEn", vs.citation_zh AS "issuedZh", v.note AS "issuedNote",
             o.version, o.value, o.status, s.citation_en AS "citationEn", s.citation_zh AS "citationZh", o.note
      FROM unnest(${cells.map((c) => c.region)}::text[], ${cells.map((c) => c.indicator)}::text[],
                  ${cells.map((c) => c.year)}::int[], ${cells.map((c) => c.version)}::int[])
        WITH ORDINALITY AS k(region, indicator, year, version, place)
      LEFT JOIN region r ON r.code = k.region
      LEFT JOIN indicator i ON i.code = k.indicator
      LEFT JOIN revision v ON v.region_id = r.id AND v.indicator_id = i.id AND v.year = k.year
        AND v.version = k.version
      LEFT JOIN source vs ON vs.id = v.source_id
      LEFT JOIN observation o ON o.region_id = r.id AND o.indicator_id = i.id AND o.year = k.year
      LEFT JOIN source s ON s.id = o.source_id
      ORDER BY k.place`
    return rows.map((row) => ({
      issued: contentOf({
        version: row.issuedVersion,
        value: row.issuedValue,
        status: row.issuedStatus,
        citationEn: row.issuedEn,
        citationZh: row.issuedZh,
        note: row.issuedNote,
      }),
      now: contentOf(row),
    }))
  },
})
