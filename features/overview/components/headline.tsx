import { useLocale, useTranslations } from 'next-intl'
import { KeyFigure } from '@/components/ui/key-figure'
import { growthSince } from '@/core/progress/growth-since'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatFigure, formatSigned } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { IndicatorState, Overview } from '../schema'

/** Productivity, above the five areas: one figure per indicator in use. */
export function Headline({ page }: { readonly page: Overview }) {
  const t = useTranslations('overview.productivity')
  const query = selectionQuery(page.chosen.selection)
  return (
    <section className="mb-8 border-y border-line py-4" aria-labelledby="headline">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="headline">{t('title')}</h2>
        <Link href={`${routes.productivity}${query}`} className="text-sm">
          {t('all')}
        </Link>
      </div>
      <p className="prose-width text-sm text-ink-2">{t('explain')}</p>
      {page.headline.length === 0 && <p className="mt-3 text-sm text-ink-2">{t('none')}</p>}
      <dl className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {page.headline.map((state) => (
          <Figure key={state.indicator.code} state={state} query={query} />
        ))}
      </dl>
    </section>
  )
}

function movementOf(state: IndicatorState, locale: string): string | null {
  const { indicator, latest, before } = state
  const growth = indicator.kind === 'milestone' ? null : growthSince(latest, before, indicator.pace)
  if (!growth) return null
  return growth.kind === 'amount'
    ? formatSigned(growth.value, { locale, decimals: indicator.decimals })
    : formatSigned(growth.value, { locale, decimals: 1, unit: '%' })
}

function Figure({ state, query }: { readonly state: IndicatorState; readonly query: string }) {
  const t = useTranslations('common')
  const locale = useLocale()
  const { indicator, latest, before } = state
  const movement = movementOf(state, locale)
  const detail = latest && [
    [pick(indicator.unit, locale), latest.year].filter(Boolean).join(', '),
    ...(movement && before ? [t('changeFrom', { value: movement, year: String(before.year) })] : []),
    ...(state.rank === null ? [] : [t('rankOf', { rank: state.rank, count: state.rankedCount })]),
  ]
  return (
    <KeyFigure
      name={
        <Link href={`${routes.indicator(indicator.code)}${query}`} className="text-ink-2">
          {pick(indicator.name, locale)}
        </Link>
      }
      value={latest ? formatFigure(latest.value, indicator, locale) : t('notObserved')}
      detail={detail ? detail.join(' · ') : null}
      series={state.series}
      token="--area-pr"
    />
  )
}
