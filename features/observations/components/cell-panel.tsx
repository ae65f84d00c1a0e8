import { useLocale, useTranslations } from 'next-intl'
import { Sparkline } from '@/components/charts/sparkline/static'
import type { ChartPoint } from '@/components/charts/types'
import { inputClass } from '@/components/ui/field'
import { formatNumber } from '@/lib/format'
import type { CellKey } from '../schema'
import { type Annotation, AnnotationForm } from './annotation-form'
import type { EntryRules } from './entry-rules'
import { RevisionList } from './revision-list'
import { useRevisions } from './use-revisions'

type Props = {
  readonly cell: CellKey | null
  readonly title: string
  readonly rules: EntryRules | undefined
  /** the values of this row over the years shown */
  readonly series: readonly ChartPoint[]
  /** changes whenever something was saved, so that the revisions are read again */
  readonly refresh: number
  /** null = the cell can be looked at only */
  readonly onAnnotate: ((annotation: Annotation) => void) | null
  readonly onChooseLevel: (level: string) => void
}

/** Beside the grid: what is known of the active cell, what can be said of its value, and every state it has had. */
export function CellPanel({ cell, title, rules, series, refresh, onAnnotate, onChooseLevel }: Props) {
  const t = useTranslations('entry.panel')
  const locale = useLocale()
  const revisions = useRevisions(cell, refresh)
  const number = (value: number | null) =>
    value === null ? t('notObserved') : formatNumber(value, { locale, decimals: 10, trim: true })
  const range = (low: number | null, high: number | null) =>
    low === null && high === null
      ? t('noLimit')
      : `${low === null ? '…' : number(low)} – ${high === null ? '…' : number(high)}`
  if (!cell || !rules) {
    return (
      <aside aria-label={t('label')} className="no-print text-sm">
        <p className="text-ink-3">{t('empty')}</p>
      </aside>
    )
  }
  const current = Array.isArray(revisions) ? (revisions[0] ?? null) : null
  const level = current?.value ?? null
  return (
    <aside aria-label={t('label')} className="no-print min-w-0 text-sm xl:sticky xl:top-16 xl:self-start">
      <h2 className="text-base font-semibold break-words">{title}</h2>
      <p className="break-words text-ink-2">
        {rules.code} {rules.name}
      </p>
      {rules.levels && onAnnotate && (
        <label className="mt-3 flex flex-col gap-1">
          <span className="font-medium">{t('level')}</span>
          <select
            className={inputClass}
            value={level === null ? '' : String(level)}
            disabled={revisions === null}
            onChange={(event) => onChooseLevel(event.target.value)}
          >
            <option value="">{t('notObserved')}</option>
            {rules.levels.map((one) => (
              <option key={one.value} value={one.value}>
                {`${one.value} · ${one.label}`}
              </option>
            ))}
          </select>
        </label>
      )}
      {!rules.levels && series.filter((point) => point.value !== null).length > 1 && (
        <figure className="mt-3">
          <Sparkline points={series} token={rules.token} />
          <figcaption className="text-xs text-ink-3">
            {t('series', { from: series[0]?.year ?? 0, to: series.at(-1)?.year ?? 0 })}
          </figcaption>
        </figure>
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
      {onAnnotate && (
        <details className="mt-4 border-t border-line pt-3">
          <summary className="font-semibold">{t('annotate')}</summary>
          {Array.isArray(revisions) && (
            <AnnotationForm
              key={`${cell.region}|${cell.indicator}|${cell.year}|${current?.version ?? 0}`}
              current={current}
              onSave={onAnnotate}
            />
          )}
        </details>
      )}
      <h3 className="mt-4 border-t border-line pt-3">{t('revisions')}</h3>
      <RevisionList revisions={revisions} show={number} />
    </aside>
  )
}
