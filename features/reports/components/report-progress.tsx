'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatNumber } from '@/lib/format'
import type { ReportStage } from '../schema'
import { download, type Making } from './use-report'

/** Where each stage begins and how far it reaches, in percent of the whole. */
const spans: Record<ReportStage, readonly [start: number, length: number]> = {
  data: [0, 10],
  words: [10, 10],
  charts: [20, 40],
  file: [60, 40],
}

type Props = { readonly making: Making; readonly onCancel: () => void }

/** How far the making is, and how it ended. */
export function ReportProgress({ making, onCancel }: Props) {
  const t = useTranslations('export')
  const locale = useLocale()
  return (
    <div role="status" className="mt-4 min-h-16 text-sm">
      {making.state === 'making' && <Running making={making} onCancel={onCancel} />}
      {making.state === 'cancelled' && <p className="text-ink-2">{t('cancelled')}</p>}
      {making.state === 'failed' && (
        <Notice tone="danger" role="alert">
          {making.message ?? t('failed')}
        </Notice>
      )}
      {making.state === 'made' && (
        <Notice>
          <p>
            {t('made', {
              name: making.name,
              size: formatNumber(making.bytes / 1e6, { locale, decimals: 1 }),
            })}
          </p>
          {!making.isUniversal && <p className="mt-2">{t('notUniversal')}</p>}
          <Button className="mt-2" onClick={() => download(making.address)}>
            {t('again')}
          </Button>
        </Notice>
      )}
    </div>
  )
}

function Running({
  making,
  onCancel,
}: {
  making: Extract<Making, { state: 'making' }>
  onCancel: () => void
}) {
  const t = useTranslations('export')
  const [start, length] = spans[making.stage]
  const percent = Math.round(start + (making.done / making.total) * length)
  return (
    <>
      <p id="report-stage">{t(`stage.${making.stage}`)}</p>
      <div className="mt-1.5 flex items-center gap-3">
        <progress
          aria-labelledby="report-stage"
          className="h-2 min-w-0 flex-1 accent-accent"
          max={100}
          value={percent}
        />
        {/* Counting charts is for the eye: read out, it would drown the stage. */}
        <span aria-hidden className="w-24 text-ink-2">
          {making.total > 1 ? t('count', { done: making.done, total: making.total }) : `${percent}%`}
        </span>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </>
  )
}
