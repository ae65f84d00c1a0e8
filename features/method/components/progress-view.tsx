import { useLocale, useTranslations } from 'next-intl'
import { type ProgressMethodName, progressMethods } from '@/core/progress/methods'
import { formatNumber } from '@/lib/format'
import { statusOrder } from '@/lib/status'
import type { ProgressCounts } from '../schema'
import { ProgressTable, StatusWord } from './progress-table'
import { StepTable } from './step'

const names = Object.keys(progressMethods) as ProgressMethodName[]

/** The same series by three published methods: what a status owes to where its class begins. */
export function ProgressView({ counts: { year, counts } }: { readonly counts: ProgressCounts }) {
  const t = useTranslations('method.progress')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <>
      <section aria-labelledby="progress-methods" className="mb-10">
        <h2 id="progress-methods">{t('methods')}</h2>
        <p className="prose-width">{t('methodsText', { year: String(year) })}</p>
        <StepTable label={t('countCaption', { year: String(year) })}>
          <thead>
            <tr>
              <th scope="col">{common('status')}</th>
              {names.map((name) => (
                <th key={name} scope="col" className="num">
                  {t(`name.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {statusOrder.map((status) => (
              <tr key={status}>
                <th scope="row" className="font-normal">
                  <StatusWord status={status} />
                </th>
                {names.map((name) => (
                  <td key={name} className="num">
                    {formatNumber(counts[name][status], { locale, decimals: 0 })}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </StepTable>
      </section>
      {names.map((name) => (
        <section key={name} aria-labelledby={`bounds-${name}`} className="mb-8">
          <h2 id={`bounds-${name}`}>{t(`name.${name}`)}</h2>
          <p className="prose-width text-sm text-ink-2">{t(`source.${name}`)}</p>
          <ProgressTable method={progressMethods[name]} label={t('captionOf', { name: t(`name.${name}`) })} />
        </section>
      ))}
    </>
  )
}
