import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ChartTable, type ChartTableData } from './chart-table'
import { Downloads } from './downloads'

type Props = {
  /** unique on the page */
  readonly id: string
  /** the finding, in a sentence */
  readonly title: string
  /** measure, unit, years */
  readonly subtitle: string
  readonly source: string
  /** what the drawing shows, in a sentence; goes with the drawing into a file */
  readonly summary: string
  readonly table: ChartTableData
  /** without its ending */
  readonly fileName: string
  readonly note?: ReactNode
  readonly children: ReactNode
}

/** What every chart has around it: finding, measure, source, table, downloads. The drawing itself says the summary. */
export function ChartFrame({ id, title, subtitle, source, summary, table, fileName, note, children }: Props) {
  const t = useTranslations('chart')
  const sourceLine = t('source', { source })
  return (
    <figure className="chart-frame" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p className="chart-subtitle">{subtitle}</p>
      {children}
      {note && <div className="chart-note">{note}</div>}
      <p className="chart-source">{sourceLine}</p>
      <div className="chart-foot no-print">
        <ChartTable table={table} caption={title} />
        <Downloads
          title={title}
          subtitle={subtitle}
          source={sourceLine}
          summary={summary}
          fileName={fileName}
          rows={[table.columns.map((column) => column.label), ...table.rows]}
        />
      </div>
    </figure>
  )
}
