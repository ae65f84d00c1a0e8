import { useLocale, useTranslations } from 'next-intl'
import { buttonClass } from '@/components/ui/button'
import { TableScroll } from '@/components/ui/table-scroll'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { IndicatorPage, IndicatorRow } from '../schema'
import { yearsWithPath } from './required-path'

/** All observations with their status letters, and the path to the target above them. */
export function ValueTable({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('indicator.table')
  const common = useTranslations('common')
  const locale = useLocale()
  const { indicator, chosen, rows, progress } = page
  const region = pick(chosen.region.name, locale)
  const caption = t(pick(indicator.unit, locale) ? 'caption' : 'captionNoUnit', {
    name: pick(indicator.name, locale),
    unit: pick(indicator.unit, locale),
  })
  const years = yearsWithPath(page.years, progress.requiredPath)
  const number = (value: number | null) => formatNumber(value, { locale, decimals: indicator.decimals })
  const path = new Map(progress.requiredPath.map((point) => [point.year, point.value]))
  const ordered = [
    ...rows.filter((row) => row.region.code === chosen.region.code),
    ...rows.filter((row) => row.region.code !== chosen.region.code),
  ]
  return (
    <section aria-label={caption} className="mb-10">
      <div className="no-print mb-3 flex flex-wrap gap-2">
        <a
          className={buttonClass()}
          href={`/api/v1/indicators/${encodeURIComponent(indicator.code)}/observations.csv`}
          download
        >
          {t('download')}
        </a>
        <Link
          className={buttonClass()}
          href={`${routes.data}${selectionQuery(chosen.selection, { by: 'indicator', indicator: indicator.code })}`}
        >
          {t('edit')}
        </Link>
      </div>
      {rows.length > 0 && (
        <>
          <TableScroll label={caption} isTall>
            <table className="table">
              <caption className="sr-only">{caption}</caption>
              <thead>
                <tr>
                  <th scope="col">{common('region')}</th>
                  {years.map((year) => (
                    <th key={year} scope="col" className="num">
                      {year}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {path.size > 0 && (
                  <tr className="bg-panel italic">
                    <th scope="row">{t('required', { region })}</th>
                    {years.map((year) => (
                      <td key={year} className="num">
                        {year === progress.target?.targetYear ? (
                          <strong title={common('target')}>{number(path.get(year) ?? null)}</strong>
                        ) : (
                          path.has(year) && number(path.get(year) ?? null)
                        )}
                      </td>
                    ))}
                  </tr>
                )}
                {ordered.map((row) => (
                  <ValueRow key={row.region.code} row={row} years={years} page={page} />
                ))}
              </tbody>
            </table>
          </TableScroll>
          <Legend page={page} />
        </>
      )}
    </section>
  )
}

type RowProps = {
  readonly row: IndicatorRow
  readonly years: readonly number[]
  readonly page: IndicatorPage
}

function ValueRow({ row, years, page }: RowProps) {
  const status = useTranslations('obsStatus')
  const locale = useLocale()
  const { indicator, chosen } = page
  const isOwn = row.region.code === chosen.region.code
  const cells = new Map(row.cells.map((cell) => [cell.year, cell]))
  return (
    <tr className={isOwn ? 'font-semibold' : undefined}>
      <th scope="row" className={isOwn ? 'font-semibold' : 'font-normal'}>
        {pick(row.region.name, locale)}
      </th>
      {years.map((year) => {
        const cell = cells.get(year)
        return (
          <td key={year} className="num" {...(cell?.note ? { title: cell.note } : {})}>
            {cell && <CellValue value={cell.value} decimals={indicator.decimals} />}
            {cell && isMarked(cell.status) && <sup title={status(cell.status)}>{cell.status}</sup>}
          </td>
        )
      })}
    </tr>
  )
}

function CellValue({ value, decimals }: { readonly value: number | null; readonly decimals: number }) {
  const common = useTranslations('common')
  const locale = useLocale()
  if (value !== null) return formatNumber(value, { locale, decimals })
  return (
    <>
      <span aria-hidden className="text-ink-3">
        –
      </span>
      <span className="sr-only">{common('notObserved')}</span>
    </>
  )
}

/** Normal values carry no letter. */
const isMarked = (status: string) => status !== '' && status !== 'A'

function Legend({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('indicator.table')
  const status = useTranslations('obsStatus')
  const locale = useLocale()
  const cells = page.rows.flatMap((row) => row.cells)
  const letters = [...new Set(cells.map((cell) => cell.status).filter(isMarked))].toSorted()
  const notes = [...new Set(cells.flatMap((cell) => (cell.note ? [cell.note] : [])))]
  const target = page.progress.target
  return (
    <div className="mt-3 grid gap-2 text-sm text-ink-2">
      {letters.length > 0 && (
        <p>
          {t('legend')}{' '}
          {letters.map((letter) => (
            <span key={letter} className="me-3 whitespace-nowrap">
              <strong>{letter}</strong> {status(letter)}
            </span>
          ))}
        </p>
      )}
      {target && target.targetValue !== null && (
        <p>
          {t('target', {
            region: pick(page.chosen.region.name, locale),
            year: String(target.targetYear),
            value: formatObserved(target.targetValue, page.indicator, locale),
          })}
          {page.target?.source && ` ${t('targetSource', { source: page.target.source })}`}
        </p>
      )}
      {notes.length > 0 && (
        <details>
          <summary>{t('notes', { count: notes.length })}</summary>
          <ul className="mt-1 list-disc ps-5">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
