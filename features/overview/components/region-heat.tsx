import { useLocale, useTranslations } from 'next-intl'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Heat } from '@/components/charts/heat/heat'
import { tonesOf } from '@/components/charts/tones'
import { getPathname } from '@/i18n/navigation'
import { pick } from '@/lib/bilingual'
import { formatNumber } from '@/lib/format'
import { routes } from '@/lib/routes'
import { selectionQuery } from '@/lib/selection'
import type { Overview } from '../schema'
import { heatOrder } from './order'

/** All regions by area in one table, highest index first. */
export function RegionHeat({ page }: { readonly page: Overview }) {
  const t = useTranslations('overview.heat')
  const common = useTranslations('common')
  const locale = useLocale()
  const { region, year, peers } = page.chosen
  const toneOf = tonesOf(
    region.code,
    peers.map((peer) => peer.code),
  )
  const rows = heatOrder(page.heat)
  const best = rows.find((row) => (row.scores[0] ?? null) !== null)
  const words = {
    best: best ? pick(best.region.name, locale) : '',
    region: pick(region.name, locale),
    rank: page.index.rank ?? 0,
    count: page.index.rankedCount,
    year: String(year),
  }
  const title = !best
    ? t('titleEmpty', words)
    : page.index.rank === null
      ? t('titleNone', words)
      : t(page.index.rank === 1 ? 'titleFirst' : 'title', words)
  const columns = [
    { key: 'index', label: common('index') },
    ...page.areas.map((state) => ({ key: state.area.code, label: pick(state.area.name, locale) })),
  ]
  const summary = t('summary', {
    count: rows.length,
    year: String(year),
    best: best
      ? `${words.best} ${formatNumber(best.scores[0] ?? null, { locale, decimals: 1 })}`
      : common('noScore'),
  })
  return (
    <ChartFrame
      id="heat"
      title={title}
      subtitle={t('subtitle', { year: String(year) })}
      source={`${common('calculated')} · ${common('workingData')}`}
      summary={summary}
      table={{
        emptyLabel: common('noScore'),
        columns: [
          { key: 'region', label: common('region') },
          ...columns.map((column) => ({ ...column, isNumber: true, decimals: 1 })),
        ],
        rows: rows.map((row) => [pick(row.region.name, locale), ...row.scores]),
      }}
      fileName={`pentad-areas-${year}`}
    >
      <Heat
        columns={columns}
        rows={rows.map((row) => ({
          key: row.region.code,
          label: pick(row.region.name, locale),
          href: getPathname({
            href: `${routes.region(row.region.code)}${selectionQuery({ ...page.chosen.selection, region: row.region.code })}`,
            locale,
          }),
          tone: toneOf(row.region.code),
          cells: row.scores,
        }))}
        domain={[0, 100]}
        format={{ locale, decimals: 0 }}
        emptyLabel={common('noScore')}
        caption={summary}
      />
    </ChartFrame>
  )
}
