'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { Bar, BarChart, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '@/lib/format'
import type { LayerProps } from '../live'
import { Tip } from '../tip'
import { toneColour } from '../tones'
import { type BarsProps, barsGeometry } from './series'

/** Over a bar chart: the row under the pointer, its value in full with the unit. The names stay free for their links. */
export default function BarsLayer({ chart, drawn }: LayerProps<BarsProps>) {
  const t = useTranslations('chart')
  const { bars, format, reference, summary } = chart
  const { width, scale } = drawn
  const g = useMemo(() => barsGeometry(chart, width), [chart, width])
  const [isDismissed, setDismissed] = useState(false)
  const { left, right, top, bottom } = g.plot

  const onKey = (event: KeyboardEvent) => {
    setDismissed(event.key === 'Escape')
    // Recharts counts rows from below and knows left and right only; here right and down both mean the next row.
    const translated = {
      ArrowRight: 'ArrowLeft',
      ArrowDown: 'ArrowLeft',
      ArrowLeft: 'ArrowRight',
      ArrowUp: 'ArrowRight',
    }[event.key]
    if (!translated || !event.nativeEvent.isTrusted) return
    event.preventDefault()
    event.stopPropagation()
    event.target.dispatchEvent(new KeyboardEvent('keydown', { key: translated, bubbles: true }))
  }
  return (
    <div
      className="chart-layer-part"
      style={{ left: left * scale, top: top * scale }}
      onKeyDownCapture={onKey}
      onPointerMove={() => setDismissed(false)}
    >
      <BarChart
        className="chart-layer"
        layout="vertical"
        width={(right - left) * scale}
        height={(bottom - top) * scale}
        margin={{ left: 0, right: 0, top: 0, bottom: 0 }}
        data={bars.map((bar) => ({ key: bar.key, value: bar.value }))}
        aria-label={`${summary} ${t('explore')}`}
      >
        <XAxis type="number" domain={[...g.domain]} allowDataOverflow hide />
        <YAxis type="category" dataKey="key" hide />
        <Bar dataKey="value" fill="transparent" isAnimationActive={false} />
        <Tooltip
          {...(isDismissed && { active: false })}
          isAnimationActive={false}
          filterNull={false}
          allowEscapeViewBox={{ x: false, y: true }}
          cursor={{ fill: 'var(--ink)', fillOpacity: 0.07 }}
          content={({ active, label }) => {
            const bar = active ? bars.find((one) => one.key === label) : undefined
            if (!bar) return null
            const value = bar.value === null ? t('notObserved') : formatNumber(bar.value, format)
            return (
              <Tip
                title={bar.label}
                rows={[
                  { key: 'value', label: t('value'), value, colour: toneColour(bar.tone, bar.token) },
                  ...(reference ? [{ key: 'reference', label: reference.label, value: '' }] : []),
                ]}
              />
            )
          }}
        />
      </BarChart>
    </div>
  )
}
