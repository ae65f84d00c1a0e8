import { useLocale, useTranslations } from 'next-intl'
import { pick } from '@/lib/bilingual'
import { notObservedMark } from '@/lib/format'
import type { BesideRow } from '../schema'

type Props = {
  readonly rows: readonly BesideRow[]
  /** code of the region of the cell */
  readonly region: string
  readonly year: number
  readonly show: (value: number) => string
}

/** The same figure in the regions that stand next in rank, and in the peers. */
export function BesideTable({ rows, region, year, show }: Props) {
  const t = useTranslations('entry.panel.beside')
  const locale = useLocale()
  if (rows.every((row) => row.region === region)) return null
  return (
    <section className="mt-4 border-t border-line pt-3">
      <h3 id="beside-head">{t('title', { year })}</h3>
      <table aria-labelledby="beside-head" className="mt-1 w-full tabular-nums">
        <thead className="text-xs text-ink-3">
          <tr>
            <th scope="col" className="py-1 pr-2 text-right font-normal">
              {t('rank')}
            </th>
            <th scope="col" className="py-1 text-left font-normal">
              {t('region')}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t('value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.region}
              className={`border-t border-line ${row.region === region ? 'bg-panel font-semibold' : '[&>th]:font-normal'}`}
            >
              <td className="py-1 pr-2 text-right text-ink-3">{row.rank ?? notObservedMark}</td>
              <th scope="row" className="py-1 text-left break-words">
                {pick(row.name, locale)}
                {row.isPeer && <span className="font-normal text-ink-3"> {t('peer')}</span>}
              </th>
              <td className="py-1 pl-2 text-right">
                {row.value === null ? notObservedMark : show(row.value)}
                {row.status && row.status !== 'A' && row.value !== null && (
                  <sup className="ml-0.5 text-ink-3">{row.status}</sup>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
