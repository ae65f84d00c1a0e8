'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { PolarAngleAxis, PolarRadiusAxis, Radar, RadarChart, Tooltip } from 'recharts'
import { formatNumber } from '@/lib/format'
import type { LayerProps } from '../live'
import { Tip } from '../tip'
import { type RadarProps, radarGeometry } from './series'

/** Over a radar chart: the axis nearest to the pointer and the values of all shapes on it. */
export default function RadarLayer({ chart, drawn }: LayerProps<RadarProps>) {
  const t = useTranslations('chart')
  const { axes, shapes, domain, format, summary } = chart
  const { width, scale } = drawn
  const g = useMemo(() => radarGeometry(chart, width), [chart, width])
  const [isDismissed, setDismissed] = useState(false)
  return (
    <div
      onKeyDownCapture={(event: KeyboardEvent) => setDismissed(event.key === 'Escape')}
      onPointerMove={() => setDismissed(false)}
    >
      <RadarChart
        className="chart-layer"
        width={g.width * scale}
        height={g.height * scale}
        margin={{ left: 0, right: 0, top: 0, bottom: 0 }}
        cx={g.centre.x * scale}
        cy={g.centre.y * scale}
        outerRadius={g.radius * scale}
        data={axes.map((axis, i) => ({
          key: axis.key,
          ...Object.fromEntries(shapes.map((shape) => [`v${shape.key}`, shape.values[i] ?? null])),
        }))}
        aria-label={`${summary} ${t('explore')}`}
      >
        <PolarAngleAxis dataKey="key" tick={false} axisLine={false} />
        <PolarRadiusAxis domain={[...domain]} tick={false} axisLine={false} />
        {shapes.map((shape) => (
          <Radar
            key={shape.key}
            dataKey={`v${shape.key}`}
            stroke="transparent"
            fill="transparent"
            activeDot={{ r: 5, fill: `var(${shape.token})`, stroke: 'var(--ground)', strokeWidth: 1.5 }}
            isAnimationActive={false}
          />
        ))}
        <Tooltip
          {...(isDismissed && { active: false })}
          isAnimationActive={false}
          filterNull={false}
          cursor={{ stroke: 'var(--line-strong)' }}
          content={({ active, label }) => {
            const index = axes.findIndex((axis) => axis.key === label)
            const axis = axes[index]
            if (!active || !axis) return null
            return (
              <Tip
                title={axis.label}
                rows={shapes.map((shape) => {
                  const value = shape.values[index] ?? null
                  return {
                    key: shape.key,
                    label: shape.label,
                    value: value === null ? t('notObserved') : formatNumber(value, format),
                    colour: `var(${shape.token})`,
                  }
                })}
              />
            )
          }}
        />
      </RadarChart>
    </div>
  )
}
