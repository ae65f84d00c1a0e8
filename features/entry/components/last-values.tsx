import { useTranslations } from 'next-intl'
import { Sparkline } from '@/components/charts/sparkline/static'
import type { CellRecord } from '../schema'

type Props = {
  readonly series: CellRecord['series']
  /** of the cell */
  readonly year: number
  /** colour of the area */
  readonly token: string
  readonly show: (value: number) => string
}

const mostValues = 5

/** The course of a value over all years, and in figures up to the year after the cell's. */
export function LastValues({ series, year, token, show }: Props) {
  const t = useTranslations('entry.panel')
  const first = series[0]
  const last = series.at(-1)
  if (!first || !last) return null
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h3>{t('lastValues')}</h3>
      {series.length > 1 && (
        <figure className="mt-2">
          <Sparkline points={unbrokenYears(series)} token={token} />
          <figcaption className="text-xs text-ink-3">
            {t('series', { from: first.year, to: last.year })}
          </figcaption>
        </figure>
      )}
      <table className="mt-2 w-full tabular-nums">
        <caption className="sr-only">{t('lastValues')}</caption>
        <tbody>
          {around(series, year)
            .toReversed()
            .map((point) => (
              <tr key={point.year} className="border-b border-line last:border-0">
                <th scope="row" className="py-1 text-left font-normal text-ink-2">
                  {point.year === year ? <strong className="text-ink">{point.year}</strong> : point.year}
                </th>
                <td className="py-1 text-right break-words">
                  {show(point.value)}
                  {point.status !== 'A' && <sup className="ml-0.5 text-ink-3">{point.status}</sup>}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}

/** A point for every year: a year without a value is a gap in the line. */
function unbrokenYears(series: CellRecord['series']) {
  const from = series[0]?.year ?? 0
  const length = (series.at(-1)?.year ?? from) - from + 1
  const values = new Map(series.map((point) => [point.year, point.value]))
  return Array.from({ length }, (_, i) => ({ year: from + i, value: values.get(from + i) ?? null }))
}

function around(series: CellRecord['series'], year: number) {
  const end = Math.max(mostValues, series.filter((point) => point.year <= year).length + 1)
  return series.slice(Math.max(0, Math.min(end, series.length) - mostValues), end)
}
