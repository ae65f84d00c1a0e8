import type { LayoutChoice, RawRow } from '../../schema'
import type { Entry, Resolver } from '../match/resolve'
import { textOf } from './cells'
import { eurostatDimensions, type Plan, type ValueColumn } from './compile'
import { splitUnit } from './title-parts'

const apart = '\u0001'
/** Dimensions that stand for "all" or "not applicable" in SDMX say nothing about the indicator. */
const saysNothing = /^_[TZXU]$/u

const codeLike = /^[A-Z0-9][A-Z0-9._-]*$/u

export type Said = {
  readonly region: string
  readonly indicator: string
  readonly unit: string
  readonly isAnnual: boolean
}
type Named = { readonly names: readonly string[]; readonly unit: string }
const saidNothing: Said = { region: '', indicator: '', unit: '', isAnnual: true }

/** What a row and its columns say of region and indicator, each text resolved once. */
export function sayer(plan: Plan, choice: LayoutChoice, resolve: Resolver) {
  const regionEntries = new Map<string, Entry>()
  const indicatorEntries = new Map<string, Entry>()
  const dimensions = plan.isEurostat ? eurostatDimensions(choice.columns[0]?.title ?? '') : null

  // Rows that follow each other are mostly of the same region or indicator: then nothing has to be looked up.
  const regionCells = [...plan.regions.map(({ at }) => at), ...plan.parents]
  const indicatorCells = [...plan.indicators, plan.unit, plan.multiplier].filter((at) => at >= 0)
  let lastRegion: { readonly row: RawRow; readonly entry: Entry } | null = null
  let lastIndicator: { readonly row: RawRow; readonly column: ValueColumn; readonly entry: Entry } | null =
    null

  const row = (one: RawRow): Said => (dimensions ? dimensions(one.cells[0] ?? null) : saidNothing)

  const region = (one: RawRow, column: ValueColumn, said: Said): Entry | null => {
    if (said.region !== '' || column.region !== '') return known(said.region || column.region)
    if (plan.regions.length === 0) return known(plan.constant.region ?? '')
    if (lastRegion && isAlike(one, lastRegion.row, regionCells)) return lastRegion.entry
    const entry = regionOf(one)
    if (entry) lastRegion = { row: one, entry }
    return entry
  }

  const regionOf = (one: RawRow): Entry | null => {
    let place = ''
    for (const { at } of plan.regions) place += `${apart}${textOf(one.cells[at])}`
    if (place.length === plan.regions.length) return known(plan.constant.region ?? '')
    for (const at of plan.parents) place += `${apart}${textOf(one.cells[at])}`
    const held = regionEntries.get(place)
    if (held) return held
    const texts = plan.regions.flatMap(({ at, language, isCode }) => {
      const text = textOf(one.cells[at])
      const code = plan.codesOf.get(at)?.get(text)
      const named = { text, language, isCode }
      return code && code !== text ? [named, { text: code, language: null, isCode: true }] : [named]
    })
    const split = plan.isSdmx ? texts.flatMap(splitLabel) : texts
    const entry = resolve.region(
      split,
      plan.parents.map((at) => textOf(one.cells[at])),
      plan.levelHint,
    )
    regionEntries.set(place, entry)
    return entry
  }

  const known = (text: string): Entry | null => {
    if (text === '') return null
    const held = regionEntries.get(text)
    if (held) return held
    const entry = resolve.region([{ text, language: null, isCode: plan.isEurostat }], [], null)
    regionEntries.set(text, entry)
    return entry
  }

  const indicator = (one: RawRow, column: ValueColumn, said: Said): Entry | null => {
    if (
      dimensions === null &&
      lastIndicator?.column === column &&
      isAlike(one, lastIndicator.row, indicatorCells)
    ) {
      return lastIndicator.entry
    }
    const entry = indicatorOf(one, column, said)
    if (entry) lastIndicator = { row: one, column, entry }
    return entry
  }

  const indicatorOf = (one: RawRow, column: ValueColumn, said: Said): Entry | null => {
    const own = plan.unit < 0 ? '' : textOf(one.cells[plan.unit])
    const power = plan.multiplier < 0 ? '' : textOf(one.cells[plan.multiplier])
    let place = `${column.indicator}${apart}${column.unit}${apart}${own}${apart}${power}${apart}${said.indicator}${apart}${said.unit}`
    for (const at of plan.indicators) place += `${apart}${textOf(one.cells[at])}`
    const held = indicatorEntries.get(place)
    if (held) return held
    const names = indicatorNames(one, column, said)
    if (!names) return null
    const unit = column.unit || own || said.unit || names.unit || plan.constant.unit || ''
    const entry = resolve.indicator(names.names, labelOf(unit), powerOf(power))
    indicatorEntries.set(place, entry)
    return entry
  }

  const indicatorNames = (one: RawRow, column: ValueColumn, said: Said): Named | null => {
    const at = plan.indicators.filter((c) => {
      const text = textOf(one.cells[c])
      return text !== '' && !saysNothing.test(text.split(':')[0] ?? '')
    })
    const cells = at.map((c) => textOf(one.cells[c]))
    const unit = cells.map((cell) => plan.unitOf?.get(cell)).find((found) => found !== undefined) ?? ''
    if (said.indicator !== '') return { names: [said.indicator], unit }
    if (cells.length === 0) {
      const named = column.indicator || plan.constant.indicator
      return named ? { names: [named], unit } : null
    }
    if (plan.isNamedTwice) {
      const [name, ...more] = [...cells].sort((a, b) => Number(codeLike.test(a)) - Number(codeLike.test(b)))
      return withUnit(name ?? '', more, unit)
    }
    const parts = column.indicator === '' ? cells : [...cells, column.indicator]
    if (parts.length > 1) return { names: [parts.map(labelOf).join(', ')], unit }
    const [first = ''] = parts
    // "ST01: R&D intensity" is known by its code or its label.
    const code = first === labelOf(first) ? plan.codesOf.get(at[0] ?? -1)?.get(first) : first.split(':')[0]
    return withUnit(labelOf(first), code ? [code] : [], unit)
  }

  return { row, region, indicator }
}

/** "地区生产总值(亿元)" names unit and all. */
function withUnit(name: string, more: readonly string[], unit: string): Named {
  const split = splitUnit(name)
  return split.unit === ''
    ? { names: [name, ...more], unit }
    : { names: [split.name, name, ...more], unit: unit || split.unit }
}

function isAlike(a: RawRow, b: RawRow, cells: readonly number[]): boolean {
  for (const at of cells) if (a.cells[at] !== b.cells[at]) return false
  return true
}

/** "CN-GD: Guangdong" as SDMX-CSV writes code and label together. */
function splitLabel(one: { text: string; language: 'en' | 'zh' | null; isCode: boolean }) {
  const [, code, label] = /^([\w.-]+): (.+)$/u.exec(one.text) ?? []
  return code && label
    ? [
        { ...one, text: code, isCode: true },
        { ...one, text: label, isCode: false },
      ]
    : [one]
}

/** "6" and "6: Millions" say a power of ten; null = nothing is said. */
function powerOf(text: string): number | null {
  const said = text.split(':')[0]?.trim() ?? ''
  const power = Number(said)
  return said !== '' && Number.isInteger(power) ? power : null
}

const labelOf = (text: string) => text.replace(/^[\w.-]+: (?=.)/u, '')
