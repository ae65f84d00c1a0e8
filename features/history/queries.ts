import 'server-only'
import { z } from 'zod'
import { listIndicators } from '@/features/indicators/queries'
import { findMoment, keysOf, today } from '@/features/lookback/queries'
import { cellFilterSchema, momentSchema } from '@/features/lookback/schema'
import { cellKeySchema, type Vintage } from '@/features/observations/schema'
import { listRegions } from '@/features/regions/queries'
import { changedCells, countChanges, readChanges } from '@/features/revisions/queries'
import type { ChangeCounts, ChangedCell } from '@/features/revisions/schema'
import { db, Prisma, type Tx } from '@/server/db'
import { defineQuery } from '@/server/define'
import { isAllowed } from '@/server/permissions'
import {
  type BatchKind,
  type BatchPage,
  batchIdSchema,
  type CellHistory,
  type CellVersion,
  cursorSchema,
  type Ledger,
  type LedgerBatch,
  type LedgerCell,
  type LedgerFilter,
  type LedgerLine,
  ledgerFilterSchema,
  type Names,
  type OtherChange,
  type RestorePreview,
} from './schema'

const batchesAPage = 20
const cellsAPage = 100
const linesAtOnce = 20_000

type BatchRow = {
  id: bigint
  at: Date
  kind: BatchKind
  author: string
  reason: string | null
  fileName: string | null
  vintage: Vintage | null
  undoes: bigint | null
  undoneBy: bigint | null
  cells: bigint
}

type CellRow = {
  batch: bigint
  region: string
  indicator: string
  year: number
  version: number
  cursor: string
  beforeValue: number | null
  beforeStatus: string | null
  beforeNote: string | null
  beforeSource: string | null
  value: number | null
  status: string
  note: string | null
  source: string | null
}

const toCell = (row: CellRow): LedgerCell => ({
  region: row.region,
  indicator: row.indicator,
  year: row.year,
  version: row.version,
  before:
    row.beforeStatus === null
      ? null
      : { value: row.beforeValue, status: row.beforeStatus, note: row.beforeNote, source: row.beforeSource },
  after: { value: row.value, status: row.status, note: row.note, source: row.source },
})

const toBatch = (row: BatchRow, first: readonly LedgerCell[]): LedgerBatch => ({
  id: String(row.id),
  at: row.at.toISOString(),
  kind: row.kind,
  author: row.author,
  reason: row.reason,
  fileName: row.fileName,
  vintage: row.vintage,
  undoes: row.undoes === null ? null : String(row.undoes),
  undoneBy: row.undoneBy === null ? null : String(row.undoneBy),
  cells: Number(row.cells),
  first,
})

const batchColumns = Prisma.sql`
  b.id, b.at, b.kind::text AS kind, b.actor_name AS author, b.reason, b.file_name AS "fileName",
  b.vintage::text AS vintage, b.undoes_id AS undoes,
  (SELECT max(u.id) FROM batch u WHERE u.undoes_id = b.id) AS "undoneBy"`

/** Revisions `v` with what was there before, in words. */
const cellColumns = Prisma.sql`
  v.batch_id AS batch, r.code AS region, i.code AS indicator, v.year::int AS year, v.version,
  v.region_id || '.' || v.indicator_id || '.' || v.year AS cursor, p.value AS "beforeValue",
  p.status AS "beforeStatus", p.note AS "beforeNote", ps.citation_en AS "beforeSource", v.value, v.status, v.note,
  s.citation_en AS source`

const cellJoins = Prisma.sql`
  JOIN region r ON r.id = v.region_id
  JOIN indicator i ON i.id = v.indicator_id
  LEFT JOIN source s ON s.id = v.source_id
  LEFT JOIN revision p ON p.region_id = v.region_id AND p.indicator_id = v.indicator_id AND p.year = v.year
    AND p.version = v.version - 1
  LEFT JOIN source ps ON ps.id = p.source_id`

/** Conditions on a batch `b`. */
function batchConditions({ author, kind, vintage, since, until }: LedgerFilter): Prisma.Sql {
  const conditions = [
    ...(author === null ? [] : [Prisma.sql`b.actor_name = ${author}`]),
    ...(kind === null ? [] : [Prisma.sql`b.kind = ${kind}::batch_kind`]),
    ...(vintage === null ? [] : [Prisma.sql`b.vintage = ${vintage}::vintage`]),
    ...(since === null ? [] : [Prisma.sql`b.at >= ${since}::timestamptz`]),
    ...(until === null ? [] : [Prisma.sql`b.at <= ${until}::timestamptz`]),
  ]
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ')
}

const speaksOf = (column: string, words: string) =>
  Prisma.sql`strpos(lower(${Prisma.raw(column)}), lower(${words})) > 0`

/** Whether the batch `b` itself holds the words, rather than the note of one of its cells. */
const saysSo = (words: string) =>
  Prisma.sql`(${speaksOf('b.reason', words)} OR ${speaksOf('b.file_name', words)})`

/** Conditions on the revisions `v` of a batch `b` that is found. */
async function cellConditions(filter: LedgerFilter): Promise<Prisma.Sql> {
  const keys = await keysOf(db(), filter, 'v')
  const { words } = filter
  return words === null ? keys : Prisma.sql`${keys} AND (${saysSo(words)} OR ${speaksOf('v.note', words)})`
}

/** The numbers of the batches that fit, newest first. Cells are looked at only when the filter asks for some. */
async function findBatches(filter: LedgerFilter, before: bigint | null, limit: number): Promise<bigint[]> {
  const page = before === null ? Prisma.sql`TRUE` : Prisma.sql`b.id < ${before}`
  const fits = Prisma.sql`${batchConditions(filter)} AND ${page}`
  const isOfCells = filter.region !== null || filter.indicator !== null || filter.year !== null
  const rows = isOfCells
    ? await db().$queryRaw<{ id: bigint }[]>`
        SELECT DISTINCT b.id FROM revision v JOIN batch b ON b.id = v.batch_id
        WHERE ${fits} AND ${await cellConditions(filter)}
        ORDER BY b.id DESC LIMIT ${limit}`
    : await db().$queryRaw<{ id: bigint }[]>`
        SELECT b.id FROM batch b
        WHERE ${fits} AND ${
          filter.words === null
            ? Prisma.sql`TRUE`
            : Prisma.sql`(${saysSo(filter.words)} OR EXISTS (
                SELECT 1 FROM revision v WHERE v.batch_id = b.id AND ${speaksOf('v.note', filter.words)}))`
        }
        ORDER BY b.id DESC LIMIT ${limit}`
  return rows.map(({ id }) => id)
}

/** Indicators and regions by code, in the order of the framework. */
export const getNames = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (_, { actor }): Promise<Names> => {
    const [indicators, regions] = await Promise.all([listIndicators(actor, {}), listRegions(actor, {})])
    return {
      indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
      regions: new Map(regions.map((region) => [region.code, region])),
    }
  },
})

/** The number of the batch written last; null = nothing was ever written. */
export const getLatestBatch = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (): Promise<string | null> => {
    const latest = await db().batch.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
    return latest && String(latest.id)
  },
})

/** The ledger of all changes, newest first, by batch. */
export const getLedger = defineQuery({
  permission: 'read',
  input: z.object({ filter: ledgerFilterSchema, before: batchIdSchema.nullable() }),
  run: async ({ filter, before }): Promise<Ledger> => {
    const found = await findBatches(filter, before === null ? null : BigInt(before), batchesAPage + 1)
    const ids = found.slice(0, batchesAPage)
    const conditions = await cellConditions(filter)
    const [batches, cells, authors] = await Promise.all([
      db().$queryRaw<BatchRow[]>`
        SELECT ${batchColumns},
               (SELECT count(*) FROM revision v WHERE v.batch_id = b.id AND ${conditions}) AS cells
        FROM batch b WHERE b.id = ANY(${ids}) ORDER BY b.id DESC`,
      db().$queryRaw<CellRow[]>`
        SELECT ${cellColumns}
        FROM batch b
        CROSS JOIN LATERAL (
          SELECT v.* FROM revision v WHERE v.batch_id = b.id AND ${conditions} LIMIT 3) v
        ${cellJoins}
        WHERE b.id = ANY(${ids})`,
      db().$queryRaw<{ author: string }[]>`SELECT DISTINCT actor_name AS author FROM batch ORDER BY 1`,
    ])
    return {
      batches: batches.map((batch) =>
        toBatch(batch, cells.filter((cell) => cell.batch === batch.id).map(toCell)),
      ),
      older: found.length > batchesAPage ? String(ids.at(-1)) : null,
      authors: authors.map(({ author }) => author),
    }
  },
})

/** One batch with a page of its cells; null = no such batch. */
export const getBatch = defineQuery({
  permission: 'read',
  input: z.object({ id: batchIdSchema, from: cursorSchema.nullable() }),
  run: async ({ id, from }, { actor }): Promise<BatchPage | null> => {
    const batchId = BigInt(id)
    const [batch] = await db().$queryRaw<BatchRow[]>`
      SELECT ${batchColumns}, (SELECT count(*) FROM revision v WHERE v.batch_id = b.id) AS cells
      FROM batch b WHERE b.id = ${batchId}`
    if (!batch) return null
    const rows = await cellsOfBatch(batchId, from, Prisma.sql`TRUE`, cellsAPage + 1)
    const cells = rows.slice(0, cellsAPage)
    const next = rows.length > cellsAPage ? (cells.at(-1)?.cursor ?? null) : null
    return { batch: toBatch(batch, []), cells: cells.map(toCell), next, canEnter: isAllowed(actor, 'enter') }
  },
})

/** Cells of a batch after a place in the order of their keys. */
function cellsOfBatch(batch: bigint, from: string | null, conditions: Prisma.Sql, limit: number) {
  const [region, indicator, year] = from?.split('.').map(Number) ?? []
  const after =
    from === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(v.region_id, v.indicator_id, v.year) > (${region}::int, ${indicator}::int, ${year}::smallint)`
  return db().$queryRaw<CellRow[]>`
    SELECT ${cellColumns}
    FROM (
      SELECT v.* FROM revision v JOIN batch b ON b.id = v.batch_id
      WHERE v.batch_id = ${batch} AND ${conditions} AND ${after}
      ORDER BY v.region_id, v.indicator_id, v.year LIMIT ${limit}) v
    ${cellJoins}
    ORDER BY v.region_id, v.indicator_id, v.year`
}

/** Every change that fits, newest batch first, in pieces that memory can hold: for a file. */
export const readLedger = defineQuery({
  permission: 'read',
  input: ledgerFilterSchema,
  run: async (filter): Promise<AsyncIterable<readonly LedgerLine[]>> => linesOf(filter),
})

async function* linesOf(filter: LedgerFilter): AsyncGenerator<readonly LedgerLine[]> {
  const conditions = await cellConditions(filter)
  for (let before: bigint | null = null; ; ) {
    const ids = await findBatches(filter, before, 500)
    if (ids.length === 0) return
    const batches = await db().$queryRaw<BatchRow[]>`
      SELECT ${batchColumns}, 0::bigint AS cells FROM batch b WHERE b.id = ANY(${ids}) ORDER BY b.id DESC`
    for (const row of batches) {
      const { cells: _, first: __, undoneBy: ___, ...batch } = toBatch(row, [])
      for (let from: string | null = null; ; ) {
        const rows: CellRow[] = await cellsOfBatch(row.id, from, conditions, linesAtOnce)
        yield rows.map((cell) => ({ ...batch, ...toCell(cell) }))
        if (rows.length < linesAtOnce) break
        from = rows.at(-1)?.cursor ?? null
      }
    }
    before = ids.at(-1) ?? null
  }
}

/** Every state that a cell has had, newest first, with what was there before. */
export const getCellHistory = defineQuery({
  permission: 'read',
  input: cellKeySchema,
  run: async (key, { actor }): Promise<CellHistory> => {
    const rows = await db().$queryRaw<(CellRow & BatchRow)[]>`
      SELECT ${batchColumns}, ${cellColumns}, 1::bigint AS cells
      FROM revision v
      JOIN batch b ON b.id = v.batch_id
      ${cellJoins}
      WHERE ${await keysOf(db(), key, 'v')}
      ORDER BY v.version DESC`
    const versions = rows.map((row): CellVersion => {
      const { cells: _, first: __, undoneBy: ___, undoes: ____, ...batch } = toBatch(row, [])
      return { ...batch, ...toCell(row) }
    })
    return { versions, canEnter: isAllowed(actor, 'enter') }
  },
})

/** Names the listed cells and their versions in any order; of the table `restoring`, or of a query with its columns. */
export async function fingerprintOf(client: Tx, cells: Prisma.Sql | null = null): Promise<string> {
  const [found] = await client.$queryRaw<{ fingerprint: string }[]>`
    SELECT count(*) || ':' || COALESCE(sum(hashtextextended(
      d.region_id || '.' || d.indicator_id || '.' || d.year || '.' || d.late || '.' || COALESCE(d.early, 0), 0)), 0)
      AS fingerprint
    FROM ${cells ? Prisma.sql`(${cells})` : Prisma.sql`restoring`} d`
  return found?.fingerprint ?? ''
}

/** From the moment to today, turned round: what restoring it would do. */
const turned = ({ kind, before, after, ...key }: ChangedCell): ChangedCell => ({
  ...key,
  kind: kind === 'added' ? 'removed' : kind === 'removed' ? 'added' : kind,
  before: after,
  after: before ?? { value: null, status: 'O', note: null, source: null },
})

/** What restoring a moment would do; null = no such batch. */
export const getRestorePreview = defineQuery({
  permission: 'read',
  input: z.object({ moment: momentSchema, filter: cellFilterSchema }),
  run: async ({ moment, filter }, { actor }): Promise<RestorePreview | null> => {
    const found = await findMoment(db(), moment)
    if (!found) return null
    const cells = changedCells(found.cut, today, await keysOf(db(), filter, 'v'))
    const [{ counts }, changes, fingerprint] = await Promise.all([
      countChanges(db(), cells),
      readChanges(db(), cells, { kind: null, limit: cellsAPage, offset: 0 }),
      fingerprintOf(db(), cells),
    ])
    const back: ChangeCounts = { ...counts, added: counts.removed, removed: counts.added }
    const total = Object.values(back).reduce((sum, count) => sum + count, 0)
    const canEnter = isAllowed(actor, 'enter')
    return { at: found.known, filter, counts: back, total, fingerprint, canEnter, cells: changes.map(turned) }
  },
})

type AuditRow = {
  id: bigint
  at: Date
  author: string
  action: string
  key: string
  detail: unknown
}

/** What says nothing to a reader. */
const untold: ReadonlySet<string> = new Set(['id', 'version', 'sha256', 'position'])

/** What a change says of itself as plain fields: of two states, what both name and is not the same; of one, all. */
function fieldsOf(detail: unknown): OtherChange['fields'] {
  const record = (value: unknown): Record<string, unknown> =>
    value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {}
  const written = (value: unknown) =>
    value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  const { before, after, ...rest } = record(detail)
  const [early, late] = [record(before), { ...rest, ...record(after) }]
  const hasBoth = before !== undefined && after !== undefined
  const names = [...new Set([...Object.keys(early), ...Object.keys(late)])]
  return names
    .filter((name) => !untold.has(name))
    .filter((name) => !hasBoth || (name in early && name in late))
    .map((name) => ({ name, before: written(early[name]), after: written(late[name]) }))
    .filter((field) => field.before !== field.after)
}

/** Changes of everything but observations, newest first. */
export const listOtherChanges = defineQuery({
  permission: 'read',
  input: z.object({ before: batchIdSchema.nullable() }),
  run: async ({ before }): Promise<{ readonly changes: OtherChange[]; readonly older: string | null }> => {
    const rows = await db().$queryRaw<AuditRow[]>`
      SELECT a.id, a.at, a.actor_name AS author, a.action, a.entity_key AS key, a.detail
      FROM audit a
      WHERE a.entity NOT IN ('observation', 'batch') AND (${before}::bigint IS NULL OR a.id < ${before}::bigint)
      ORDER BY a.id DESC LIMIT ${batchesAPage + 1}`
    const shown = rows.slice(0, batchesAPage)
    return {
      changes: shown.map(({ id, at, author, action, key, detail }) => ({
        id: String(id),
        at: at.toISOString(),
        author,
        action,
        key,
        fields: fieldsOf(detail),
      })),
      older: rows.length > batchesAPage ? String(shown.at(-1)?.id) : null,
    }
  },
})
