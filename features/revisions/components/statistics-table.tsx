import { useLocale, useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatPercent, formatSigned } from '@/lib/format'
import type { Names, Statistics } from '../schema'

type Props = { readonly statistics: readonly Statistics[]; readonly names: Names }

/** How far figures are revised, by indicator: MR, MAR and RMAR. */
export function StatisticsTable({ statistics, names }: Props) {
  const t = useTranslations('history.statistics')
  const common = useTranslations('common')
  const locale = useLocale()
  if (statistics.length === 0) return null
  return (
    <section aria-labelledby="statistics" className="mb-10">
      <h2 id="statistics" className="mb-1">
        {t('title')}
      </h2>
      <p className="prose-width mb-3 text-sm text-ink-2">{t('lead')}</p>
      <TableScroll label={t('title')} isTall>
        <table className="table">
          <caption className="sr-only">{t('title')}</caption>
          <thead>
            <tr>
              <th scope="col">{common('indicator')}</th>
              <th scope="col">{common('unit')}</th>
              {['count', 'revised', 'mr', 'mar', 'rmar', 'largest'].map((column) => (
                <th key={column} scope="col" className="num" title={t(`${column}Hint`)}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {statistics.map(({ indicator, of }) => {
              const info = names.indicators.get(indicator)
              const decimals = (info?.decimals ?? 2) + 2
              return (
                <tr key={indicator}>
                  <th scope="row" className="min-w-40 font-normal">
                    {info ? pick(info.name, locale) : indicator}
                  </th>
                  <td className="min-w-12 max-w-40 text-ink-2">{info ? pick(info.unit, locale) : ''}</td>
                  <td className="num">{formatNumber(of.count, { locale, decimals: 0 })}</td>
                  <td className="num">{formatNumber(of.revisedCount, { locale, decimals: 0 })}</td>
                  <td className="num">{formatSigned(of.meanRevision, { locale, decimals })}</td>
                  <td className="num">{formatNumber(of.meanAbsoluteRevision, { locale, decimals })}</td>
                  <td className="num">
                    {formatPercent(of.relativeMeanAbsoluteRevision, { locale, decimals: 2 })}
                  </td>
                  <td className="num">
                    {formatSigned(of.largestRevision, { locale, decimals: info?.decimals ?? 2 })}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </TableScroll>
      <p className="prose-width mt-2 text-xs text-ink-3">{t('note')}</p>
    </section>
  )
}
