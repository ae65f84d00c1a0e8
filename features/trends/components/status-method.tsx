import { useLocale, useTranslations } from 'next-intl'
import { Mark } from '@/components/ui/mark'
import type { ProgressStatus } from '@/core/progress/assess-progress'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import { statusMarks } from '@/lib/status'
import type { IndicatorPage } from '../schema'
import { PaceSteps } from './pace-steps'

/** How the status came about: the rule, this region's own numbers in it, and the bounds they were held against. */
export function StatusMethod({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('progress.method')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const assessed = page.progress
  const mark = statusMarks[assessed.status]
  return (
    <section aria-labelledby="status-method" className="prose-width mb-10">
      <h2 id="status-method" className="flex flex-wrap items-baseline gap-x-3">
        {t('result', { region: pick(page.chosen.region.name, locale), year: String(assessed.asOf) })}
        <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
      </h2>
      <p className="mt-2">{t(`rule.${assessed.rule}`)}</p>
      {assessed.reason && <p className="mt-2 font-medium">{t(`reason.${assessed.reason}`)}</p>}
      <PaceSteps page={page} />
      {assessed.notes.length > 0 && (
        <ul className="mt-4 list-disc ps-5 text-sm text-ink-2">
          {assessed.notes.map((note) => (
            <li key={note}>{t(`note.${note}`, { year: String(assessed.breakYear ?? '') })}</li>
          ))}
        </ul>
      )}
      <Bounds page={page} />
      <p className="mt-4 text-sm text-ink-2">{t('source')}</p>
    </section>
  )
}

function Bounds({ page }: { readonly page: IndicatorPage }) {
  const t = useTranslations('progress.method')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const { thresholds, rule, status } = page.progress
  const isTarget = rule === 'target'
  const bound = (value: number) =>
    isTarget
      ? formatNumber(value, { locale, decimals: 2, trim: true })
      : formatNumber(value * 100, { locale, decimals: 1, trim: true, unit: '%' })
  const rows: readonly (readonly [ProgressStatus, string])[] = [
    ...(isTarget ? [['achieved', t('bound.achieved')] as const] : []),
    ['on-track', t('bound.atLeast', { low: bound(thresholds.onTrack) })],
    [
      'needs-acceleration',
      t('bound.between', { low: bound(thresholds.needsAcceleration), high: bound(thresholds.onTrack) }),
    ],
    [
      'limited',
      t('bound.between', { low: bound(thresholds.limited), high: bound(thresholds.needsAcceleration) }),
    ],
    ['moving-away', t('bound.below', { high: bound(thresholds.limited) })],
  ]
  return (
    <table className="table mt-6">
      <caption className="pb-1 text-start text-sm font-medium">{t(`bound.caption.${rule}`)}</caption>
      <tbody>
        {rows.map(([key, text]) => (
          <tr key={key} className={key === status ? 'bg-accent-soft font-semibold' : undefined}>
            <th scope="row" className={key === status ? undefined : 'font-normal'}>
              <Mark
                symbol={statusMarks[key].symbol}
                word={progress(statusMarks[key].key)}
                token={statusMarks[key].token}
              />
              {key === status && <span className="sr-only"> {t('bound.here')}</span>}
            </th>
            <td className="num">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
