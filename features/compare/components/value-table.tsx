import { useLocale, useTranslations } from 'next-intl'
import { Explained } from '@/components/ui/explained'
import { TableScroll } from '@/components/ui/table-scroll'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { ComparePage } from '../schema'
import { inkOf } from './colour'
import { measureFormat, measureName, measureUnit } from './measure'

/** The measure of the selected year, region by region, with rank and status. */
export function ValueTable({ page }: { readonly page: ComparePage }) {
  const t = useTranslations('compare')
  const common = useTranslations('common')
  const explain = useTranslations('explain')
  const obsStatus = useTranslations('obsStatus')
  const locale = useLocale()
  const { unit: _, ...format } = measureFormat(page.measure, locale)
  const unit = measureUnit(page.measure, locale)
  const name = measureName(page.measure, locale, common('index'))
  const letters = [...new Set(page.table.map((row) => row.status))].filter(
    (code) => code !== '' && code !== 'A',
  )
  return (
    <section aria-labelledby="values" className="mt-10">
      <h2 id="values">{t('table', { year: String(page.year) })}</h2>
      <div className="mt-2 max-w-2xl">
        <TableScroll label={t('table', { year: String(page.year) })}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{common('region')}</th>
                <th scope="col" className="num !whitespace-normal">
                  {unit ? t('axis', { name, unit }) : name}
                </th>
                <th scope="col" className="num">
                  {common('rank')}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.table.map(({ region, value, status, rank }) => (
                <tr key={region.code}>
                  <th scope="row" className="whitespace-nowrap font-normal">
                    <span
                      aria-hidden
                      className="me-2 inline-block size-2.5 rounded-full"
                      style={{
                        background: `var(${inkOf(page.state.colours, region.code).token ?? '--peer'})`,
                      }}
                    />
                    {pick(region.name, locale)}
                  </th>
                  <td className="num">
                    {value === null ? (
                      <span className="text-ink-3">
                        {common(page.measure.kind === 'indicator' ? 'notObserved' : 'noScore')}
                      </span>
                    ) : page.measure.kind === 'indicator' ? (
                      formatNumber(value, format)
                    ) : (
                      <Explained
                        href={`${routes.explain(page.measure.code)}${selectionQuery({ region: region.code, peers: null, year: page.year })}`}
                        hint={explain('link')}
                      >
                        {formatNumber(value, format)}
                      </Explained>
                    )}
                    {value !== null && letters.includes(status) && (
                      <sup className="ms-0.5 text-ink-3">{status}</sup>
                    )}
                  </td>
                  <td className="num">
                    {rank === null ? (
                      <span className="text-ink-3">{common('notRanked')}</span>
                    ) : (
                      common('rankOf', { rank, count: page.rankedCount })
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      </div>
      {letters.length > 0 && (
        <p className="mt-2 text-xs text-ink-3">
          {letters.map((code) => `${code} ${obsStatus.has(code) ? obsStatus(code) : ''}`).join(' · ')}
        </p>
      )}
    </section>
  )
}
