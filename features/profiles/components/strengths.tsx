import { useLocale, useTranslations } from 'next-intl'
import { Explained } from '@/components/ui/explained'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { RegionPage, ScoredIndicator } from '../schema'

/** The five best and the five worst indicators of the year, when enough were observed to say so. */
export function Strengths({ page }: { readonly page: RegionPage }) {
  const t = useTranslations('region')
  const { year } = page.chosen
  if (page.strengths.length === 0) {
    return page.isCompared ? (
      <p className="mb-10 text-sm text-ink-2">{t('tooFew', { year: String(year) })}</p>
    ) : null
  }
  return (
    <div className="mb-10 grid gap-x-10 gap-y-8 lg:grid-cols-2">
      <List id="strengths" title={t('strengths')} states={page.strengths} page={page} />
      <List id="weaknesses" title={t('weaknesses')} states={page.weaknesses} page={page} />
    </div>
  )
}

type ListProps = {
  readonly id: string
  readonly title: string
  readonly states: readonly ScoredIndicator[]
  readonly page: RegionPage
}

function List({ id, title, states, page }: ListProps) {
  const t = useTranslations('region')
  const common = useTranslations('common')
  const explain = useTranslations('explain')
  const locale = useLocale()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="text-sm text-ink-3">{t('byScore', { year: String(page.chosen.year) })}</p>
      <ol className="mt-1">
        {states.map(({ indicator, score, latest, rank, rankedCount }) => (
          <li
            key={indicator.code}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-b border-line py-2 text-sm"
          >
            <Link href={`${routes.indicator(indicator.code)}${selectionQuery(page.chosen.selection)}`}>
              {pick(indicator.name, locale)}
            </Link>
            <Explained
              href={`${routes.explain(indicator.code)}${selectionQuery(page.chosen.selection)}`}
              hint={explain('link')}
              className="text-end font-semibold"
            >
              {formatNumber(score, { locale, decimals: 1 })}
            </Explained>
            <span className="text-xs text-ink-3">
              {latest && formatObserved(latest.value, indicator, locale)}
              {rank !== null && ` · ${common('rankOf', { rank, count: rankedCount })}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
