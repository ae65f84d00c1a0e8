import 'server-only'
import { z } from 'zod'
import { byUse, choose, getWorkspace, workspaceOn } from '@/features/scores/queries'
import { pageParamsSchema, type Workspace } from '@/features/scores/schema'
import { parseSelection } from '@/lib/selection'
import { dataVersion } from '@/server/cache'
import { db, Prisma, type Tx } from '@/server/db'
import { defineQuery } from '@/server/define'
import { systemActor } from '@/server/session'
import {
  type AsOfPage,
  type CellFilter,
  cellFilterSchema,
  type KnownMoment,
  lookTables,
  type Moment,
  momentSchema,
  type PastCell,
  text,
} from './schema'

/**
 * The last batch, by time and number, that a moment knows of. Batches are ordered by both. The time of a batch is that at
 * which its writing began: a change counts from then on, although nobody could see it before it was finished.
 */
export type Cut = { readonly at: Date; readonly batch: bigint }

const lastOfAll = 9_223_372_036_854_775_807n

/** Behind every batch. */
export const today: Cut = { at: new Date('9999-12-31T23:59:59Z'), batch: lastOfAll }

/** The moment with its instant, and its cut through the batches; null = no such batch. */
export async function findMoment(
  client: Tx,
  moment: Moment,
): Promise<{ readonly known: KnownMoment; readonly cut: Cut } | null> {
  if (moment.kind === 'now') {
    return { known: { moment, at: null, batch: null }, cut: today }
  }
  if (moment.kind === 'time') {
    return {
      known: { moment, at: moment.at, batch: null },
      cut: { at: new Date(moment.at), batch: lastOfAll },
    }
  }
  const id = BigInt(moment.batch)
  const batch = await client.batch.findUnique({ where: { id }, select: { at: true } })
  if (!batch) return null
  const at = batch.at.toISOString()
  return {
    known: { moment, at, batch: { id: moment.batch, at } },
    cut: { at: batch.at, batch: moment.kind === 'before' ? id - 1n : id },
  }
}

/** Whether the batch `b` lies at or before a cut. */
export const isKnownAt = ({ at, batch }: Cut) =>
  Prisma.sql`(b.at, b.id) <= (${at}::timestamptz, ${batch}::bigint)`

/** Conditions on the key columns of a table, to be joined with AND. */
export async function keysOf(client: Tx, { region, indicator, year }: CellFilter, alias: 'o' | 'v') {
  const column = (name: string) => Prisma.raw(`${alias}.${name}`)
  const [regionRow, indicatorRow] = await Promise.all([
    region === null ? null : client.region.findUnique({ where: { code: region }, select: { id: true } }),
    indicator === null
      ? null
      : client.indicator.findUnique({ where: { code: indicator }, select: { id: true } }),
  ])
  const conditions = [
    ...(region === null ? [] : [Prisma.sql`${column('region_id')} = ${regionRow?.id ?? -1}`]),
    ...(indicator === null ? [] : [Prisma.sql`${column('indicator_id')} = ${indicatorRow?.id ?? -1}`]),
    ...(year === null ? [] : [Prisma.sql`${column('year')} = ${year}::smallint`]),
  ]
  return conditions.length === 0 ? Prisma.sql`TRUE` : Prisma.join(conditions, ' AND ')
}

const everything: CellFilter = { region: null, indicator: null, year: null }

/**
 * Every cell that a cut knows, as it was: its last revision whose batch lies at or before the cut. Cells that have not
 * been written since are taken from the observations, so that a look at yesterday costs what was changed today.
 */
async function stateAt(cut: Cut, filter: CellFilter): Promise<PastCell[]> {
  const keys = await keysOf(db(), filter, 'o')
  return db().$queryRaw<PastCell[]>`
    WITH past AS (
      SELECT o.region_id, o.indicator_id, o.year, o.value, o.status, o.note, o.version, FALSE AS differs
      FROM observation o
      JOIN batch b ON b.id = o.batch_id
      WHERE ${isKnownAt(cut)} AND ${keys}
      UNION ALL
      SELECT o.region_id, o.indicator_id, o.year, s.value, s.status, s.note, s.version,
             s.value IS DISTINCT FROM o.value OR s.status <> o.status
      FROM observation o
      JOIN batch b ON b.id = o.batch_id
      CROSS JOIN LATERAL (
        SELECT v.value, v.status, v.note, v.version
        FROM revision v
        JOIN batch b ON b.id = v.batch_id
        WHERE v.region_id = o.region_id AND v.indicator_id = o.indicator_id AND v.year = o.year
          AND ${isKnownAt(cut)}
        ORDER BY v.version DESC
        LIMIT 1) s
      WHERE NOT ${isKnownAt(cut)} AND ${keys})
    SELECT r.code AS region, i.code AS indicator, p.year::int AS year, p.value, p.status, p.note, p.version,
           p.differs AS "differsNow"
    FROM past p
    JOIN region r ON r.id = p.region_id
    JOIN indicator i ON i.id = p.indicator_id`
}

/** Looks back that were worked out last, each with its scores: two moments of a difference, and those of a neighbour. */
const kept = new Map<string, Promise<Workspace>>()
const mostKept = 4

/** The data as they were, with the scores that today's framework, targets and recipe make of them. */
export async function workspaceAt(cut: Cut): Promise<Workspace> {
  const isNow =
    (await db().$queryRaw<unknown[]>`SELECT 1 FROM batch b WHERE NOT ${isKnownAt(cut)} LIMIT 1`).length === 0
  if (isNow) return getWorkspace(systemActor('lookback'), {})
  const key = `${await dataVersion()}|${cut.at.toISOString()}|${cut.batch}`
  const known = kept.get(key)
  if (known) return known
  const made = stateAt(cut, everything).then(workspaceOn)
  kept.set(key, made)
  for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old)
  made.catch(() => kept.delete(key))
  return made
}

const observedCount = (workspace: Workspace) =>
  workspace.panel.values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0)

/** The data as they were at a moment, the scores they make, and a table of them; null = no such batch. */
export const getAsOf = defineQuery({
  permission: 'read',
  input: z.object({ moment: momentSchema, params: pageParamsSchema }),
  run: async ({ moment, params }, { actor }): Promise<AsOfPage | null> => {
    const found = await findMoment(db(), moment)
    if (!found) return null
    const [past, now] = await Promise.all([workspaceAt(found.cut), getWorkspace(actor, {})])
    const selection = parseSelection(params)
    // Regions and years of today, so that the same selection is read on both sides.
    const { region } = choose(now, selection)
    const year = choose(past, selection).year
    const table = lookTables.find((one) => one === text(params, 'by')) ?? 'indicator'
    const indicator = now.indicator.get(text(params, 'indicator')) ?? byUse(now).used[0] ?? null
    const filter =
      table === 'indicator'
        ? { ...everything, indicator: indicator?.code ?? '' }
        : { ...everything, region: region?.code ?? '' }
    return {
      at: found.known,
      observations: observedCount(past),
      observationsNow: observedCount(now),
      past,
      now,
      year,
      table,
      indicator,
      region,
      cells: await stateAt(found.cut, filter),
    }
  },
})

/** Every cell known at a moment, for a file; null = no such batch. */
export const listPast = defineQuery({
  permission: 'read',
  input: z.object({ moment: momentSchema, filter: cellFilterSchema }),
  run: async ({ moment, filter }): Promise<PastCell[] | null> => {
    const found = await findMoment(db(), moment)
    if (!found) return null
    const cells = await stateAt(found.cut, filter)
    const order = (a: PastCell, b: PastCell) =>
      a.indicator.localeCompare(b.indicator) || a.region.localeCompare(b.region) || a.year - b.year
    return cells.toSorted(order)
  },
})
