'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type SyntheticEvent, useMemo, useState } from 'react'
import { Line, LineChart, type MouseHandlerDataParam, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '@/lib/format'
import type { LayerProps } from '../live'
import { Tip, type TipRow } from '../tip'
import { toneColour } from '../tones'
import type { ChartLine } from '../types'
import { type LinesProps, linesGeometry } from './series'

/** How near, in pixels, the pointer must come to a line to lift it out. */
const grasp = 24

/** Over a line chart: a cursor at a year, the values of that year, and the line nearest to the pointer lifted out. */
export default function LinesLayer({ chart, drawn }: LayerProps<LinesProps>) {
  const t = useTranslations('chart')
  const { lines, format, path, isRank, summary } = chart
  const { width, scale } = drawn
  const g = useMemo(() => linesGeometry(chart, width), [chart, width])
  const [lifted, setLifted] = useState<string | null>(null)
  const [isDismissed, setDismissed] = useState(false)
  const years = useMemo(() => yearsOf(chart), [chart])
  const named = lines.filter((line) => line.tone !== 'rest')
  const valueAt = (line: ChartLine, year: number) =>
    line.points.find((point) => point.year === year)?.value ?? null
  const written = (value: number) =>
    formatNumber(value, isRank ? { locale: format.locale, decimals: 0 } : format)

  const lift = (state: MouseHandlerDataParam, event: SyntheticEvent<SVGGraphicsElement>) => {
    setDismissed(false)
    const year = Number(state.activeLabel)
    if (state.activeLabel === undefined || !('clientY' in event.nativeEvent)) return setLifted(null)
    const y = (Number(event.nativeEvent.clientY) - event.currentTarget.getBoundingClientRect().top) / scale
    const near = lines
      .flatMap((line) => {
        const value = valueAt(line, year)
        return value === null ? [] : [{ key: line.key, distance: Math.abs(g.y.at(value) - y) }]
      })
      .toSorted((a, b) => a.distance - b.distance)
    const [nearest] = near
    setLifted(nearest && nearest.distance * scale <= grasp ? nearest.key : null)
  }
  const rowsOf = (year: number): TipRow[] => {
    const said = lines.filter((line) => line.tone !== 'rest' || line.key === lifted)
    const rows = said.flatMap((line) => {
      const value = valueAt(line, year)
      return value === null ? [] : [{ line, value }]
    })
    const sorted = rows.toSorted((a, b) => (isRank ? a.value - b.value : b.value - a.value))
    const required = path?.points.find((point) => point.year === year)
    return [
      ...sorted.map(({ line, value }) => ({
        key: line.key,
        label: line.label,
        value: written(value),
        colour: toneColour(line.tone, line.token),
        isStrong: lifted === null ? line.tone === 'selected' && named.length > 1 : line.key === lifted,
      })),
      ...(required && path?.label
        ? [{ key: 'path', label: path.label, value: written(required.value) }]
        : []),
    ]
  }
  const liftedLine = g.lines.find((line) => line.key === lifted)
  const [low, high] = g.y.domain
  return (
    <div onKeyDownCapture={(event: KeyboardEvent) => setDismissed(event.key === 'Escape')}>
      <LineChart
        className="chart-layer"
        width={g.width * scale}
        height={g.height * scale}
        margin={{
          left: (g.plot.left + 6) * scale,
          right: (g.width - g.plot.right + 6) * scale,
          top: g.plot.top * scale,
          bottom: (g.height - g.plot.bottom) * scale,
        }}
        data={years.map((year) => ({
          year,
          ...Object.fromEntries(named.map((line) => [`v${line.key}`, valueAt(line, year)])),
        }))}
        aria-label={`${summary} ${t('explore')}`}
        onMouseMove={lift}
        onMouseLeave={() => setLifted(null)}
      >
        <XAxis dataKey="year" type="number" domain={[...g.x.domain]} allowDataOverflow hide />
        <YAxis
          type="number"
          domain={[Math.min(low, high), Math.max(low, high)]}
          reversed={isRank ?? false}
          allowDataOverflow
          hide
        />
        {liftedLine && (
          <g transform={`scale(${scale})`} pointerEvents="none">
            <rect
              x={g.plot.left}
              y={g.plot.top}
              width={g.plot.right - g.plot.left}
              height={g.plot.bottom - g.plot.top}
              fill="var(--ground)"
              fillOpacity={0.6}
            />
            <path
              d={liftedLine.path}
              fill="none"
              stroke={liftedLine.tone === 'rest' ? 'var(--ink-2)' : liftedLine.colour}
              strokeWidth={2.5}
              strokeLinejoin="round"
              strokeLinecap="round"
            />
          </g>
        )}
        {named.map((line) => (
          <Line
            key={line.key}
            dataKey={`v${line.key}`}
            stroke="transparent"
            dot={false}
            activeDot={{
              r: 4,
              fill: toneColour(line.tone, line.token),
              stroke: 'var(--ground)',
              strokeWidth: 1.5,
            }}
            isAnimationActive={false}
          />
        ))}
        <Tooltip
          {...(isDismissed && { active: false })}
          isAnimationActive={false}
          filterNull={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, label }) =>
            active && label !== undefined ? <Tip title={String(label)} rows={rowsOf(Number(label))} /> : null
          }
        />
      </LineChart>
    </div>
  )
}

/** Every year in which something is drawn, in order. */
function yearsOf({ lines, path }: LinesProps): number[] {
  const years = new Set<number>()
  for (const line of lines) for (const point of line.points) if (point.value !== null) years.add(point.year)
  for (const point of path?.points ?? []) years.add(point.year)
  return [...years].toSorted((a, b) => a - b)
}
