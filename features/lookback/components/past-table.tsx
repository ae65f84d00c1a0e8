import { useLocale, useTranslations } from 'next-intl'
import { Explained } from '@/components/ui/explained'
import { Observed } from '@/components/ui/observed'
import { TableScroll } from '@/components/ui/table-scroll'
import { pick } from '@/lib/bilingual'
import { type Measured, withShortUnit } from '@/lib/format'
import { routes } from '@/lib/routes'
import type { AsOfPage, PastCell } from '../schema'

type Props = { readonly page: AsOfPage; readonly query: string }

type Row = {
  readonly key: string
  readonly label: string
  readonly unit: string
  readonly measured: Measured
}

function rowsOf({ table, indicator, now, cells }: AsOfPage, locale: string): Row[] {
  const present = new Set(cells.map((cell) => (table === 'indicator' ? cell.region : cell.indicator)))
  if (table === 'indicator') {
    return now.regions
      .filter(({ code }) => indicator && present.has(code))
      .flatMap(({ code, name }) =>
        indicator
          ? [{ key: code, label: pick(name, locale), unit: '', measured: withShortUnit(indicator) }]
          : [],
      )
  }
  return now.indicators
    .filter(({ code }) => present.has(code))
    .map((info) => ({
      key: info.code,
      label: `${info.code} ${pick(info.name, locale)}`,
      unit: pick(info.unit, locale),
      measured: withShortUnit(info),
    }))
}

/** The values of a moment: an indicator in all regions, or a region in all indicators. Others than today's are marked. */
export function PastTable({ page, query }: Props) {
  const t = useTranslations('history.asOf')
  const common = useTranslations('common')
  const locale = useLocale()
  const { table, indicator, region, cells } = page
  const isByRegion = table === 'region'
  const rows = rowsOf(page, locale)
  const unit = indicator ? pick(indicator.unit, locale) : ''
  const caption = isByRegion
    ? t('valuesOfRegion', { region: region ? pick(region.name, locale) : '' })
    : t(unit ? 'valuesOf' : 'valuesOfNoUnit', { name: indicator ? pick(indicator.name, locale) : '', unit })
  const years = [...new Set(cells.map((cell) => cell.year))].toSorted((a, b) => a - b)
  const at = new Map(cells.map((cell) => [`${isByRegion ? cell.indicator : cell.region}|${cell.year}`, cell]))
  const changed = cells.filter((cell) => cell.differsNow).length
  return (
    <section aria-labelledby="values" className="mb-6">
      <h2 id="values" className="mb-1">
        {caption}
      </h2>
      <p className="mb-3 text-sm text-ink-2">
        {rows.length === 0 ? t('noValues') : t('differ', { count: changed })}
      </p>
      {rows.length > 0 && (
        <TableScroll label={caption} isTall>
          <table className="table">
            <caption className="sr-only">{caption}</caption>
            <thead>
              <tr>
                <th scope="col">{common(isByRegion ? 'indicator' : 'region')}</th>
                {isByRegion && <th scope="col">{common('unit')}</th>}
                {years.map((year) => (
                  <th key={year} scope="col" className="num">
                    {year}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row" className="min-w-28 max-w-56 font-normal">
                    {row.label}
                  </th>
                  {isByRegion && <td className="min-w-24 text-ink-2">{row.unit}</td>}
                  {years.map((year) => (
                    <td key={year} className="num">
                      <Value cell={at.get(`${row.key}|${year}`)} measured={row.measured} query={query} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

type ValueProps = {
  readonly cell: PastCell | undefined
  readonly measured: Measured
  readonly query: string
}

function Value({ cell, measured, query }: ValueProps) {
  const t = useTranslations('history.asOf')
  if (!cell) return null
  const shown = <Observed value={cell.value} status={cell.status} measured={measured} />
  if (!cell.differsNow) return shown
  return (
    <Explained
      href={`${routes.historyCell(cell.region, cell.indicator, cell.year)}${query}`}
      hint={t('other')}
      className="font-semibold"
    >
      {shown}
      <span className="sr-only"> {t('other')}</span>
    </Explained>
  )
}
