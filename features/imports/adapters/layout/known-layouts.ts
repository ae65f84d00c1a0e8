import type { FileKind, Layout, RawRow, Role } from '../../schema'
import type { JsonStatSet } from '../read/opened-file'
import { textOf } from './cells'
import { headerForm, roleOfTitle } from './header-words'
import { readYear } from './read-year'
import { joint, titleParts } from './title-parts'

/** Layouts of one value a row. */
export const longLayouts: ReadonlySet<Layout> = new Set<Layout>(['long', 'sdmx-csv', 'json-stat', 'pack'])

/** The first cell of a collection pack begins with it. */
export const packMark = 'pentad-pack'

/** `freq,unit,geo\TIME_PERIOD`: the dimensions of a row, joined in one column. */
export const eurostatHeader = /^([a-z0-9_]+(?:,[a-z0-9_]+)*)\\time(?:_period)?$/iu

const idOf = (title: string) => (title.split(':')[0] ?? '').trim().toUpperCase()

/**
 * The layout of a publisher that the header gives away, or null.
 *
 * @see SDMX-CSV field guide 1.0 and 2.0 (SDMX Technical Working Group); Eurostat, API FAQ, TSV data format; World Bank,
 *      WDI download; Our World in Data, grapher downloads; data.stats.gov.cn, table download
 */
export function knownLayout(
  titles: readonly string[],
  rows: readonly RawRow[],
  kind: FileKind,
  hasPreamble: boolean,
): Layout | null {
  if (kind === 'json-stat') return 'json-stat'
  if ((titles[0] ?? '').startsWith(packMark)) return 'pack'
  if (eurostatHeader.test((titles[0] ?? '').replaceAll(' ', ''))) return 'eurostat'
  const ids = titles.map(idOf)
  const isStructured = /^(?:DATAFLOW|STRUCTURE(?:\[.*\])?)$/u.test(ids[0] ?? '')
  if (ids.includes('OBS_VALUE') && (isStructured || ids.includes('TIME_PERIOD'))) return 'sdmx-csv'
  const forms = titles.map(headerForm)
  const has = (...some: string[]) => some.some((one) => forms.includes(one))
  const years = titles.filter((title) => titleParts(title).year !== null && roleOfTitle(title) === null)
  if (
    has('country name') &&
    has('country code') &&
    has('indicator name', 'series name') &&
    years.length > 0
  ) {
    return 'world-bank'
  }
  if (forms[0] === 'entity' && forms.includes('year')) return 'owid'
  const isChinese = years.some((title) => title.includes('年')) || roleOfTitle(titles[0] ?? '') === 'region'
  const heads = rows.slice(0, 4).some((row) => /^(?:数据库|指标|时间)\s*[:：]/u.test(textOf(row.cells[0])))
  if (years.length > 0 && (heads || (hasPreamble && isChinese && /[\u4e00-\u9fff]/u.test(titles.join(''))))) {
    return 'bureau'
  }
  return null
}

const sdmxIds: Readonly<Record<string, Role>> = {
  ACTION: 'action',
  REF_AREA: 'region',
  REFERENCE_AREA: 'region',
  GEO: 'region',
  LOCATION: 'region',
  COUNTRY: 'region',
  AREA: 'region',
  REGION: 'region',
  TERRITORY: 'region',
  TIME_PERIOD: 'year',
  TIME: 'year',
  OBS_VALUE: 'value',
  OBS_STATUS: 'status',
  OBS_FLAG: 'status',
  UNIT_MULT: 'multiplier',
  UNIT_MULTIPLIER: 'multiplier',
  UNIT_MEASURE: 'unit',
  UNIT: 'unit',
  COMMENT_OBS: 'note',
  OBS_COMMENT: 'note',
  OBS_NOTE: 'note',
  COMMENT: 'note',
  NOTE: 'note',
  SOURCE: 'source',
  SOURCE_DETAIL: 'source',
  DATA_SOURCE: 'source',
  SOURCE_AGENCY: 'source',
}
const sdmxIgnored =
  /^(?:DATAFLOW|STRUCTURE.*|KEY|SERIES_KEY|OBS_KEY|LAST UPDATE|FREQ|FREQUENCY|TIME_FORMAT|DECIMALS|CONF_STATUS|OBS_CONF|CONF_STATUS_OBS)$/u

/** Dimensions that are neither area, time nor frequency name the indicator, one or several together. */
export function sdmxRoles(titles: readonly string[]): readonly Role[] {
  const ids = titles.map(idOf)
  const value = ids.indexOf('OBS_VALUE')
  return ids.map((id, c) => {
    const known = sdmxIds[id]
    if (known) return known
    const name = (titles[c] ?? '').split(':')[0]?.trim() ?? ''
    // With labels=name a column of labels, "Reference area", follows that of the codes.
    if (sdmxIgnored.test(id) || /^[A-Z][a-z]/u.test(name) || !/^[\w-]+$/u.test(name)) return 'ignore'
    return c < value ? 'indicator' : 'ignore'
  })
}

const packKeys: Readonly<Record<string, Role>> = {
  [packMark]: 'region',
  indicator: 'indicator',
  year: 'year',
  value: 'value',
  status: 'status',
  source: 'source',
  note: 'note',
}

/** The first row of a pack, hidden to people, says what its columns are. */
export function packRoles(titles: readonly string[]): readonly Role[] {
  return titles.map((title) => packKeys[title.split(joint)[0] ?? ''] ?? 'ignore')
}

/** What the file itself says of its dimensions; one with a single category says nothing about a value. */
export function jsonStatRoles(titles: readonly string[], json: JsonStatSet | undefined): readonly Role[] {
  const dimensions = json?.dimensions ?? []
  const isTaken = (role: 'geo' | 'time') => dimensions.some((one) => one.role === role)
  const roles = titles.map((title, c): Role => {
    const one = dimensions[c]
    if (!one) return roleOfTitle(title) ?? 'ignore'
    if (one.role === 'time') return 'year'
    if (one.role === 'geo') return 'region'
    if (one.role === 'metric') return 'indicator'
    const byTitle = roleOfTitle(one.id) ?? roleOfTitle(one.label)
    if (byTitle === 'region' && !isTaken('geo')) return 'region'
    const isYears = one.categories.every((category) => readYear(category.label) !== null)
    if ((byTitle === 'year' || isYears) && !isTaken('time')) return 'year'
    return one.categories.length === 1 ? 'ignore' : 'indicator'
  })
  return roles
}
