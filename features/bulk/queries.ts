import 'server-only'
import type { z } from 'zod'
import { type KeyPart, keyOrder } from '@/core/key-order'
import { storedVintage } from '@/features/observations/queries'
import {
  type CellBefore,
  type CellRequest,
  cellIssue,
  isTooLong,
  isUnchanged,
  nextContent,
  rowFates,
  type Validity,
  type ValueRules,
} from '@/features/observations/schema'
import { Prisma, type Tx } from '@/server/db'
import type { ImportFates, ImportIssue, importSchema } from './schema'

export type Input = z.output<typeof importSchema>

const firstYear = 1900
const lastYear = 2200
export const fate = Object.fromEntries(rowFates.map((name, place) => [name, place])) as Record<
  (typeof rowFates)[number],
  number
>
/** Reasons to reject besides those that `cellIssue` finds. */
export const problem = { none: 0, ofCell: 1, twice: 2, text: 3 }

/** An array as PostgreSQL reads it: a fifth of the time that the client takes for a list of parameters. */
export const arrayText = (items: readonly (number | string)[]) => `{${items.join(',')}}`

export type Catalogue = {
  /** by place in the candidates' lists */
  readonly regions: readonly (({ readonly id: number } & Validity) | undefined)[]
  readonly indicators: readonly (({ readonly id: number } & ValueRules) | undefined)[]
}

/** What the candidates name. It is held, so that nobody removes it meanwhile. */
export async function loadCatalogue(tx: Tx, { candidates, isTrial }: Input): Promise<Catalogue> {
  if (!isTrial) {
    await tx.$queryRaw`SELECT 1 FROM region WHERE code = ANY(${candidates.regions}) ORDER BY id FOR KEY SHARE`
    await tx.$queryRaw`SELECT 1 FROM indicator WHERE code = ANY(${candidates.indicators}) ORDER BY id FOR KEY SHARE`
  }
  const regions = await tx.$queryRaw<({ id: number; code: string } & Validity)[]>`
    SELECT id, code, valid_from AS "validFrom", valid_to AS "validTo"
    FROM region WHERE code = ANY(${candidates.regions})`
  const indicators = await tx.$queryRaw<({ id: number; code: string } & ValueRules)[]>`
    SELECT id, code, kind::text AS kind, hard_min AS "hardMin", hard_max AS "hardMax",
           (SELECT coalesce(json_agg(json_build_object('level', l.level) ORDER BY l.level), '[]')
            FROM milestone_level l WHERE l.indicator_id = i.id) AS levels
    FROM indicator i WHERE code = ANY(${candidates.indicators})`
  const region = new Map(regions.map((row) => [row.code, row]))
  const indicator = new Map(indicators.map((row) => [row.code, row]))
  return {
    regions: candidates.regions.map((code) => region.get(code)),
    indicators: candidates.indicators.map((code) => indicator.get(code)),
  }
}

/** What becomes of the candidates, while it is being found out. All by candidate. */
export type Plan = Omit<ImportFates, 'counts' | 'issueOf'> & {
  readonly problems: Uint8Array
  /** the cell as it will be, where it is written; a source below 0 is yet to be added, 0 = none */
  readonly nextStatus: Uint8Array
  readonly nextSource: Int32Array
  readonly keptNotes: Map<number, string>
  /** places of the candidates without a problem, in the order of their keys */
  readonly order: Int32Array
}

/** Sources by their place in `texts`, the default one behind them; -1 - place = not stored yet. */
export type Citations = {
  readonly texts: readonly string[]
  readonly ids: Int32Array
  readonly standard: number | null
}

export const statusText = (code: number | undefined) => (code ? String.fromCharCode(code) : undefined)
export const valueAt = ({ value }: Input['candidates'], i: number) => {
  const number = value[i] as number
  return Number.isNaN(number) ? null : number
}

function issueOf({ candidates: c }: Input, catalogue: Catalogue, i: number) {
  const [year, value, status] = [c.year[i] as number, valueAt(c, i), statusText(c.status[i])]
  return cellIssue(catalogue.regions[c.region[i] as number], catalogue.indicators[c.indicator[i] as number], {
    year,
    value,
    status,
  })
}

/** The items that pass a test. `filter` of a typed array gathers them in a list of eight times the size first. */
export function chosen(items: Int32Array, passes: (item: number) => boolean): Int32Array {
  const found = new Int32Array(items.length)
  let count = 0
  for (const item of items) if (passes(item)) found[count++] = item
  return found.slice(0, count)
}

/** Which candidates cannot be written whatever is stored, and the key order of the others. */
export function judge(input: Input, catalogue: Catalogue): Plan {
  const { candidates: c } = input
  const problems = new Uint8Array(c.length)
  const long = {
    source: c.texts.map((text) => isTooLong('source', text)),
    note: c.texts.map((text) => isTooLong('note', text)),
  }
  for (let i = 0; i < c.length; i++) {
    if (issueOf(input, catalogue, i)) problems[i] = problem.ofCell
    else if (long.source[c.source[i] as number] || long.note[c.note[i] as number]) problems[i] = problem.text
  }
  const part = (column: Int32Array, ids: readonly ({ readonly id: number } | undefined)[]): KeyPart => {
    const sorted = [...new Set(ids.map((known) => known?.id ?? 0))].sort((a, b) => a - b)
    const rankOf = new Map(sorted.map((id, rank) => [id, rank]))
    const ranks = ids.map((known) => rankOf.get(known?.id ?? 0) ?? 0)
    return { size: sorted.length, at: (i) => ranks[column[i] as number] as number }
  }
  const parts = [
    part(c.region, catalogue.regions),
    part(c.indicator, catalogue.indicators),
    { size: lastYear - firstYear + 1, at: (i: number) => (c.year[i] as number) - firstYear },
  ]
  const isGood = (i: number) => problems[i] === problem.none
  const good = chosen(
    new Int32Array(c.length).map((_, i) => i),
    isGood,
  )
  const order = keyOrder(good, parts)
  order.forEach((i, k) => {
    const before = order[k - 1]
    if (before !== undefined && parts.every(({ at }) => at(i) === at(before))) problems[i] = problem.twice
  })
  return {
    problems,
    order: chosen(order, isGood),
    fates: new Uint8Array(c.length).fill(fate.rejected),
    before: new Float64Array(c.length).fill(Number.NaN),
    statusBefore: new Uint8Array(c.length),
    seen: new Int32Array(c.length),
    nextStatus: new Uint8Array(c.length),
    nextSource: new Int32Array(c.length),
    keptNotes: new Map(),
  }
}

export async function findCitations(
  tx: Tx,
  { candidates: c, source }: Input,
  { order }: Plan,
): Promise<Citations> {
  const texts = source === undefined ? c.texts : [...c.texts, source]
  const standard = source === undefined ? null : texts.length - 1
  const used = new Set<number>()
  for (const i of order) used.add(c.source[i] as number)
  const cited = [...used, ...(standard === null ? [] : [standard])].flatMap((place) => texts[place] ?? [])
  const rows = await tx.$queryRaw<{ id: number; text: string }[]>`
    SELECT id, citation_en AS text FROM source WHERE citation_en = ANY(${cited})`
  const known = new Map(rows.map((row) => [row.text, row.id]))
  const ids = Int32Array.from(texts, (text, place) => (text === '' ? 0 : (known.get(text) ?? -1 - place)))
  return { texts, ids, standard }
}

/** The keys of candidates as the columns of a table. */
export const keysOf = (c: Input['candidates'], catalogue: Catalogue, some: Int32Array) => Prisma.sql`
  ${arrayText(Array.from(some, (i) => catalogue.regions[c.region[i] as number]?.id ?? 0))}::int[],
  ${arrayText(Array.from(some, (i) => catalogue.indicators[c.indicator[i] as number]?.id ?? 0))}::int[],
  ${arrayText(Array.from(some, (i) => c.year[i] as number))}::smallint[]`

/** Cells as one text a column: reading a million of them as rows would take five times as long. */
type StoredColumns = {
  readonly places: string | null
  readonly values: string
  readonly statuses: string
  readonly sources: string
  readonly versions: string
  readonly samples: string
  readonly vintages: string
  readonly notes: Readonly<Record<string, string>> | null
}

/** Compares some candidates with the cells that are stored, which are locked unless nothing is to be written. */
export async function compare(
  tx: Tx,
  input: Input,
  catalogue: Catalogue,
  citations: Citations,
  plan: Plan,
  some: Int32Array,
): Promise<void> {
  const { candidates: c, vintage } = input
  // The batch is joined outside: a row that was waited for has another batch by then than the look began with.
  const [stored] = await tx.$queryRaw<StoredColumns[]>`
    WITH cell AS MATERIALIZED (
      SELECT k.place, o.* FROM unnest(${keysOf(c, catalogue, some)})
        WITH ORDINALITY AS k(region_id, indicator_id, year, place)
      JOIN observation o ON o.region_id = k.region_id AND o.indicator_id = k.indicator_id AND o.year = k.year
      ORDER BY k.place ${input.isTrial ? Prisma.empty : Prisma.sql`FOR UPDATE OF o`}
    )
    SELECT string_agg(place::text, ',') AS places, string_agg(coalesce(value::text, ''), ',') AS values,
           string_agg(status, '') AS statuses, string_agg(coalesce(source_id, 0)::text, ',') AS sources,
           string_agg(version::text, ',') AS versions,
           string_agg(CASE WHEN b.kind = 'sample' THEN '1' ELSE '0' END, '') AS samples,
           string_agg(coalesce((${storedVintage('cell')})::text, ''), ',') AS vintages,
           json_object_agg(place, note) FILTER (WHERE note IS NOT NULL) AS notes
    FROM cell LEFT JOIN batch b ON b.id = cell.batch_id`
  const places = stored?.places?.split(',') ?? []
  const [values, sources, versions, vintages] = [
    stored?.values?.split(',') ?? [],
    stored?.sources?.split(',') ?? [],
    stored?.versions?.split(',') ?? [],
    stored?.vintages?.split(',') ?? [],
  ]
  const rowOf = new Map(places.map((place, row) => [Number(place) - 1, row]))
  some.forEach((i, place) => {
    const row = rowOf.get(place)
    const note = stored?.notes?.[place + 1] ?? null
    const before: CellBefore | undefined =
      row === undefined
        ? undefined
        : {
            value: values[row] ? Number(values[row]) : null,
            status: stored?.statuses[row] ?? '',
            sourceId: Number(sources[row]) || null,
            note,
            isSample: stored?.samples[row] === '1',
            vintage: vintages[row] || null,
          }
    const asked = askedOf(c, citations, i)
    const next = nextContent(asked, before)
    const isWritten = !isUnchanged(asked, next, before, vintage)
    plan.fates[i] = isWritten ? (before ? fate.changed : fate.new) : fate.unchanged
    if (before) {
      plan.before[i] = before.value ?? Number.NaN
      plan.statusBefore[i] = before.status.charCodeAt(0)
      plan.seen[i] = Number(versions[row as number])
    }
    if (!isWritten) return
    plan.nextStatus[i] = next.status.charCodeAt(0)
    plan.nextSource[i] = next.sourceId ?? 0
    if (asked.note === undefined && next.note !== null) plan.keptNotes.set(i, next.note)
  })
}

function askedOf(c: Input['candidates'], { ids, standard }: Citations, i: number): CellRequest {
  const [source, note] = [c.source[i] as number, c.note[i] as number]
  const cited = source === -1 ? standard : source
  return {
    value: valueAt(c, i),
    status: statusText(c.status[i]),
    sourceId: cited === null ? undefined : cited < 0 ? null : ids[cited] || null,
    note: note === -1 ? undefined : note < 0 ? null : c.texts[note],
  }
}

function countsOf(fates: Uint8Array): ImportFates['counts'] {
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0, conflict: 0 }
  for (const place of fates) {
    const name = rowFates[place]
    if (name) counts[name]++
  }
  return counts
}

/** What the plan says, for the caller. */
export function fatesOf(input: Input, catalogue: Catalogue, plan: Plan): ImportFates {
  const { fates, before, statusBefore, seen, problems } = plan
  return {
    counts: countsOf(fates),
    fates,
    before,
    statusBefore,
    seen,
    issueOf: (i): ImportIssue | null => {
      if (problems[i] === problem.ofCell) return issueOf(input, catalogue, i)
      if (problems[i] === problem.text) return { code: 'textTooLong' }
      return problems[i] === problem.twice ? { code: 'twice' } : null
    },
  }
}
