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
              <th key={column.key} scope="col" title={column.title}>
                {column.label}
                {column.title && <span className="sr-only"> {column.title}</span>}
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
              {columns.map((column, i) => (
                <HeatCell
                  key={column.key}
                  value={row.cells[i] ?? null}
                  link={row.links?.[i]}
                  domain={domain}
                  format={format}
                  emptyLabel={emptyLabel}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type CellProps = Pick<HeatProps, 'domain' | 'format' | 'emptyLabel'> & {
  readonly value: number | null
  readonly link: string | undefined
}

function HeatCell({ value, link, domain, format, emptyLabel }: CellProps) {
  const isEmpty = value === null
  const words = isEmpty ? (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{emptyLabel}</span>
    </>
  ) : (
    formatNumber(value, format)
  )
  const linked = link ? (
    <Link href={link} prefetch={false}>
      {words}
    </Link>
  ) : (
    words
  )
  if (isEmpty) return <td className="chart-heat-empty">{linked}</td>
  const { ground, ink } = heatColours(heatStep(value, domain))
  return <td style={{ background: ground, color: ink }}>{linked}</td>
}
