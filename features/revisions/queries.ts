import 'server-only'
import { z } from 'zod'
import { compareRecipes, type RankMove } from '@/core/explain/compare-recipes'
import { scoreOf } from '@/core/index/run-index'
import { valueAt } from '@/core/panel'
import { revisionStatistics } from '@/core/revision/revision-statistics'
import { listIndicators } from '@/features/indicators/queries'
import { type Cut, findMoment, isKnownAt, keysOf, workspaceAt } from '@/features/lookback/queries'
import { cellFilterSchema, momentSchema } from '@/features/lookback/schema'
import { indicatorsBelow } from '@/features/movement/queries'
import { type CellKey, type Vintage, vintages } from '@/features/observations/schema'
import { listRegions } from '@/features/regions/queries'
import { choose, getWorkspace } from '@/features/scores/queries'
import { indexRoot, pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { parseSelection } from '@/lib/selection'
import { db, Prisma, type Tx } from '@/server/db'
import { defineQuery } from '@/server/define'
import {
  type CellState,
  type ChangeCounts,
  type ChangedCell,
  type ChangeKind,
  type CountedBy,
  changeKinds,
  type DifferenceFilter,
  type DifferencePage,
  differenceFilterSchema,
  pageSize,
  type ScoreEffect,
  type Statistics,
  type VintageCell,
  type VintagePage,
  type VintageRow,
} from './schema'

/**
 * The cells that are not the same at two cuts, as a query of key, versions (`early` null = nothing was there) and kind.
 * Only cells of batches between the two are looked at. A cell that was never entered and one that is not observed,
 * without note and source, are the same.
 */
export function changedCells(from: Cut, to: Cut, keys: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT e.region_id, e.indicator_id, e.year, e.early, e.late, c.kind
    FROM (
      SELECT v.region_id, v.indicator_id, v.year,
             max(v.version) FILTER (WHERE ${isKnownAt(from)}) AS early,
             max(v.version) FILTER (WHERE ${isKnownAt(to)}) AS late
      FROM (
        SELECT DISTINCT v.region_id, v.indicator_id, v.year
        FROM batch b
        JOIN revision v ON v.batch_id = b.id
        WHERE ${isKnownAt(to)} AND NOT ${isKnownAt(from)} AND ${keys}) t
      JOIN revision v USING (region_id, indicator_id, year)
      JOIN batch b ON b.id = v.batch_id
      GROUP BY v.region_id, v.indicator_id, v.year) e
    LEFT JOIN revision x ON x.region_id = e.region_id AND x.indicator_id = e.indicator_id AND x.year = e.year
      AND x.version = e.early
    JOIN revision y ON y.region_id = e.region_id AND y.indicator_id = e.indicator_id AND y.year = e.year
      AND y.version = e.late
    CROSS JOIN LATERAL (SELECT CASE
      WHEN x.value IS NULL AND y.value IS NOT NULL THEN 'added'
      WHEN x.value IS NOT NULL AND y.value IS NULL THEN 'removed'
      WHEN x.value IS DISTINCT FROM y.value THEN 'revised'
      WHEN COALESCE(x.status, 'O') <> y.status THEN 'reflagged'
      WHEN x.note IS DISTINCT FROM y.note OR x.source_id IS DISTINCT FROM y.source_id THEN 'documented'
    END AS kind) c
    WHERE c.kind IS NOT NULL`
}

const noChanges: ChangeCounts = { added: 0, revised: 0, reflagged: 0, removed: 0, documented: 0 }

type Count = { region: string | null; indicator: string | null; kind: ChangeKind; count: bigint }

/** How many cells changed in which way: in all, by indicator and by region, in the order of the framework. */
export async function countChanges(client: Tx, cells: Prisma.Sql) {
  const rows = await client.$queryRaw<Count[]>`
    SELECT r.code AS region, i.code AS indicator, c.kind, c.count
    FROM (
      SELECT d.region_id, d.indicator_id, d.kind, count(*) AS count
      FROM (${cells}) d
      GROUP BY GROUPING SETS ((d.kind), (d.region_id, d.kind), (d.indicator_id, d.kind))) c
    LEFT JOIN region r ON r.id = c.region_id
    LEFT JOIN indicator i ON i.id = c.indicator_id
    ORDER BY i.position, i.code, r.position, r.code`
  const countsOf = (some: readonly Count[]): ChangeCounts => ({
    ...noChanges,
    ...Object.fromEntries(some.map(({ kind, count }) => [kind, Number(count)])),
  })
  const by = (key: 'region' | 'indicator'): CountedBy[] => {
    const codes = [...new Set(rows.flatMap((row) => row[key] ?? []))]
    return codes.map((code) => ({ code, counts: countsOf(rows.filter((row) => row[key] === code)) }))
  }
  return {
    counts: countsOf(rows.filter((row) => row.region === null && row.indicator === null)),
    byIndicator: by('indicator'),
    byRegion: by('region'),
  }
}

type ChangeRow = {
  region: string
  indicator: string
  year: number
  kind: ChangeKind
  early: number | null
  beforeValue: number | null
  beforeStatus: string | null
  beforeNote: string | null
  beforeSource: string | null
  afterValue: number | null
  afterStatus: string
  afterNote: string | null
  afterSource: string | null
}

const beforeOf = (row: ChangeRow): CellState | null =>
  row.early === null
    ? null
    : {
        value: row.beforeValue,
        status: row.beforeStatus ?? '',
        note: row.beforeNote,
        source: row.beforeSource,
      }

/** Changed cells with both their states, in the order of the framework; without a limit all of them. */
export async function readChanges(
  client: Tx,
  cells: Prisma.Sql,
  {
    kind,
    limit,
    offset,
  }: { readonly kind: ChangeKind | null; readonly limit: number | null; readonly offset: number },
): Promise<ChangedCell[]> {
  const rows = await client.$queryRaw<ChangeRow[]>`
    SELECT r.code AS region, i.code AS indicator, d.year::int AS year, d.kind, d.early,
           x.value AS "beforeValue", x.status AS "beforeStatus", x.note AS "beforeNote",
           xs.citation_en AS "beforeSource", y.value AS "afterValue", y.status AS "afterStatus",
           y.note AS "afterNote", ys.citation_en AS "afterSource"
    FROM (${cells}) d
    JOIN region r ON r.id = d.region_id
    JOIN indicator i ON i.id = d.indicator_id
    LEFT JOIN revision x ON x.region_id = d.region_id AND x.indicator_id = d.indicator_id AND x.year = d.year
      AND x.version = d.early
    LEFT JOIN source xs ON xs.id = x.source_id
    JOIN revision y ON y.region_id = d.region_id AND y.indicator_id = d.indicator_id AND y.year = d.year
      AND y.version = d.late
    LEFT JOIN source ys ON ys.id = y.source_id
    WHERE (${kind}::text IS NULL OR d.kind = ${kind})
    ORDER BY i.position, i.code, r.position, r.code, d.year
    LIMIT ${limit} OFFSET ${offset}`
  return rows.map((row) => ({
    region: row.region,
    indicator: row.indicator,
    year: row.year,
    kind: row.kind,
    before: beforeOf(row),
    after: { value: row.afterValue, status: row.afterStatus, note: row.afterNote, source: row.afterSource },
  }))
}

/** The indicators of a node whose score in a region is not the same, the largest change first. */
function throughOf(before: Workspace, after: Workspace, region: string, year: number, node: string) {
  const score = ({ index }: Workspace, code: string) => scoreOf(index, region, year, code).score
  return indicatorsBelow(after, node)
    .flatMap(({ code }) => {
      const [early, late] = [score(before, code), score(after, code)]
      // A value that came or went takes its whole score with it.
      return early === late ? [] : [{ indicator: code, change: (late ?? 0) - (early ?? 0) }]
    })
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))
}

/** What another state of the data does to scores and ranks in a year: the regions of a node, and a count for each node. */
function effectOf(before: Workspace, after: Workspace, year: number, asked: string): ScoreEffect {
  const nodes = [indexRoot, ...after.areas.map((area) => area.code)]
  const node = nodes.includes(asked) ? asked : indexRoot
  const isMoved = ({ places, before: early, after: late }: RankMove) =>
    places !== 0 || early.score !== late.score
  const compared = new Map(
    nodes.map((one) => [one, compareRecipes(before.index, after.index, year, one)] as const),
  )
  const shown = compared.get(node)
  if (!shown) throw new RangeError(`the framework has no node ${node}`)
  const size = ({ before: early, after: late }: RankMove) => Math.abs(late.score - early.score)
  return {
    year,
    node,
    moves: shown.moves
      .filter(isMoved)
      .toSorted((a, b) => Math.abs(b.places) - Math.abs(a.places) || size(b) - size(a))
      .map(({ region, before: early, after: late, places }) => ({
        ...{ region, before: early, after: late, places },
        through: throughOf(before, after, region, year, node),
      })),
    comparedCount: shown.moves.length,
    movedCount: shown.movedCount,
    onlyBefore: shown.onlyBefore,
    onlyAfter: shown.onlyAfter,
    byNode: [...compared].map(([code, { moves, movedCount, onlyBefore, onlyAfter }]) => ({
      node: code,
      ranks: movedCount,
      scores: moves.filter(isMoved).length + onlyBefore.length + onlyAfter.length,
    })),
  }
}

/** Revision statistics of every indicator that has a revised value, between two states of the data. */
function statisticsBetween(before: Workspace, after: Workspace): Statistics[] {
  const valueIn = ({ panel, at }: Workspace, region: string, year: number, indicator: string) => {
    const r = at.region.get(region)
    const t = at.year.get(year)
    const i = at.indicator.get(indicator)
    return r === undefined || t === undefined || i === undefined ? null : valueAt(panel, r, t, i)
  }
  return after.indicators.flatMap(({ code }) => {
    const places = before.panel.regions.flatMap((region) =>
      before.panel.years.map((year) => [region, year] as const),
    )
    const of = revisionStatistics(
      places.map(([region, year]) => valueIn(before, region, year, code)),
      places.map(([region, year]) => valueIn(after, region, year, code)),
    )
    return of && of.revisedCount > 0 ? [{ indicator: code, of }] : []
  })
}

/** What is not the same at two moments, and what that does to scores and ranks; null = no such batch. */
export const getDifference = defineQuery({
  permission: 'read',
  input: z.object({
    from: momentSchema,
    to: momentSchema,
    filter: differenceFilterSchema,
    node: z.string(),
    page: z.number().int().min(1).max(1_000_000),
    params: pageParamsSchema,
  }),
  run: async ({ filter, node, page, params, ...asked }, { actor }): Promise<DifferencePage | null> => {
    const [first, second] = await Promise.all([findMoment(db(), asked.from), findMoment(db(), asked.to)])
    if (!first || !second) return null
    const isTurned =
      first.cut.at > second.cut.at ||
      (first.cut.at.getTime() === second.cut.at.getTime() && first.cut.batch > second.cut.batch)
    const [from, to] = isTurned ? [second, first] : [first, second]
    const keys = await keysOf(db(), filter, 'v')
    const cells = changedCells(from.cut, to.cut, keys)
    const [counted, changes, before, after, now] = await Promise.all([
      countChanges(db(), cells),
      readChanges(db(), cells, { kind: filter.kind, limit: pageSize, offset: (page - 1) * pageSize }),
      workspaceAt(from.cut),
      workspaceAt(to.cut),
      getWorkspace(actor, {}),
    ])
    const { year } = choose(after, parseSelection(params))
    return {
      from: from.known,
      to: to.known,
      isTurned,
      ...counted,
      cells: changes,
      page,
      matching: changeKinds.reduce(
        (sum, kind) => sum + (filter.kind === null || filter.kind === kind ? counted.counts[kind] : 0),
        0,
      ),
      filter,
      effect: year === null ? null : effectOf(before, after, year, node),
      statistics: statisticsBetween(before, after),
      now,
    }
  },
})

/** Every changed cell between two moments, an indicator at a time, for a file; null = no such batch. */
export const listDifference = defineQuery({
  permission: 'read',
  input: z.object({ from: momentSchema, to: momentSchema, filter: differenceFilterSchema }),
  run: async ({ filter, ...asked }): Promise<AsyncIterable<readonly ChangedCell[]> | null> => {
    const [from, to] = await Promise.all([findMoment(db(), asked.from), findMoment(db(), asked.to)])
    return from && to && differenceOf(from.cut, to.cut, filter)
  },
})

/** One indicator holds at most a cell for each region and year, which memory can hold whatever else changed. */
async function* differenceOf(
  from: Cut,
  to: Cut,
  { kind, ...keys }: DifferenceFilter,
): AsyncGenerator<readonly ChangedCell[]> {
  const indicators = await db().indicator.findMany({
    ...(keys.indicator === null ? {} : { where: { code: keys.indicator } }),
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    select: { code: true },
  })
  for (const { code } of indicators) {
    const cells = changedCells(from, to, await keysOf(db(), { ...keys, indicator: code }, 'v'))
    yield await readChanges(db(), cells, { kind, limit: null, offset: 0 })
  }
}

type VintageRowRaw = Omit<VintageRow, 'cells'> & {
  vintage: Vintage
  value: number | null
  status: string
  batch: bigint
  at: Date
}

const mostVintageRows = 2000

/** Revisions from the earliest to the latest vintage of each cell that has two or more. */
function statisticsOfVintages(rows: readonly VintageRow[]): Statistics[] {
  const pairs = rows.flatMap(({ indicator, cells }) => {
    const published = vintages.flatMap((vintage) => cells[vintage] ?? [])
    const [first, last] = [published[0], published.at(-1)]
    return first && last && first !== last ? [{ indicator, first, last }] : []
  })
  return [...new Set(pairs.map(({ indicator }) => indicator))].flatMap((indicator) => {
    const own = pairs.filter((pair) => pair.indicator === indicator)
    const of = revisionStatistics(
      own.map(({ first }) => first.value),
      own.map(({ last }) => last.value),
    )
    return of ? [{ indicator, of }] : []
  })
}

/** An indicator of the batch that was the last to say its vintage: what is shown before anything was chosen. */
async function latestPublished(): Promise<string | null> {
  const batch = await db().batch.findFirst({
    where: { vintage: { not: null } },
    orderBy: { id: 'desc' },
    select: { revisions: { take: 1, select: { indicator: { select: { code: true } } } } },
  })
  return batch?.revisions[0]?.indicator.code ?? null
}

/**
 * The last value of each vintage of the cells of an indicator or a region. What a batch published that was taken
 * back as a whole does not count.
 */
export const getVintages = defineQuery({
  permission: 'read',
  input: cellFilterSchema,
  run: async (asked, { actor }): Promise<VintagePage> => {
    const isOpen = asked.region === null && asked.indicator === null
    const filter = isOpen ? { ...asked, indicator: await latestPublished() } : asked
    const keys = await keysOf(db(), filter, 'v')
    const [indicators, regions, raw, years] = await Promise.all([
      listIndicators(actor, {}),
      listRegions(actor, {}),
      db().$queryRaw<VintageRowRaw[]>`
        SELECT r.code AS region, i.code AS indicator, l.year::int AS year, l.vintage::text AS vintage, l.value,
               l.status, l.batch_id AS batch, l.at
        FROM (
          SELECT DISTINCT ON (v.region_id, v.indicator_id, v.year, b.vintage)
                 v.region_id, v.indicator_id, v.year, b.vintage, v.value, v.status, v.batch_id, b.at
          FROM revision v
          JOIN batch b ON b.id = v.batch_id
          WHERE b.vintage IS NOT NULL AND ${keys}
            AND NOT EXISTS (
              SELECT 1 FROM batch u WHERE u.undoes_id = b.id
                AND NOT EXISTS (SELECT 1 FROM batch w WHERE w.undoes_id = u.id))
          ORDER BY v.region_id, v.indicator_id, v.year, b.vintage, v.version DESC) l
        JOIN region r ON r.id = l.region_id
        JOIN indicator i ON i.id = l.indicator_id
        ORDER BY i.position, i.code, r.position, r.code, l.year
        LIMIT ${mostVintageRows * vintages.length}`,
      db().$queryRaw<{ year: number }[]>`
        SELECT DISTINCT o.year::int AS year FROM observation o ORDER BY 1`,
    ])
    const found = new Map<string, CellKey & { cells: Partial<Record<Vintage, VintageCell>> }>()
    for (const { region, indicator, year, vintage, value, status, batch, at } of raw) {
      const key = `${region}|${indicator}|${year}`
      const row = found.get(key) ?? { region, indicator, year, cells: {} }
      row.cells[vintage] = { value, status, batch: String(batch), at: at.toISOString() }
      found.set(key, row)
    }
    const rows = [...found.values()].slice(0, mostVintageRows)
    return {
      rows,
      filter,
      statistics: statisticsOfVintages(rows),
      indicators,
      regions,
      years: years.map(({ year }) => year),
      isCut: found.size > mostVintageRows,
    }
  },
})
