import { useLocale, useTranslations } from 'next-intl'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Lines } from '@/components/charts/lines/chart'
import { useTrendNote } from '@/i18n/use-trend-note'
import { pick } from '@/lib/bilingual'
import { formatSigned } from '@/lib/format'
import type { RegionPage } from '../schema'

/** The index over the years, the peers in grey. */
export function IndexTrend({ page }: { readonly page: RegionPage }) {
  const t = useTranslations('region.trend')
  const common = useTranslations('common')
  const locale = useLocale()
  const { region, peers } = page.chosen
  const movement = useTranslations('movement')
  const { trend } = page
  const trendNote = useTrendNote(trend)
  const hasIndex = page.lines[0]?.points.some((point) => point.value !== null)
  const words = { region: pick(region.name, locale), count: peers.length }
  const title = trend
    ? movement(trend.change === null ? 'titleOpen' : 'titleIndex', {
        region: words.region,
        change: formatSigned(trend.change, { locale, decimals: 1 }),
        first: String(trend.first),
        last: String(trend.last),
      })
    : t(hasIndex ? 'title' : 'titleNone', words)
  const summary = t('summary', words)
  const years = page.lines[0]?.points.map((point) => point.year) ?? []
  return (
    <ChartFrame
      id="trend"
      title={title}
      subtitle={t('subtitle')}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={summary}
      note={trendNote}
      table={{
        emptyLabel: common('noScore'),
        columns: [
          { key: 'year', label: common('year') },
          ...page.lines.map((line) => ({
            key: line.region.code,
            label: pick(line.region.name, locale),
            isNumber: true,
            decimals: 1,
          })),
        ],
        rows: years.map((year, i) => [
          String(year),
          ...page.lines.map((line) => line.points[i]?.value ?? null),
        ]),
      }}
      fileName={`pentad-${region.code}-index`}
    >
      <Lines
        lines={page.lines.map((line) => ({
          key: line.region.code,
          label: pick(line.region.name, locale),
          tone: line.region.code === region.code ? ('selected' as const) : ('peer' as const),
          points: line.points,
        }))}
        format={{ locale, decimals: 1 }}
        summary={summary}
      />
    </ChartFrame>
  )
}
