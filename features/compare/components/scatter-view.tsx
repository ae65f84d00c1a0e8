import { useLocale, useTranslations } from 'next-intl'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Scatter } from '@/components/charts/scatter/chart'
import { median } from '@/core/stats/median'
import { pick } from '@/lib/bilingual'
import type { ComparePage, Measure } from '../schema'
import { inkOf } from './colour'
import { quadrantOf } from './finding'
import { measureFormat, measureName, measureSource, measureUnit } from './measure'

/** One measure against another, all regions, the chosen ones in their colours. */
export function ScatterView({ page }: { readonly page: ComparePage }) {
  const t = useTranslations('compare')
  const common = useTranslations('common')
  const locale = useLocale()
  const chosen = new Set(page.regions.map((region) => region.code))
  const measure = measureName(page.measure, locale, common('index'))
  const across = measureName(page.across, locale, common('index'))
  const [xFormat, yFormat] = [measureFormat(page.across, locale), measureFormat(page.measure, locale)]
  const axisLabel = (name: string, of: Measure) => {
    const unit = measureUnit(of, locale)
    return of.kind === 'indicator' ? (unit ? t('axis', { name, unit }) : name) : t('axisScore', { name })
  }
  const [xLabel, yLabel] = [axisLabel(across, page.across), axisLabel(measure, page.measure)]
  const middleX = median(page.points.map((point) => point.x))
  const middleY = median(page.points.map((point) => point.y))
  const own = page.points.find((point) => point.region.code === page.regions[0]?.code)
  const words = { measure, across, region: own ? pick(own.region.name, locale) : '', year: String(page.year) }
  const title =
    own && middleX !== null && middleY !== null
      ? t(`chart.quadrant.${quadrantOf(own.x, own.y, middleX, middleY)}`, words)
      : t('chart.scatter', words)
  const sources = new Set(
    [page.across, page.measure].map((one) => measureSource(one, locale, common('calculated'))),
  )
  const summary = t('chart.scatterSummary', { ...words, count: page.points.length })
  return (
    <ChartFrame
      id="comparison"
      title={title}
      subtitle={t('chart.scatterSubtitle', words)}
      source={`${[...sources].join(' · ')} · ${common('workingData')}`}
      summary={summary}
      table={{
        columns: [
          { key: 'region', label: common('region') },
          { key: 'x', label: xLabel, isNumber: true, decimals: xFormat.decimals },
          { key: 'y', label: yLabel, isNumber: true, decimals: yFormat.decimals },
        ],
        rows: page.points.map((point) => [pick(point.region.name, locale), point.x, point.y]),
      }}
      fileName={`pentad-scatter-${page.measure.code}-${page.across.code}-${page.year}`}
    >
      <Scatter
        points={page.points.map((point) => ({
          key: point.region.code,
          label: pick(point.region.name, locale),
          x: point.x,
          y: point.y,
          ...(chosen.has(point.region.code)
            ? inkOf(page.state.colours, point.region.code)
            : { tone: 'rest' as const }),
        }))}
        xLabel={xLabel}
        yLabel={yLabel}
        xFormat={xFormat}
        yFormat={yFormat}
        summary={summary}
      />
    </ChartFrame>
  )
}
