import Link from 'next/link'
import { formatNumber } from '@/lib/format'
import { type HeatProps, heatColours, heatStep } from './series'

/** Regions by areas as a table whose cells darken with the score. A table is read by everybody, so nothing else is drawn. */
export function Heat({ columns, rows, domain, format, emptyLabel, caption }: HeatProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="chart-heat" aria-label={caption} tabIndex={0}>
      <table>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-tone={row.tone}>
              <th scope="row">
                {row.href ? (
                  <Link href={row.href} prefetch={false}>
                    {row.label}
                  </Link>
                ) : (
                  row.label
                )}
              </th>
              {columns.map((column, i) => {
                const value = row.cells[i] ?? null
                if (value === null) {
                  return (
                    <td key={column.key} className="chart-heat-empty">
                      <span aria-hidden="true">–</span>
                      <span className="sr-only">{emptyLabel}</span>
                    </td>
                  )
                }
                const { ground, ink } = heatColours(heatStep(value, domain))
                return (
                  <td key={column.key} style={{ background: ground, color: ink }}>
                    {formatNumber(value, format)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
