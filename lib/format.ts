import { type Bilingual, pick } from './bilingual'

type NumberOptions = {
  readonly locale: string
  readonly decimals: number
  /** written after the number: % without a space, a Chinese unit without one, any other unit with a no-break space */
  readonly unit?: string | undefined
  /** `decimals` is a limit: zeros at the end are left out */
  readonly trim?: boolean | undefined
  /** + before a rise */
  readonly isSigned?: boolean | undefined
}

/** What stands where nothing was observed. Pages say "not observed" in words where there is room. */
export const notObservedMark = '–'

const numberFormats = new Map<string, Intl.NumberFormat>()

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${JSON.stringify(options)}`
  const known = numberFormats.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  numberFormats.set(key, made)
  return made
}

/** Intl writes a hyphen; beside figures a minus sign of a figure's width stands better. */
const withMinus = (text: string) => text.replace('-', '−')

function withUnit(text: string, unit: string | undefined): string {
  if (!unit) return text
  return /^[%‰°\u2e80-\u9fff]/.test(unit) ? `${text}${unit}` : `${text}\u00a0${unit}`
}

/** A number in the language of the page. Rounding happens here and only here. */
export function formatNumber(value: number | null, options: NumberOptions): string {
  if (value === null || !Number.isFinite(value)) return notObservedMark
  const format = numberFormat(options.locale, {
    minimumFractionDigits: options.trim ? 0 : options.decimals,
    maximumFractionDigits: options.decimals,
    // Never a sign before what is shown as 0.
    signDisplay: options.isSigned ? 'exceptZero' : 'negative',
  })
  return withUnit(withMinus(format.format(value)), options.unit)
}

/** A share of 1 as a percentage. */
export function formatPercent(
  share: number | null,
  options: Pick<NumberOptions, 'locale' | 'decimals'>,
): string {
  if (share === null || !Number.isFinite(share)) return notObservedMark
  const format = numberFormat(options.locale, {
    style: 'percent',
    minimumFractionDigits: options.decimals,
    maximumFractionDigits: options.decimals,
    signDisplay: 'negative',
  })
  return withMinus(format.format(share))
}

/** A change: + before a rise, − before a fall, no sign before 0. */
export function formatSigned(value: number | null, options: Omit<NumberOptions, 'isSigned'>): string {
  return formatNumber(value, { ...options, isSigned: true })
}

/**
 * A moment, to the minute on a 24-hour clock.
 *
 * @param iso a moment as ISO 8601
 * @param options `timeZone` is the reader's own unless given; a page drawn on the server gives one
 */
export function formatDateTime(
  iso: string,
  options: { readonly locale: string; readonly timeZone?: string },
): string {
  return new Intl.DateTimeFormat(options.locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: options.timeZone,
  }).format(new Date(iso))
}

/** What of an indicator says how its values are written. */
export type Measured = {
  readonly kind: string
  readonly decimals: number
  readonly unit: Bilingual
  readonly levels: readonly { readonly level: number; readonly wording: Bilingual }[]
}

/** Ratios, indices and scores are plain numbers: "1.23", never "1.23 ratio". */
const isPlainNumber = (unit: string) => /^(ratio|index|score|比值|比率|指数|得分|评分)/i.test(unit)

/** Options that write values of an indicator, with the unit where it is one that can follow a number. */
export function observedFormat({ kind, decimals, unit }: Measured, locale: string) {
  const word = pick(unit, locale)
  return {
    locale,
    decimals: kind === 'milestone' ? 0 : decimals,
    ...(word && !isPlainNumber(word) ? { unit: word } : {}),
  }
}

/**
 * The same indicator without a unit that is a word: where the unit stands in a subtitle or a header, a number that
 * repeats it cannot be read. A mark such as % stays.
 */
export function withShortUnit<T extends Measured>(measured: T): T {
  const isMark = [measured.unit.en, measured.unit.zh].every((unit) => /^[%‰°]?$/.test(unit))
  return isMark ? measured : { ...measured, unit: { en: '', zh: '' } }
}

/** A value of an indicator with its unit; of a milestone the level and its wording. */
export function formatObserved(value: number | null, measured: Measured, locale: string): string {
  const level = measured.kind === 'milestone' ? measured.levels.find((one) => one.level === value) : undefined
  if (level) return `${level.level} – ${pick(level.wording, locale)}`
  return formatNumber(value, observedFormat(measured, locale))
}

/** A value of an indicator where its unit stands elsewhere. A milestone has none, and its level needs its wording. */
export function formatFigure(value: number, measured: Measured, locale: string): string {
  return measured.kind === 'milestone'
    ? formatObserved(value, measured, locale)
    : formatNumber(value, { locale, decimals: measured.decimals })
}

type PaceOptions = {
  readonly kind: 'compound' | 'linear'
  readonly locale: string
  /** what a difference of two percentages is counted in */
  readonly points: string
}

/** A yearly pace of an indicator: compound in %, linear in its unit. */
export function formatPace(
  pace: number | null,
  measured: Measured,
  { kind, locale, points }: PaceOptions,
): string {
  if (kind === 'compound')
    return formatSigned(pace === null ? null : pace * 100, { locale, decimals: 1, unit: '%' })
  const { unit } = observedFormat(measured, locale)
  // One digit more than the values: a year's part of a change is small against them.
  return formatSigned(pace, { locale, decimals: measured.decimals + 1, unit: unit === '%' ? points : unit })
}
