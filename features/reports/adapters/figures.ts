import { quantile } from '@/core/stats/quantile'
import type {
  Chapter,
  Drawing,
  RegionInfo,
  ReportIndicator,
  ReportModel,
  ScoreTrend,
  YearLine,
} from '../schema'
import type { Figure } from './document'
import type { Words } from './words'

type Token = `--${string}`

/** With fewer regions than this, quartiles would say nothing. */
const fewestForSpread = 8

/** More lines than this cannot be told apart in print; the region's own never counts. */
const mostPeers = 9

const areaToken = (code: string): Token => `--area-${code.toLowerCase()}`

const sourceOf = (model: ReportModel, { t }: Words) =>
  t(model.data.isSample ? 'report.source.sample' : 'report.source.own')

const toneOf = (model: ReportModel) => {
  const peers = new Set(model.peers.map((peer) => peer.code))
  return (region: RegionInfo) =>
    region.code === model.region.code ? 'selected' : peers.has(region.code) ? 'peer' : 'rest'
}

function linesOf(lines: readonly YearLine[], model: ReportModel, token: Token, { name }: Words) {
  return lines.slice(0, mostPeers + 1).map(({ region, points }, i) => ({
    key: region.code,
    label: name(region.name),
    tone: i === 0 ? ('selected' as const) : ('peer' as const),
    ...(i === 0 ? { token } : {}),
    points: points.filter((point) => point.year <= model.year),
  }))
}

/** First and last observed point up to the year of the report, of the part of the series that can be compared. */
function spanOf(line: YearLine | undefined, year: number) {
  const upTo = (line?.points ?? []).filter((point) => point.value !== null && point.year <= year)
  const lastBreak = breaksOf(upTo).at(-1) ?? Number.NEGATIVE_INFINITY
  const seen = upTo.filter((point) => point.year >= lastBreak)
  const first = seen[0]
  const last = seen.at(-1)
  if (first?.value == null || last?.value == null || first.year === last.year) return null
  return { first: { year: first.year, value: first.value }, last: { year: last.year, value: last.value } }
}

const breaksOf = (points: YearLine['points']) =>
  points.flatMap((point) => (point.status === 'B' ? [point.year] : []))

/** The change of a score over the years in words, and the years in which it stops being the same measure. */
function trendWords(trend: ScoreTrend, model: ReportModel, { t, name, points, list }: Words) {
  const { otherSet, breaks, change, first, last } = trend
  const notes = [
    ...(otherSet.length > 0 ? [t('movement.otherSet', { years: list(otherSet.map(String)) })] : []),
    ...(breaks.length > 0 ? [t('movement.breaks', { years: list(breaks.map(String)) })] : []),
  ]
  return {
    notes,
    params: {
      region: name(model.region.name),
      change: change === null ? '' : points(change),
      first: String(first),
      last: String(last),
      count: Math.min(model.peers.length, mostPeers),
    },
  }
}

/** The score of an area over the years, the region against its peers. Null when there are not two scores to join. */
export function areaTrend({ area, lines, trend }: Chapter, model: ReportModel, words: Words): Figure | null {
  const { t, name } = words
  if (!trend) return null
  const { params: said, notes } = trendWords(trend, model, words)
  const params = { ...said, area: name(area.name) }
  const title = t(trend.change === null ? 'movement.titleOpen' : 'movement.title', params)
  return {
    id: `trend-${area.code}`,
    title,
    subtitle: [t('report.figure.trend.subtitle', params), ...notes].join(t('movement.separator')),
    source: sourceOf(model, words),
    alt: t('report.figure.trend.alt', { ...params, finding: title }),
    drawing: { kind: 'lines', decimals: 1, lines: linesOf(lines, model, areaToken(area.code), words) },
  }
}

/** The values of one indicator over the years, the region against its peers. */
export function valueTrend(state: ReportIndicator, model: ReportModel, words: Words): Figure | null {
  const { t, name, observed, list } = words
  const { indicator } = state
  const lines = [{ region: model.region, points: state.series }, ...state.peers]
  const span = spanOf(lines[0], model.year)
  if (!span) return null
  const breaks = breaksOf(state.series).filter((year) => year <= model.year)
  const params = {
    region: name(model.region.name),
    indicator: name(indicator.name),
    breaks: list(breaks.map(String)),
    unit: name(indicator.unit),
    from: observed(span.first.value, indicator),
    to: observed(span.last.value, indicator),
    first: String(span.first.year),
    last: String(span.last.year),
    count: Math.min(model.peers.length, mostPeers),
  }
  return {
    id: `value-${indicator.code}`,
    title: t('report.figure.value.title', params),
    subtitle:
      breaks.length > 0
        ? t('report.figure.value.subtitleBreak', params)
        : t('report.figure.value.subtitle', params),
    source: sourceOf(model, words),
    alt: t('report.figure.value.alt', params),
    drawing: {
      kind: 'lines',
      decimals: indicator.decimals,
      lines: linesOf(lines, model, areaToken(indicator.area), words),
    },
  }
}

/** The indicators of an area by their score, best first. */
export function indicatorBars(
  { area, indicators }: Chapter,
  model: ReportModel,
  words: Words,
): Figure | null {
  const { t, name, score, list } = words
  const bars = indicators.flatMap(({ indicator, score: value }) =>
    value === null ? [] : [{ key: indicator.code, label: name(indicator.name), value }],
  )
  const ordered = bars.toSorted((a, b) => b.value - a.value)
  const [best] = ordered
  const worst = ordered.at(-1)
  if (!best || !worst || best === worst) return null
  const params = {
    area: name(area.name),
    region: name(model.region.name),
    year: String(model.year),
    best: best.label,
    worst: worst.label,
    bars: list(ordered.map((bar) => `${bar.label} ${score(bar.value)}`)),
  }
  return {
    id: `bars-${area.code}`,
    title: t('report.figure.bars.title', params),
    subtitle: t('report.figure.bars.subtitle', params),
    source: sourceOf(model, words),
    alt: t('report.figure.bars.alt', params),
    drawing: {
      kind: 'bars',
      decimals: 1,
      bars: ordered.map((bar) => ({ ...bar, tone: 'peer' as const, token: areaToken(area.code) })),
    },
  }
}

/** The five areas of the region among all compared regions. */
export function areaDots(model: ReportModel, words: Words): Figure | null {
  const { t, name, score } = words
  const scored = model.areas.filter(({ state }) => state?.score != null)
  const ordered = scored.toSorted((a, b) => (b.state?.score ?? 0) - (a.state?.score ?? 0))
  const [best] = ordered
  const worst = ordered.at(-1)
  if (!model.isCompared || !best || !worst || best === worst) return null
  const tone = toneOf(model)
  const params = {
    region: name(model.region.name),
    year: String(model.year),
    best: name(best.area.name),
    bestScore: score(best.state?.score ?? null),
    worst: name(worst.area.name),
    worstScore: score(worst.state?.score ?? null),
    count: model.compared.length,
  }
  const rows: Extract<Drawing, { kind: 'dots' }>['rows'] = model.areas.map(({ area, spread }) => ({
    key: area.code,
    label: name(area.name),
    token: areaToken(area.code),
    dots: model.compared.map((region) => ({
      key: region.code,
      label: name(region.name),
      value: spread[region.code] ?? null,
      tone: tone(region),
    })),
  }))
  return {
    id: 'areas',
    title: t('report.figure.dots.title', params),
    subtitle: t('report.figure.dots.subtitle', params),
    source: sourceOf(model, words),
    alt: t('report.figure.dots.alt', params),
    drawing: { kind: 'dots', decimals: 1, rows },
  }
}

/** The index over the years, the region against its peers. */
export function indexTrend(model: ReportModel, words: Words): Figure | null {
  const { t } = words
  if (!model.trend) return null
  const { params, notes } = trendWords(model.trend, model, words)
  const title = t(model.trend.change === null ? 'movement.titleOpen' : 'movement.titleIndex', params)
  return {
    id: 'index-trend',
    title,
    subtitle: [t('report.figure.indexTrend.subtitle', params), ...notes].join(t('movement.separator')),
    source: sourceOf(model, words),
    alt: t('report.figure.indexTrend.alt', { ...params, finding: title }),
    drawing: { kind: 'lines', decimals: 1, lines: linesOf(model.lines, model, '--accent', words) },
  }
}

/** The index of all compared regions as a distribution. */
export function indexSpread(model: ReportModel, words: Words): Figure | null {
  const { t, name, score } = words
  const tone = toneOf(model)
  const own = model.ranking.find(({ region }) => region.code === model.region.code)
  const [best] = model.ranking
  if (!own || !best || model.ranking.length < fewestForSpread) return null
  const values = model.ranking.map((entry) => entry.score)
  const params = {
    region: name(model.region.name),
    year: String(model.year),
    rank: own.rank,
    score: score(own.score),
    count: model.ranking.length,
    best: name(best.region.name),
    bestScore: score(best.score),
    low: score(quantile(values, 0.25)),
    high: score(quantile(values, 0.75)),
  }
  return {
    id: 'index-spread',
    title: t('report.figure.index.title', params),
    subtitle: t('report.figure.index.subtitle', params),
    source: sourceOf(model, words),
    alt: t('report.figure.index.alt', params),
    drawing: {
      kind: 'strip',
      decimals: 1,
      points: model.ranking.map((entry) => ({
        key: entry.region.code,
        label: name(entry.region.name),
        value: entry.score,
        tone: tone(entry.region),
      })),
    },
  }
}
