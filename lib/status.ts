import type { ProgressStatus } from '@/core/progress/assess-progress'

type StatusMark = {
  readonly symbol: string
  /** message key under `progress` */
  readonly key: string
  readonly token: `--status-${string}`
}

/** How a status is drawn: always symbol and word and colour. In order from best to none. */
export const statusMarks: Readonly<Record<ProgressStatus, StatusMark>> = {
  achieved: { symbol: '✓', key: 'achieved', token: '--status-achieved' },
  'on-track': { symbol: '↑', key: 'onTrack', token: '--status-on-track' },
  'needs-acceleration': { symbol: '↗', key: 'needsAcceleration', token: '--status-needs-acceleration' },
  limited: { symbol: '→', key: 'limited', token: '--status-limited' },
  'moving-away': { symbol: '↓', key: 'movingAway', token: '--status-moving-away' },
  'no-data': { symbol: '·', key: 'noData', token: '--status-no-data' },
}

export const statusOrder = Object.keys(statusMarks) as ProgressStatus[]
