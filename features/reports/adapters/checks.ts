import type { Bilingual } from '@/lib/bilingual'
import type { IndicatorInfo, ReportModel } from '../schema'
import type { Words } from './words'

/** What a reader should know before trusting the report; the code names a message under `report.check`. */
export type Check =
  | { readonly code: 'sample' | 'notCompared' }
  | { readonly code: 'laterYear'; readonly shownYear: number }
  | { readonly code: 'noScore'; readonly areas: readonly Bilingual[] }
  | { readonly code: 'gaps' | 'older' | 'breaks'; readonly indicators: readonly IndicatorInfo[] }
  | { readonly code: 'provisional'; readonly count: number; readonly total: number }
  | { readonly code: 'targets'; readonly without: number; readonly total: number }

/** Looks the report over before it is made: gaps, old and provisional values, breaks, missing scores and targets. */
export function checksOf(model: ReportModel): Check[] {
  const { year } = model
  const checks: Check[] = []
  const chapters = model.hallmark ? [model.hallmark, ...model.areas] : model.areas
  const states = chapters.flatMap((chapter) => chapter.indicators)
  const which = (test: (state: (typeof states)[number]) => boolean) =>
    states.filter(test).map((state) => state.indicator)
  const upTo = states.flatMap((state) =>
    state.series.filter((point) => point.value !== null && point.year <= year),
  )
  const lacking = model.areas.flatMap(({ area, state }) => (state?.score === null ? [area.name] : []))
  const provisional = upTo.filter((point) => point.status === 'P' || point.status === 'E').length
  const gaps = which((state) => state.latest === null)
  const older = which((state) => state.latest !== null && state.latest.year < year)
  const breaks = which((state) => state.series.some((point) => point.status === 'B' && point.year <= year))
  const without = states.filter((state) => state.progress.target === null).length
  if (model.data.isSample) checks.push({ code: 'sample' })
  if (!model.isCompared) checks.push({ code: 'notCompared' })
  if (model.shownYear !== null && year > model.shownYear)
    checks.push({ code: 'laterYear', shownYear: model.shownYear })
  if (model.isCompared && lacking.length > 0) checks.push({ code: 'noScore', areas: lacking })
  if (gaps.length > 0) checks.push({ code: 'gaps', indicators: gaps })
  if (older.length > 0) checks.push({ code: 'older', indicators: older })
  if (breaks.length > 0) checks.push({ code: 'breaks', indicators: breaks })
  if (provisional > 0) checks.push({ code: 'provisional', count: provisional, total: upTo.length })
  if (without > 0) checks.push({ code: 'targets', without, total: states.length })
  return checks
}

/** A check as a sentence. */
export function checkSentence(check: Check, model: ReportModel, { t, name, list, share }: Words): string {
  const common = { region: name(model.region.name), year: String(model.year) }
  switch (check.code) {
    case 'laterYear':
      return t(`report.check.${check.code}`, { ...common, shownYear: String(check.shownYear) })
    case 'noScore':
      return t(`report.check.${check.code}`, {
        ...common,
        areas: list(check.areas.map(name)),
        count: check.areas.length,
      })
    case 'gaps':
    case 'older':
    case 'breaks': {
      const indicators = list(check.indicators.map((indicator) => name(indicator.name)))
      return t(`report.check.${check.code}`, { ...common, indicators, count: check.indicators.length })
    }
    case 'provisional':
      return t(`report.check.${check.code}`, {
        ...common,
        count: check.count,
        total: check.total,
        share: share(check.count / check.total, 1),
      })
    case 'targets':
      return t(`report.check.${check.code}`, { ...common, without: check.without, total: check.total })
    default:
      return t(`report.check.${check.code}`, common)
  }
}
