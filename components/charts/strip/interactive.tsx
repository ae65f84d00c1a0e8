'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { formatNumber } from '@/lib/format'
import type { LayerProps } from '../live'
import { type LivePoint, PointLayer } from '../point-layer'
import { type StripProps, stripGeometry } from './series'

/** Over a distribution: which region the point is, and its value. */
export default function StripLayer({ chart, drawn }: LayerProps<StripProps>) {
  const t = useTranslations('chart')
  const { format, summary } = chart
  const g = useMemo(() => stripGeometry(chart, drawn.width), [chart, drawn.width])
  const points = g.points
    .toSorted((a, b) => a.x - b.x)
    .map(
      (point): LivePoint => ({
        ...point,
        title: point.label,
        rows: [
          { key: 'value', label: t('value'), value: formatNumber(point.value, format), colour: point.colour },
        ],
      }),
    )
  return <PointLayer drawn={drawn} height={g.height} summary={summary} points={points} />
}
