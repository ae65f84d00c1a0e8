'use client'

import { useMemo } from 'react'
import { formatNumber } from '@/lib/format'
import type { LayerProps } from '../live'
import { type LivePoint, PointLayer } from '../point-layer'
import { type ScatterProps, scatterGeometry } from './series'

/** Over a scatter plot: which region the point is, and both its values. */
export default function ScatterLayer({ chart, drawn }: LayerProps<ScatterProps>) {
  const { xLabel, yLabel, xFormat, yFormat, summary } = chart
  const g = useMemo(() => scatterGeometry(chart, drawn.width), [chart, drawn.width])
  const points = g.points
    .toSorted((a, b) => a.x - b.x)
    .map(
      (point): LivePoint => ({
        ...point,
        title: point.label,
        rows: [
          { key: 'x', label: xLabel, value: formatNumber(point.values.x, xFormat) },
          { key: 'y', label: yLabel, value: formatNumber(point.values.y, yFormat) },
        ],
      }),
    )
  return <PointLayer drawn={drawn} height={g.height} summary={summary} points={points} />
}
