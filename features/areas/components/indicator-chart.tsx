import { useLocale, useTranslations } from 'next-intl'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { cited } from '@/components/charts/frame/cited'
import { Lines } from '@/components/charts/lines/chart'
import { linesTable } from '@/components/charts/lines/table'
import type { ChartLine } from '@/components/charts/types'
import { breakYears, comparableSpan } from '@/core/stats/comparable-span'
import { pick } from '@/lib/bilingual'
import { formatObserved, observedFormat, withShortUnit } from '@/lib/format'
import type { AreaIndicator, ChosenRegion } from '../schema'

type Props = {
  readonly state: AreaIndicator
  readonly chosen: ChosenRegion
  readonly token: string
  /** there is room for the names of the peers */
  readonly hasNames?: boolean
}

/** One indicator over the years: the region in the area's colour, its peers in grey. */
export function IndicatorChart({ state, chosen, token, hasNames = false }: Props) {
  const t = useTranslations('area.multiple')
  const common = useTranslations('common')
  const trend = useTranslations('indicator.trend')
  const locale = useLocale()
  const { indicator } = state
  const name = pick(indicator.name, locale)
  const unit = pick(indicator.unit, locale)
  const region = pick(chosen.region.name, locale)
  const span = comparableSpan(state.series)
  const series = [{ region: chosen.region, points: state.series }, ...state.peers]
  const lines = series.map(
    (line, i): ChartLine => ({
      key: line.region.code,
      label: pick(line.region.name, locale),
      tone: i === 0 ? 'selected' : hasNames ? 'peer' : 'rest',
      ...(i === 0 ? { token } : {}),
      points: line.points,
    }),
  )
  const words = span && {
    name,
    from: formatObserved(span.first.value, withShortUnit(indicator), locale),
    to: formatObserved(span.last.value, withShortUnit(indicator), locale),
    first: String(span.first.year),
    last: String(span.last.year),
  }
  const summary = t('summary', { name, region, count: state.peers.length })
  const years = state.series.map((point) => point.year)
  const breaks = breakYears([state.series])
  const citations = state.sources.map((source) => pick(source, locale))
  return (
    <ChartFrame
      id={`trend-${indicator.code}`}
      title={
        words ? t(words.first === words.last ? 'titleOne' : 'title', words) : t('titleNone', { name, region })
      }
      subtitle={t(unit ? 'subtitle' : 'subtitleNoUnit', {
        unit,
        first: String(years[0] ?? ''),
        last: String(years.at(-1) ?? ''),
      })}
      source={cited(citations, common('citationSeparator')) || common('workingData')}
      summary={summary}
      table={linesTable(lines, { label: common('region'), decimals: indicator.decimals })}
      fileName={`pentad-${indicator.code}`}
      {...(breaks.length > 0
        ? { note: trend('break', { years: new Intl.ListFormat(locale).format(breaks.map(String)) }) }
        : {})}
    >
      <Lines lines={lines} format={observedFormat(indicator, locale)} summary={summary} />
    </ChartFrame>
  )
}
