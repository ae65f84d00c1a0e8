import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { Mark } from '@/components/ui/mark'
import { PageHead } from '@/components/ui/page-head'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import { statusMarks } from '@/lib/status'
import type { BareIndicator, IndicatorPage } from '../schema'

type Props = { readonly page: IndicatorPage | BareIndicator }

/** Name, finding, definition and unit: what the number is before what it is like. */
export function IndicatorHead({ page }: Props) {
  const t = useTranslations('indicator')
  const locale = useLocale()
  const { indicator, area } = page
  const query = page.chosen ? selectionQuery(page.chosen.selection) : ''
  const unit = pick(indicator.unit, locale)
  const areaHref = area && (area.isHallmark ? routes.productivity : routes.area(area.slug))
  return (
    <>
      <PageHead
        kicker={
          <span className="inline-flex flex-wrap items-center gap-x-2">
            {area && areaHref && (
              <>
                <span
                  aria-hidden
                  className="size-2.5 rounded-full"
                  style={{ background: `var(--area-${area.code.toLowerCase()})` }}
                />
                <Link href={`${areaHref}${query}`}>{pick(area.name, locale)}</Link>
              </>
            )}
            <span>{indicator.code}</span>
          </span>
        }
        title={
          <>
            <span className="block text-base font-semibold tracking-normal md:text-lg">
              {pick(indicator.name, locale)}
            </span>{' '}
            {page.chosen && (
              <span className="block text-lg md:text-xl">
                <Finding page={page} />
              </span>
            )}
          </>
        }
        lead={
          <>
            <p>{pick(indicator.definition, locale)}</p>
            <p className="mt-1 text-sm">
              {[unit && t('unit', { unit }), t(indicator.direction === 1 ? 'higher' : 'lower')]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </>
        }
        actions={
          <Link
            href={`${routes.data}${page.chosen ? selectionQuery(page.chosen.selection, { by: 'indicator', indicator: indicator.code }) : ''}`}
            className={buttonClass()}
          >
            {t('table.edit')}
          </Link>
        }
      />
      {page.chosen && <Standing page={page} />}
    </>
  )
}

function Finding({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('indicator')
  const locale = useLocale()
  const { latest, rank, rankedCount } = page.state
  const region = pick(page.chosen.region.name, locale)
  if (!latest) return t('findingNone', { region, year: String(page.chosen.year) })
  const words = {
    region,
    value: formatObserved(latest.value, page.indicator, locale),
    year: String(latest.year),
  }
  return rank === null ? t('findingNoRank', words) : t('finding', { ...words, rank, count: rankedCount })
}

/** The status and the target in one line. */
function Standing({ page }: { readonly page: IndicatorPage }) {
  const common = useTranslations('common')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const { target, status } = page.progress
  const mark = statusMarks[status]
  if (page.rows.length === 0) return null
  return (
    <p className="mb-6 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-sm">
      <span>
        <span className="text-ink-2">{common('status')}</span>{' '}
        <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
      </span>
      <span>
        <span className="text-ink-2">{common('target')}</span>{' '}
        {target && target.targetValue !== null
          ? common('byYear', {
              value: formatObserved(target.targetValue, page.indicator, locale),
              year: String(target.targetYear),
            })
          : common('noTarget')}
      </span>
    </p>
  )
}
