'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ImportSettings, Inspection, LayoutChoice } from '../schema'
import { FileChoices } from './file-choices'
import { LayoutChoices } from './layout-choices'
import { PreviewTable } from './preview-table'
import type { Change } from './use-import'

type Props = {
  readonly inspection: Inspection
  readonly settings: ImportSettings
  readonly isPending: boolean
  readonly change: (make: Change) => void
  readonly onNext: () => void
}

/** How the file is understood, above its own first rows; every part of it can be corrected. */
export function StepFile({ inspection, settings, isPending, change, onNext }: Props) {
  const t = useTranslations('imports')
  const { layout, warnings } = inspection
  const setLayout = (next: Partial<LayoutChoice>) =>
    change((before) => ({ ...before, layout: { ...layout, ...next } }))
  const isNothing = inspection.rows === 0
  return (
    <>
      {inspection.isLayoutRemembered && (
        <Notice className="mb-4">
          <p>{t('layout.remembered')}</p>
          <Button
            className="mt-2"
            onClick={() =>
              change(({ layout: _, ...rest }) => ({ ...rest, layout: { ...layout, columns: [] } }))
            }
          >
            {t('layout.detectAgain')}
          </Button>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warning" className="mb-4">
          <ul className="grid gap-1">
            {warnings.map(({ code, params }) => (
              <li key={code}>{t(`warning.${code}`, { ...params })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className="mb-6 grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <FileChoices inspection={inspection} file={settings.file} change={change} />
        <LayoutChoices inspection={inspection} change={change} setLayout={setLayout} />
      </div>
      <PreviewTable inspection={inspection} setLayout={setLayout} isPending={isPending} />
      <p role="status" className="mt-3 text-sm text-ink-2">
        {isPending ? t('wizard.pending') : t('layout.found', summaryOf(inspection))}
      </p>
      {isNothing && !isPending && (
        <Notice tone="warning" className="mt-3">
          {t('layout.nothing')}
        </Notice>
      )}
      <div className="mt-5">
        <Button tone="primary" disabled={isPending || isNothing} onClick={onNext}>
          {t('steps.file.next')}
        </Button>
      </div>
    </>
  )
}

function summaryOf({ rows, regions, indicators, years }: Inspection) {
  return {
    rows,
    regions: regions.length,
    indicators: indicators.length,
    years: years.length === 0 ? 'none' : years.length === 1 ? 'one' : 'span',
    from: String(years[0] ?? ''),
    to: String(years.at(-1) ?? ''),
  }
}
