import type { Reason } from '@/core/checks/finding'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatObserved, formatPercent, formatSigned, observedFormat } from '@/lib/format'
import type { CheckRow, RuleInfo } from '../schema'

type IndicatorInfo = CheckRow['indicator']
type Translate = (key: string, values?: Record<string, string | number>) => string

export type ExplainContext = {
  /** speaks the namespace `quality` */
  readonly t: Translate
  readonly locale: string
  readonly rules: readonly RuleInfo[]
  /** name of the region at a place of the panel */
  readonly regionAt: (place: number) => string
}

/** From here a ratio is said as a factor: "× 4.2" is clearer than "+320%". */
const factorFrom = 3
/** Digits of numbers that are not observations: enough to compare them with one. */
const significantDigits = 4

/** A calculated value in the unit of the indicator; its digits go by its size, not by the decimals of the indicator. */
function about(value: number, indicator: IndicatorInfo, locale: string): string {
  const size = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)))
  const decimals = Math.max(0, Math.min(8, significantDigits - 1 - size))
  return formatNumber(value, { ...observedFormat(indicator, locale), decimals, trim: true })
}

/** A value as it is stored where the decimals of the indicator would hide what is odd about it. */
export function exact(value: number, indicator: IndicatorInfo, locale: string): string {
  if (indicator.kind === 'milestone') return formatObserved(value, indicator, locale)
  const shown = Number(value.toFixed(indicator.decimals))
  const isHidden = Math.abs(shown - value) > 0.005 * Math.abs(value)
  return isHidden ? about(value, indicator, locale) : formatObserved(value, indicator, locale)
}

function changeWords(
  { isLog, change }: { readonly isLog: boolean; readonly change: number },
  indicator: IndicatorInfo,
  { t, locale }: ExplainContext,
): string {
  if (!isLog) {
    const value = formatSigned(change, {
      ...observedFormat(indicator, locale),
      decimals: indicator.decimals + 1,
      trim: true,
    })
    return t(change > 0 ? 'change.up' : 'change.down', {
      value: locale === 'zh' ? value.replace(/^[+−]/, '') : value,
    })
  }
  const ratio = Math.exp(change)
  const factor = (of: number) => formatNumber(of, { locale, decimals: of < 10 ? 1 : 0, trim: true })
  if (ratio >= factorFrom) return t('change.times', { factor: factor(ratio) })
  if (ratio <= 1 / factorFrom) return t('change.divided', { factor: factor(1 / ratio) })
  const value = formatSigned((ratio - 1) * 100, { locale, decimals: 0, unit: '%' })
  return t(ratio > 1 ? 'change.up' : 'change.down', {
    value: locale === 'zh' ? value.replace(/^[+−]/, '') : value,
  })
}

/** Why a value was found, in one sentence with its own figures. */
export function explain(
  reason: Reason,
  row: Pick<CheckRow, 'indicator' | 'value'>,
  context: ExplainContext,
): string {
  const { t, locale, regionAt, rules } = context
  const { indicator } = row
  const value = (of: number) => exact(of, indicator, locale)
  const calculated = (of: number) => about(of, indicator, locale)
  const times = (of: number) => formatNumber(of, { locale, decimals: of < 10 ? 1 : 0 })
  switch (reason.rule) {
    case 'hard-range':
      return t(reason.side > 0 ? 'why.above' : 'why.below', { limit: value(reason.limit) })
    case 'not-a-level':
      return t('why.notALevel')
    case 'plausible-range': {
      const { limit, side, outside, of } = reason
      if (outside > 1) return t('why.rangeWrong', { limit: value(limit), outside, of })
      return t(side > 0 ? 'why.abovePlausible' : 'why.belowPlausible', { limit: value(limit) })
    }
    case 'jump': {
      const words = {
        change: changeWords(reason, indicator, context),
        before: value(reason.before),
        beforeYear: String(reason.beforeYear),
        times: times(reason.times),
      }
      return reason.backYear === null
        ? t('why.jump', words)
        : t('why.jumpBack', { ...words, backYear: String(reason.backYear) })
    }
    case 'peer-outlier':
      return t('why.peerOutlier', { expected: calculated(reason.expected), times: times(reason.times) })
    case 'copied-forward':
      return t('why.copiedForward', {
        sinceYear: String(reason.sinceYear),
        share: formatPercent(reason.share, { locale, decimals: 1 }),
      })
    case 'target-heaping':
      return t('why.targetHeaping', { target: value(reason.target), count: reason.count, of: reason.of })
    case 'round-heaping':
      return t(reason.by === 'region' ? 'why.roundByRegion' : 'why.roundByYear', {
        count: reason.count,
        of: reason.of,
      })
    case 'parts-total': {
      const { parts, holds, of } = reason
      if (reason.relation === 'sum') return t('why.notSum', { parts, holds, of, sum: value(reason.low) })
      return t('why.notBetween', { parts, holds, of, low: value(reason.low), high: value(reason.high) })
    }
    case 'unit-slip': {
      const { power, expected, isLevel } = reason
      const key = power > 0 ? (isLevel ? 'tooLargeFrom' : 'tooLarge') : isLevel ? 'tooSmallFrom' : 'tooSmall'
      return t(`why.${key}`, {
        factor: formatNumber(10 ** Math.abs(power), { locale, decimals: 0 }),
        shifted: calculated((row.value ?? 0) / 10 ** power),
        expected: calculated(expected),
      })
    }
    case 'year-shift':
      return t('why.yearShift', { regions: reason.regions, change: changeWords(reason, indicator, context) })
    case 'wrong-sign':
      return t(row.value === 0 ? 'why.zero' : 'why.negative', { expected: calculated(reason.expected) })
    case 'swapped':
      return t('why.swapped', {
        other: regionAt(reason.otherRegion),
        otherValue: value(reason.otherValue),
      })
    case 'duplicate':
      return t('why.duplicate', { other: regionAt(reason.otherRegion), years: reason.years })
    case 'level-fell':
      return t('why.levelFell', { before: reason.before, beforeYear: String(reason.beforeYear) })
    case 'own': {
      const rule = rules.find(({ code }) => code === reason.code)
      return t('why.own', { name: rule ? pick(rule.name, locale) : reason.code })
    }
  }
}

/** The name of a rule: of one that Pentad brings, or of the installation. */
export function ruleName(code: string, { t, locale, rules }: Omit<ExplainContext, 'regionAt'>): string {
  const own = rules.find((rule) => rule.code === code)
  return own ? pick(own.name, locale) : t(`rule.${code}`)
}
