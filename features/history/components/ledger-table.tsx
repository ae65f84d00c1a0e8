import { useLocale, useTranslations } from 'next-intl'
import { Observed } from '@/components/ui/observed'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatDateTime, formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { LedgerBatch, LedgerCell, Names } from '../schema'
import { BatchWords } from './batch-words'
import { useAuthor } from './use-author'

type Props = {
  readonly batches: readonly LedgerBatch[]
  readonly names: Names
  readonly timeZone: string
  /** the selection and the time zone */
  readonly query: string
}

/** Batches, newest first, each with its first changes. */
export function LedgerTable({ batches, names, timeZone, query }: Props) {
  const t = useTranslations('history.ledger')
  const locale = useLocale()
  const author = useAuthor()
  const count = (cells: number) => formatNumber(cells, { locale, decimals: 0 })
  return (
    <TableScroll label={t('caption')}>
      <table className="table">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('changes')}</th>
            <th scope="col" className="num">
              {t('cells')}
            </th>
            <th scope="col">{t('how')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.id} id={`batch-${batch.id}`}>
              <th scope="row" className="whitespace-nowrap font-normal">
                <Link href={`${routes.historyBatch(batch.id)}${query}`} prefetch={false}>
                  <time dateTime={batch.at}>{formatDateTime(batch.at, { locale, timeZone })}</time>
                </Link>
                <span className="block text-xs text-ink-3">{t('number', { id: batch.id })}</span>
              </th>
              <td className="min-w-64">
                <ul>
                  {batch.first.map((cell) => (
                    <li key={`${cell.region}|${cell.indicator}|${cell.year}`}>
                      <CellLine cell={cell} names={names} query={query} />
                    </li>
                  ))}
                </ul>
                {batch.cells > batch.first.length && (
                  <Link href={`${routes.historyBatch(batch.id)}${query}`} prefetch={false}>
                    {t('more', { count: batch.cells - batch.first.length })}
                  </Link>
                )}
              </td>
              <td className="num">{count(batch.cells)}</td>
              <td className="min-w-28 max-w-56">
                <BatchWords batch={batch} />
                {batch.undoneBy && (
                  <span className="block text-xs text-ink-2">{t('undoneBy', { id: batch.undoneBy })}</span>
                )}
              </td>
              <td className="max-w-40 break-words">{author(batch.author)}</td>
              <td className="min-w-40 max-w-80 break-words">{batch.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

type LineProps = { readonly cell: LedgerCell; readonly names: Names; readonly query: string }

/** A change of one cell in a line: which, and from what to what. */
function CellLine({ cell, names, query }: LineProps) {
  const t = useTranslations('history.ledger')
  const locale = useLocale()
  const { region, indicator, year, before, after } = cell
  const info = names.indicators.get(indicator)
  const place = names.regions.get(region)
  const isSame = before !== null && before.value === after.value && before.status === after.status
  const measured = info ?? { kind: 'numeric', decimals: 2, unit: { en: '', zh: '' }, levels: [] }
  return (
    <>
      <Link href={`${routes.historyCell(region, indicator, year)}${query}`} prefetch={false}>
        {t('cell', {
          region: place ? pick(place.name, locale) : region,
          indicator: info ? pick(info.name, locale) : indicator,
          year: String(year),
        })}
      </Link>{' '}
      <span className="whitespace-nowrap">
        {isSame ? (
          t('documented')
        ) : (
          <>
            {before && <Observed value={before.value} status={before.status} measured={measured} />}
            {before && <span className="sr-only">{t('became')}</span>}
            {before && <span aria-hidden> → </span>}
            <Observed value={after.value} status={after.status} measured={measured} />
          </>
        )}
      </span>
    </>
  )
}
