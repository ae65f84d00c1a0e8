'use client'

import { useMemo } from 'react'
import { formatNumber } from '@/lib/format'
import type { LayerProps } from '../live'
import { type LivePoint, PointLayer } from '../point-layer'
import { type DotsProps, dotsGeometry } from './series'

/** Over a dot plot: which region the dot is, and its value. The arrow keys go along a row, then to the next one. */
export default function DotsLayer({ chart, drawn }: LayerProps<DotsProps>) {
  const { rows, format, summary } = chart
  const g = useMemo(() => dotsGeometry(chart, drawn.width), [chart, drawn.width])
  const points = g.rows.flatMap((row, i) =>
    row.dots
      .toSorted((a, b) => a.value - b.value)
      .map(
        (dot): LivePoint => ({
          ...dot,
          key: `${row.key}|${dot.key}`,
          title: dot.label,
          rows: [
            {
              key: 'value',
              label: rows[i]?.label ?? '',
              value: formatNumber(dot.value, format),
              colour: dot.colour,
            },
          ],
        }),
      ),
  )
  return <PointLayer drawn={drawn} height={g.height} summary={summary} points={points} />
}
