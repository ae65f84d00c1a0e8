import { extent } from 'd3-array'
import { round } from '../path'
import type { ChartPoint } from '../types'
import { unbroken } from '../unbroken'

type Props = { readonly points: readonly ChartPoint[]; readonly token: string }

const width = 96
const height = 28
const edge = 4

/** The course of a value in the size of a word. Beside the figure it belongs to, so hidden from screen readers. */
export function Sparkline({ points, token }: Props) {
  const observed = points.flatMap((point) => (point.value === null ? [] : [point.value]))
  const [first = 0, last = 1] = extent(points, (point) => point.year)
  const [low = 0, high = 1] = extent(observed)
  const x = (year: number) => round(edge + ((year - first) / (last - first || 1)) * (width - 2 * edge))
  const y = (value: number) =>
    round(high === low ? height / 2 : height - edge - ((value - low) / (high - low)) * (height - 2 * edge))
  const pieces = unbroken(points)
  const end = pieces.at(-1)?.at(-1)
  const colour = `var(${token})`
  return (
    <svg
      aria-hidden="true"
      className="chart-sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fill="none"
    >
      <path
        d={pieces
          .map((piece) => piece.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.year)},${y(p.value)}`).join(''))
          .join('')}
        stroke={colour}
        strokeWidth={1.5}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {pieces.flatMap((piece) =>
        piece.length === 1
          ? piece.map((p) => <circle key={p.year} cx={x(p.year)} cy={y(p.value)} r={1.25} fill={colour} />)
          : [],
      )}
      {end && <circle cx={x(end.year)} cy={y(end.value)} r={2.5} fill={colour} />}
    </svg>
  )
}
