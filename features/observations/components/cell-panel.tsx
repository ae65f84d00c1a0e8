import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { GridCellData } from '@/components/data-grid/types'
import { formatNumber } from '@/lib/format'
import type { EntryRules } from './entry-rules'

type Props = {
  readonly title: string
  /** undefined = no cell is chosen */
  readonly rules: EntryRules | undefined
  readonly data: GridCellData | undefined
  /** back to the cell */
  readonly onLeave: () => void
  readonly children: ReactNode
}

/** Beside the grid: which cell is active, what it may hold, and below that what is known of it. */
export function CellPanel({ title, rules, data, onLeave, children }: Props) {
  const t = useTranslations('entry.panel')
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, { locale, decimals: 10, trim: true })
  const range = (low: number | null, high: number | null) =>
    low === null && high === null
      ? t('noLimit')
      : `${low === null ? '…' : number(low)} – ${high === null ? '…' : number(high)}`
  if (!rules) {
    return (
      <aside aria-label={t('label')} className="no-print text-sm">
        <p className="text-ink-3">{t('empty')}</p>
      </aside>
    )
  }
  return (
    <aside
      aria-label={t('label')}
      data-panel
      className="no-print min-w-0 text-sm xl:sticky xl:top-16 xl:max-h-[calc(100vh-5rem)] xl:self-start xl:overflow-y-auto xl:pr-2 xl:pb-4"
    >
      <div className="flex items-baseline justify-between gap-2">
        <h2
          data-panel-head
          tabIndex={-1}
          className="scroll-mt-20 scroll-mb-40 text-base font-semibold break-words"
        >
          {title}
        </h2>
        <button
          type="button"
          className="shrink-0 text-xs text-ink-2 underline xl:sr-only xl:focus-visible:not-sr-only"
          onClick={onLeave}
        >
          {t('back')}
        </button>
      </div>
      <p className="break-words text-ink-2">
        {rules.code} {rules.name}
      </p>
      {data?.lockedReason && <p className="mt-2 text-ink-2">{t('locked', { reason: data.lockedReason })}</p>}
      {data?.value === null && data.imputed !== undefined && (
        <p className="mt-2 text-ink-2">{t('imputed', { value: number(data.imputed) })}</p>
      )}
      {!rules.levels && (
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
          {rules.unit && (
            <>
              <dt className="text-ink-3">{t('unit')}</dt>
              <dd className="break-words">{rules.unit}</dd>
            </>
          )}
          <dt className="text-ink-3">{t('plausible')}</dt>
          <dd>{range(rules.plausibleMin, rules.plausibleMax)}</dd>
          <dt className="text-ink-3">{t('possible')}</dt>
          <dd>{range(rules.hardMin, rules.hardMax)}</dd>
        </dl>
      )}
      {children}
    </aside>
  )
}
