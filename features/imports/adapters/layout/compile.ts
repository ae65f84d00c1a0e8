import type { LayoutChoice, RawCell } from '../../schema'
import type { JsonStatSet } from '../read/opened-file'
import { textOf } from './cells'
import { isCodeTitle, languageOfTitle, rankOfTitle } from './header-words'
import { eurostatHeader, longLayouts } from './known-layouts'
import { titleParts } from './title-parts'

/** What a column names its region by. */
type RegionColumn = {
  readonly at: number
  readonly language: 'en' | 'zh' | null
  readonly isCode: boolean
}

export type ValueColumn = {
  readonly at: number
  readonly year: number | null
  /** what the header says this column is of; '' = the row or the whole table says it */
  readonly indicator: string
  readonly region: string
  readonly unit: string
  readonly status: number
}

/** A layout made ready for reading: where in a row to look for what. -1 = nowhere. */
export type Plan = {
  readonly isLong: boolean
  readonly isEurostat: boolean
  readonly isSdmx: boolean
  readonly regions: readonly RegionColumn[]
  readonly parents: readonly number[]
  readonly levelHint: string | null
  readonly indicators: readonly number[]
  /** whether the indicator columns name one thing twice (code and name), instead of together */
  readonly isNamedTwice: boolean
  /** JSON-stat: by column, the code of each label */
  readonly codesOf: ReadonlyMap<number, ReadonlyMap<string, string>>
  /** JSON-stat: the unit of each label of the metric */
  readonly unitOf: ReadonlyMap<string, string> | null
  readonly unit: number
  readonly multiplier: number
  readonly year: number
  readonly source: number
  readonly note: number
  readonly action: number
  readonly values: readonly ValueColumn[]
  readonly constant: LayoutChoice['constant']
}

const levels: readonly (string | null)[] = [null, 'country', 'province', 'city', 'county']

export function compileLayout(choice: LayoutChoice, json: JsonStatSet | undefined): Plan {
  const { columns, layout, constant } = choice
  const all = (role: string) => columns.flatMap((column, c) => (column.role === role ? [c] : []))
  const first = (role: string) => all(role)[0] ?? -1
  const titleOf = (c: number) => columns[c]?.title ?? ''
  const isLong = longLayouts.has(layout)
  const statuses = all('status')
  const regionTitles = all('region').map(titleOf)
  const rank = Math.max(0, ...regionTitles.map(rankOfTitle))
  const codesOf = new Map(
    (layout === 'json-stat' ? (json?.dimensions ?? []) : []).map(({ categories }, c) => [
      c,
      new Map(categories.map(({ label, code }) => [label, code])),
    ]),
  )
  const metric = json?.dimensions.findIndex((one) => one.role === 'metric') ?? -1
  const unitOf = new Map(
    (json?.dimensions[metric]?.categories ?? []).flatMap(({ label, unit }) =>
      unit ? [[label, unit] as const] : [],
    ),
  )
  const indicators = all('indicator')
  const values = all('value')
  return {
    isLong,
    isEurostat: layout === 'eurostat',
    isSdmx: layout === 'sdmx-csv',
    regions: all('region').map((at) => ({
      at,
      language: languageOfTitle(titleOf(at)),
      isCode: isCodeTitle(titleOf(at)),
    })),
    // The nearest region above a region is the last of them.
    parents: all('regionParent').sort((a, b) => rankOfTitle(titleOf(a)) - rankOfTitle(titleOf(b))),
    levelHint: levels[rank] ?? null,
    indicators,
    isNamedTwice: layout !== 'sdmx-csv' && indicators.filter((c) => isCodeTitle(titleOf(c))).length > 0,
    codesOf,
    unitOf: unitOf.size > 0 ? unitOf : null,
    unit: first('unit'),
    multiplier: first('multiplier'),
    year: first('year'),
    source: first('source'),
    note: first('note'),
    action: first('action'),
    values: (isLong ? values.slice(0, 1) : values).map((at) => {
      const { year, name, unit } = titleParts(titleOf(at))
      const isRegion = layout === 'regions-across'
      // A status stands behind the figures it is of; a single one is of all.
      const next = values.find((other) => other > at) ?? columns.length
      const own = statuses.find((c) => c > at && c < next)
      return {
        at,
        year,
        indicator: isLong || isRegion ? '' : name,
        region: isRegion ? name : '',
        unit: isLong ? '' : unit,
        status: own ?? (statuses.length === 1 ? (statuses[0] ?? -1) : -1),
      }
    }),
    constant,
  }
}

/** The dimensions in the first column of a table of Eurostat: area, unit, and the rest, which names the indicator. */
export function eurostatDimensions(title: string): (cell: RawCell) => {
  readonly region: string
  readonly indicator: string
  readonly unit: string
  readonly isAnnual: boolean
} {
  const ids = (eurostatHeader.exec(title.replaceAll(' ', ''))?.[1] ?? '').toLowerCase().split(',')
  return (cell) => {
    const parts = textOf(cell).split(',')
    const of = (id: string) => parts[ids.indexOf(id)]?.trim() ?? ''
    const rest = ids.flatMap((id, i) =>
      ['freq', 'unit', 'geo'].includes(id) ? [] : [parts[i]?.trim() ?? ''],
    )
    return {
      region: of('geo') || (parts.at(-1)?.trim() ?? ''),
      indicator: rest.filter((part) => part !== '').join(', '),
      unit: of('unit'),
      isAnnual: !ids.includes('freq') || of('freq') === 'A',
    }
  }
}
