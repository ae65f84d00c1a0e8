import 'server-only'
import { open } from 'node:fs/promises'
import { listIndicators } from '@/features/indicators/queries'
import { listRegions } from '@/features/regions/queries'
import type { Bilingual } from '@/lib/bilingual'
import { AppError } from '@/lib/errors'
import { db, Prisma, type Tx } from '@/server/db'
import { defineQuery } from '@/server/define'
import { streamOnce, temporaryFile } from './adapters/temporary-file'
import { csv, headText, rowsText, sdmxCsv, sdmxCsv1 } from './adapters/text'
import { SheetFile } from './adapters/xlsx'
import { type ExportRow, exportSchema, mostSheetRows, type Selection, selectionSchema } from './schema'

/** About as many rows are in memory at a time: regions are read together up to there. */
const rowsAtOnce = 20_000
const longestMs = 30 * 60_000
const textFormats = { csv, 'sdmx-csv': sdmxCsv, 'sdmx-csv-1': sdmxCsv1 }

function conditionOf({ regions, indicators, from, to, statuses }: Selection): Prisma.Sql {
  const conditions = [
    ...(regions.length > 0 ? [Prisma.sql`r.code = ANY(${regions})`] : []),
    ...(indicators.length > 0 ? [Prisma.sql`i.code = ANY(${indicators})`] : []),
    ...(from === undefined ? [] : [Prisma.sql`o.year >= ${from}`]),
    ...(to === undefined ? [] : [Prisma.sql`o.year <= ${to}`]),
    ...(statuses.length > 0 ? [Prisma.sql`o.status = ANY(${statuses})`] : []),
  ]
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`
}

const tables = Prisma.sql`
  observation o JOIN region r ON r.id = o.region_id JOIN indicator i ON i.id = o.indicator_id`

/** The regions of a selection in display order, together as long as their rows are few. */
async function regionGroups(tx: Tx, selection: Selection): Promise<{ ids: number[]; rows: number }[]> {
  const regions = await tx.$queryRaw<{ id: number; rows: number }[]>`
    SELECT r.id, count(*)::int AS rows FROM ${tables} WHERE ${conditionOf(selection)}
    GROUP BY r.id ORDER BY r.position, r.code`
  const groups: { ids: number[]; rows: number }[] = []
  for (const { id, rows } of regions) {
    const last = groups.at(-1)
    if (last && last.rows + rows <= rowsAtOnce) {
      last.ids.push(id)
      last.rows += rows
    } else groups.push({ ids: [id], rows })
  }
  return groups
}

function readGroup(tx: Tx, selection: Selection, ids: readonly number[]): Promise<ExportRow[]> {
  return tx.$queryRaw<ExportRow[]>`
    SELECT r.code AS region, i.code AS indicator, o.year::int AS year, o.value, o.status,
           s.citation_en AS source, o.note
    FROM ${tables} LEFT JOIN source s ON s.id = o.source_id
    WHERE o.region_id = ANY(${ids}) AND ${conditionOf(selection)}
    ORDER BY r.position, r.code, i.position, i.code, o.year`
}

/** How many observations a selection holds. */
export const countExport = defineQuery({
  permission: 'read',
  input: selectionSchema,
  run: async (selection) => {
    const [row] = await db().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM ${tables} WHERE ${conditionOf(selection)}`
    return row?.count ?? 0
  },
})

/**
 * Writes the observations of a selection to a file, all as they were at one moment, region by region: the file is
 * never whole in memory.
 *
 * @returns how many observations it holds; with none no file is written
 * @throws {AppError} tooLarge when there are more than a sheet of Excel takes
 */
export const writeExport = defineQuery({
  permission: 'read',
  input: exportSchema,
  run: async ({ format, words, path, ...selection }, { actor }): Promise<number> => {
    const [regions, indicators] = await Promise.all([listRegions(actor, {}), listIndicators(actor, {})])
    const shown = (text: Bilingual | undefined) => text?.[words.locale] || text?.en || text?.zh || null
    const regionNames = new Map(regions.map(({ code, name }) => [code, shown(name)]))
    const indicatorNames = new Map(
      indicators.map(({ code, name, unit }) => [code, [shown(name), shown(unit)]]),
    )
    const sheetRow = ({ region, indicator, year, value, status, source, note }: ExportRow) => {
      const [name = null, unit = null] = indicatorNames.get(indicator) ?? []
      return [
        region,
        regionNames.get(region) ?? null,
        indicator,
        name,
        year,
        value,
        unit,
        status,
        source,
        note,
      ]
    }
    const run = async (tx: Tx) => {
      const groups = await regionGroups(tx, selection)
      const total = groups.reduce((sum, { rows }) => sum + rows, 0)
      if (total === 0) return 0
      if (format === 'xlsx' && total > mostSheetRows) throw new AppError('tooLarge')
      const file = await open(path, 'w')
      try {
        const sheet = format === 'xlsx' ? await SheetFile.begin(file, words) : null
        const text = format === 'xlsx' ? null : textFormats[format]
        if (text) await file.write(headText(text))
        for (const { ids } of groups) {
          const rows = await readGroup(tx, selection, ids)
          if (text) await file.write(rowsText(text, rows))
          await sheet?.add(rows.map(sheetRow))
        }
        await sheet?.end()
      } finally {
        await file.close()
      }
      return total
    }
    // One moment for all groups: an import that is committed meanwhile is in none of them.
    return db().$transaction(run, { isolationLevel: 'RepeatableRead', timeout: longestMs })
  },
})

/**
 * The file of a selection for a download, made whole before the first byte leaves, so that a slow reader holds no
 * connection to the database and an error still has a status of its own.
 *
 * @returns null when the selection holds no observations
 */
export const readExport = defineQuery({
  permission: 'read',
  input: exportSchema.omit({ path: true }),
  run: async (input, { actor }): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number } | null> => {
    const file = await temporaryFile()
    try {
      const count = await writeExport(actor, { ...input, path: file.path })
      if (count > 0) return await streamOnce(file)
      await file.remove()
      return null
    } catch (error) {
      await file.remove()
      throw error
    }
  },
})
