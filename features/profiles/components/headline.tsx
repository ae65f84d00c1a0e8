import { useLocale, useTranslations } from 'next-intl'
import { KeyFigure } from '@/components/ui/key-figure'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatFigure } from '@/lib/format'
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
          <KeyFigure
            key={indicator.code}
            name={
              <Link href={`${routes.indicator(indicator.code)}${query}`} className="text-ink-2">
                {pick(indicator.name, locale)}
              </Link>
            }
            value={latest ? formatFigure(latest.value, indicator, locale) : common('notObserved')}
            detail={
              latest &&
              [
                [pick(indicator.unit, locale), latest.year].filter(Boolean).join(', '),
                ...(rank === null ? [] : [common('rankOf', { rank, count: rankedCount })]),
              ].join(' · ')
            }
            series={series}
            token="--area-pr"
          />
        ))}
      </dl>
    </section>
  )
}
