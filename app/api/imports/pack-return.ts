import { openFile } from '@/features/imports/adapters/read/open-file'
import type { ImportSettings, Inspection, LayoutChoice, ReadResult, Role } from '@/features/imports/schema'
import { type Candidates, rowFates } from '@/features/observations/schema'
import { comparePack } from '@/features/packs/queries'
import { type PackDifference, packMark } from '@/features/packs/schema'
import type { Actor } from '@/server/session'
import type { Written } from './trials'

/** What the keys in the first row of a pack say of its columns; the others are there for people. */
const roles: Readonly<Record<string, Role>> = {
  [packMark]: 'region',
  indicator: 'indicator',
  year: 'year',
  value: 'value',
  status: 'status',
  source: 'source',
  note: 'note',
}

type At = { readonly path: string; readonly fileName: string }

function keyRowOf({ layout, preview }: Inspection) {
  return layout.layout === 'pack' ? preview.find(({ cells }) => cells[0] === packMark) : undefined
}

/** The layout of a pack as its hidden first row says it; null for any other file, or a pack without that row. */
export function packLayout(inspection: Inspection): LayoutChoice | null {
  const keys = keyRowOf(inspection)
  if (!keys) return null
  const header = inspection.preview.find(({ row }) => row === keys.row + 1)
  return {
    layout: 'pack',
    headerRows: [keys.row + 1],
    lastRow: null,
    columns: keys.cells.map((key, c) => ({
      role: roles[String(key)] ?? 'ignore',
      title: String(header?.cells[c] ?? ''),
    })),
    constant: {},
  }
}

/** The version of each row's cell at the time the pack was handed out, by row of the file. */
async function issuedVersions(
  { path, fileName }: At,
  inspection: Inspection,
): Promise<ReadonlyMap<number, number>> {
  const column = keyRowOf(inspection)?.cells.indexOf('version') ?? -1
  const opened = await openFile(path, fileName, inspection.sheet === null ? {} : { sheet: inspection.sheet })
  const versions = new Map<number, number>()
  if (!opened.ok || column < 0) return versions
  for await (const block of opened.value.rows()) {
    for (const { row, cells } of block) {
      const version = Number(cells[column])
      if (Number.isSafeInteger(version) && version >= 0 && version < 2 ** 31) versions.set(row, version)
    }
  }
  return versions
}

export type PackReturn = {
  /** what is to be written, and for each of it its place among all candidates */
  readonly candidates: Candidates
  readonly places: Int32Array
  /** candidates that both sides changed and nobody decided on */
  readonly conflicts: ReadonlySet<number>
  /** what stood there when it was handed out, and what stands there now; NaN = not observed */
  readonly issued: Float64Array
  readonly now: Float64Array
}

type Said = {
  readonly value: number | null
  readonly status: string | null
  /** undefined = the file does not say */
  readonly source: string | null | undefined
  readonly note: string | null | undefined
}

const textAt = (texts: readonly string[], place: number | undefined) =>
  place === undefined || place === -1 ? undefined : place === -2 ? null : (texts[place] ?? null)

function saidBy(candidates: Candidates, i: number): Said {
  const value = candidates.value[i] ?? Number.NaN
  const status = candidates.status[i] ?? 0
  return {
    value: Number.isNaN(value) ? null : value,
    status: status === 0 ? null : String.fromCharCode(status),
    source: textAt(candidates.texts, candidates.source[i]),
    note: textAt(candidates.texts, candidates.note[i]),
  }
}

/** A source is the same in either language: a pack cites it in one of them. */
const isSameSource = (said: Said['source'], { source }: PackDifference['now']) =>
  said === undefined || (said ? said === source?.en || said === source?.zh : source === null)
const isSameNote = (said: Said['note'], { note }: PackDifference['now']) =>
  said === undefined || (said || null) === note

/** An empty cell that was never entered has no status that could differ. */
function isSame(said: Said, content: PackDifference['now']): boolean {
  const isSameStatus =
    said.status === null ||
    said.status === content.status ||
    (content.version === 0 && said.value === null && said.status === 'O')
  return (
    said.value === content.value &&
    isSameStatus &&
    isSameSource(said.source, content) &&
    isSameNote(said.note, content)
  )
}

/**
 * What a pack that came back wants of the data, cell by cell. What the department left alone is not written, whatever
 * happened here meanwhile; what only it changed is; what both changed waits for a decision.
 *
 * @param differences as each candidate's cell was and is, in their order
 */
export function resolvePack(
  candidates: Candidates,
  differences: readonly PackDifference[],
  decided: ImportSettings['conflicts'] = {},
): PackReturn {
  const places: number[] = []
  const conflicts = new Set<number>()
  const issued = new Float64Array(candidates.length).fill(Number.NaN)
  const now = new Float64Array(candidates.length).fill(Number.NaN)
  // What the department left as it was is not said again: a citation would be written as a new one.
  const source = candidates.source.slice()
  const note = candidates.note.slice()
  const status = candidates.status.slice()
  differences.forEach((difference, i) => {
    const said = saidBy(candidates, i)
    issued[i] = difference.issued.value ?? Number.NaN
    now[i] = difference.now.value ?? Number.NaN
    if (isSame(said, difference.issued) || isSame(said, difference.now)) return
    const isChangedHere = difference.now.version !== difference.issued.version
    const decision = decided[String(candidates.row[i])] ?? decided.all
    if (isChangedHere && decision !== 'theirs') {
      if (decision !== 'ours') conflicts.add(i)
      return
    }
    if (isSameSource(said.source, difference.issued)) source[i] = -1
    if (isSameNote(said.note, difference.issued)) note[i] = -1
    // A letter that was there before the value was cleared does not speak of the empty cell.
    if (said.status === difference.issued.status) status[i] = 0
    places.push(i)
  })
  const chosen = Int32Array.from(places)
  return {
    candidates: pickFrom({ ...candidates, source, note, status }, chosen),
    places: chosen,
    conflicts,
    issued,
    now,
  }
}

function pickFrom(from: Candidates, places: Int32Array): Candidates {
  const ints = (column: Int32Array) => places.map((i) => column[i] ?? 0)
  return {
    ...from,
    length: places.length,
    row: ints(from.row),
    column: ints(from.column),
    region: ints(from.region),
    indicator: ints(from.indicator),
    source: ints(from.source),
    note: ints(from.note),
    year: Int16Array.from(places, (i) => from.year[i] ?? 0),
    value: Float64Array.from(places, (i) => from.value[i] ?? Number.NaN),
    status: Uint8Array.from(places, (i) => from.status[i] ?? 0),
  }
}

/** Holds a pack that came back against the data. */
export async function readPackReturn(
  actor: Actor,
  at: At,
  { candidates, inspection }: ReadResult,
  decided: ImportSettings['conflicts'],
): Promise<PackReturn> {
  const versions = await issuedVersions(at, inspection)
  const cells = Array.from({ length: candidates.length }, (_, i) => ({
    region: candidates.regions[candidates.region[i] ?? 0] ?? '',
    indicator: candidates.indicators[candidates.indicator[i] ?? 0] ?? '',
    year: candidates.year[i] ?? 0,
    version: versions.get(candidates.row[i] ?? 0) ?? 0,
  }))
  return resolvePack(candidates, await comparePack(actor, { cells }), decided)
}

/** What was tried with the changes of a pack alone, said of all its cells. */
export function spread(written: Written, { places, conflicts, now }: PackReturn, length: number): Written {
  const fates = new Uint8Array(length).fill(rowFates.indexOf('unchanged'))
  for (const i of conflicts) fates[i] = rowFates.indexOf('conflict')
  places.forEach((i, at) => {
    fates[i] = written.fates[at] ?? rowFates.indexOf('rejected')
  })
  const placeAt = new Map(Array.from(places, (i, at) => [i, at]))
  const issueOf = (i: number) => {
    const at = placeAt.get(i)
    return at === undefined ? null : written.issueOf(at)
  }
  return { fates, before: now, issueOf }
}
