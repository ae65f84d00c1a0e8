import { useLocale, useTranslations } from 'next-intl'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Lines } from '@/components/charts/lines/chart'
import { linesTable } from '@/components/charts/lines/table'
import { tonesOf } from '@/components/charts/tones'
import type { ChartLine } from '@/components/charts/types'
import { breakYears, comparableSpan } from '@/core/stats/comparable-span'
import { pick } from '@/lib/bilingual'
import { formatObserved, observedFormat, withShortUnit } from '@/lib/format'
import type { IndicatorPage } from '../schema'
import { useSource } from './use-source'

type Props = { readonly page: IndicatorPage; readonly token: string }

/** The indicator over the years in all regions, with the target and the path to it. */
export function TrendChart({ page, token }: Props) {
  const t = useTranslations('indicator.trend')
  const common = useTranslations('common')
  const locale = useLocale()
  const source = useSource(page)
  const { indicator, chosen, lines, progress, state } = page
  const region = pick(chosen.region.name, locale)
  const value = (of: number) => formatObserved(of, withShortUnit(indicator), locale)
  const span = comparableSpan(state.series)
  const years = lines[0]?.points.map((point) => point.year) ?? []
  const words = {
    region,
    name: pick(indicator.name, locale),
    unit: pick(indicator.unit, locale),
    first: String(years[0] ?? ''),
    last: String(years.at(-1) ?? ''),
    count: lines.length - 1,
  }
  const title = !span
    ? t('titleNone', { region })
    : t(span.first.year === span.last.year ? 'titleOne' : 'title', {
        region,
        from: value(span.first.value),
        first: String(span.first.year),
        to: value(span.last.value),
        last: String(span.last.year),
        value: value(span.last.value),
        year: String(span.last.year),
      })
  const summary = t('summary', words)
  const { target } = progress
  const toneOf = tonesOf(
    chosen.region.code,
    chosen.peers.map((peer) => peer.code),
  )
  const drawn = lines.map(
    (line): ChartLine => ({
      key: line.region.code,
      label: pick(line.region.name, locale),
      tone: toneOf(line.region.code),
      ...(line.region.code === chosen.region.code ? { token } : {}),
      points: line.points,
    }),
  )
  const breaks = breakYears(lines.map((line) => line.points))
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <ChartFrame
      id="trend"
      title={title}
      subtitle={t(words.unit ? 'subtitle' : 'subtitleNoUnit', words)}
      source={source}
      summary={summary}
      table={linesTable(drawn, { label: common('region'), decimals: indicator.decimals })}
      fileName={`pentad-${indicator.code}`}
      {...(breaks.length > 0 ? { note: t('break', { years: list.format(breaks.map(String)) }) } : {})}
    >
      <Lines
        lines={drawn}
        format={observedFormat(indicator, locale)}
        {...(target && target.targetValue !== null
          ? {
              target: {
                year: target.targetYear,
                value: target.targetValue,
                label: t('targetLabel', {
                  year: String(target.targetYear),
                  value: value(target.targetValue),
                }),
              },
            }
          : {})}
        {...(progress.requiredPath.length > 0
          ? { path: { points: progress.requiredPath, label: t('required') } }
          : {})}
        summary={summary}
      />
    </ChartFrame>
  )
}
