import { currencies, hanScales, scaleWords, type UnitWord, unitWords } from './unit-words'

export type Unit = {
  /** what is counted, per what: 'cny', 'cny/person' */
  readonly base: string
  /** power of ten of the base: 亿元 is 8 */
  readonly exponent: number
  /** the part of the exponent that stands before the word: of 万吨 it is 4, of 件/万人 it is 0 */
  readonly scale: number
  /** 'current', 'constant', 'constant 1997'; null = not said */
  readonly price: string | null
  /** what stands in front of the unit: "emission of dust (ton)" */
  readonly about: string
  /** whether what is counted is a word of our list, so that a text in parentheses may be taken for a unit */
  readonly isKnown: boolean
}

const longest = 120

const isHan = (text: string) => /[\u3400-\u9fff\uf900-\ufaff]/u.test(text)

/**
 * Reads a unit in either language: 万元, 元/人（当年价）, hundred million CNY (at 1997 price), 10,000 persons, MIO_EUR, ‰.
 * A word that is not known counts itself: 10k couple is 10^4 couple.
 *
 * @returns null when the text names nothing that could be counted
 */
export function parseUnit(text: string): Unit | null {
  if (text.length > longest) return null
  const plain = text
    .replace(/(?<=10)[⁰¹²³⁴-⁹]+/gu, (power) => `^${power}`)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*(?:计量单位|单位|units?)\s*:\s*/u, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const { rest, price } = takePrice(
    isCode(plain) ? plain.replaceAll('_', ' ').replace(/\bper\b/, 'pers') : plain,
  )
  const inside = /^(.*?) ?\(([^()]+)\)$/u.exec(rest)
  if (inside) {
    const [, outer = '', inner = ''] = inside
    const unit = core(inner) ?? afterComma(inner)
    if (unit?.isKnown && unit.base !== 'one' && outer !== '') return { ...unit, price, about: outer.trim() }
    // "persons (thousands)": the power stands behind.
    const behind = core(`${inner} ${outer}`)
    if (behind?.isKnown) return { ...behind, price, about: '' }
  }
  const found = core(rest) ?? afterComma(rest)
  const named = found?.isKnown ? found : (afterComma(rest) ?? found)
  return named && { about: '', ...named, price }
}

type Core = Omit<Unit, 'price' | 'about'> & { readonly about?: string }

const isCode = (text: string) => /^[a-z0-9]+(?:_[a-z0-9]+)+$/.test(text)

const pricePatterns: readonly RegExp[] = [
  /[,(]? ?(?:at|ar|in)? ?\b(current|constant(?: \d{4})?|\d{4}(?: constant)?) prices?\b ?\)?/u,
  /\b(current|constant(?: \d{4})?) (?=us\$|usd|\$|eur|cny|lcu|international)/u,
  /[,(]?(?:按)?((?:\d{4}年)?(?:当年|现行|不变|可比|固定|基期)?价)(?:格)?(?:计算)?\)?/u,
]

function takePrice(text: string): { rest: string; price: string | null } {
  for (const pattern of pricePatterns) {
    const found = pattern.exec(text)
    const [all = '', said = ''] = found ?? []
    if (!found || said === '价') continue
    const year = /\d{4}/.exec(said)?.[0]
    const isCurrent = /current|当年|现行/u.test(said)
    const rest = `${text.slice(0, found.index)} ${text.slice(found.index + all.length)}`
    const open = (rest.match(/\(/g) ?? []).length > (rest.match(/\)/g) ?? []).length
    return {
      rest: `${rest.trim()}${open ? ')' : ''}`.replace(/\( ?\)/gu, '').trim(),
      price: isCurrent ? 'current' : year ? `constant ${year}` : 'constant',
    }
  }
  return { rest: /^现价$/u.test(text) ? '' : text, price: null }
}

/** "services of durables, CNY per person": the unit stands behind the comma. */
function afterComma(text: string): Core | null {
  const comma = text.lastIndexOf(', ')
  if (comma < 0) return null
  const unit = core(text.slice(comma + 2))
  return unit?.isKnown ? { ...unit, about: text.slice(0, comma).trim() } : null
}

function core(text: string): Core | null {
  const plain = text.trim()
  if (/^(?:per cent|percent|pct|%) of .+/u.test(plain)) {
    return { base: 'share', exponent: -2, scale: 0, isKnown: true, about: plain.replace(/^.*? of /u, 'of ') }
  }
  const [over = '', under, ...more] = plain
    .replace(/^per (?:cent|mille)\b/u, (m) => m.replace(' ', ''))
    .split(/ ?\/ ?| per /u)
  if (over === '' || more.length > 0) return null
  const counted = counting(over)
  if (!counted) return null
  if (under === undefined) return { ...counted.word, scale: counted.scale, isKnown: counted.isKnown }
  const each = counting(under)
  if (!each) return null
  return {
    base: `${counted.word.base}/${each.word.base}`,
    exponent: counted.word.exponent - each.word.exponent,
    scale: counted.scale,
    isKnown: counted.isKnown,
  }
}

type Counted = { readonly word: UnitWord; readonly scale: number; readonly isKnown: boolean }

/** A power of ten and what it counts. */
function counting(text: string): Counted | null {
  const plain = text.trim()
  const known = wordOf(plain)
  if (known) return { word: known, scale: 0, isKnown: true }
  return isHan(plain) ? hanCounting(plain) : englishCounting(plain)
}

function wordOf(text: string): UnitWord | undefined {
  if (text === 'percent' || text === 'permille')
    return { base: 'share', exponent: text === 'percent' ? -2 : -3 }
  return unitWords.get(text)
}

function hanCounting(text: string): Counted | null {
  const found = /^(10\^\d{1,2}|10*)?([十百千万亿]*)(.*)$/u.exec(text.replaceAll(/[ ,]/gu, ''))
  const [, digits = '', scales = '', rest = ''] = found ?? []
  const power = (powerOf(digits) ?? 0) + [...scales].reduce((sum, c) => sum + (hanScales[c] ?? 0), 0)
  if (digits === '' && scales === '')
    return rest === '' ? null : { word: { base: rest, exponent: 0 }, scale: 0, isKnown: false }
  const known = wordOf(rest)
  const base = known?.base ?? (rest === '' ? 'one' : rest)
  return {
    word: { base, exponent: power + (known?.exponent ?? 0) },
    scale: power,
    isKnown: known !== undefined || [...rest].length <= 1,
  }
}

function englishCounting(text: string): Counted | null {
  const currency = currencies.exec(text)?.[1]
  // "CNY 100 million" and "US$ million" say first what they count.
  const turned =
    currency && text.length > currency.length ? `${text.slice(currency.length)} ${currency}` : text
  const tokens = turned
    .replaceAll(/(\d),(?=\d{3})/gu, '$1')
    .replaceAll(
      /(\d)(k|m|bn)\b/gu,
      (_all, digit, letter) => `${digit} ${letter === 'm' ? 'million' : letter}`,
    )
    .split(' ')
    .filter((token) => token !== '')
  let power = 0
  let from = 0
  for (const token of tokens) {
    const scale = powerOf(token) ?? scaleWords.get(token)
    if (scale === undefined) break
    power += scale
    from += 1
  }
  const rest = tokens.slice(tokens[from] === 'of' ? from + 1 : from).join(' ')
  if (rest === '')
    return from === 0 ? null : { word: { base: 'one', exponent: power }, scale: power, isKnown: true }
  const known = wordOf(rest)
  if (known)
    return { word: { base: known.base, exponent: power + known.exponent }, scale: power, isKnown: true }
  const base = rest.length > 3 ? rest.replace(/s$/u, '') : rest
  return { word: { base, exponent: power }, scale: power, isKnown: from > 0 && !rest.includes(' ') }
}

/** 10000 and 10^4 are 4; null = no power of ten */
function powerOf(text: string): number | null {
  if (/^10\^\d{1,2}$/.test(text)) return Number(text.slice(3))
  return /^10*$/.test(text) ? text.length - 1 : null
}

const same = (a: string, b: string) => key(a) === key(b)
const key = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/[\s_]/gu, '')

/** Whether figures at one price basis may stand as those of another: what is not said is taken for current prices. */
const isSamePrice = (a: string | null, b: string | null) => (a ?? 'current') === (b ?? 'current')

/**
 * The power of ten that leads from a unit to ours.
 *
 * @param from as the file says it; empty = it says nothing, and ours is meant
 * @param ours our unit, in each language
 * @returns null when nobody knows: another base, or another price basis
 */
export function exponentBetween(from: string, ours: readonly string[]): number | null {
  if (from.trim() === '' || ours.some((one) => same(one, from))) return 0
  const theirs = parseUnit(from)
  if (!theirs) return null
  for (const one of ours) {
    const unit = parseUnit(one)
    if (unit && unit.base === theirs.base && isSamePrice(unit.price, theirs.price))
      return theirs.exponent - unit.exponent
  }
  return null
}

/** Whether two units of a file are of one thing: "emission of dust (ton)" and "emission of SO2 (ton)" are not. */
export function isOneMeasure(a: string, b: string): boolean {
  if (same(a, b)) return true
  return exponentBetween(a, [b]) !== null && same(parseUnit(a)?.about ?? '', parseUnit(b)?.about ?? '')
}

/**
 * The power of ten that SDMX's UNIT_MULT and a unit leave between a figure and ours. UNIT_MULT counts what the unit
 * counts: 6 beside EUR is million EUR, and without a unit the thing that ours counts is meant (元 where ours is 亿元).
 *
 * @param from the unit as the file says it; empty = it says nothing
 * @param power UNIT_MULT; null = not said
 * @param ours our unit, in each language
 * @returns null when nobody knows, also when the unit says a power of ten itself: one of both may be the other's
 * @see SDMX, "Content-oriented guidelines", UNIT_MULT
 */
export function exponentWith(from: string, power: number | null, ours: readonly string[]): number | null {
  if (power === null) return exponentBetween(from, ours)
  if (from.trim() === '') {
    const unit = ours.map(parseUnit).find((one) => one !== null)
    return power - (unit?.scale ?? 0)
  }
  if (power !== 0 && (parseUnit(from)?.scale ?? 0) !== 0) return null
  const between = exponentBetween(from, ours)
  return between === null ? null : between + power
}

const markPowers: Readonly<Record<string, number>> = { 千: 3, 万: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 }

/**
 * The marks that may stand behind a number in this unit, as powers of ten of the unit; see `parseNumber`. In 亿元 "1.2万亿"
 * is 12,000 and "5000万" is 0.5; in % "3‰" is 0.3. The 万 of 件/万人 says nothing of the number itself.
 *
 * @param unit in either language
 */
export function marksOf(unit: string): Readonly<Record<string, number>> {
  const parsed = parseUnit(unit)
  if (!parsed) return { '%': 0 }
  if (parsed.base.startsWith('share')) {
    return { '%': -2 - parsed.exponent, '‰': -3 - parsed.exponent, '‱': -4 - parsed.exponent }
  }
  if (parsed.base === 'ratio') return { '%': -2, '‰': -3 }
  if (!parsed.isKnown) return {}
  return Object.fromEntries(Object.entries(markPowers).map(([mark, power]) => [mark, power - parsed.scale]))
}
