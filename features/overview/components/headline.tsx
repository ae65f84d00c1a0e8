import { useLocale, useTranslations } from 'next-intl'
import { Sparkline } from '@/components/charts/sparkline/static'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatObserved, formatSigned } from '@/lib/format'
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

/** The change on the year before: growth in %, or points of what is itself a rate. Null across a gap or a break. */
function movementOf({ indicator, latest, before }: IndicatorState, locale: string): string | null {
  if (!latest || !before || before.year !== latest.year - 1 || latest.status === 'B') return null
  if (indicator.pace === 'linear') {
    return formatSigned(latest.value - before.value, { locale, decimals: indicator.decimals })
  }
  if (before.value <= 0) return null
  return formatSigned((latest.value / before.value - 1) * 100, { locale, decimals: 1, unit: '%' })
}

function Figure({ state, query }: { readonly state: IndicatorState; readonly query: string }) {
  const t = useTranslations('common')
  const locale = useLocale()
  const { indicator, latest, before } = state
  const movement = movementOf(state, locale)
  // The unit stands below the figure. A milestone has none, and its level says little without the wording.
  const number = (value: number) =>
    indicator.kind === 'milestone'
      ? formatObserved(value, indicator, locale)
      : formatNumber(value, { locale, decimals: indicator.decimals })
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-2">
        <Link href={`${routes.indicator(indicator.code)}${query}`} className="text-ink-2">
          {pick(indicator.name, locale)}
        </Link>
      </dt>
      <dd className="mt-0.5 flex items-end justify-between gap-3">
        <span>
          <span className="text-xl font-semibold">{latest ? number(latest.value) : t('notObserved')}</span>
          {latest && (
            <span className="block text-xs text-ink-3">
              {[pick(indicator.unit, locale), latest.year].filter(Boolean).join(', ')}
              {movement && before && ` · ${t('changeFrom', { value: movement, year: String(before.year) })}`}
              {state.rank !== null && ` · ${t('rankOf', { rank: state.rank, count: state.rankedCount })}`}
            </span>
          )}
        </span>
        <Sparkline points={state.series} token="--area-pr" />
      </dd>
    </div>
  )
}
