import 'server-only'
import { addIndicators } from '@/features/indicators/mutations'
import { tidyText } from '@/features/observations/schema'
import { addRegions } from '@/features/regions/mutations'
import { Prisma, type Tx } from '@/server/db'
import { type Audited, defineMutation } from '@/server/define'
import { isAllowed } from '@/server/permissions'
import type { Actor } from '@/server/session'
import {
  arrayText,
  type Catalogue,
  type Citations,
  chosen,
  compare,
  fate,
  fatesOf,
  findCitations,
  type Input,
  judge,
  keysOf,
  loadCatalogue,
  type Plan,
  problem,
  statusText,
  valueAt,
} from './queries'
import { type Imported, type ImportRefusal, importSchema } from './schema'

/** Rows of a statement: so many that the way to the database does not count, so few that their text does not either. */
const rowsAtOnce = 2000
const longestMs = 30 * 60_000

const quoted = (text: string | null) => (text === null ? 'NULL' : `"${text.replaceAll(/["\\]/g, '\\$&')}"`)

/** Adds the sources that are cited for the first time. */
async function addCitations(tx: Tx, { texts, ids }: Citations, plan: Plan): Promise<void> {
  const missing = new Set<number>()
  for (const i of plan.order)
    if ((plan.nextSource[i] as number) < 0) missing.add(-1 - (plan.nextSource[i] as number))
  if (missing.size === 0) return
  const cited = [...new Set([...missing].flatMap((place) => texts[place] ?? []))].sort()
  await tx.$executeRaw`
    INSERT INTO source (citation_en) SELECT unnest(${cited}::text[]) ON CONFLICT DO NOTHING`
  const rows = await tx.$queryRaw<{ id: number; text: string }[]>`
    SELECT id, citation_en AS text FROM source WHERE citation_en = ANY(${cited})`
  const known = new Map(rows.map((row) => [row.text, row.id]))
  for (const place of missing) ids[place] = known.get(texts[place] ?? '') ?? 0
  for (const i of plan.order) {
    const source = plan.nextSource[i] as number
    if (source < 0) plan.nextSource[i] = ids[-1 - source] as number
  }
}

/** Writes some candidates with their revisions. @returns how many were written; fewer = somebody filled a cell meanwhile */
async function write(
  tx: Tx,
  { candidates: c }: Input,
  catalogue: Catalogue,
  plan: Plan,
  some: Int32Array,
  batchId: bigint,
): Promise<number> {
  const noteAt = (i: number) => c.texts[c.note[i] as number] || (plan.keptNotes.get(i) ?? null)
  const of = (read: (i: number) => number | string) => arrayText(Array.from(some, read))
  const rows = Prisma.sql`
    unnest(${keysOf(c, catalogue, some)}, ${of((i) => valueAt(c, i) ?? 'NULL')}::float8[],
           ${of((i) => statusText(plan.nextStatus[i]) ?? 'A')}::text[],
           ${of((i) => plan.nextSource[i] || 'NULL')}::int[], ${of((i) => quoted(noteAt(i)))}::text[],
           ${of((i) => (plan.seen[i] as number) + 1)}::int[])
    AS w(region_id, indicator_id, year, value, status, source_id, note, version)`
  const cells =
    plan.fates[some[0] as number] === fate.new
      ? Prisma.sql`
        INSERT INTO observation (region_id, indicator_id, year, value, status, source_id, note, version, batch_id)
        SELECT w.*, ${batchId}::bigint FROM ${rows} ON CONFLICT DO NOTHING RETURNING *`
      : Prisma.sql`
        UPDATE observation o
        SET value = w.value, status = w.status, source_id = w.source_id, note = w.note, version = w.version,
            batch_id = ${batchId}::bigint
        FROM ${rows}
        WHERE o.region_id = w.region_id AND o.indicator_id = w.indicator_id AND o.year = w.year RETURNING o.*`
  return tx.$executeRaw`
    WITH cell AS (${cells})
    INSERT INTO revision (region_id, indicator_id, year, version, value, status, source_id, note, batch_id)
    SELECT region_id, indicator_id, year, version, value, status, source_id, note, batch_id FROM cell`
}

function* partsOf(items: Int32Array): Generator<Int32Array> {
  for (let at = 0; at < items.length; at += rowsAtOnce) yield items.subarray(at, at + rowsAtOnce)
}

async function runImport(tx: Tx, given: Input, actor: Actor): Promise<Audited<Imported> | ImportRefusal> {
  const texts = given.candidates.texts.map(tidyText)
  const input = { ...given, candidates: { ...given.candidates, texts } }
  const { candidates, newRegions, newIndicators, isTrial, expected } = input
  const codes = [...(await addRegions(tx, newRegions)), ...(await addIndicators(tx, newIndicators))]
  if (codes.length > 0) return { ok: false, reason: 'notAddable', codes }
  const catalogue = await loadCatalogue(tx, input)
  const plan = judge(input, catalogue)
  const citations = await findCitations(tx, input, plan)
  // Looking is a part of the work, and of a trial all of it.
  const total = plan.order.length * (isTrial ? 1 : 2)
  let done = 0
  const advance = async (rows: number) => {
    done += rows
    await input.onProgress?.(done, total)
  }
  for (const some of partsOf(plan.order)) {
    await compare(tx, input, catalogue, citations, plan, some)
    await advance(some.length)
  }
  const refused = (reason: 'trial' | 'conflict' | 'rejected'): ImportRefusal => ({
    ok: false,
    reason,
    fates: fatesOf(input, catalogue, plan),
  })
  if (isTrial) return refused('trial')
  const changedSince = expected ? chosen(plan.order, (i) => expected[i] !== plan.seen[i]) : []
  for (const i of changedSince) plan.fates[i] = fate.conflict
  if (changedSince.length > 0) return refused('conflict')
  const { tried } = input
  const isRefusedHere = (code: number, i: number) =>
    code !== problem.none && (!input.partial || (tried !== undefined && tried[i] !== fate.rejected))
  const isJudgedAnew = tried && plan.order.some((i) => tried[i] === fate.rejected)
  if (isJudgedAnew || plan.problems.some(isRefusedHere)) return refused('rejected')

  const added = chosen(plan.order, (i) => plan.fates[i] === fate.new)
  const changed = chosen(plan.order, (i) => plan.fates[i] === fate.changed)
  await advance(plan.order.length - added.length - changed.length)
  const isNothing = added.length + changed.length + newRegions.length + newIndicators.length === 0
  if (isNothing)
    return { ok: true, value: { batchId: null, fates: fatesOf(input, catalogue, plan) }, audit: null }
  await addCitations(tx, citations, plan)
  const { kind: actorKind, id: actorId, name: actorName } = actor
  const { reason, vintage, fileName } = input
  const { id: batchId } = await tx.batch.create({
    data: { kind: 'import', actorKind, actorId, actorName, reason, vintage, fileName },
    select: { id: true },
  })
  for (const cells of [added, changed]) {
    for (const some of partsOf(cells)) {
      if ((await write(tx, input, catalogue, plan, some, batchId)) < some.length) {
        await markFilled(tx, input, catalogue, plan, some, batchId)
        return refused('conflict')
      }
      await advance(some.length)
    }
  }
  const fates = fatesOf(input, catalogue, plan)
  return {
    ok: true,
    value: { batchId: String(batchId), fates },
    audit: {
      entity: 'observation',
      entityKey: `${added.length + changed.length} cells`,
      detail: {
        kind: 'import',
        batch: String(batchId),
        fileName: fileName ?? null,
        vintage: vintage ?? null,
        candidates: candidates.length,
        ...fates.counts,
        newRegions: newRegions.map(({ code }) => code),
        newIndicators: newIndicators.map(({ code }) => code),
      },
    },
  }
}

/** Cells that somebody else filled between our look and our write: their rows are committed now. */
async function markFilled(
  tx: Tx,
  { candidates }: Input,
  catalogue: Catalogue,
  plan: Plan,
  some: Int32Array,
  batchId: bigint,
): Promise<void> {
  const rows = await tx.$queryRaw<{ place: number }[]>`
    SELECT k.place::int AS place FROM unnest(${keysOf(candidates, catalogue, some)})
      WITH ORDINALITY AS k(region_id, indicator_id, year, place)
    JOIN observation o ON o.region_id = k.region_id AND o.indicator_id = k.indicator_id AND o.year = k.year
    WHERE o.batch_id <> ${batchId}`
  for (const { place } of rows) plan.fates[some[place - 1] as number] = fate.conflict
}

/**
 * Writes what was read from a file, a million values as well as one: cells, their revisions and one batch, in one
 * transaction, by the rules of `saveObservations`. Regions and indicators that are only in the file are added with it.
 *
 * @returns what became of each candidate. Nothing is written on a refusal: `trial` = it was only tried; `rejected` =
 *   something cannot be written and `partial` was not asked for, or the dry run judged something differently; `conflict` = somebody else changed cells since the
 *   dry run, or filled them meanwhile
 * @throws {AppError} forbidden when the actor may not enter values, or not add what is to be added
 */
export const importObservations = defineMutation<typeof importSchema, Imported, ImportRefusal>({
  name: 'observation.import',
  permission: 'enter',
  input: importSchema,
  scope: ({ newRegions, newIndicators }, actor) =>
    newRegions.length + newIndicators.length === 0 || isAllowed(actor, 'manage'),
  run: (tx, input, { actor }) => runImport(tx, input, actor),
  timeoutMs: longestMs,
  collisions: { P2002: { ok: false, reason: 'notAddable', codes: [] } },
})
