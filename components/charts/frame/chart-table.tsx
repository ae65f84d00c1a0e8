import { useLocale, useTranslations } from 'next-intl'
import { formatNumber } from '@/lib/format'

export type ChartTableData = {
  readonly columns: readonly {
    readonly key: string
    readonly label: string
    readonly isNumber?: boolean
    /** without it a number is shown in full */
    readonly decimals?: number
  }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
  /** what null means in words; default: not observed */
  readonly emptyLabel?: string
}

type Props = { readonly table: ChartTableData; readonly caption: string }

/** The numbers behind a chart. Works without JavaScript. */
export function ChartTable({ table, caption }: Props) {
  const t = useTranslations('chart')
  const locale = useLocale()
  const text = (value: string | number, decimals: number | undefined) =>
    typeof value === 'string'
      ? value
      : formatNumber(
          value,
          decimals === undefined ? { locale, decimals: 10, trim: true } : { locale, decimals },
        )
  return (
    <details className="chart-table">
      <summary>{t('table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className="table-scroll" tabIndex={0} aria-label={t('tableOf', { title: caption })}>
        <table className="table">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column.key} scope="col" className={column.isNumber ? 'num' : undefined}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows never change places while they are shown
              <tr key={r}>
                {table.columns.map((column, c) => {
                  const value = row[c] ?? null
                  const content =
                    value === null ? (
                      <>
                        <span aria-hidden="true">–</span>
                        <span className="sr-only">{table.emptyLabel ?? t('notObserved')}</span>
                      </>
                    ) : (
                      text(value, column.decimals)
                    )
                  if (c === 0) {
                    return (
                      <th key={column.key} scope="row" className={column.isNumber ? 'num' : undefined}>
                        {content}
                      </th>
                    )
                  }
                  return (
                    <td key={column.key} className={column.isNumber ? 'num' : undefined}>
                      {content}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
