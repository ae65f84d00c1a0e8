'use client'

import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import type { Drawn } from './live'
import { Tip, type TipRow } from './tip'
import type { Spot } from './types'

export type LivePoint = Spot & {
  /** unique in the drawing */
  readonly key: string
  readonly radius: number
  readonly colour: string
  readonly title: string
  readonly rows: readonly TipRow[]
}

type Props = {
  readonly drawn: Drawn
  readonly height: number
  readonly summary: string
  /** in the order in which the arrow keys visit them */
  readonly points: readonly LivePoint[]
}

/** How near, in pixels, the pointer must come. */
const grasp = 28

/**
 * Over drawings made of points: the nearest point is ringed and said. Recharts asks the pointer to hit a point exactly
 * and does not bring the arrow keys to them, so this layer is our own.
 */
export function PointLayer({ drawn: { width, scale }, height, summary, points }: Props) {
  const t = useTranslations('chart')
  const [active, setActive] = useState<number | null>(null)
  const point = active === null ? undefined : points[active]

  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const [x, y] = [event.clientX - box.left, event.clientY - box.top]
    const distances = points.map((one) => Math.hypot(one.x * scale - x, one.y * scale - y))
    const nearest = Math.min(...distances)
    setActive(nearest <= grasp ? distances.indexOf(nearest) : null)
  }
  const onKey = (event: KeyboardEvent) => {
    const last = points.length - 1
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') setActive(null)
    else if (event.key === 'Home') setActive(0)
    else if (event.key === 'End') setActive(last)
    else if (step) setActive(active === null ? 0 : Math.min(last, Math.max(0, active + step)))
    else return
    event.preventDefault()
  }
  return (
    <div
      className="chart-layer chart-points"
      role="application"
      aria-label={`${summary} ${t('explore')}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk through the points
      tabIndex={0}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={() => setActive(null)}
      onFocus={() => setActive((now) => now ?? (points.length > 0 ? 0 : null))}
      onBlur={() => setActive(null)}
      onKeyDown={onKey}
    >
      {point && (
        <>
          <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} fill="none">
            <circle cx={point.x} cy={point.y} r={point.radius + 3} stroke="var(--ink)" strokeWidth={1.5} />
            <circle cx={point.x} cy={point.y} r={point.radius} fill={point.colour} />
          </svg>
          <div
            className="chart-point-tip"
            data-left={point.x > width * 0.6 || undefined}
            data-up={point.y > height * 0.6 || undefined}
            style={{ left: point.x * scale, top: point.y * scale }}
          >
            <Tip title={point.title} rows={point.rows} />
          </div>
        </>
      )}
    </div>
  )
}
