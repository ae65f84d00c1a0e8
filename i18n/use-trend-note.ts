import { useLocale, useTranslations } from 'next-intl'

type Trend = { readonly otherSet: readonly number[]; readonly breaks: readonly number[] }

/** The years in which a line of scores stops being the same measure, in sentences; undefined where there are none. */
export function useTrendNote(trend: Trend | null): string | undefined {
  const t = useTranslations('movement')
  const locale = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const years = (of: readonly number[]) => list.format(of.map(String))
  const sentences = [
    ...(trend && trend.otherSet.length > 0 ? [t('otherSet', { years: years(trend.otherSet) })] : []),
    ...(trend && trend.breaks.length > 0 ? [t('breaks', { years: years(trend.breaks) })] : []),
  ]
  return sentences.length > 0 ? sentences.join(locale === 'zh' ? '' : ' ') : undefined
}
