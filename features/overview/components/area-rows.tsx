import { useLocale, useTranslations } from 'next-intl'
import { ShareBar } from '@/components/charts/share-bar/share-bar'
import { Explained } from '@/components/ui/explained'
import { Link } from '@/i18n/navigation'
import { useScaleText } from '@/i18n/use-scale-text'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatPercent, formatSigned } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import { statusMarks, statusOrder } from '@/lib/status'
import type { AreaState, Overview } from '../schema'

/** One row per area: name, score, movement, mix of statuses, coverage. */
export function AreaRows({ page }: { readonly page: Overview }) {
  const t = useTranslations('overview.areas')
  const scale = useScaleText(page.chosen.recipe)
  return (
    <section className="mb-10" aria-labelledby="areas">
      <h2 id="areas">{t('title')}</h2>
      <p className="text-sm text-ink-3">{scale}</p>
      <ul className="mt-2">
        {page.areas.map((state) => (
          <AreaRow key={state.area.code} state={state} page={page} />
        ))}
      </ul>
    </section>
  )
}

function AreaRow({ state, page }: { readonly state: AreaState; readonly page: Overview }) {
  const t = useTranslations('overview.areas')
  const common = useTranslations('common')
  const progress = useTranslations('progress')
  const explain = useTranslations('explain')
  const locale = useLocale()
  const { year } = page.chosen
  const query = selectionQuery(page.chosen.selection)
  const count = statusOrder.reduce((sum, status) => sum + state.mix[status], 0)
  const reason =
    state.reason === null
      ? null
      : common(`reason.${state.reason}`, {
          share: formatPercent(state.coverage, { locale, decimals: 0 }),
          minimum: formatPercent(page.chosen.recipe.coverage.minimum, { locale, decimals: 0 }),
        })
  return (
    <li className="grid items-center gap-x-6 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,15rem)_minmax(0,20rem)_minmax(0,1fr)]">
      <Link
        href={`${routes.area(state.area.slug)}${query}`}
        className="flex items-center gap-2.5 font-medium text-ink"
      >
        <span
          aria-hidden
          className="size-3 shrink-0 rounded-full"
          style={{ background: `var(--area-${state.area.code.toLowerCase()})` }}
        />
        {pick(state.area.name, locale)}
      </Link>
      <div>
        {state.score === null ? (
          <p className="text-sm text-ink-2">{reason ?? common('noScore')}</p>
        ) : (
          <p className="flex items-baseline gap-3">
            <Explained
              href={`${routes.explain(state.area.code)}${query}`}
              hint={explain('link')}
              className="text-lg font-semibold"
            >
              {formatNumber(state.score, { locale, decimals: 1 })}
            </Explained>
            <span className="text-sm text-ink-2">
              {state.rank !== null && common('rankOf', { rank: state.rank, count: state.rankedCount })}
            </span>
          </p>
        )}
        <p className="text-xs text-ink-3">
          {state.change === null ? (
            common('noChange')
          ) : (
            <span title={common('changeHint')}>
              {common('changeFrom', {
                value: formatSigned(state.change, { locale, decimals: 1 }),
                year: String(year - 1),
              })}
            </span>
          )}
          {' · '}
          {common('coverageOf', { share: formatPercent(state.coverage, { locale, decimals: 0 }) })}
        </p>
      </div>
      <div>
        <ShareBar
          label={t('mix', { count })}
          segments={statusOrder
            .filter((status) => state.mix[status] > 0)
            .map((status) => ({
              key: status,
              symbol: statusMarks[status].symbol,
              label: progress(statusMarks[status].key),
              count: state.mix[status],
              token: statusMarks[status].token,
              href: `${locale === 'zh' ? '/zh' : ''}${routes.indicators}${selectionQuery(page.chosen.selection, { area: state.area.code, status })}`,
            }))}
        />
        {state.olderStatuses > 0 && (
          <p className="mt-1 text-xs text-ink-3">
            {t('mixOlder', { older: state.olderStatuses, year: String(year) })}
          </p>
        )}
      </div>
    </li>
  )
}
