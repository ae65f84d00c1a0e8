import type { ReactNode } from 'react'
import { Sparkline } from '@/components/charts/sparkline/static'
import type { ChartPoint } from '@/components/charts/types'

type Props = {
  /** what it is a figure of, mostly a link */
  readonly name: ReactNode
  readonly value: string
  /** below the figure: unit, year, change, rank */
  readonly detail: string | null
  readonly series: readonly ChartPoint[]
  /** colour token of the line, such as --area-pr */
  readonly token: string
}

/** One figure of a headline, inside a `dl`: its name above, its line at the end of the row it stands in. */
export function KeyFigure({ name, value, detail, series, token }: Props) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd className="mt-0.5 flex items-end justify-between gap-3">
        <span className="min-w-0">
          <span className="text-xl font-semibold">{value}</span>
          {detail && <span className="block text-xs text-ink-3">{detail}</span>}
        </span>
        <span className="shrink-0">
          <Sparkline points={series} token={token} />
        </span>
      </dd>
    </div>
  )
}
