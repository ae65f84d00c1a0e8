import { useLocale, useTranslations } from 'next-intl'
import { Sparkline } from '@/components/charts/sparkline/static'
import { Mark } from '@/components/ui/mark'
import { TableScroll } from '@/components/ui/table-scroll'
import { olderStatusYear } from '@/core/progress/older-status-year'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatObserved, formatPace, withShortUnit } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import { statusMarks } from '@/lib/status'
import type { AreaIndicator, ChosenRegion } from '../schema'

type Props = {
  readonly indicators: readonly AreaIndicator[]
  readonly chosen: ChosenRegion
  readonly token: string
  /** the indicators make a score, so each says what it gives to it */
  readonly hasScore?: boolean
}

/** The indicators in use, numbers and milestones in one list: course, latest value, pace to target, status. */
export function IndicatorTable({ indicators, chosen, token, hasScore = false }: Props) {
  const t = useTranslations('area')
  const common = useTranslations('common')
  if (indicators.length === 0) {
    return <p className="mb-10 border-y border-line py-6 text-sm text-ink-2">{t('nothingCollected')}</p>
  }
  return (
    <section className="mb-10" aria-labelledby="indicators">
      <h2 id="indicators">{t('indicators')}</h2>
      {hasScore && <p className="text-sm text-ink-2">{t('contributionHint')}</p>}
      <div className="mt-2">
        <TableScroll label={t('indicators')}>
          <table className="table min-w-[38rem] sm:min-w-[44rem]">
            <thead>
              <tr>
                <th scope="col">{common('indicator')}</th>
                <th scope="col" className="hidden sm:table-cell">
                  {common('trend')}
                </th>
                <th scope="col" className="num">
                  {common('latest')}
                </th>
                <th scope="col" className="num">
                  {common('rank')}
                </th>
                <th scope="col">{t('pace')}</th>
                <th scope="col">{common('target')}</th>
                <th scope="col" className="hidden md:table-cell">
                  {common('status')}
                </th>
                {hasScore && (
                  <th scope="col" className="num">
                    {t('contribution')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {indicators.map((state) => (
                <IndicatorRow
                  key={state.indicator.code}
                  state={state}
                  chosen={chosen}
                  token={token}
                  hasScore={hasScore}
                />
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
    </section>
  )
}

type RowProps = Omit<Props, 'indicators'> & { readonly state: AreaIndicator }

function IndicatorRow({ state, chosen, token, hasScore }: RowProps) {
  const common = useTranslations('common')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const { indicator, latest, progress: assessed } = state
  const mark = statusMarks[assessed.status]
  const older = olderStatusYear(assessed, chosen.year)
  const asOf = older !== null && (
    <span className="block text-xs text-ink-3">{progress('asOf', { year: String(older) })}</span>
  )
  const target = assessed.target
  // The unit stands under the name. A milestone has none, and its level says little without the wording.
  const number = (value: number) =>
    indicator.kind === 'milestone'
      ? formatObserved(value, indicator, locale)
      : formatNumber(value, { locale, decimals: indicator.decimals })
  return (
    <tr>
      <th scope="row" className="min-w-36 font-normal">
        <Link
          href={`${routes.indicator(indicator.code)}${selectionQuery(chosen.selection)}`}
          className="font-medium"
        >
          {pick(indicator.name, locale)}
        </Link>
        <span className="block text-xs text-ink-3">{pick(indicator.unit, locale)}</span>
        <span className="text-xs md:hidden">
          <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
          {asOf}
        </span>
      </th>
      <td className="hidden align-middle sm:table-cell">
        <Sparkline points={state.series} token={token} />
      </td>
      <td className="num">
        {latest ? (
          <>
            <span className="whitespace-normal">{number(latest.value)}</span>
            <span className="block text-xs text-ink-3">{latest.year}</span>
          </>
        ) : (
          <span className="text-ink-3">{common('notObserved')}</span>
        )}
      </td>
      <td className="num">
        {state.rank === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <>
            {state.rank}
            <span className="block text-xs text-ink-3">
              {common('ofRegions', { count: state.rankedCount })}
            </span>
          </>
        )}
      </td>
      <td className="min-w-36">
        <Pace state={state} />
      </td>
      <td>
        {target && target.targetValue !== null ? (
          common('byYear', {
            value: number(target.targetValue),
            year: String(target.targetYear),
          })
        ) : (
          <span className="text-ink-3">{common('noTarget')}</span>
        )}
      </td>
      <td className="hidden md:table-cell">
        <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
        {asOf}
      </td>
      {hasScore && <td className="num">{formatNumber(state.contribution, { locale, decimals: 1 })}</td>}
    </tr>
  )
}

/** Observed against required change a year. */
function Pace({ state }: { readonly state: AreaIndicator }) {
  const t = useTranslations('area')
  const common = useTranslations('common')
  const locale = useLocale()
  const { observedPace, pace, status } = state.progress
  // What is reached needs no pace any more.
  const requiredPace = status === 'achieved' ? null : state.progress.requiredPace
  if (observedPace === null) return <span className="text-ink-3">–</span>
  const write = (value: number) =>
    formatPace(value, withShortUnit(state.indicator), {
      kind: pace,
      locale,
      points: common('percentagePoints'),
    })
  return requiredPace === null
    ? t('paceOnly', { observed: write(observedPace) })
    : t('paceValue', { observed: write(observedPace), required: write(requiredPace) })
}
