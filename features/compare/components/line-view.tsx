import { useLocale, useTranslations } from 'next-intl'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Lines } from '@/components/charts/lines/chart'
import type { NumberSpec } from '@/components/charts/types'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import type { ComparePage } from '../schema'
import { inkOf } from './colour'
import { measureFormat, measureName, measureSource, measureUnit } from './measure'

/** Values or ranks over the years, a line per region. */
export function LineView({ page }: { readonly page: ComparePage }) {
  const t = useTranslations('compare')
  const common = useTranslations('common')
  const locale = useLocale()
  const isRank = page.state.view === 'ranks'
  const lines = isRank ? page.rankLines : page.lines
  const measure = measureName(page.measure, locale, common('index'))
  const format: NumberSpec = isRank ? { locale, decimals: 0 } : measureFormat(page.measure, locale)
  const years = lines[0]?.points.map((point) => point.year) ?? []
  const words = {
    measure,
    year: String(page.year),
    first: String(years[0] ?? ''),
    last: String(years.at(-1) ?? ''),
    unit: measureUnit(page.measure, locale),
    count: isRank ? page.comparedCount : page.regions.length,
  }
  const summary = t('chart.summary', {
    measure,
    view: t(`view.${page.state.view}`),
    regions: new Intl.ListFormat(locale).format(page.regions.map((region) => pick(region.name, locale))),
  })
  return (
    <ChartFrame
      id="comparison"
      title={titleOf(page, locale, t)}
      subtitle={isRank ? t('chart.ranksSubtitle', words) : t(subtitleKey(page), words)}
      source={`${measureSource(page.measure, locale, common('calculated'))} · ${common('workingData')}`}
      summary={summary}
      table={{
        emptyLabel: common(
          page.state.view === 'ranks'
            ? 'notRanked'
            : page.measure.kind === 'indicator'
              ? 'notObserved'
              : 'noScore',
        ),
        columns: [
          { key: 'year', label: common('year') },
          ...page.regions.map((region) => ({
            key: region.code,
            label: pick(region.name, locale),
            isNumber: true,
            decimals: format.decimals,
          })),
        ],
        rows: years.map((year, i) => [String(year), ...lines.map((line) => line.points[i]?.value ?? null)]),
      }}
      fileName={`pentad-${page.state.view}-${page.measure.code}`}
    >
      <Lines
        lines={lines.map((line) => ({
          key: line.region.code,
          label: pick(line.region.name, locale),
          points: line.points,
          ...inkOf(page.state.colours, line.region.code),
        }))}
        format={format}
        {...(isRank ? { isRank: true, domain: [1, page.comparedCount] as const } : {})}
        summary={summary}
      />
    </ChartFrame>
  )
}

function subtitleKey(page: ComparePage) {
  if (page.measure.kind !== 'indicator') return 'chart.scoresSubtitle' as const
  return page.measure.indicator?.direction === -1
    ? ('chart.valuesLowSubtitle' as const)
    : ('chart.valuesSubtitle' as const)
}

type Words = ReturnType<typeof useTranslations<'compare'>>

function titleOf(page: ComparePage, locale: string, t: Words): string {
  const year = String(page.year)
  if (page.state.view === 'ranks') {
    const ranked = page.table
      .filter((row) => row.rank !== null)
      .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    const [best] = ranked
    if (!best || best.rank === null) return t('chart.linesNone', { year })
    return t('chart.ranks', {
      best: pick(best.region.name, locale),
      year,
      rank: best.rank,
      count: page.rankedCount,
    })
  }
  const isLow = page.measure.indicator?.direction === -1
  const turn = isLow ? 1 : -1
  const known = page.table.filter((row) => row.value !== null)
  const [best] = known.toSorted((a, b) => turn * ((a.value ?? 0) - (b.value ?? 0)))
  if (!best) return t('chart.linesNone', { year })
  const value = formatNumber(best.value, measureFormat(page.measure, locale))
  return t(isLow ? 'chart.linesLow' : 'chart.lines', { best: pick(best.region.name, locale), year, value })
}
