import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ShareBar } from '@/components/charts/share-bar/share-bar'
import { Explained } from '@/components/ui/explained'
import { getPathname } from '@/i18n/navigation'
import { useScaleText } from '@/i18n/use-scale-text'
import { formatNumber, formatPercent, formatSigned } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import { statusMarks, statusOrder } from '@/lib/status'
import type { AreaPage } from '../schema'

/** The figures of an area: score, rank, movement, coverage, and the mix of statuses. */
export function AreaSummary({ page }: { readonly page: AreaPage }) {
  const t = useTranslations('overview.areas')
  const common = useTranslations('common')
  const progress = useTranslations('progress')
  const explain = useTranslations('explain')
  const locale = useLocale()
  const { state, chosen } = page
  const scale = useScaleText(chosen.recipe)
  const coverage = formatPercent(state.coverage, { locale, decimals: 0 })
  const count = statusOrder.reduce((sum, status) => sum + state.mix[status], 0)
  return (
    <section aria-label={common('score')} className="mb-8 border-y border-line py-4">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-4 md:grid-cols-4">
        <Figure
          label={common('score')}
          value={
            state.score === null ? null : (
              <Explained
                href={`${routes.explain(state.area.code)}${selectionQuery(chosen.selection)}`}
                hint={explain('link')}
              >
                {formatNumber(state.score, { locale, decimals: 1 })}
              </Explained>
            )
          }
          none={common('noScore')}
          hint={scale}
        />
        <Figure
          label={common('rank')}
          value={state.rank === null ? null : formatNumber(state.rank, { locale, decimals: 0 })}
          none={common('notRanked')}
          hint={common('ofRegions', { count: state.rankedCount })}
        />
        <Figure
          label={common('changeOn', { year: String(chosen.year - 1) })}
          value={state.change === null ? null : formatSigned(state.change, { locale, decimals: 1 })}
          none={common('noChange')}
          hint={common('changeHint')}
        />
        <Figure
          label={common('coverage')}
          value={coverage}
          hint={common('coverageOf', { share: coverage })}
        />
      </dl>
      {count > 0 && (
        <div className="mt-5">
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
                href: getPathname({
                  href: `${routes.indicators}${selectionQuery(chosen.selection, { area: state.area.code, status })}`,
                  locale,
                }),
              }))}
          />
          {state.olderStatuses > 0 && (
            <p className="mt-1 text-xs text-ink-3">
              {t('mixOlder', { older: state.olderStatuses, year: String(chosen.year) })}
            </p>
          )}
        </div>
      )}
    </section>
  )
}

type FigureProps = {
  readonly label: string
  /** null = there is none; then `none` says so */
  readonly value: ReactNode | null
  readonly none?: string
  readonly hint: string
}

function Figure({ label, value, none, hint }: FigureProps) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd>
        {value === null ? none : <span className="text-xl font-semibold">{value}</span>}
        {value !== null && <span className="block text-xs text-ink-3">{hint}</span>}
      </dd>
    </div>
  )
}
