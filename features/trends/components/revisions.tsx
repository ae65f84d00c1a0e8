import { useLocale, useTranslations } from 'next-intl'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatDateTime, formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { IndicatorPage } from '../schema'

/** What was changed by hand: was, became, who, when, why. */
export function Revisions({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('indicator.revisions')
  const common = useTranslations('common')
  const entry = useTranslations('entry')
  const vintage = useTranslations('history.vintage')
  const locale = useLocale()
  if (page.revisions.length === 0) {
    return (
      <>
        <p className="text-sm text-ink-2">{t('none')}</p>
        <PastLinks page={page} />
      </>
    )
  }
  const value = (of: number | null) =>
    of === null ? common('notObserved') : formatObserved(of, page.indicator, locale)
  const author = (name: string) => (entry.has(`author.${name}`) ? entry(`author.${name}`) : name)
  const kind = (name: string) => (entry.has(`kind.${name}`) ? entry(`kind.${name}`) : name)
  return (
    <>
      <TableScroll label={t('caption')}>
        <table className="table">
          <caption className="sr-only">{t('caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{common('region')}</th>
              <th scope="col">{common('year')}</th>
              <th scope="col" className="num">
                {t('was')}
              </th>
              <th scope="col" className="num">
                {t('is')}
              </th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {page.revisions.map((one) => (
              <tr key={`${one.region}|${one.year}|${one.version}`}>
                <th scope="row">{one.regionInfo ? pick(one.regionInfo.name, locale) : one.region}</th>
                <td>{one.year}</td>
                <td className="num">{value(one.before)}</td>
                <td className="num">{value(one.value)}</td>
                <td>
                  {[author(one.author), kind(one.kind), one.vintage && vintage(one.vintage)]
                    .filter(Boolean)
                    .join(', ')}
                </td>
                <td className="whitespace-nowrap">
                  <time dateTime={one.at}>
                    {t('at', { at: formatDateTime(one.at, { locale, timeZone: 'UTC' }) })}
                  </time>
                </td>
                <td>{[one.reason, one.note].filter(Boolean).join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      <PastLinks page={page} />
    </>
  )
}

/** To all changes of the indicator, those of the sample included, and to its figures by vintage. */
function PastLinks({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('indicator.revisions')
  const query = selectionQuery(page.chosen.selection, { indicator: page.indicator.code })
  return (
    <p className="no-print mt-3 flex flex-wrap gap-x-5 text-sm">
      <Link href={`${routes.dataHistory}${query}`}>{t('all')}</Link>
      <Link href={`${routes.historyVintages}${query}`}>{t('vintages')}</Link>
    </p>
  )
}
