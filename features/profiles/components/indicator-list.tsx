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
import type { ProfileIndicator, RegionPage } from '../schema'

/** Every indicator in use, by area: latest value, score, rank, course and status. */
export function IndicatorList({ page }: { readonly page: RegionPage }) {
  const t = useTranslations('region')
  const common = useTranslations('common')
  const locale = useLocale()
  const obsStatus = useTranslations('obsStatus')
  const letters = [...new Set(page.indicators.map((state) => state.latest?.status ?? ''))]
    .filter((code) => code !== '' && code !== 'A')
    .toSorted()
  return (
    <section aria-labelledby="indicators">
      <h2 id="indicators">{t('statusList')}</h2>
      <div className="mt-2">
        <TableScroll label={t('statusList')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{common('indicator')}</th>
                <th scope="col" className="num">
                  {common('latest')}
                </th>
                <th scope="col" className="num">
                  {common('year')}
                </th>
                <th scope="col" className="num">
                  {t('scoreOf', { year: String(page.chosen.year) })}
                </th>
                <th scope="col" className="num">
                  {common('rank')}
                </th>
                <th scope="col">{common('trend')}</th>
                <th scope="col">{common('status')}</th>
              </tr>
            </thead>
            {page.areas.map(({ area }) => {
              const states = page.indicators.filter((state) => state.indicator.area === area.code)
              return states.length === 0 ? null : (
                <tbody key={area.code}>
                  <tr className="break-after-avoid">
                    <th scope="rowgroup" colSpan={7} className="pt-5 font-semibold">
                      <span
                        aria-hidden
                        className="me-2 inline-block size-2.5 rounded-full"
                        style={{ background: `var(--area-${area.code.toLowerCase()})` }}
                      />
                      {pick(area.name, locale)}
                    </th>
                  </tr>
                  {states.map((state) => (
                    <Row
                      key={state.indicator.code}
                      state={state}
                      year={page.chosen.year}
                      query={selectionQuery(page.chosen.selection)}
                    />
                  ))}
                </tbody>
              )
            })}
          </table>
        </TableScroll>
      </div>
      {letters.length > 0 && (
        <p className="mt-2 text-xs text-ink-3">
          {t('legend')}{' '}
          {letters.map((code) => `${code} ${obsStatus.has(code) ? obsStatus(code) : ''}`).join(' · ')}
        </p>
      )}
    </section>
  )
}

type RowProps = { readonly state: ProfileIndicator; readonly year: number; readonly query: string }

function Row({ state, year, query }: RowProps) {
  const common = useTranslations('common')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const { indicator, latest, score, rank, rankedCount } = state
  const mark = statusMarks[state.progress.status]
  const older = olderStatusYear(state.progress, year)
  return (
    <tr>
      <th scope="row" className="min-w-48 font-normal">
        <Link href={`${routes.indicator(indicator.code)}${query}`} prefetch={false}>
          {pick(indicator.name, locale)}
        </Link>
        {indicator.kind === 'numeric' && (
          <span className="block text-xs text-ink-3">{pick(indicator.unit, locale)}</span>
        )}
      </th>
      <td className="num">
        {latest ? (
          <>
            {indicator.kind === 'numeric'
              ? formatNumber(latest.value, { locale, decimals: indicator.decimals })
              : formatObserved(latest.value, indicator, locale)}
            {latest.status !== 'A' && latest.status !== '' && (
              <sup className="ms-0.5 text-ink-3">{latest.status}</sup>
            )}
          </>
        ) : (
          <span className="text-ink-3">{common('notObserved')}</span>
        )}
      </td>
      <td className="num text-ink-2">{latest?.year}</td>
      <td className="num">{formatNumber(score, { locale, decimals: 1 })}</td>
      <td className="num">{rank === null ? '' : common('rankOf', { rank, count: rankedCount })}</td>
      <td>
        <Sparkline points={state.series} token={`--area-${indicator.area.toLowerCase()}`} />
      </td>
      <td>
        <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
        {older !== null && (
          <span className="block text-xs text-ink-3">{progress('asOf', { year: String(older) })}</span>
        )}
      </td>
    </tr>
  )
}
