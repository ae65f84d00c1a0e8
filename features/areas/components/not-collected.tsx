import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { ChosenRegion, IndicatorInfo } from '../schema'

type Props = {
  readonly indicators: readonly IndicatorInfo[]
  readonly chosen: ChosenRegion
  /** they would make a score once a value is entered */
  readonly isScored?: boolean
}

/** Indicators of the catalogue that nobody has collected a value of, each with the way to enter some. */
export function NotCollected({ indicators, chosen, isScored = false }: Props) {
  const t = useTranslations('area')
  const locale = useLocale()
  if (indicators.length === 0) return null
  return (
    <section className="mb-10" aria-labelledby="not-collected">
      <h2 id="not-collected">{t('notCollected')}</h2>
      <p className="text-sm text-ink-2">{t(isScored ? 'notCollectedHint' : 'notCollectedHallmark')}</p>
      <ul className="mt-2 grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
        {indicators.map((indicator) => (
          <li
            key={indicator.code}
            className="flex items-baseline justify-between gap-3 border-b border-line py-2 text-sm"
          >
            <Link
              href={`${routes.indicator(indicator.code)}${selectionQuery(chosen.selection)}`}
              className="min-w-0 text-ink"
            >
              {pick(indicator.name, locale)}
            </Link>
            <Link
              href={`${routes.data}${selectionQuery(chosen.selection, { by: 'indicator', indicator: indicator.code })}`}
              className="no-print shrink-0"
              aria-label={t('enterOf', { name: pick(indicator.name, locale) })}
            >
              {t('enter')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
