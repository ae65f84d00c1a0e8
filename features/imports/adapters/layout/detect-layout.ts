import type { FileKind, Layout, LayoutChoice, RawRow, Role } from '../../schema'
import type { JsonStatSet } from '../read/opened-file'
import { textOf } from './cells'
import { type ColumnFacts, columnFacts, type Names } from './column-facts'
import { findHeader, titlesOf } from './find-header'
import { rolesOf } from './guess-roles'
import { jsonStatRoles, knownLayout, longLayouts, packMark, packRoles, sdmxRoles } from './known-layouts'
import { nameOf, readPreamble } from './preamble'
import { yearInTitle } from './read-year'
import { maskYears, type RememberedLayout } from './signature'
import { splitUnit } from './title-parts'

export type Seen = {
  /** the first rows, some hundreds */
  readonly rows: readonly RawRow[]
  readonly kind: FileKind
  readonly sheet: string | null
  readonly fileName: string
  readonly json?: JsonStatSet
}

const widest = 16_384

/**
 * How a table is laid out, by its first rows: which rows are the header, what each column says, and what the lines
 * above, the sheet or the file name say of the whole. What a person chose (`chosen`) holds; where its columns are left
 * out they are detected under the chosen layout and header. What was remembered for this header comes before detection.
 */
export function detectLayout(
  seen: Seen,
  names: Names,
  chosen?: LayoutChoice,
  remembered?: RememberedLayout,
): LayoutChoice {
  const { rows } = seen
  const places = chosen
    ? rows.flatMap((row, i) => (chosen.headerRows.includes(row.row) ? [i] : []))
    : headerOf(rows)
  const header = places.flatMap((i) => rows[i] ?? [])
  const from = (places.at(-1) ?? -1) + 1
  const body = rows.slice(from)
  const width = Math.min(
    widest,
    Math.max(
      1,
      ...header.map((row) => row.cells.length),
      ...body.slice(0, 50).map((row) => row.cells.length),
    ),
  )
  const titles = titlesOf(header, width)
  const headerRows = header.map((row) => row.row)
  if (chosen && chosen.columns.length > 0) {
    const columns = titles.map((title, c) => ({
      role: chosen.columns[c]?.role ?? ('ignore' as const),
      title,
    }))
    return { ...chosen, headerRows, columns }
  }
  const facts = columnFacts(titles, body, names)
  const preamble = readPreamble(rows.slice(0, places[0] ?? 0))
  const known =
    chosen?.layout ??
    remembered?.layout ??
    knownLayout(titles, rows, seen.kind, Object.keys(preamble).length > 0)
  const guess =
    known === 'sdmx-csv'
      ? { layout: known, roles: sdmxRoles(titles) }
      : known === 'json-stat'
        ? { layout: known, roles: jsonStatRoles(titles, seen.json) }
        : known === 'pack'
          ? { layout: known, roles: packRoles(titles) }
          : rolesOf(facts, known, preamble.region !== undefined, names)
  const roles = guess.roles.map((role, c) => remembered?.roles[maskYears(titles[c] ?? '')] ?? role)
  const columns = roles.map((role, c) => ({ role, title: titles[c] ?? '' }))
  const constant = constantOf(seen, guess.layout, roles, facts, preamble, names)
  return { layout: guess.layout, headerRows, lastRow: chosen?.lastRow ?? null, columns, constant }
}

/** The keys of a pack stand above the words that people see. */
function headerOf(rows: readonly RawRow[]): readonly number[] {
  const pack = rows.slice(0, 5).findIndex((row) => textOf(row.cells[0]) === packMark)
  return pack < 0 ? findHeader(rows) : [pack, pack + 1]
}

/** What no column says is taken from the lines above, then from the names of sheet and file. */
function constantOf(
  seen: Seen,
  layout: Layout,
  roles: readonly Role[],
  facts: readonly ColumnFacts[],
  preamble: LayoutChoice['constant'],
  names: Names,
): LayoutChoice['constant'] {
  const values = facts.filter((_, c) => roles[c] === 'value')
  const has = (role: Role) => roles.includes(role)
  const isNamed = values.length > 0 && values.every((column) => column.parts.name !== '')
  const isLong = longLayouts.has(layout)
  const sheet = nameOf(seen.sheet)
  const file = nameOf(seen.fileName)
  const constant: { region?: string; indicator?: string; unit?: string; year?: number } = {}

  const headsIndicators = isNamed && !isLong && layout !== 'regions-across'
  if (!has('indicator') && !headsIndicators && layout !== 'eurostat') {
    const ofValue = isLong && values[0]?.role === null ? values[0].parts.name : undefined
    const spoken = preamble.indicator ?? (ofValue || undefined) ?? seen.json?.label ?? undefined
    const named = spoken ?? [sheet, file].find((name) => name && !names.isRegion(name))
    if (named) {
      const split = splitUnit(named)
      constant.indicator = split.name
      if (split.unit) constant.unit = split.unit
    }
  }
  const ofHeader = isLong ? values[0]?.parts.unit : undefined
  const unit = preamble.unit ?? (ofHeader || undefined)
  if (unit && !has('unit')) constant.unit = unit
  const headsRegions = isNamed && layout === 'regions-across'
  if (!has('region') && !headsRegions && layout !== 'eurostat') {
    const named = preamble.region ?? [sheet, file].find((name) => name && names.isRegion(name))
    if (named) constant.region = named
  }
  if (!has('year') && values.every((column) => column.parts.year === null)) {
    const year = preamble.year ?? yearInTitle(seen.sheet ?? '') ?? yearInTitle(seen.fileName)
    if (year !== null) constant.year = year
  }
  return constant
}
