import { useLocale, useTranslations } from 'next-intl'
import { Sparkline } from '@/components/charts/sparkline/static'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { RegionPage } from '../schema'

/** Productivity of the region, above the five areas and no part of the index. */
export function Headline({ page }: { readonly page: RegionPage }) {
  const t = useTranslations('region.headline')
  const common = useTranslations('common')
  const locale = useLocale()
  const query = selectionQuery(page.chosen.selection)
  if (page.headline.length === 0) return null
  return (
    <section aria-labelledby="headline" className="mb-8 border-y border-line py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="headline">{t('title')}</h2>
        <Link href={`${routes.productivity}${query}`} className="text-sm">
          {t('all')}
        </Link>
      </div>
      <dl className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {page.headline.map(({ indicator, latest, rank, rankedCount, series }) => (
          <div key={indicator.code} className="min-w-0">
            <dt className="text-sm">
              <Link href={`${routes.indicator(indicator.code)}${query}`} className="text-ink-2">
                {pick(indicator.name, locale)}
              </Link>
            </dt>
            <dd className="mt-0.5 flex flex-wrap items-end justify-between gap-x-3">
              <span>
                <span className="text-lg font-semibold">
                  {latest ? formatObserved(latest.value, indicator, locale) : common('notObserved')}
                </span>
                {latest && (
                  <span className="block text-xs text-ink-3">
                    {latest.year}
                    {rank !== null && ` · ${common('rankOf', { rank, count: rankedCount })}`}
                  </span>
                )}
              </span>
              <Sparkline points={series} token="--area-pr" />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
