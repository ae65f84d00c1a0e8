import { exponentWith, isOneMeasure } from '@/core/units/units'
import type {
  ImportProblemCode,
  ImportSettings,
  KnownIndicator,
  KnownRegion,
  NameMatch,
  NewIndicator,
  NewRegion,
  UnitMatch,
} from '../../schema'
import { indexIndicators } from './match-indicator'
import { indexRegions } from './match-region'
import { bilingual, codeGiver, isCode, slugOf } from './new-codes'
import { isHan, normaliseName } from './normalise-name'

export type Known = {
  readonly regions: readonly KnownRegion[]
  readonly indicators: readonly KnownIndicator[]
  /** normalised name -> code */
  readonly regionAliases: ReadonlyMap<string, string>
  readonly indicatorAliases: ReadonlyMap<string, string>
  /** where new indicators go when nobody said */
  readonly firstArea: string | null
}

type Text = { readonly text: string; readonly language: 'en' | 'zh' | null; readonly isCode: boolean }

/** A region or an indicator of the file. `code` is ours or the one it will get; null = its values are not taken. */
export type Entry = {
  readonly match: Omit<NameMatch, 'count'>
  readonly code: string | null
  readonly problem: ImportProblemCode | null
  readonly params: Readonly<Record<string, string | number>>
  count: number
  /** how many of its values say so, as a power of ten; of regions always 0 */
  readonly exponent: number
  /** unit that decides which marks a number may bear */
  readonly unit: string
}

/** `sibling` is the name in the file, which several new indicators may share. */
type Sibling = NewIndicator & { readonly sibling: string }

const isSettled = (how: NameMatch['how']) =>
  how === 'code' || how === 'name' || how === 'alias' || how === 'chosen'

/** Turns what rows say of regions and indicators into codes of ours, each text once. */
export function resolver(known: Known, settings: ImportSettings) {
  const regions = indexRegions(known.regions, known.regionAliases)
  const indicators = indexIndicators(known.indicators, known.indicatorAliases)
  const levelOf = new Map(known.regions.map(({ code, level }) => [code, level]))
  const regionCodes = codeGiver(known.regions.map(({ code }) => code))
  const indicatorCodes = codeGiver(known.indicators.map(({ code }) => code))
  const regionEntries = new Map<string, Entry>()
  const indicatorEntries = new Map<string, Entry>()
  const newRegions: NewRegion[] = []
  const newIndicators: Sibling[] = []
  const unitMatches: UnitMatch[] = []
  /** by name in the file: the units it came in, and what was made of each */
  const siblings = new Map<
    string,
    { readonly unit: string; readonly code: string | null; readonly isNew: boolean }[]
  >()

  /** @param levelHint what the title of the column says; @param parents the nearest last; @param isAbove others stand below it */
  const region = (
    texts: readonly Text[],
    parents: readonly string[],
    levelHint: string | null,
    isAbove = false,
  ): Entry => {
    const above = parents.flatMap((text) => (text === '' ? [] : [parentEntry(text)]))
    // A total or a group such as East stands above regions, but is none.
    const real = above.filter(({ match }) => match.how !== 'skipped' && match.offer !== 'skip')
    const nearest = above.at(-1)
    const cells = texts.map(({ text }) => text).filter((text) => text !== '')
    const name = texts.find(({ text, isCode: code }) => text !== '' && !code)?.text ?? cells[0] ?? ''
    const shown = nearest ? `${name}, ${nearest.match.text}` : name
    const plain = normaliseName(shown)
    // Another region of the same name above which the same stands is told apart by all that its row says.
    const isTaken = regionEntries.has(plain) && cells.length > 1
    const text = isTaken ? `${shown} [${cells.filter((cell) => cell !== name).join(', ')}]` : shown
    const key = isTaken ? normaliseName(text) : plain
    const held = regionEntries.get(key)
    if (held) return held
    const codes = real.map(({ code }) => code)
    const found = regions.find(
      { cells, parents: codes, level: levelHint, isAbove },
      key,
      settings.regions?.[key],
    )
    const waits = real.find(({ code }) => code === null)
    const code = isSettled(found.how)
      ? found.code
      : found.how === 'new' && !waits
        ? addRegion(texts, real.at(-1)?.code ?? null, levelHint)
        : null
    const problem = code === null ? problemOf(found.how, 'Region') : null
    const entry: Entry = {
      match: {
        text,
        key,
        how: found.how,
        code: found.how === 'new' ? code : found.code,
        candidates: found.candidates,
        offer: found.offer ?? null,
      },
      code,
      problem: found.how === 'new' && waits ? waits.problem : problem,
      params: { name: found.how === 'new' && waits ? waits.match.text : text },
      count: 0,
      exponent: 0,
      unit: '',
    }
    regionEntries.set(key, entry)
    return entry
  }

  const parentEntry = (text: string): Entry =>
    regionEntries.get(normaliseName(text)) ??
    region([{ text, language: null, isCode: false }], [], null, true)

  const addRegion = (texts: readonly Text[], parent: string | null, levelHint: string | null): string => {
    const name = bilingual(texts.filter((one) => !one.isCode))
    const said = texts.find((one) => isCode(one.text) && (one.isCode || /\d/.test(one.text)))?.text
    const prefix = parent === null ? '' : `${parent}-`
    const code = said ? regionCodes.give('', said) : regionCodes.give(prefix, slugOf(name.en))
    const level = settings.newRegionLevel ?? levelHint ?? levelBelow(levelOf.get(parent ?? ''))
    const gbCode = said && /^\d{6}$/.test(said) ? said : null
    newRegions.push({ code, gbCode, name: name.en || name.zh ? name : { en: code, zh: '' }, level, parent })
    levelOf.set(code, level)
    return code
  }

  /**
   * @param texts names and codes of the indicator, the one that is shown first
   * @param power of ten that the file says beside the unit; null = it says none
   */
  const indicator = (texts: readonly string[], unit: string, power: number | null): Entry => {
    const [name = ''] = texts
    const base = normaliseName(name)
    const before = siblings.get(base) ?? []
    const alike = before.find((one) => isOneMeasure(unit, one.unit))
    const isFirst = before.length === 0
    const text = isFirst || alike?.unit === before[0]?.unit ? name : `${name} (${alike?.unit ?? unit})`
    const key = normaliseName(text)
    const place = `${key}\u0001${unit}\u0001${power}`
    const held = indicatorEntries.get(place)
    if (held) return held
    const found = indicators.find(
      text === name ? [...texts.slice(1), name] : [text, ...texts.slice(1), name],
      key,
      settings.indicators?.[key],
    )
    const isNew = found.how === 'new'
    const code = isSettled(found.how)
      ? found.code
      : isNew
        ? (alike?.code ?? addIndicator(texts, text, unit, base))
        : null
    const ours = isNew ? [alike?.unit ?? unit] : code ? indicators.unitsOf(code) : []
    const unitKey = unitKeyOf(key, unit, power)
    const from = settings.units?.[unitKey] ?? unit
    const to =
      ours.find((one) => one !== '' && isHan(one) === isHan(from)) ?? ours.find((one) => one !== '') ?? ''
    const exponent = code === null ? 0 : exponentWith(from, power, ours)
    if (code !== null && (from !== '' || ours.some((one) => one !== ''))) {
      unitMatches.push({ indicator: text, key: unitKey, from, to, exponent })
    }
    const problem =
      code === null ? problemOf(found.how, 'Indicator') : exponent === null ? 'unknownUnit' : null
    const entry: Entry = {
      match: {
        text,
        key,
        how: found.how,
        code: isNew ? code : found.code,
        candidates: found.candidates,
        offer: found.offer ?? null,
      },
      code: problem ? null : code,
      problem,
      params: problem === 'unknownUnit' ? { name: text, from, to } : { name: text },
      count: 0,
      exponent: exponent ?? 0,
      unit: from === '' ? to : from,
    }
    indicatorEntries.set(place, entry)
    if (!alike) siblings.set(base, [...before, { unit, code, isNew }])
    return entry
  }

  const addIndicator = (texts: readonly string[], text: string, unit: string, sibling: string): string => {
    const said = texts.find((one) => isCode(one) && /\d|[._]/.test(one) && one === one.toUpperCase())
    const names = [text, ...texts.filter((one) => one !== said)].map((one) => ({ text: one, language: null }))
    const name = bilingual(names)
    const code = said
      ? indicatorCodes.give('', said)
      : indicatorCodes.give('', slugOf(name.en) || (isHan(text) ? 'N' : ''))
    const short = unit.slice(0, 100)
    newIndicators.push({
      code,
      name: name.en || name.zh ? name : { en: code, zh: '' },
      unit: isHan(short) ? { en: '', zh: short } : { en: short, zh: '' },
      area: settings.newIndicatorArea ?? known.firstArea,
      sibling,
    })
    return code
  }

  return {
    region,
    indicator,
    names: { isRegion: regions.isRegion, isIndicator: indicators.isIndicator },
    regionMatches: () => listed(regionEntries.values()),
    indicatorMatches: () => listed(indicatorEntries.values()),
    unitMatches: () => unitMatches,
    newRegions: () => newRegions,
    newIndicators: () => newIndicators.map((one) => withUnitInName(one, newIndicators)),
  }
}

export type Resolver = ReturnType<typeof resolver>

/** A decision on a unit holds for the figures of the indicator that came in that unit, and for no others. */
function unitKeyOf(key: string, unit: string, power: number | null): string {
  const said = power === null ? unit : `${unit} 10^${power}`
  return said === '' ? key : `${key} [${said}]`
}

function problemOf(how: NameMatch['how'], what: 'Region' | 'Indicator'): ImportProblemCode | null {
  if (how === 'skipped') return null
  return how === 'guess' ? `unconfirmed${what}` : `unknown${what}`
}

/** The first of several indicators of one name had no need of its unit in the name when it was met. */
function withUnitInName({ sibling, ...one }: Sibling, all: readonly Sibling[]): NewIndicator {
  const isAlone = all.filter((other) => other.sibling === sibling).length < 2
  const unit = one.unit.en || one.unit.zh
  const add = (name: string) =>
    name === '' || name.endsWith(`(${unit})`) || unit === '' ? name : `${name} (${unit})`
  return isAlone ? one : { ...one, name: { en: add(one.name.en), zh: add(one.name.zh) } }
}

/** Names by key: an indicator that comes in two units of one measure is one name. */
function listed(entries: Iterable<Entry>): readonly NameMatch[] {
  const byKey = new Map<string, NameMatch>()
  for (const { match, count } of entries) {
    byKey.set(match.key, { ...match, count: count + (byKey.get(match.key)?.count ?? 0) })
  }
  return [...byKey.values()]
}

function levelBelow(level: string | undefined): string {
  const below: Readonly<Record<string, string>> = {
    country: 'province',
    province: 'city',
    state: 'county',
    city: 'county',
    nuts1: 'nuts2',
    nuts2: 'nuts3',
  }
  return below[level ?? ''] ?? 'other'
}
