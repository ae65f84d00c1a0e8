import type { ProgressAssessment, ProgressStatus } from '@/core/progress/assess-progress'
import { type Bilingual, pick } from '@/lib/bilingual'
import { formatNumber, formatObserved, formatPace, formatPercent, formatSigned } from '@/lib/format'
import { statusMarks } from '@/lib/status'
import type { IndicatorInfo } from '../schema'
import type { Cell } from './document'

/** Finds a message by its full key and fills in its numbers and names. */
export type Translate = (key: string, params?: Record<string, string | number>) => string

/** Everything that turns the report's figures into one language. */
export type Words = ReturnType<typeof wordsOf>

export function wordsOf(locale: string, t: Translate) {
  const names = new Intl.ListFormat(locale, { type: 'conjunction' })
  const name = (text: Bilingual) => pick(text, locale)
  const status = (one: ProgressStatus) => t(`progress.${statusMarks[one].key}`)
  return {
    locale,
    t,
    name,
    status,
    list: (items: readonly string[]) => names.format(items),
    score: (value: number | null) => formatNumber(value, { locale, decimals: 1 }),
    points: (value: number) => formatSigned(value, { locale, decimals: 1 }),
    share: (value: number, decimals = 0) => formatPercent(value, { locale, decimals }),
    number: (value: number | null, decimals: number) => formatNumber(value, { locale, decimals }),
    observed: (value: number | null, indicator: IndicatorInfo) => formatObserved(value, indicator, locale),
    pace: (pace: number | null, indicator: IndicatorInfo, { pace: kind }: ProgressAssessment) =>
      formatPace(pace, indicator, { kind, locale, points: t('common.percentagePoints') }),
    /** a column of words beside the numbers: a text cell */
    text: (text: string, isStrong = false): Cell => ({ text, isStrong }),
    /** a figure: shown with its decimals, kept in full */
    figure: (value: number | null, decimals: number, more: Partial<Cell> = {}): Cell => ({
      text: formatNumber(value, { locale, decimals }),
      value,
      decimals,
      ...more,
    }),
    statusCell: (one: ProgressStatus): Cell => ({
      text: status(one),
      mark: { symbol: statusMarks[one].symbol, token: statusMarks[one].token },
    }),
  }
}
