import { useLocale, useTranslations } from 'next-intl'
import { Bars } from '@/components/charts/bars/chart'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { tonesOf } from '@/components/charts/tones'
import { pick } from '@/lib/bilingual'
import { formatNumber, formatSigned } from '@/lib/format'
import type { Overview } from '../schema'
import { pickMovers } from './order'

/** Whose index rose and fell most within a year, and where the selected region stands among them. */
export function Movers({ page }: { readonly page: Overview }) {
  const t = useTranslations('overview.movers')
  const common = useTranslations('common')
  const locale = useLocale()
  const { region, year, peers } = page.chosen
  const before = String(year - 1)
  const shown = pickMovers(page.movers, region.code)
  const best = shown[0]
  const worst = shown.at(-1)
  if (!best || !worst)
    return <p className="text-sm text-ink-2">{t('none', { before, year: String(year) })}</p>
  const toneOf = tonesOf(
    region.code,
    peers.map((peer) => peer.code),
  )
  const signed = (value: number) => formatSigned(value, { locale, decimals: 1 })
  const summary = t('summary', {
    before,
    year: String(year),
    best: pick(best.region.name, locale),
    bestChange: signed(best.change),
    worst: pick(worst.region.name, locale),
    worstChange: signed(worst.change),
  })
  return (
    <ChartFrame
      id="movers"
      title={t(best.change > 0 ? 'title' : 'titleNoRise', {
        region: pick(best.region.name, locale),
        change: best.change > 0 ? formatNumber(best.change, { locale, decimals: 1 }) : signed(best.change),
        before,
      })}
      subtitle={t('subtitle', { before, region: pick(region.name, locale) })}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={summary}
      table={{
        columns: [
          { key: 'region', label: common('region') },
          {
            key: 'change',
            label: common('changeOn', { year: before }),
            isNumber: true,
            decimals: 1,
          },
          { key: 'score', label: common('index'), isNumber: true, decimals: 1 },
        ],
        rows: page.movers.map((mover) => [pick(mover.region.name, locale), mover.change, mover.score]),
      }}
      fileName={`pentad-movers-${year}`}
    >
      <Bars
        bars={shown.map((mover) => ({
          key: mover.region.code,
          label: pick(mover.region.name, locale),
          value: mover.change,
          tone: toneOf(mover.region.code),
        }))}
        format={{ locale, decimals: 1, isSigned: true }}
        summary={summary}
      />
    </ChartFrame>
  )
}
