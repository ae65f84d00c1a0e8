import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { Overview } from '../schema'
import { DataStrip } from './data-strip'

/** How the region is doing in one sentence, and which way its areas went in another. */
export function OverviewHead({ page }: { readonly page: Overview }) {
  const t = useTranslations('overview')
  const explain = useTranslations('explain')
  const locale = useLocale()
  const { score, rank, rankedCount, reason } = page.index
  const words = {
    region: pick(page.chosen.region.name, locale),
    year: String(page.chosen.year),
    score: formatNumber(score, { locale, decimals: 1 }),
    rank: rank ?? 0,
    count: rankedCount,
  }
  const isCompared = page.heat.some((row) => row.region.code === page.chosen.region.code)
  const lacksArea = isCompared && reason === 'incomplete-areas'
  return (
    <PageHead
      kicker={<DataStrip page={page} />}
      title={t(score !== null ? 'title' : lacksArea ? 'titleNoScore' : 'titleNone', words)}
      actions={
        score !== null && (
          <Link
            href={`${routes.explain()}${selectionQuery(page.chosen.selection)}`}
            className={buttonClass()}
          >
            {explain('link')}
          </Link>
        )
      }
      lead={<Lead page={page} isCompared={isCompared} />}
    />
  )
}

function Lead({ page, isCompared }: { readonly page: Overview; readonly isCompared: boolean }) {
  const t = useTranslations('overview')
  const region = useTranslations('region')
  const locale = useLocale()
  if (!isCompared) return region('notCompared')
  const ordered = page.areas
    .flatMap((state) => (state.score === null ? [] : [{ ...state, score: state.score }]))
    .toSorted((a, b) => b.score - a.score)
  const [best] = ordered
  const worst = ordered.at(-1)
  if (!best || !worst || best === worst) return null
  return t('lead', {
    up: page.areas.filter((state) => state.change !== null && state.change > 0).length,
    down: page.areas.filter((state) => state.change !== null && state.change < 0).length,
    before: String(page.chosen.year - 1),
    best: pick(best.area.name, locale),
    worst: pick(worst.area.name, locale),
  })
}
