import { useLocale, useTranslations } from 'next-intl'
import { Dots } from '@/components/charts/dots/chart'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { tonesOf } from '@/components/charts/tones'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import type { RegionPage } from '../schema'

const tokenOf = (area: string) => `--area-${area.toLowerCase()}`

/** The five areas of the region among all regions, its peers standing out. */
export function AreaDots({ page }: { readonly page: RegionPage }) {
  const t = useTranslations('region.areas')
  const common = useTranslations('common')
  const locale = useLocale()
  const { region, peers, year } = page.chosen
  const name = pick(region.name, locale)
  const toneOf = tonesOf(
    region.code,
    peers.map((peer) => peer.code),
  )
  const scored = page.areas.filter((state) => state.score !== null)
  const ordered = scored.toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const [best] = ordered
  const worst = ordered.at(-1)
  const words = {
    region: name,
    year: String(year),
    best: best ? pick(best.area.name, locale) : '',
    worst: worst ? pick(worst.area.name, locale) : '',
    score: formatNumber(best?.score ?? null, { locale, decimals: 1 }),
    count: page.regions.length,
  }
  const title = !best ? t('titleNone', words) : best === worst ? t('titleOne', words) : t('title', words)
  const listed = [region, ...page.regions.filter((other) => other.code !== region.code)]
  return (
    <ChartFrame
      id="areas"
      title={title}
      subtitle={t('subtitle', words)}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={t('summary', words)}
      table={{
        emptyLabel: common('noScore'),
        columns: [
          { key: 'region', label: common('region') },
          ...page.areas.map(({ area }) => ({
            key: area.code,
            label: pick(area.name, locale),
            isNumber: true,
            decimals: 1,
          })),
        ],
        rows: listed.map((other) => [
          pick(other.name, locale),
          ...page.areas.map((state) => state.spread[other.code] ?? null),
        ]),
      }}
      fileName={`pentad-${region.code}-areas-${year}`}
    >
      <Dots
        rows={page.areas.map(({ area, spread }) => ({
          key: area.code,
          label: pick(area.name, locale),
          token: tokenOf(area.code),
          dots: page.regions.map((other) => ({
            key: other.code,
            label: pick(other.name, locale),
            value: spread[other.code] ?? null,
            tone: toneOf(other.code),
          })),
        }))}
        domain={[0, 100]}
        format={{ locale, decimals: 1 }}
        summary={t('summary', words)}
      />
    </ChartFrame>
  )
}
