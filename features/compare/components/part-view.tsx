import { useLocale, useTranslations } from 'next-intl'
import { Dots } from '@/components/charts/dots/chart'
import { ChartFrame } from '@/components/charts/frame/chart-frame'
import { Heat } from '@/components/charts/heat/heat'
import { Radar } from '@/components/charts/radar/chart'
import { extent } from '@/core/stats/extent'
import { pick } from '@/lib/bilingual'
import { byYears, type ComparePage, type ComparePart } from '../schema'
import { inkOf } from './colour'
import { leadersOf } from './finding'
import { measureName, measureSource, measureUnit, partFormat } from './measure'

/** What the measure consists of, region by region: as dots, radar or heat table. */
export function PartView({ page }: { readonly page: ComparePage }) {
  const t = useTranslations('compare')
  const common = useTranslations('common')
  const emptyLabel = common(page.partsKind === 'year' ? 'notObserved' : 'noScore')
  const locale = useLocale()
  const { view } = page.state
  const isByYears = view === 'heat' && (page.state.by === byYears || page.partsKind === 'year')
  const parts = isByYears ? yearParts(page) : page.parts
  const shown =
    view === 'radar'
      ? page.regions.filter(({ code }) => page.state.colours[code] !== undefined)
      : page.regions
  const format = partFormat(page, locale)
  const labelOf = (part: ComparePart) => (part.name ? pick(part.name, locale) : part.key)
  const names = shown.map((region) => pick(region.name, locale))
  const direction = page.partsKind === 'year' ? (page.measure.indicator?.direction ?? 1) : 1
  const leaders = leadersOf(
    parts,
    shown.map((region) => region.code),
    direction,
  )
  const list = new Intl.ListFormat(locale)
  const kind = isByYears ? 'year' : page.partsKind
  const measure = measureName(page.measure, locale, common('index'))
  const title =
    leaders.total === 0
      ? t('chart.partsOnly', { measure, count: shown.length })
      : t(direction === 1 ? 'chart.leads' : 'chart.leadsLow', {
          regions: list.format(
            shown
              .filter((region) => leaders.codes.includes(region.code))
              .map((region) => pick(region.name, locale)),
          ),
          leaders: leaders.codes.length,
          count: leaders.count,
          total: leaders.total,
          kind,
        })
  const summary = t('chart.summary', { measure, view: t(`view.${view}`), regions: list.format(names) })
  const words = { measure, year: String(page.year), unit: measureUnit(page.measure, locale) }
  const subtitle =
    page.partsKind === 'year'
      ? t(`chart.${view === 'heat' ? 'heat' : 'dots'}ValuesSubtitle`, words)
      : t(
          `chart.${view === 'heat' ? (isByYears ? 'heatYears' : 'heat') : view === 'dots' ? 'dots' : 'radar'}Subtitle`,
          words,
        )
  const everyValue = parts.flatMap((part) => Object.values(part.values))
  const domain = page.partsKind === 'year' ? extent(everyValue) : null
  const scale: readonly [number, number] = domain ?? [0, 100]
  return (
    <ChartFrame
      id="comparison"
      title={title}
      subtitle={subtitle}
      source={`${measureSource(page.measure, locale, common('calculated'))} · ${common('workingData')}`}
      summary={summary}
      table={{
        emptyLabel,
        columns: [
          {
            key: 'part',
            label: common(kind === 'area' ? 'area' : kind === 'indicator' ? 'indicator' : 'year'),
          },
          ...shown.map((region, i) => ({
            key: region.code,
            label: names[i] ?? '',
            isNumber: true,
            decimals: format.decimals,
          })),
        ],
        rows: parts.map((part) => [
          labelOf(part),
          ...shown.map((region) => part.values[region.code] ?? null),
        ]),
      }}
      fileName={`pentad-${view}-${page.measure.code}-${page.year}`}
    >
      {view === 'radar' ? (
        <Radar
          axes={parts.map((part) => ({ key: part.key, label: labelOf(part) }))}
          shapes={shown.map((region, i) => ({
            key: region.code,
            label: names[i] ?? '',
            token: inkOf(page.state.colours, region.code).token ?? '--peer',
            values: parts.map((part) => part.values[region.code] ?? null),
          }))}
          domain={scale}
          format={format}
          summary={summary}
        />
      ) : view === 'dots' ? (
        <Dots
          rows={parts.map((part) => ({
            key: part.key,
            label: labelOf(part),
            token: part.area ? `--area-${part.area.toLowerCase()}` : '--ink-2',
            dots: page.all.map((region) => ({
              key: region.code,
              label: pick(region.name, locale),
              value: part.values[region.code] ?? null,
              ...(page.regions.some(({ code }) => code === region.code)
                ? inkOf(page.state.colours, region.code)
                : { tone: 'rest' as const }),
            })),
          }))}
          domain={scale}
          format={format}
          summary={summary}
        />
      ) : (
        <Heat
          columns={parts.map((part) => ({ key: part.key, label: labelOf(part) }))}
          rows={shown.map((region, i) => ({
            key: region.code,
            label: names[i] ?? '',
            tone: 'peer' as const,
            cells: parts.map((part) => part.values[region.code] ?? null),
          }))}
          domain={scale}
          format={format}
          emptyLabel={emptyLabel}
          caption={summary}
        />
      )}
    </ChartFrame>
  )
}

/** The measure itself, year by year, for the chosen regions. */
function yearParts(page: ComparePage): ComparePart[] {
  const years = page.lines[0]?.points.map((point) => point.year) ?? []
  const parts = years.map((year, t) => ({
    key: String(year),
    name: null,
    area: null,
    values: Object.fromEntries(page.lines.map((line) => [line.region.code, line.points[t]?.value ?? null])),
  }))
  return parts.filter((part) => Object.values(part.values).some((value) => value !== null))
}
