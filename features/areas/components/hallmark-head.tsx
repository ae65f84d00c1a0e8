import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { HallmarkPage } from '../schema'

/** The finding of the first indicator that is observed, under the name of the hallmark. */
export function HallmarkHead({ page }: { readonly page: HallmarkPage }) {
  const t = useTranslations('productivity')
  const area = useTranslations('area')
  const locale = useLocale()
  const region = pick(page.chosen.region.name, locale)
  const first = page.indicators.find((state) => state.latest !== null)
  return (
    <PageHead
      kicker={t('title')}
      title={
        first?.latest
          ? t(first.rank === null ? 'findingNoRank' : 'finding', {
              region,
              name: pick(first.indicator.name, locale),
              value: formatObserved(first.latest.value, first.indicator, locale),
              year: String(first.latest.year),
              rank: first.rank ?? 0,
              count: first.rankedCount,
            })
          : t('findingNone', { region })
      }
      lead={t('lead')}
      actions={
        <Link
          href={`${routes.data}${selectionQuery(page.chosen.selection, { by: 'region' })}`}
          className={buttonClass()}
        >
          {area('enter')}
        </Link>
      }
    />
  )
}
