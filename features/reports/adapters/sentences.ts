import { growthSince } from '@/core/progress/growth-since'
import { median } from '@/core/stats/median'
import type { Chapter, ReportIndicator, ReportModel } from '../schema'
import type { Words } from './words'

/** Every sentence here states what the model's numbers say, and nothing when they say nothing. */

const common = (model: ReportModel, { name }: Words) => ({
  region: name(model.region.name),
  year: String(model.year),
  before: String(model.year - 1),
})

function changeSentence(change: number | null, model: ReportModel, words: Words): string {
  const { t, number } = words
  if (change === null) return t('report.change.none', common(model, words))
  const direction = number(Math.abs(change), 1) === number(0, 1) ? 'same' : change > 0 ? 'up' : 'down'
  return t(`report.change.${direction}`, { ...common(model, words), points: number(Math.abs(change), 1) })
}

/** Index, rank, change, strongest and weakest area. */
export function indexSentences(model: ReportModel, words: Words): string[] {
  const { t, name, list, score } = words
  const params = common(model, words)
  if (!model.isCompared) return [t('report.index.notCompared', params)]
  const scored = model.areas.flatMap(({ area, state }) =>
    state?.score == null ? [] : [{ name: name(area.name), score: state.score }],
  )
  const lacking = model.areas.filter(({ state }) => state?.score == null).map(({ area }) => name(area.name))
  const sentences: string[] = []
  if (model.index.score === null || model.index.rank === null) {
    sentences.push(t('report.index.none', { ...params, areas: list(lacking), count: lacking.length }))
  } else {
    const { rank, rankedCount } = model.index
    sentences.push(
      t('report.index.score', { ...params, score: score(model.index.score), rank, count: rankedCount }),
    )
    sentences.push(changeSentence(model.index.change, model, words))
  }
  const ordered = scored.toSorted((a, b) => b.score - a.score)
  const [best] = ordered
  const worst = ordered.at(-1)
  if (best && worst && best.score > worst.score) {
    sentences.push(
      t('report.index.areas', {
        ...params,
        best: best.name,
        bestScore: score(best.score),
        worst: worst.name,
        worstScore: score(worst.score),
      }),
    )
  }
  return sentences
}

/** How many indicators stand where, over some chapters. */
export function statusSentence(chapters: readonly Chapter[], { t }: Words): string {
  const sum = (...statuses: (keyof Chapter['mix'])[]) =>
    chapters.reduce((total, { mix }) => total + statuses.reduce((part, status) => part + mix[status], 0), 0)
  const parts = {
    good: sum('achieved', 'on-track'),
    slow: sum('needs-acceleration', 'limited'),
    away: sum('moving-away'),
    none: sum('no-data'),
  }
  return t('report.statuses', { ...parts, count: parts.good + parts.slow + parts.away + parts.none })
}

/** The score of an area, its change, and why there is none. */
export function areaSentences({ area, state }: Chapter, model: ReportModel, words: Words): string[] {
  const { t, name, score, share } = words
  const params = { ...common(model, words), area: name(area.name) }
  if (!state || !model.isCompared) return []
  if (state.score === null || state.rank === null) {
    const minimum = share(model.recipe.coverage.minimum)
    return [
      t('report.area.none', {
        ...params,
        reason:
          state.reason === 'no-indicators' ? 'nothing' : state.reason === 'coverage' ? 'coverage' : 'other',
        share: share(state.coverage),
        minimum,
      }),
    ]
  }
  return [
    t('report.area.score', {
      ...params,
      score: score(state.score),
      rank: state.rank,
      count: state.rankedCount,
    }),
    changeSentence(state.change, model, words),
  ]
}

/** With fewer observed indicators than this, "highest" and "lowest" would say nothing. */
const minimumForEnds = 3

/** The indicator with the highest and the one with the lowest score, each with its rank. */
export function endsSentence({ indicators }: Chapter, model: ReportModel, words: Words): string[] {
  const { t, name, score } = words
  const scored = indicators
    .filter((state) => state.score !== null)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
  const [best] = scored
  const worst = scored.at(-1)
  if (!best || !worst || scored.length < minimumForEnds || best.score === worst.score) return []
  if (best.rank === null || worst.rank === null) return []
  return [
    t('report.area.ends', {
      ...common(model, words),
      best: name(best.indicator.name),
      bestScore: score(best.score),
      bestRank: best.rank,
      bestCount: best.rankedCount,
      worst: name(worst.indicator.name),
      worstScore: score(worst.score),
      worstRank: worst.rank,
      worstCount: worst.rankedCount,
    }),
  ]
}

/** Where an indicator stands against its target; nothing for one without. */
function targetSentence(state: ReportIndicator, words: Words): string[] {
  const { t, name, observed, pace } = words
  const { indicator, progress } = state
  const { target, latest, observedPace, requiredPace, start, status } = progress
  if (!target || target.targetValue === null || !latest || progress.rule !== 'target') return []
  const params = {
    indicator: name(indicator.name),
    target: observed(target.targetValue, indicator),
    targetYear: String(target.targetYear),
    value: observed(latest.value, indicator),
    year: String(latest.year),
  }
  if (status === 'achieved') return [t('report.target.achieved', params)]
  if (observedPace === null || requiredPace === null || !start) return [t('report.target.open', params)]
  const key = progress.notes.includes('target-year-passed') ? 'missed' : 'pace'
  const paces = {
    observed: pace(observedPace, indicator, progress),
    required: pace(requiredPace, indicator, progress),
    since: String(start.year),
  }
  return [t(`report.target.${key}`, { ...params, ...paces })]
}

/** Progress of a chapter: statuses, targets, what moves the wrong way, gaps, breaks, what is not collected. */
export function progressSentences(chapter: Chapter, words: Words): string[] {
  const { t, name, list } = words
  const { indicators, notCollected } = chapter
  const names = (states: readonly ReportIndicator[]) =>
    list(states.map((state) => name(state.indicator.name)))
  const away = indicators.filter((state) => state.progress.status === 'moving-away')
  const cut = indicators.filter((state) => state.progress.notes.includes('started-after-break'))
  return [
    ...(indicators.length > 0 ? [statusSentence([chapter], words)] : []),
    ...indicators.flatMap((state) => targetSentence(state, words)),
    ...(away.length > 0 ? [t('report.area.away', { indicators: names(away), count: away.length })] : []),
    ...(cut.length > 0 ? [t('report.area.breaks', { indicators: names(cut), count: cut.length })] : []),
    ...(notCollected.length > 0 ? [t('report.area.notCollected', { count: notCollected.length })] : []),
  ]
}

/** What is missing in the year of the report, by name. */
export function gapSentences({ area, indicators }: Chapter, model: ReportModel, words: Words): string[] {
  const { t, name, list } = words
  const older = indicators.flatMap(({ indicator, latest }) =>
    latest !== null && latest.year < model.year
      ? [t('report.area.olderItem', { indicator: name(indicator.name), year: String(latest.year) })]
      : [],
  )
  const never = indicators.flatMap(({ indicator, latest }) => (latest === null ? [name(indicator.name)] : []))
  const params = common(model, words)
  return [
    ...(older.length > 0
      ? [
          t(area.isHallmark ? 'report.area.olderHallmark' : 'report.area.older', {
            ...params,
            indicators: list(older),
            count: older.length,
          }),
        ]
      : []),
    ...(never.length > 0
      ? [t('report.area.never', { ...params, indicators: list(never), count: never.length })]
      : []),
  ]
}

/** The latest value of an indicator, its rank, and its growth where the series is not broken. */
export function valueSentence(state: ReportIndicator, words: Words): string {
  const { indicator, latest, rank, rankedCount } = state
  const { t, name, observed, points } = words
  if (!latest) return t('report.value.none', { indicator: name(indicator.name) })
  const params = {
    indicator: name(indicator.name),
    value: observed(latest.value, indicator),
    year: String(latest.year),
    rank: rank ?? 0,
    count: rankedCount,
  }
  const growth = indicator.kind === 'milestone' ? null : growthSince(latest, state.before, indicator.pace)
  if (growth?.kind !== 'percent') return t('report.value.plain', params)
  return t('report.value.growth', { ...params, growth: points(growth.value), before: String(growth.year) })
}

/** With fewer scored peers than this, their median would say nothing. */
const minimumForMedian = 3

/** The place among the peers, and the areas above and below the peers' median. */
export function peerSentences(model: ReportModel, words: Words): string[] {
  const { t, name, list, score } = words
  const [own, ...peers] = model.peerRows
  if (!own || own.score === null) return []
  const params = common(model, words)
  const ownScore = own.score
  const scored = peers.flatMap((row) => (row.score === null ? [] : [row.score]))
  const sentences =
    scored.length > 0
      ? [
          t('report.peers.place', {
            ...params,
            place: 1 + scored.filter((one) => one > ownScore).length,
            count: scored.length + 1,
          }),
        ]
      : []
  const sides = model.areas.map(({ area }, a) => {
    const values = peers.flatMap((row) => row.areas[a] ?? [])
    const mine = own.areas[a] ?? null
    const middle = values.length < minimumForMedian ? null : median(values)
    return { area: name(area.name), distance: mine === null || middle === null ? null : mine - middle }
  })
  const above = sides.filter((side) => side.distance !== null && side.distance > 0).map((side) => side.area)
  const below = sides.filter((side) => side.distance !== null && side.distance < 0).map((side) => side.area)
  if (above.length > 0)
    sentences.push(t('report.peers.above', { ...params, areas: list(above), count: above.length }))
  if (below.length > 0)
    sentences.push(t('report.peers.below', { ...params, areas: list(below), count: below.length }))
  const [best] = model.ranking
  if (best && best.region.code !== model.region.code) {
    sentences.push(
      t('report.peers.best', { ...params, best: name(best.region.name), score: score(best.score) }),
    )
  }
  return sentences
}
