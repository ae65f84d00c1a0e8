import { useLocale, useTranslations } from 'next-intl'
import { Bars } from '@/components/charts/bars/chart'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { cited } from '@/components/charts/frame/cited'
import { tonesOf } from '@/components/charts/tones'
import { Link } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatObserved } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { ChosenRegion, HallmarkIndicator } from '../schema'
import { IndicatorChart } from './indicator-chart'

/** All regions stand on the indicator's own page; here as many as fit beside its course. */
const topCount = 10

type Props = { readonly state: HallmarkIndicator; readonly chosen: ChosenRegion; readonly token: string }

/** One indicator of the hallmark: its course in the region, and the regions that lead. */
export function HallmarkSection({ state, chosen, token }: Props) {
  const locale = useLocale()
  const { indicator } = state
  const id = `hallmark-${indicator.code}`
  return (
    <section className="mb-12" aria-labelledby={id}>
      <h2 id={id}>
        <Link
          href={`${routes.indicator(indicator.code)}${selectionQuery(chosen.selection)}`}
          className="text-ink"
        >
          {pick(indicator.name, locale)}
        </Link>
      </h2>
      <p className="prose-width text-sm text-ink-2">{pick(indicator.definition, locale)}</p>
      <div className="mt-4 grid gap-x-10 gap-y-8 xl:grid-cols-[3fr_2fr]">
        <IndicatorChart state={state} chosen={chosen} token={token} hasNames />
        <Ranking state={state} chosen={chosen} token={token} />
      </div>
    </section>
  )
}

function Ranking({ state, chosen, token }: Props) {
  const t = useTranslations('indicator.rank')
  const common = useTranslations('common')
  const locale = useLocale()
  const { indicator, ranking, rankingYear } = state
  const [best] = ranking
  const top = ranking.filter((entry, i) => i < topCount || entry.region.code === chosen.region.code)
  if (!best) return <p className="text-sm text-ink-2">{t('none', { year: String(rankingYear) })}</p>
  const toneOf = tonesOf(
    chosen.region.code,
    chosen.peers.map((peer) => peer.code),
  )
  const words = {
    best: pick(best.region.name, locale),
    value: formatObserved(best.value, indicator, locale),
    name: pick(indicator.name, locale),
    unit: pick(indicator.unit, locale),
    year: String(rankingYear),
    count: ranking.length,
  }
  const summary = t('summary', words)
  const citations = state.sources.map((source) => pick(source, locale))
  const measure = words.unit ? t('measure', words) : words.name
  const shown = Math.min(topCount, ranking.length)
  return (
    <ChartFrame
      id={`ranking-${indicator.code}`}
      title={t('title', words)}
      subtitle={t(top.length > shown ? 'subtitleTopAnd' : 'subtitleTop', {
        measure,
        shown,
        year: words.year,
        count: words.count,
        region: pick(chosen.region.name, locale),
      })}
      source={cited(citations, common('citationSeparator')) || common('workingData')}
      summary={summary}
      table={{
        columns: [
          { key: 'rank', label: common('rank'), isNumber: true, decimals: 0 },
          { key: 'region', label: common('region') },
          {
            key: 'value',
            label: words.unit || common('value'),
            isNumber: true,
            decimals: indicator.decimals,
          },
        ],
        rows: ranking.map((entry) => [entry.rank, pick(entry.region.name, locale), entry.value]),
      }}
      fileName={`pentad-${indicator.code}-${rankingYear}`}
    >
      <Bars
        bars={top.map((entry) => ({
          key: entry.region.code,
          label: pick(entry.region.name, locale),
          value: entry.value,
          tone: toneOf(entry.region.code),
          ...(entry.region.code === chosen.region.code ? { token } : {}),
        }))}
        format={{ locale, decimals: indicator.decimals }}
        summary={summary}
      />
    </ChartFrame>
  )
}
