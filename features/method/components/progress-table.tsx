import { useLocale, useTranslations } from 'next-intl'
import { Mark } from '@/components/ui/mark'
import type { ProgressStatus } from '@/core/progress/assess-progress'
import type { ProgressThresholds } from '@/core/progress/method'
import { formatNumber, formatPercent } from '@/lib/format'
import { statusMarks } from '@/lib/status'
import type { MethodPage } from '../schema'
import { StepTable } from './step'

/** The classes of the progress rule with their bounds, with and without a target. */
export function ProgressTable({ page }: { readonly page: MethodPage }) {
  const t = useTranslations('method.progress')
  const common = useTranslations('common')
  const bound = useTranslations('progress.method.bound')
  const locale = useLocale()
  const ratio = (value: number) => formatNumber(value, { locale, decimals: 2 })
  const growth = (value: number) => formatPercent(value, { locale, decimals: 1 })
  const bounds = (of: ProgressThresholds, text: (value: number) => string) => ({
    'on-track': bound('atLeast', { low: text(of.onTrack) }),
    'needs-acceleration': bound('between', { low: text(of.needsAcceleration), high: text(of.onTrack) }),
    limited: bound('between', { low: text(of.limited), high: text(of.needsAcceleration) }),
    'moving-away': bound('below', { high: text(of.limited) }),
  })
  const withTarget = bounds(page.progress.withTarget, ratio)
  const withoutTarget = bounds(page.progress.withoutTarget, growth)
  const classes = Object.keys(withTarget) as (keyof typeof withTarget)[]
  return (
    <StepTable label={t('caption')}>
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

function StatusWord({ status }: { readonly status: ProgressStatus }) {
  const progress = useTranslations('progress')
  const mark = statusMarks[status]
  return <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
}
