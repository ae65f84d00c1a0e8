import { round } from './path'
import type { Tick } from './scale'
import { fontSize } from './text'
import type { Box } from './types'

type Props = { readonly ticks: readonly Tick[]; readonly plot: Box }

/** Faint horizontal lines with their numbers to the left. Zero is drawn stronger. */
export function ValueGrid({ ticks, plot }: Props) {
  const [left, right] = [round(plot.left), round(plot.right)]
  const line = (tick: Tick) => `M${left},${round(tick.at)}H${right}`
  const zero = ticks.find((tick) => tick.value === 0)
  return (
    <g textAnchor="end" fill="var(--ink-3)">
      <path
        d={ticks
          .filter((tick) => tick !== zero)
          .map(line)
          .join('')}
        stroke="var(--grid)"
      />
      {zero && <path d={line(zero)} stroke="var(--line-strong)" />}
      {ticks.map((tick) => (
        <text key={tick.value} x={round(left - 8)} y={round(tick.at + fontSize * 0.35)}>
          {tick.label}
        </text>
      ))}
    </g>
  )
}

/** Numbers below the plot. With `hasLines` also faint vertical lines, for charts that are read from left to right. */
export function BottomAxis({ ticks, plot, hasLines = false }: Props & { readonly hasLines?: boolean }) {
  const [from, to] = hasLines ? [plot.top, plot.bottom] : [plot.bottom, plot.bottom + 4]
  return (
    <g textAnchor="middle" fill="var(--ink-3)">
      <path
        d={ticks.map((tick) => `M${round(tick.at)},${round(from)}V${round(to)}`).join('')}
        stroke={hasLines ? 'var(--grid)' : 'var(--line-strong)'}
      />
      {ticks.map((tick) => (
        <text key={tick.value} x={round(tick.at)} y={round(plot.bottom + 18)}>
          {tick.label}
        </text>
      ))}
    </g>
  )
}
