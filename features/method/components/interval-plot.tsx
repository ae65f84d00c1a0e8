import { BottomAxis } from '@/components/charts/axes'
import { round } from '@/components/charts/path'
import { numberAxis } from '@/components/charts/scale'
import { Sized } from '@/components/charts/sized'
import { SvgRoot } from '@/components/charts/svg-root'
import { blockWidth, fontSize, lineHeight, wrapText } from '@/components/charts/text'
import { SvgText } from '@/components/charts/text-block'
import { nameColour, toneColour } from '@/components/charts/tones'
import type { NumberSpec, Tone } from '@/components/charts/types'

type IntervalRow = {
  readonly key: string
  readonly label: string
  readonly tone: Tone
  readonly rank: number | null
  readonly median: number | null
  readonly low: number | null
  readonly high: number | null
}

type Props = {
  readonly rows: readonly IntervalRow[]
  /** ranks there are: the axis runs from 1 to this */
  readonly count: number
  readonly format: NumberSpec
  readonly summary: string
}

/** A row a region: a bar over the ranks that it may have, a dot at the one it has. Best on the left. */
export function IntervalPlot(props: Props) {
  return <Sized draw={(width) => <Drawing {...props} width={width} />} />
}

function Drawing({ rows, count, format, summary, width }: Props & { readonly width: number }) {
  const names = rows.map(({ label }) => wrapText(label, width * 0.36))
  const left = Math.max(...names.map((lines) => blockWidth(lines))) + 14
  const right = width - 16
  const axis = numberAxis({
    values: [],
    range: [left, right],
    format,
    count: 6,
    domain: [1, Math.max(count, 2)],
  })
  let y = 4
  const placed = rows.map((row, i) => {
    const lines = names[i] ?? []
    const height = Math.max(20, lines.length * lineHeight + 4)
    const at = y + height / 2
    y += height
    return { ...row, lines, at }
  })
  const plot = { left, right, top: 4, bottom: y }
  return (
    <SvgRoot width={width} height={y + 24} summary={summary}>
      <BottomAxis ticks={axis.ticks} plot={plot} hasLines />
      {placed.map(({ key, lines, tone, rank, median, low, high, at }) => (
        <g key={key}>
          <SvgText
            block={{ x: left - 10, y: at, lines, anchor: 'end' }}
            fill={nameColour(tone)}
            weight={tone === 'selected' ? 650 : 400}
          />
          {low !== null && high !== null && (
            <line
              x1={round(axis.at(low))}
              x2={round(axis.at(high))}
              y1={round(at)}
              y2={round(at)}
              stroke={toneColour(tone === 'rest' ? 'peer' : tone)}
              strokeWidth={fontSize / 2}
              strokeLinecap="round"
              opacity={0.45}
            />
          )}
          {median !== null && (
            <path
              d={`M${round(axis.at(median))},${round(at - 6)}v12`}
              stroke="var(--ink-2)"
              strokeWidth={1.5}
            />
          )}
          {rank !== null && (
            <circle
              cx={round(axis.at(rank))}
              cy={round(at)}
              r={4.5}
              fill={tone === 'selected' ? 'var(--accent)' : 'var(--ink)'}
              stroke="var(--ground)"
            />
          )}
        </g>
      ))}
    </SvgRoot>
  )
}
