import { useLocale, useTranslations } from 'next-intl'
import { pick } from '@/lib/bilingual'
import { formatPercent } from '@/lib/format'
import type { Overview } from '../schema'
import { groupYears } from './group-years'

/** What the figures rest on: working data, cut-off, share provisional, and what later years lack. */
export function DataStrip({ page }: { readonly page: Overview }) {
  const t = useTranslations('overview.strip')
  const locale = useLocale()
  const namesOf = (codes: readonly string[]) =>
    codes.flatMap((code) => {
      const state = page.areas.find((candidate) => candidate.area.code === code)
      return state ? [pick(state.area.name, locale)] : []
    })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <span className="flex flex-wrap gap-x-3">
      <span>{t('data')}</span>
      <span>{t('cutoff', { year: String(page.years.at(-1) ?? '') })}</span>
      <span>
        {t('provisional', { share: formatPercent(page.provisionalShare, { locale, decimals: 1 }) })}
      </span>
      {page.isShownYear &&
        groupYears(page.later).map(({ first, last, lacking }) => {
          const years = first === last ? String(first) : `${first}${locale === 'zh' ? '—' : '–'}${last}`
          const many = first === last ? 'no' : 'yes'
          return (
            <span key={first}>
              {lacking.length > 0
                ? t('later', { years, many, areas: list.format(namesOf(lacking)) })
                : t('laterComplete', { years, many })}
            </span>
          )
        })}
    </span>
  )
}
