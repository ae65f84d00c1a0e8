import 'server-only'
import type { z } from 'zod'
import type { AuditEntry } from '@/server/audit'
import { Prisma, type Tx } from '@/server/db'
import { type Audited, defineMutation } from '@/server/define'
import type { Actor } from '@/server/session'
import { storedVintage } from './queries'
import {
  type CellConflict,
  type CellContent,
  type CellKey,
  type CellProblem,
  type CellRequest,
  cellIssue,
  isUnchanged,
  nextContent,
  type ObservationChange,
  type SavedCell,
  type SaveRefusal,
  saveObservationsSchema,
  type Validity,
  type ValueRules,
} from './schema'

type IndicatorRules = ValueRules & {
  readonly id: number
  readonly plausibleMin: number | null
  readonly plausibleMax: number | null
}
type RegionRules = Validity & { readonly id: number }

type StoredCell = {
  regionId: number
  indicatorId: number
  year: number
  value: number | null
  status: string
  sourceId: number | null
  note: string | null
  version: number
  author: string
  at: Date
  batchId: bigint
  batchKind: string
  vintage: string | null
}

type Write = CellContent & {
  regionId: number
  indicatorId: number
  year: number
  version: number
  change: ObservationChange
  isNew: boolean
}

const keyOf = (regionId: number, indicatorId: number, year: number) => `${regionId}|${indicatorId}|${year}`
const none: [number, number, number] = [0, 0, 0]
const cellOf = ({ region, indicator, year }: CellKey): CellKey => ({ region, indicator, year })

async function loadRules(tx: Tx, changes: readonly ObservationChange[]) {
  const [indicators, regions] = await Promise.all([
    tx.indicator.findMany({
      where: { code: { in: [...new Set(changes.map((c) => c.indicator))] } },
      select: {
        id: true,
        code: true,
        kind: true,
        hardMin: true,
        hardMax: true,
        plausibleMin: true,
        plausibleMax: true,
        levels: { select: { level: true } },
      },
    }),
    tx.region.findMany({
      where: { code: { in: [...new Set(changes.map((c) => c.region))] } },
      select: { id: true, code: true, validFrom: true, validTo: true },
    }),
  ])
  return {
    indicators: new Map<string, IndicatorRules>(indicators.map((i) => [i.code, i])),
    regions: new Map<string, RegionRules>(regions.map((r) => [r.code, r])),
  }
}

/** The stored cells of these changes, locked in key order so that two writers never wait for each other in a ring. */
async function lockCells(
  tx: Tx,
  keys: readonly [number, number, number][],
): Promise<Map<string, StoredCell>> {
  const rows = await tx.$queryRaw<StoredCell[]>`
    SELECT o.region_id AS "regionId", o.indicator_id AS "indicatorId", o.year::int AS year, o.value, o.status,
           o.source_id AS "sourceId", o.note, o.version, b.actor_name AS author, b.at, b.id AS "batchId",
           b.kind::text AS "batchKind", (${storedVintage('o')})::text AS vintage
    FROM observation o
    JOIN batch b ON b.id = o.batch_id
    JOIN unnest(${keys.map((k) => k[0])}::int[], ${keys.map((k) => k[1])}::int[], ${keys.map((k) => k[2])}::int[])
      AS k(region_id, indicator_id, year)
      ON o.region_id = k.region_id AND o.indicator_id = k.indicator_id AND o.year = k.year
    ORDER BY o.region_id, o.indicator_id, o.year
    FOR UPDATE OF o`
  return new Map(rows.map((row) => [keyOf(row.regionId, row.indicatorId, row.year), row]))
}

async function sourceIds(tx: Tx, changes: readonly ObservationChange[]): Promise<Map<string, number>> {
  // In one order, so that two writers who cite the same new sources never wait for each other in a ring.
  const citations = [...new Set(changes.flatMap((c) => (c.source ? [c.source] : [])))].sort()
  if (citations.length === 0) return new Map()
  await tx.source.createMany({ data: citations.map((citationEn) => ({ citationEn })), skipDuplicates: true })
  const rows = await tx.source.findMany({
    where: { citationEn: { in: citations } },
    select: { id: true, citationEn: true },
  })
  return new Map(rows.map((row) => [row.citationEn, row.id]))
}

const askedOf = (change: ObservationChange, sources: Map<string, number>): CellRequest => ({
  value: change.value,
  status: change.status,
  sourceId: change.source === undefined ? undefined : (sources.get(change.source ?? '') ?? null),
  note: change.note,
})

const emptyCell: CellContent = { value: null, status: 'O', sourceId: null, note: null }

/** The contents that undo asks for, by change; a version that does not exist is left out. */
async function contentsToRestore(
  tx: Tx,
  changes: readonly ObservationChange[],
  keys: readonly [number, number, number][],
): Promise<Map<ObservationChange, CellContent>> {
  const asked = changes.flatMap((change, i) => {
    const key = keys[i]
    return key && change.restoresVersion ? [{ change, key, version: change.restoresVersion }] : []
  })
  const contents = new Map<ObservationChange, CellContent>()
  for (const change of changes) if (change.restoresVersion === 0) contents.set(change, emptyCell)
  if (asked.length === 0) return contents
  const rows = await tx.$queryRaw<(CellContent & { position: number })[]>`
    SELECT k.position::int AS position, v.value, v.status, v.source_id AS "sourceId", v.note
    FROM unnest(${asked.map((a) => a.key[0])}::int[], ${asked.map((a) => a.key[1])}::int[],
                ${asked.map((a) => a.key[2])}::int[], ${asked.map((a) => a.version)}::int[])
      WITH ORDINALITY AS k(region_id, indicator_id, year, version, position)
    JOIN revision v ON v.region_id = k.region_id AND v.indicator_id = k.indicator_id AND v.year = k.year
      AND v.version = k.version`
  for (const { position, ...content } of rows) {
    const request = asked[position - 1]
    if (request) contents.set(request.change, content)
  }
  return contents
}

const byKey = (a: Write, b: Write) =>
  a.regionId - b.regionId || a.indicatorId - b.indicatorId || a.year - b.year

const column = <T>(writes: readonly Write[], read: (write: Write) => T): T[] => writes.map(read)

/** Inserts, updates and adds the revisions, each in one statement. Returns how many cells were really written. */
async function writeCells(tx: Tx, writes: readonly Write[], batchId: bigint): Promise<number> {
  const rows = (some: readonly Write[]) => Prisma.sql`
    unnest(${column(some, (w) => w.regionId)}::int[], ${column(some, (w) => w.indicatorId)}::int[],
           ${column(some, (w) => w.year)}::smallint[], ${column(some, (w) => w.value)}::float8[],
           ${column(some, (w) => w.status)}::text[], ${column(some, (w) => w.sourceId)}::int[],
           ${column(some, (w) => w.note)}::text[], ${column(some, (w) => w.version)}::int[])
    AS w(region_id, indicator_id, year, value, status, source_id, note, version)`
  // In key order, so that two writers who fill the same cells never wait for each other in a ring.
  const inserted = writes.filter((w) => w.isNew).sort(byKey)
  const updated = writes.filter((w) => !w.isNew)
  let written = 0
  if (inserted.length > 0) {
    written += await tx.$executeRaw`
      INSERT INTO observation (region_id, indicator_id, year, value, status, source_id, note, version, batch_id)
      SELECT w.*, ${batchId} FROM ${rows(inserted)} ON CONFLICT DO NOTHING`
  }
  if (updated.length > 0) {
    written += await tx.$executeRaw`
      UPDATE observation o
      SET value = w.value, status = w.status, source_id = w.source_id, note = w.note, version = w.version,
          batch_id = ${batchId}
      FROM ${rows(updated)}
      WHERE o.region_id = w.region_id AND o.indicator_id = w.indicator_id AND o.year = w.year`
  }
  if (written === writes.length) {
    await tx.$executeRaw`
      INSERT INTO revision (region_id, indicator_id, year, value, status, source_id, note, version, batch_id)
      SELECT w.*, ${batchId} FROM ${rows(writes)}`
  }
  return written
}

type Theirs = Pick<StoredCell, 'value' | 'status' | 'version' | 'author' | 'at'>

/** A cell that is no longer there, with who took it out and when: only the removal of the sample does. */
async function removedCell(tx: Tx): Promise<Theirs> {
  const row = await tx.audit.findFirst({
    where: { entity: 'sample', entityKey: 'sample', action: 'sample.remove' },
    orderBy: { id: 'desc' },
    select: { actorName: true, at: true },
  })
  return {
    value: null,
    status: 'O',
    version: 0,
    author: row?.actorName ?? 'sample',
    at: row?.at ?? new Date(),
  }
}

function conflictOf(change: ObservationChange, theirs: Theirs): CellConflict {
  const { value, status, version, author } = theirs
  return { ...cellOf(change), theirs: { value, status, version, author, at: theirs.at.toISOString() } }
}

function warningOf(value: number | null, indicator: IndicatorRules): SavedCell['warning'] {
  if (value === null) return null
  if (indicator.plausibleMin !== null && value < indicator.plausibleMin) return 'belowPlausible'
  if (indicator.plausibleMax !== null && value > indicator.plausibleMax) return 'abovePlausible'
  return null
}

async function save(
  tx: Tx,
  input: z.output<typeof saveObservationsSchema>,
  actor: Actor,
): Promise<Audited<SavedCell[]> | SaveRefusal> {
  const { indicators, regions } = await loadRules(tx, input.changes)
  const problems: CellProblem[] = []
  const seen = new Set<string>()
  const keys: [number, number, number][] = []
  for (const change of input.changes) {
    const region = regions.get(change.region)
    const indicator = indicators.get(change.indicator)
    const isRestoring = change.restoresVersion !== undefined
    const issue = cellIssue(region, indicator, isRestoring ? { year: change.year, value: null } : change)
    if (issue || !region || !indicator) {
      if (issue) problems.push({ ...cellOf(change), ...issue })
      continue
    }
    const key = keyOf(region.id, indicator.id, change.year)
    if (seen.has(key)) problems.push({ ...cellOf(change), code: 'twice' })
    seen.add(key)
    keys.push([region.id, indicator.id, change.year])
  }
  if (problems.length > 0) return { ok: false, reason: 'rejected', problems }

  let stored = await lockCells(tx, keys)
  // A row that was changed while we waited for it falls out of the join with its batch: looked at again, it is there.
  const isAmiss = input.changes.some(
    (c, i) => c.expectedVersion > 0 && !stored.has(keyOf(...(keys[i] ?? none))),
  )
  if (isAmiss) stored = await lockCells(tx, keys)
  const storedOf = (i: number) => {
    const key = keys[i]
    return key && stored.get(keyOf(...key))
  }
  const outdated = input.changes.flatMap((change, i) => {
    const cell = storedOf(i)
    return (cell?.version ?? 0) === change.expectedVersion ? [] : [{ change, cell }]
  })
  if (outdated.length > 0) {
    const conflicts: CellConflict[] = []
    const removed = outdated.every(({ cell }) => cell) ? undefined : await removedCell(tx)
    for (const { change, cell } of outdated) {
      const theirs = cell ?? removed
      if (theirs) conflicts.push(conflictOf(change, theirs))
    }
    return { ok: false, reason: 'conflict', conflicts }
  }

  const restored = await contentsToRestore(tx, input.changes, keys)
  const unknown = input.changes.filter((c) => c.restoresVersion !== undefined && !restored.has(c))
  if (unknown.length > 0) {
    return {
      ok: false,
      reason: 'rejected',
      problems: unknown.map((c) => ({ ...cellOf(c), code: 'unknownVersion' })),
    }
  }
  const sources = await sourceIds(tx, input.changes)
  const writes = input.changes.flatMap((change, i): Write[] => {
    const cell = storedOf(i)
    const asked = askedOf(change, sources)
    const before = cell && { ...cell, isSample: cell.batchKind === 'sample' }
    const next = restored.get(change) ?? nextContent(asked, before)
    const [regionId, indicatorId, year] = keys[i] ?? none
    if (isUnchanged(asked, next, before, input.vintage)) return []
    return [
      {
        ...next,
        regionId,
        indicatorId,
        year,
        version: (cell?.version ?? 0) + 1,
        change,
        isNew: !cell,
      },
    ]
  })
  if (writes.length > 0) {
    const batch = await tx.batch.create({
      data: {
        kind: input.kind,
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        reason: input.reason ?? null,
        vintage: input.vintage ?? null,
      },
      select: { id: true },
    })
    if ((await writeCells(tx, writes, batch.id)) < writes.length) {
      // Somebody else filled an empty cell between our look and our write: their rows are committed now.
      const theirs = await lockCells(tx, keys)
      return {
        ok: false,
        reason: 'conflict',
        conflicts: writes.flatMap((w) => {
          const cell = w.isNew && theirs.get(keyOf(w.regionId, w.indicatorId, w.year))
          return cell && cell.batchId !== batch.id ? [conflictOf(w.change, cell)] : []
        }),
      }
    }
  }
  const written = new Map(writes.map((w) => [w.change, w]))
  return {
    ok: true,
    value: input.changes.map((change, i) =>
      savedCell(change, written.get(change) ?? storedOf(i), indicators),
    ),
    audit: writes.length === 0 ? null : auditOf(input.kind, writes),
  }
}

function auditOf(kind: string, writes: readonly Write[]): AuditEntry {
  return {
    entity: 'observation',
    entityKey: writes.length === 1 ? cellName(writes[0]?.change) : `${writes.length} cells`,
    detail: {
      kind,
      written: writes.length,
      cells: writes
        .slice(0, 20)
        .map((w) => ({ cell: cellName(w.change), value: w.value, version: w.version })),
    },
  }
}

const cellName = (c: CellKey | undefined) => (c ? `${c.region} ${c.indicator} ${c.year}` : '')

function savedCell(
  change: ObservationChange,
  cell: (CellContent & { version: number }) | undefined,
  indicators: ReadonlyMap<string, IndicatorRules>,
): SavedCell {
  const indicator = indicators.get(change.indicator)
  const value = cell ? cell.value : null
  return {
    ...cellOf(change),
    value,
    status: cell?.status ?? 'O',
    note: cell?.note ?? null,
    version: cell?.version ?? 0,
    warning: indicator ? warningOf(value, indicator) : null,
  }
}

/**
 * Writes cells, all or none: values, their revisions and one batch, in one transaction. What comes back with
 * `restoresVersion` was accepted once and is not checked against the limits and levels of today; that region,
 * indicator and year are still valid is.
 *
 * @returns the cells as they are now, in the order of the changes; `rejected` with every problem, or `conflict`
 *   with what somebody else wrote or removed meanwhile (author and time), and then nothing is written
 */
export const saveObservations = defineMutation<typeof saveObservationsSchema, SavedCell[], SaveRefusal>({
  name: 'observation.save',
  permission: 'enter',
  input: saveObservationsSchema,
  scope: () => true,
  run: (tx, input, { actor }) => save(tx, input, actor),
})
