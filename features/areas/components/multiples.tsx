import { useLocale, useTranslations } from 'next-intl'
import { pick } from '@/lib/bilingual'
import type { AreaPage } from '../schema'
import { IndicatorChart } from './indicator-chart'

type Props = { readonly page: AreaPage; readonly token: string }

/** Every indicator of the area as a small chart of its own. */
export function Multiples({ page, token }: Props) {
  const t = useTranslations('area')
  const locale = useLocale()
  const { region } = page.chosen
  if (page.indicators.length === 0) return null
  return (
    <section className="mb-10" aria-labelledby="multiples">
      <h2 id="multiples">{t('multiples')}</h2>
      <p className="text-sm text-ink-2">{t('multiplesHint', { region: pick(region.name, locale) })}</p>
      <div className="mt-4 grid gap-x-8 gap-y-8 sm:grid-cols-2 xl:grid-cols-3">
        {page.indicators.map((state) => (
          <IndicatorChart key={state.indicator.code} state={state} chosen={page.chosen} token={token} />
        ))}
      </div>
    </section>
  )
}
