import type { CellComment } from '@/features/comments/schema'
import type { CellEvidence } from '@/features/evidence/schema'
import type { IndicatorInfo } from '@/features/indicators/schema'
import type { RevisionEntry } from '@/features/observations/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { Bilingual } from '@/lib/bilingual'

/** What stays the same over the grid: an indicator (regions x years), a region, or a year (indicators x regions). */
export type EntryAxis = 'indicator' | 'region' | 'year'

export type EntryCell = {
  readonly value: number | null
  readonly version: number
  readonly letter?: string
  readonly note?: string
  readonly locked?: boolean
  /** open comments */
  readonly commented?: number
  /** what the recipe in use puts here, where nothing is observed; it is stored nowhere */
  readonly imputed?: number
}

/**
 * The cells of a grid in little room: 3,000 rows x 60 columns go to the browser with every page. `places` are those of
 * the cells that say something, row by row, each as the distance from the one before; `values` run beside them.
 */
export type PackedCells = {
  readonly places: readonly number[]
  readonly values: readonly (number | null)[]
  /** whatever else there is, by the position in `places`; the version of most cells is 1 and goes without saying */
  readonly more: Readonly<Record<number, Partial<Omit<EntryCell, 'value'>>>>
}

/** Packs cells by `row|column`; those outside the rows and columns are left out. */
export function packCells(
  cells: ReadonlyMap<string, EntryCell>,
  rows: readonly string[],
  columns: readonly string[],
): PackedCells {
  const places: number[] = []
  const values: (number | null)[] = []
  const more: Record<number, Partial<Omit<EntryCell, 'value'>>> = {}
  let before = 0
  rows.forEach((row, r) => {
    columns.forEach((column, c) => {
      const cell = cells.get(`${row}|${column}`)
      if (!cell) return
      const { value, version, ...others } = cell
      const rest = version === 1 ? others : { version, ...others }
      const place = r * columns.length + c
      if (Object.keys(rest).length > 0) more[places.length] = rest
      places.push(place - before)
      values.push(value)
      before = place
    })
  })
  return { places, values, more }
}

/**
 * The cells by `row|column` again.
 *
 * @param dress makes of a cell what is wanted
 */
export function unpackCells<T>(
  { places, values, more }: PackedCells,
  rows: readonly string[],
  columns: readonly string[],
  dress: (cell: EntryCell) => T,
): Record<string, T> {
  const cells: Record<string, T> = {}
  let place = 0
  places.forEach((step, i) => {
    place += step
    const row = rows[Math.floor(place / columns.length)]
    const column = columns[place % columns.length]
    cells[`${row}|${column}`] = dress({ value: values[i] ?? null, version: 1, ...more[i] })
  })
  return cells
}

/** Regions that can stand side by side as columns. */
export type ColumnChoice = {
  /** in the address */
  readonly code: string
  readonly kind: 'level' | 'group' | 'within'
  /** of a level its code; else a name */
  readonly of: string | Bilingual
  readonly regions: readonly string[]
  /** which of them these are, counted from 1; null = all */
  readonly part: { readonly from: number; readonly to: number; readonly total: number } | null
}

/** More columns than this and nobody can read the grid; the picker asks for fewer years or regions. */
export const mostColumns = 60

/**
 * The sets of regions that can stand side by side: those of a level, of a group, within another region. What is more
 * than fits comes in parts.
 */
export function columnChoices(regions: readonly RegionInfo[]): ColumnChoice[] {
  const sets = new Map<string, Omit<ColumnChoice, 'part' | 'regions'> & { regions: string[] }>()
  const names = new Map(regions.map(({ code, name }) => [code, name]))
  const add = (set: Omit<ColumnChoice, 'part' | 'regions'>, region: string) => {
    const known = sets.get(set.code) ?? { ...set, regions: [] }
    known.regions.push(region)
    sets.set(set.code, known)
  }
  for (const { code, level } of regions) add({ code: level, kind: 'level', of: level }, code)
  for (const { code, group } of regions) {
    if (group) add({ code: `group:${group.en || group.zh}`, kind: 'group', of: group }, code)
  }
  for (const { code, parent } of regions) {
    const name = parent && names.get(parent)
    if (name) add({ code: `within:${parent}`, kind: 'within', of: name }, code)
  }
  return [...sets.values()].flatMap((set) => partsOf(set))
}

function partsOf(set: Omit<ColumnChoice, 'part'>): ColumnChoice[] {
  const total = set.regions.length
  if (total <= mostColumns) return [{ ...set, part: null }]
  return Array.from({ length: Math.ceil(total / mostColumns) }, (_, i) => {
    const regions = set.regions.slice(i * mostColumns, (i + 1) * mostColumns)
    const from = i * mostColumns + 1
    const code = i === 0 ? set.code : `${set.code}:${i + 1}`
    return { ...set, code, regions, part: { from, to: from + regions.length - 1, total } }
  })
}

export type EntryPage =
  | { readonly missing: 'indicators' | 'regions' }
  | {
      readonly missing: null
      readonly by: EntryAxis
      readonly indicator: IndicatorInfo
      readonly region: RegionInfo
      readonly year: number
      readonly indicators: readonly IndicatorInfo[]
      readonly regions: readonly RegionInfo[]
      readonly years: readonly number[]
      /** the regions beside each other in the grid of a year */
      readonly columns: ColumnChoice
      readonly columnChoices: readonly ColumnChoice[]
      readonly cells: PackedCells
      readonly canEnter: boolean
    }

/** A region beside another one, with the same indicator in the same year. */
export type BesideRow = {
  readonly region: string
  readonly name: Bilingual
  readonly value: number | null
  readonly status: string
  /** among the regions of the level, 1 = the best; null = not observed */
  readonly rank: number | null
  readonly isPeer: boolean
}

/** What is known of a cell beside its value. */
export type CellRecord = {
  /** the same region and indicator in every observed year */
  readonly series: readonly { readonly year: number; readonly value: number; readonly status: string }[]
  readonly beside: readonly BesideRow[]
  readonly evidence: readonly CellEvidence[]
  readonly comments: readonly CellComment[]
  /** newest first */
  readonly revisions: readonly RevisionEntry[]
}

/** Regions in the small table beside the grid. */
const mostBeside = 8

/**
 * The regions worth seeing beside a region: two before and two after it, then its peers, the nearest in rank first.
 *
 * @param ranked the regions of its level, the best first; the region itself is among them, last when not observed
 * @returns eight at most, in the same order
 */
export function chooseBeside(ranked: readonly BesideRow[], region: string): BesideRow[] {
  const own = ranked.findIndex((row) => row.region === region)
  const distance = (i: number) => Math.abs(i - own)
  const urgency = (i: number) => (distance(i) <= 2 ? 0 : ranked[i]?.isPeer ? 1 : 2)
  return ranked
    .map((_, i) => i)
    .toSorted((a, b) => urgency(a) - urgency(b) || distance(a) - distance(b))
    .filter((i) => urgency(i) < 2)
    .slice(0, mostBeside)
    .toSorted((a, b) => a - b)
    .flatMap((i) => ranked[i] ?? [])
}
