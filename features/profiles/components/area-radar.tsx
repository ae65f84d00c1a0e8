import { useLocale, useTranslations } from 'next-intl'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Radar } from '@/components/charts/radar/chart'
import { median } from '@/core/stats/median'
import { pick } from '@/lib/bilingual'
import type { RegionPage } from '../schema'

/** The shape of the five areas beside the median of the peers. */
export function AreaRadar({ page }: { readonly page: RegionPage }) {
  const t = useTranslations('region.radar')
  const common = useTranslations('common')
  const locale = useLocale()
  const { region, peers, year } = page.chosen
  const own = page.areas.map((state) => state.score)
  const middle = page.areas.map((state) => median(peers.map((peer) => state.spread[peer.code] ?? null)))
  const above = own.filter((score, i) => {
    const other = middle[i] ?? null
    return score !== null && other !== null && score > other
  }).length
  const comparable = own.filter((score, i) => score !== null && (middle[i] ?? null) !== null).length
  const words = {
    region: pick(region.name, locale),
    year: String(year),
    above,
    areas: comparable,
    count: peers.length,
  }
  const shapes = [
    { key: region.code, label: words.region, token: '--accent', values: own },
    ...(comparable > 0
      ? [{ key: 'median', label: t('median', words), token: '--peer', values: middle }]
      : []),
  ]
  return (
    <ChartFrame
      id="shape"
      title={comparable > 0 ? t('titleAbove', words) : t('title')}
      subtitle={t('subtitle', words)}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={t('summary', words)}
      table={{
        emptyLabel: common('noScore'),
        columns: [
          { key: 'area', label: common('area') },
          ...shapes.map((shape) => ({ key: shape.key, label: shape.label, isNumber: true, decimals: 1 })),
        ],
        rows: page.areas.map(({ area }, i) => [
          pick(area.name, locale),
          ...shapes.map((shape) => shape.values[i] ?? null),
        ]),
      }}
      fileName={`pentad-${region.code}-shape-${year}`}
    >
      <Radar
        axes={page.areas.map(({ area }) => ({ key: area.code, label: pick(area.name, locale) }))}
        shapes={shapes}
        domain={[0, 100]}
        format={{ locale, decimals: 1 }}
        summary={t('summary', words)}
      />
    </ChartFrame>
  )
}
