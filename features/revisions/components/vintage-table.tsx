import { useLocale, useTranslations } from 'next-intl'
import { Observed } from '@/components/ui/observed'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatDateTime, formatPercent, formatSigned, type Measured, withShortUnit } from '@/lib/format'
import { routes } from '@/lib/routes'
import { type Names, type VintageRow, vintageOrder } from '../schema'

type Props = {
  readonly caption: string
  readonly rows: readonly VintageRow[]
  readonly names: Names
  readonly timeZone: string
  readonly query: string
}

const unknown: Measured = { kind: 'numeric', decimals: 2, unit: { en: '', zh: '' }, levels: [] }

/** The values of each vintage side by side, and the revision from the first to the last of them. */
export function VintageTable({ caption, rows, names, timeZone, query }: Props) {
  const t = useTranslations('history.vintages')
  const common = useTranslations('common')
  const vintage = useTranslations('history.vintage')
  const locale = useLocale()
  return (
    <TableScroll label={caption} isTall>
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{common('region')}</th>
            <th scope="col">{common('indicator')}</th>
            <th scope="col">{common('year')}</th>
            {vintageOrder.map((one) => (
              <th key={one} scope="col" className="num">
                {vintage(one)}
              </th>
            ))}
            <th scope="col" className="num">
              {t('revision')}
            </th>
            <th scope="col" className="num">
              {t('relative')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { region, indicator, year, cells } = row
            const info = names.indicators.get(indicator)
            const place = names.regions.get(region)
            const measured = info ? withShortUnit(info) : unknown
            const { revision, share } = revisionOf(row)
            return (
              <tr key={`${region}|${indicator}|${year}`}>
                <th scope="row" className="min-w-20 font-normal">
                  <Link href={`${routes.historyCell(region, indicator, year)}${query}`} prefetch={false}>
                    {place ? pick(place.name, locale) : region}
                  </Link>
                </th>
                <td className="min-w-40">{info ? pick(info.name, locale) : indicator}</td>
                <td>{year}</td>
                {vintageOrder.map((one) => {
                  const cell = cells[one]
                  return (
                    <td key={one} className="num">
                      {cell && (
                        <>
                          <Observed value={cell.value} status={cell.status} measured={measured} />
                          <span className="block text-xs text-ink-3">
                            {formatDateTime(cell.at, { locale, timeZone })}
                          </span>
                        </>
                      )}
                    </td>
                  )
                })}
                <td className="num">
                  {revision !== null && formatSigned(revision, { locale, decimals: measured.decimals })}
                </td>
                <td className="num">
                  {share !== null &&
                    `${share > 0 ? '+' : ''}${formatPercent(share, { locale, decimals: 1 })}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}

/** The last published value less the first, and that as a share of the size of the first; null without two values. */
function revisionOf({ cells }: VintageRow) {
  const values = vintageOrder.flatMap((one) => cells[one] ?? []).map(({ value }) => value)
  const [first, last] = [values[0] ?? null, values.at(-1) ?? null]
  if (values.length < 2 || first === null || last === null) return { revision: null, share: null }
  return { revision: last - first, share: first === 0 ? null : (last - first) / Math.abs(first) }
}
