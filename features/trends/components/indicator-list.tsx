import { useLocale, useTranslations } from 'next-intl'
import { Sparkline } from '@/components/charts/sparkline/static'
import { Mark } from '@/components/ui/mark'
import { TableScroll } from '@/components/ui/table-scroll'
import { olderStatusYear } from '@/core/progress/older-status-year'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import { statusMarks } from '@/lib/status'
import type { AreaInfo, IndicatorList as IndicatorListPage, IndicatorListRow, ListFilter } from '../schema'
import { filterRows } from './filter-rows'

type Props = { readonly page: IndicatorListPage; readonly filter: ListFilter }

/** The indicators of the framework by area, numbers and milestones in one list, those never collected included. */
export function IndicatorList({ page, filter }: Props) {
  const t = useTranslations('indicators')
  const common = useTranslations('common')
  const rows = filterRows(page.rows, filter)
  if (rows.length === 0) return <p className="border-y border-line py-6 text-sm text-ink-2">{t('none')}</p>
  const query = page.chosen ? selectionQuery(page.chosen.selection) : ''
  return (
    <TableScroll label={t('title')}>
      <table className="table min-w-[30rem] sm:min-w-[36rem]">
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
            <th scope="col">{common('target')}</th>
            <th scope="col" className="hidden md:table-cell">
              {common('status')}
            </th>
          </tr>
        </thead>
        {page.areas.map((area) => (
          <AreaGroup
            key={area.code}
            area={area}
            rows={rows.filter((row) => row.indicator.area === area.code)}
            year={page.chosen?.year ?? null}
            query={query}
          />
        ))}
      </table>
    </TableScroll>
  )
}

type GroupProps = {
  readonly area: AreaInfo
  readonly rows: readonly IndicatorListRow[]
  readonly year: number | null
  readonly query: string
}

function AreaGroup({ area, rows, year, query }: GroupProps) {
  const locale = useLocale()
  if (rows.length === 0) return null
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6} className="pt-6">
          <span className="inline-flex items-center gap-2 font-semibold">
            <span
              aria-hidden
              className="size-2.5 rounded-full"
              style={{ background: `var(--area-${area.code.toLowerCase()})` }}
            />
            {pick(area.name, locale)}
          </span>
        </th>
      </tr>
      {rows.map((row) => (
        <ListRow key={row.indicator.code} row={row} year={year} query={query} />
      ))}
    </tbody>
  )
}

type RowProps = { readonly row: IndicatorListRow; readonly year: number | null; readonly query: string }

function ListRow({ row, year, query }: RowProps) {
  const t = useTranslations('indicators')
  const common = useTranslations('common')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const { indicator, state } = row
  const target = state?.progress.target
  const mark = state && statusMarks[state.progress.status]
  const older = state && year !== null ? olderStatusYear(state.progress, year) : null
  const asOf = older !== null && (
    <span className="block text-xs text-ink-3">{progress('asOf', { year: String(older) })}</span>
  )
  // The unit stands under the name. A milestone has none, and its level says little without the wording.
  const number = (value: number) =>
    indicator.kind === 'milestone'
      ? formatObserved(value, indicator, locale)
      : formatNumber(value, { locale, decimals: indicator.decimals })
  return (
    <tr>
      <th scope="row" className="min-w-40 font-normal">
        <Link href={`${routes.indicator(indicator.code)}${query}`}>{pick(indicator.name, locale)}</Link>
        <span className="block text-xs text-ink-3">
          {[indicator.code, pick(indicator.unit, locale)].filter(Boolean).join(' · ')}
        </span>
        {mark && (
          <span className="text-xs md:hidden">
            <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
            {asOf}
          </span>
        )}
      </th>
      {state ? (
        <>
          <td className="hidden align-middle sm:table-cell">
            <Sparkline points={state.series} token={`--area-${indicator.area.toLowerCase()}`} />
          </td>
          <td className="num">
            {state.latest ? (
              <>
                <span className="whitespace-normal">{number(state.latest.value)}</span>
                <span className="block text-xs text-ink-3">{state.latest.year}</span>
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
            {mark && <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />}
            {asOf}
          </td>
        </>
      ) : (
        <td colSpan={5} className="text-ink-3">
          {t('notCollected')}
        </td>
      )}
    </tr>
  )
}
