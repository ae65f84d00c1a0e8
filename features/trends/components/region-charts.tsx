import { useLocale, useTranslations } from 'next-intl'
import { Bars } from '@/components/charts/bars/chart'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Strip } from '@/components/charts/strip/chart'
import { tonesOf } from '@/components/charts/tones'
import { quantile } from '@/core/stats/quantile'
import { pick } from '@/lib/bilingual'
import { formatObserved, observedFormat } from '@/lib/format'
import type { IndicatorPage } from '../schema'
import { useSource } from './use-source'

type Props = { readonly page: IndicatorPage; readonly token: string }

/** All regions in one year: ranked, and their distribution. */
export function RegionCharts({ page, token }: Props) {
  const t = useTranslations('indicator.rank')
  if (page.ranking.length === 0 || page.rankingYear === null) {
    return <p className="text-sm text-ink-2">{t('none', { year: String(page.chosen.year) })}</p>
  }
  return (
    <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[3fr_2fr]">
      <Ranking page={page} token={token} />
      <Spread page={page} token={token} />
    </div>
  )
}

function useWords(page: IndicatorPage) {
  const locale = useLocale()
  const { indicator, ranking, chosen } = page
  const value = (of: number) => formatObserved(of, indicator, locale)
  const toneOf = tonesOf(
    chosen.region.code,
    chosen.peers.map((peer) => peer.code),
  )
  const own = ranking.find((entry) => entry.region.code === chosen.region.code)
  const words = {
    name: pick(indicator.name, locale),
    unit: pick(indicator.unit, locale),
    year: String(page.rankingYear),
    count: ranking.length,
    region: pick(chosen.region.name, locale),
  }
  return { locale, value, toneOf, own, words }
}

function Ranking({ page, token }: Props) {
  const t = useTranslations('indicator.rank')
  const common = useTranslations('common')
  const { locale, value, toneOf, words } = useWords(page)
  const source = useSource(page)
  const { indicator, ranking, chosen, target } = page
  const [best] = ranking
  if (!best) return null
  const summary = t('summary', { ...words, best: pick(best.region.name, locale), value: value(best.value) })
  // A target of one region, or one relative to each region's own baseline, is no line for all.
  const sharedTarget = target && target.region === null && target.kind === 'value' ? target : null
  return (
    <ChartFrame
      id="ranking"
      title={t('title', { best: pick(best.region.name, locale), value: value(best.value) })}
      subtitle={t(words.unit ? 'subtitle' : 'subtitleNoUnit', words)}
      source={source}
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
      fileName={`pentad-${indicator.code}-${words.year}`}
    >
      <Bars
        bars={ranking.map((entry) => ({
          key: entry.region.code,
          label: pick(entry.region.name, locale),
          value: entry.value,
          tone: toneOf(entry.region.code),
          ...(entry.region.code === chosen.region.code ? { token } : {}),
        }))}
        format={observedFormat(indicator, locale)}
        {...(sharedTarget
          ? {
              reference: {
                value: sharedTarget.target,
                label: t('target', {
                  year: String(sharedTarget.targetYear),
                  value: value(sharedTarget.target),
                }),
              },
            }
          : {})}
        summary={summary}
      />
    </ChartFrame>
  )
}

function Spread({ page, token }: Props) {
  const t = useTranslations('indicator.spread')
  const common = useTranslations('common')
  const { locale, value, toneOf, own, words } = useWords(page)
  const source = useSource(page)
  const { indicator, ranking, chosen } = page
  const values = ranking.map((entry) => entry.value)
  const low = quantile(values, 0.25)
  const high = quantile(values, 0.75)
  // Quartiles of a handful say nothing.
  if (low === null || high === null || values.length < 4) return null
  const summary = t('summary', {
    ...words,
    low: value(low),
    high: value(high),
    value: own ? value(own.value) : common('notObserved'),
  })
  return (
    <ChartFrame
      id="spread"
      title={t('title', { low: value(low), high: value(high) })}
      subtitle={t(words.unit ? 'subtitle' : 'subtitleNoUnit', words)}
      source={source}
      summary={summary}
      table={{
        columns: [
          { key: 'share', label: t('share') },
          {
            key: 'value',
            label: words.unit || common('value'),
            isNumber: true,
            decimals: indicator.decimals,
          },
        ],
        rows: [0, 0.25, 0.5, 0.75, 1].map((share, i) => [
          t(`quartile.${['lowest', 'lower', 'median', 'upper', 'highest'][i]}`),
          quantile(values, share),
        ]),
      }}
      fileName={`pentad-${indicator.code}-${words.year}-spread`}
    >
      <Strip
        points={ranking.map((entry) => ({
          key: entry.region.code,
          label: pick(entry.region.name, locale),
          value: entry.value,
          tone: toneOf(entry.region.code),
          ...(entry.region.code === chosen.region.code ? { token } : {}),
        }))}
        format={observedFormat(indicator, locale)}
        summary={summary}
      />
    </ChartFrame>
  )
}
