import type { ReactNode } from 'react'
import { type ChartSize, chartWidths } from './sizes'

type Props = {
  /** one drawing of this width instead of one for every width of the container */
  readonly width?: number | undefined
  /** the widest drawing that is any use; it stays in wider containers */
  readonly largest?: number
  readonly draw: (width: number) => ReactNode
}

const sizes = Object.keys(chartWidths) as ChartSize[]

/** A drawing for every width of its container; the style sheet shows one of them. */
export function Sized({ width, largest, draw }: Props) {
  if (width !== undefined) {
    return (
      <div className="chart-size" style={{ maxWidth: width * 1.25 }}>
        {draw(width)}
      </div>
    )
  }
  const useful = sizes.filter((size) => largest === undefined || chartWidths[size] <= largest)
  return useful.map((size) => (
    <div
      key={size}
      className={`chart-size chart-size-${size}`}
      data-largest={size === useful.at(-1) || undefined}
    >
      {draw(chartWidths[size])}
    </div>
  ))
}
