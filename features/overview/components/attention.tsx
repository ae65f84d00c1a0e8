import { useLocale, useTranslations } from 'next-intl'
import { Mark } from '@/components/ui/mark'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatObserved, formatPace } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import { statusMarks } from '@/lib/status'
import type { IndicatorState, Overview } from '../schema'

/** More would push the rest of the page out of sight; the list of indicators has them all. */
const mostShown = 8

/** The indicators of the region that move the wrong way, the fastest first. */
export function Attention({ page }: { readonly page: Overview }) {
  const t = useTranslations('overview.attention')
  const locale = useLocale()
  const { region, year } = page.chosen
  const shown = page.attention.slice(0, mostShown)
  const count = page.attention.length
  const words = { region: pick(region.name, locale), year: String(year), shown: shown.length, count }
  const query = selectionQuery(page.chosen.selection)
  return (
    <section aria-labelledby="attention" className="mt-8">
      <h2 id="attention">{t('title')}</h2>
      {page.attention.length === 0 ? (
        <p className="mt-2 text-sm text-ink-2">{t(page.isAssessed ? 'none' : 'unknown', words)}</p>
      ) : (
        <>
          <ul className="mt-1">
            {shown.map((state) => (
              <AttentionRow key={state.indicator.code} state={state} query={query} />
            ))}
          </ul>
          {count > shown.length && (
            <p className="mt-2 flex flex-wrap justify-between gap-x-4 text-sm text-ink-2">
              {t('some', words)}
              <Link
                href={`${routes.indicators}${selectionQuery(page.chosen.selection, { status: 'moving-away' })}`}
              >
                {t('all', words)}
              </Link>
            </p>
          )}
        </>
      )}
      <p className="mt-2 text-sm">
        <Link href={`${routes.dataQuality}${selectionQuery(page.chosen.selection, { place: region.code })}`}>
          {t('checks', words)}
        </Link>
      </p>
    </section>
  )
}

function AttentionRow({ state, query }: { readonly state: IndicatorState; readonly query: string }) {
  const t = useTranslations('overview.attention')
  const common = useTranslations('common')
  const progress = useTranslations('progress')
  const locale = useLocale()
  const { indicator, latest, progress: assessed } = state
  const mark = statusMarks[assessed.status]
  const pace =
    assessed.observedPace !== null && assessed.start
      ? t('pace', {
          value: formatPace(assessed.observedPace, indicator, {
            kind: assessed.pace,
            locale,
            points: common('percentagePoints'),
          }),
          year: String(assessed.start.year),
        })
      : null
  const value =
    latest &&
    t('value', { value: formatObserved(latest.value, indicator, locale), year: String(latest.year) })
  return (
    <li className="flex items-baseline justify-between gap-x-4 border-b border-line py-2 text-sm">
      <span className="min-w-0">
        <Link href={`${routes.indicator(indicator.code)}${query}`}>{pick(indicator.name, locale)}</Link>
        <span className="block text-xs text-ink-2">{[value, pace].filter(Boolean).join(' · ')}</span>
      </span>
      <Mark symbol={mark.symbol} word={progress(mark.key)} token={mark.token} />
    </li>
  )
}
