import { useLocale, useTranslations } from 'next-intl'
import { Mark } from '@/components/ui/mark'
import type { ProgressStatus } from '@/core/progress/assess-progress'
import type { ProgressMethod, ProgressThresholds } from '@/core/progress/method'
import { formatNumber, formatPercent } from '@/lib/format'
import { statusMarks } from '@/lib/status'
import { StepTable } from './step'

type Props = { readonly method: ProgressMethod; readonly label: string }

/** The classes of a progress rule with their bounds, with and without a target. */
export function ProgressTable({ method, label }: Props) {
  const t = useTranslations('method.progress')
  const common = useTranslations('common')
  const bound = useTranslations('progress.method.bound')
  const locale = useLocale()
  const ratio = (value: number) => formatNumber(value, { locale, decimals: 2 })
  const growth = (value: number) => formatPercent(value, { locale, decimals: 1 })
  const between = (
    low: number,
    high: number,
    kind: 'between' | 'betweenUp',
    text: (value: number) => string,
  ) => (low === high ? t('noClass') : bound(kind, { low: text(low), high: text(high) }))
  const bounds = (of: ProgressThresholds, text: (value: number) => string) => ({
    'on-track': bound(of.isOnTrackAbove ? 'above' : 'atLeast', { low: text(of.onTrack) }),
    'needs-acceleration': between(
      of.needsAcceleration,
      of.onTrack,
      of.isOnTrackAbove ? 'betweenUp' : 'between',
      text,
    ),
    limited: between(of.limited, of.needsAcceleration, 'between', text),
    'moving-away': bound('below', { high: text(of.limited) }),
  })
  const withTarget = bounds(method.withTarget, ratio)
  const withoutTarget = bounds(method.withoutTarget, growth)
  const classes = Object.keys(withTarget) as (keyof typeof withTarget)[]
  return (
    <StepTable label={label}>
      <thead>
        <tr>
          <th scope="col">{common('status')}</th>
          <th scope="col">{t('withTarget')}</th>
          <th scope="col">{t('withoutTarget')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" className="font-normal">
            <StatusWord status="achieved" />
          </th>
          <td>{bound('achieved')}</td>
          <td className="text-ink-3">{t('noTarget')}</td>
        </tr>
        {classes.map((status) => (
          <tr key={status}>
            <th scope="row" className="font-normal">
              <StatusWord status={status} />
            </th>
            <td>{withTarget[status]}</td>
            <td>{withoutTarget[status]}</td>
          </tr>
        ))}
      </tbody>
    </StepTable>
  )
}

/** A status as symbol, word and colour. */
export function StatusWord({ status }: { readonly status: ProgressStatus }) {
  const progress = useTranslations('progress')
  const mark = statusMarks[status]
  return <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
}
