import { useLocale, useTranslations } from 'next-intl'
import { Bars } from '@/components/charts/bars/chart'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Lines } from '@/components/charts/lines/chart'
import { linesTable } from '@/components/charts/lines/table'
import { tonesOf } from '@/components/charts/tones'
import type { ChartLine } from '@/components/charts/types'
import { useTrendNote } from '@/i18n/use-trend-note'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatSigned } from '@/lib/format'
import type { AreaPage } from '../schema'

type Props = { readonly page: AreaPage; readonly token: string }

/** The score of the area over the years: the region in the area's colour, its peers in grey. */
export function AreaTrend({ page, token }: Props) {
  const t = useTranslations('area.trend')
  const movement = useTranslations('movement')
  const common = useTranslations('common')
  const locale = useLocale()
  const { region, peers } = page.chosen
  const [own] = page.lines
  const trendNote = useTrendNote(page.trend)
  const only = own?.points.findLast((point) => point.value !== null)
  const score = (value: number | null) => formatNumber(value, { locale, decimals: 1 })
  const name = pick(region.name, locale)
  const toneOf = tonesOf(
    region.code,
    peers.map((peer) => peer.code),
  )
  const years = own?.points.map((point) => point.year) ?? []
  const lines = page.lines.map(
    (line): ChartLine => ({
      key: line.region.code,
      label: pick(line.region.name, locale),
      tone: toneOf(line.region.code),
      ...(line.region.code === region.code ? { token } : {}),
      points: line.points,
    }),
  )
  const summary = t('summary', {
    region: name,
    count: peers.length,
    first: String(years[0] ?? ''),
    last: String(years.at(-1) ?? ''),
  })
  const title = page.trend
    ? movement(page.trend.change === null ? 'titleOpen' : 'title', {
        region: name,
        change: formatSigned(page.trend.change, { locale, decimals: 1 }),
        first: String(page.trend.first),
        last: String(page.trend.last),
      })
    : only
      ? t('titleOne', { region: name, score: score(only.value), year: String(only.year) })
      : t('titleNone', { region: name })
  return (
    <ChartFrame
      id="area-trend"
      title={title}
      subtitle={t('subtitle')}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={summary}
      table={{
        ...linesTable(lines, { label: common('region'), decimals: 1 }),
        emptyLabel: common('noScore'),
      }}
      note={trendNote}
      fileName={`pentad-${page.area.code}-trend`}
    >
      <Lines lines={lines} format={{ locale, decimals: 1 }} summary={summary} />
    </ChartFrame>
  )
}

/** What each indicator gives to the score, most first: the sentence above the page in figures. */
export function AreaParts({ page, token }: Props) {
  const t = useTranslations('area.parts')
  const common = useTranslations('common')
  const locale = useLocale()
  const parts = page.indicators
    .flatMap((state) => (state.contribution === null ? [] : [{ ...state, contribution: state.contribution }]))
    .toSorted((a, b) => b.contribution - a.contribution)
  const [most] = parts
  if (!most || page.state.score === null) return null
  const points = (value: number) => formatNumber(value, { locale, decimals: 1 })
  const words = {
    year: String(page.chosen.year),
    region: pick(page.chosen.region.name, locale),
    count: parts.length,
  }
  const summary = t('summary', words)
  return (
    <ChartFrame
      id="area-parts"
      title={t('title', {
        name: pick(most.indicator.name, locale),
        points: points(most.contribution),
        score: points(page.state.score),
      })}
      subtitle={t('subtitle', words)}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={summary}
      table={{
        columns: [
          { key: 'indicator', label: common('indicator') },
          { key: 'points', label: t('points'), isNumber: true, decimals: 1 },
          { key: 'score', label: common('score'), isNumber: true, decimals: 1 },
        ],
        rows: parts.map((state) => [pick(state.indicator.name, locale), state.contribution, state.score]),
      }}
      fileName={`pentad-${page.area.code}-parts-${words.year}`}
    >
      <Bars
        bars={parts.map((state) => ({
          key: state.indicator.code,
          label: pick(state.indicator.name, locale),
          value: state.contribution,
          tone: 'peer',
          token,
        }))}
        format={{ locale, decimals: 1 }}
        summary={summary}
      />
    </ChartFrame>
  )
}

/** All regions by the score of the area, best first. */
export function AreaRanking({ page, token }: Props) {
  const t = useTranslations('area.rank')
  const common = useTranslations('common')
  const locale = useLocale()
  const { region, peers, year } = page.chosen
  const [best] = page.ranking
  if (!best) return <p className="text-sm text-ink-2">{t('none', { year: String(year) })}</p>
  const score = (value: number) => formatNumber(value, { locale, decimals: 1 })
  const toneOf = tonesOf(
    region.code,
    peers.map((peer) => peer.code),
  )
  const words = {
    best: pick(best.region.name, locale),
    score: score(best.score),
    year: String(year),
    count: page.ranking.length,
  }
  const summary = t('summary', words)
  return (
    <ChartFrame
      id="area-ranking"
      title={t('title', words)}
      subtitle={t('subtitle', words)}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={summary}
      table={{
        columns: [
          { key: 'rank', label: common('rank'), isNumber: true, decimals: 0 },
          { key: 'region', label: common('region') },
          { key: 'score', label: common('score'), isNumber: true, decimals: 1 },
        ],
        rows: page.ranking.map((entry) => [entry.rank, pick(entry.region.name, locale), entry.score]),
      }}
      fileName={`pentad-${page.area.code}-${year}`}
    >
      <Bars
        bars={page.ranking.map((entry) => ({
          key: entry.region.code,
          label: pick(entry.region.name, locale),
          value: entry.score,
          tone: toneOf(entry.region.code),
          ...(entry.region.code === region.code ? { token } : {}),
        }))}
        format={{ locale, decimals: 1 }}
        summary={summary}
      />
    </ChartFrame>
  )
}
