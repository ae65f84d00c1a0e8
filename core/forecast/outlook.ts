import { observedUpTo } from '../progress/observed-up-to'
import type { PacePoint } from '../progress/pace'
import type { SeriesPoint } from '../progress/resolve-target'
import { lineAt, predictionErrorAt, type TrendFit } from './method'
import { type ForecastMethodName, forecastMethods } from './methods'
import { studentTQuantile } from './student-t'
import { chanceOfMeeting } from './target-chance'

/** Below this many points since the last break there is a line, but no interval and no probability. */
export const intervalMinimum = 5

/**
 * Why there is no outlook. 'no-observation', 'one-observation', 'one-since-break': a line needs two comparable values.
 * 'needs-positive': a logarithm of a value that is not above 0. 'out-of-range': the line leaves the numbers.
 */
export type NoOutlookReason =
  | 'no-observation'
  | 'one-observation'
  | 'one-since-break'
  | 'needs-positive'
  | 'out-of-range'

/**
 * Why there is no interval. 'few-points': fewer than five comparable values. 'method': it assumes no distribution.
 */
export type NoIntervalReason = 'few-points' | 'method'

/**
 * What to know besides. 'started-after-break': earlier values were left out. 'clipped': the line or an interval left
 * the limits of the indicator and was cut there. 'longer-than-observed': the outlook reaches further ahead than the
 * observed values reach back.
 */
export type OutlookNote = 'started-after-break' | 'clipped' | 'longer-than-observed'

export type OutlookInput = {
  /** one point per year at most, in ascending order; null = not observed, skipped; status B starts a new series */
  readonly series: readonly SeriesPoint[]
  /** 1 = higher is better, -1 = lower is better */
  readonly direction: 1 | -1
  /** later points are not looked at */
  readonly asOf: number
  /** the last year of the outlook */
  readonly until: number
  readonly method?: ForecastMethodName
  /** probability that a value falls into its interval, between 0 and 1 each; default 0.8 and 0.95 */
  readonly levels?: readonly number[]
  /** natural limits of the indicator, null = none: 0 and 100 for a share in per cent */
  readonly limits?: { readonly lower: number | null; readonly upper: number | null }
  readonly target?: { readonly year: number; readonly value: number }
}

/** What is expected in one year, in the indicator's unit, within the limits. */
export type OutlookPoint = {
  readonly year: number
  readonly value: number
  /** one per level asked for; empty where there is no interval */
  readonly intervals: readonly { readonly level: number; readonly lower: number; readonly upper: number }[]
}

/** An outlook with every number that led to it. */
export type Outlook = {
  /** null exactly when there is an outlook */
  readonly reason: NoOutlookReason | null
  /** null exactly when there are intervals (given an outlook) */
  readonly intervalReason: NoIntervalReason | null
  readonly notes: readonly OutlookNote[]
  readonly method: ForecastMethodName
  /** the first and the last value that the line was fitted to */
  readonly start: PacePoint | null
  readonly latest: PacePoint | null
  readonly fit: TrendFit | null
  /** a value a year from `start` to `latest`: the line where it was fitted, within the limits */
  readonly fitted: readonly PacePoint[]
  /** a point a year from the year after `latest` to `until` */
  readonly points: readonly OutlookPoint[]
  /** null without a target that lies ahead of `latest`; probability null where there is no interval */
  readonly target: {
    readonly year: number
    readonly value: number
    readonly expected: number
    readonly probability: number | null
  } | null
}

/**
 * Outlook of one indicator in one region: a line through the values since the last break in series, carried on, with
 * prediction intervals and the probability of meeting a target.
 *
 * Interval: ŷ ± t·s·√(1 + 1/n + (x - x̄)² / Σ(x - x̄)²), t the quantile (1 + level)/2 of Student's t with n - 2 degrees of
 * freedom. Probability: 1 - F((T - ŷ)/se) where higher is better, F((T - ŷ)/se) where lower is. Where the points lie
 * on the line exactly, the interval is the line and the probability 0 or 1. On the log scale all of it is
 * taken back by exp. Limits cut the line and the intervals, not the probability; a target outside them is met by all
 * values or by none.
 *
 * @param input series, limits and target in the indicator's unit
 * @returns line, intervals and probability, or why there is none
 * @throws {RangeError} years not ascending, a value, target or limit that is not finite, limits that are not in order,
 *   a level outside 0..1 or at its ends, or `until` not a whole number
 */
export function outlookOf(input: OutlookInput): Outlook {
  const { method = 'linear', levels = [0.8, 0.95], limits = { lower: null, upper: null }, target } = input
  check(input, levels, limits)
  const observed = observedUpTo(input.series, input.asOf)
  const from = observed.findLastIndex((point) => point.status === 'B')
  const isCut = from > 0
  const points = observed.slice(Math.max(from, 0)).map(({ year, value }) => ({ year, value }))
  const start = points[0] ?? null
  const latest = points.at(-1) ?? null
  const none = {
    intervalReason: null,
    method,
    start,
    latest,
    fit: null,
    fitted: [],
    points: [],
    target: null,
  }
  const refuse = (reason: NoOutlookReason): Outlook => ({ ...none, reason, notes: [] })
  if (start === null || latest === null) return refuse('no-observation')
  if (points.length < 2) return refuse(isCut ? 'one-since-break' : 'one-observation')
  const fit = forecastMethods[method](points)
  if (fit === null) return refuse('needs-positive')

  const hasInterval = points.length >= intervalMinimum && fit.residualError !== null
  const drawn = drawer(fit, limits, hasInterval ? levels : [])
  const years = (first: number, last: number) =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i)
  const isAhead = target !== undefined && target.year > latest.year
  const ahead = years(latest.year + 1, input.until).map(drawn.at)
  const fitted = years(start.year, latest.year).map((year) => ({ year, value: drawn.at(year).value }))
  const met = isAhead
    ? {
        ...target,
        expected: drawn.at(target.year).value,
        probability: hasInterval ? chanceOfMeeting(fit, target, input.direction, limits) : null,
      }
    : null
  if (drawn.hasLeft()) return refuse('out-of-range')
  const furthest = Math.max(input.until, isAhead ? target.year : latest.year)
  const notes: OutlookNote[] = [
    ...(isCut ? (['started-after-break'] as const) : []),
    ...(drawn.isClipped() ? (['clipped'] as const) : []),
    ...(furthest - latest.year > latest.year - start.year ? (['longer-than-observed'] as const) : []),
  ]
  const intervalReason = hasInterval ? null : points.length < intervalMinimum ? 'few-points' : 'method'
  return { ...none, reason: null, intervalReason, notes, fit, fitted, points: ahead, target: met }
}

type Limits = NonNullable<OutlookInput['limits']>

function check(input: OutlookInput, levels: readonly number[], { lower, upper }: Limits): void {
  const { target, until } = input
  if (!Number.isSafeInteger(until)) throw new RangeError(`an outlook needs a last year, got ${until}`)
  for (const level of levels) {
    if (!(level > 0 && level < 1))
      throw new RangeError(`an interval needs a level between 0 and 1, got ${level}`)
  }
  for (const number of [lower, upper, target?.value ?? null, target?.year ?? null]) {
    if (number !== null && !Number.isFinite(number)) {
      throw new RangeError(`an outlook needs finite limits and targets, got ${number}`)
    }
  }
  if (lower !== null && upper !== null && lower >= upper) {
    throw new RangeError(`an outlook needs limits in order, got ${lower} and ${upper}`)
  }
}

/** Draws the line and its intervals year by year, and remembers whether the limits or the numbers were left. */
function drawer(fit: TrendFit, { lower, upper }: Limits, levels: readonly number[]) {
  const low = lower ?? Number.NEGATIVE_INFINITY
  const high = upper ?? Number.POSITIVE_INFINITY
  const quantiles = levels.map((level) => studentTQuantile((1 + level) / 2, fit.count - 2))
  let isClipped = false
  let hasLeft = false
  const inUnit = (onScale: number): number => {
    const value = fit.scale === 'log' ? Math.exp(onScale) : onScale
    if (!Number.isFinite(value)) hasLeft = true
    if (value < low || value > high) isClipped = true
    return Math.min(Math.max(value, low), high)
  }
  return {
    isClipped: () => isClipped,
    hasLeft: () => hasLeft,
    at: (year: number): OutlookPoint => {
      const line = lineAt(fit, year)
      const error = predictionErrorAt(fit, year) ?? 0
      const intervals = levels.map((level, i) => {
        const reach = (quantiles[i] as number) * error
        return { level, lower: inUnit(line - reach), upper: inUnit(line + reach) }
      })
      return { year, value: inUnit(line), intervals }
    },
  }
}
