import { observedUpTo } from './observed-up-to'
import { type PaceKind, type PacePoint, yearlyPace } from './pace'
import type { SeriesPoint } from './resolve-target'

/** Whether the yearly pace in the wanted direction has grown, shrunk, or stayed. */
export type AccelerationVerdict = 'speeding-up' | 'slowing-down' | 'steady'

/**
 * Why there is no verdict. 'no-observation': nothing observed. 'too-few-points': three comparable values are needed,
 * the middle one at least `recentYears` before the latest. 'since-break': there would be three but for a break.
 */
export type NoAccelerationReason = 'no-observation' | 'too-few-points' | 'since-break'

export type AccelerationInput = {
  /** one point per year at most, in ascending order */
  readonly series: readonly SeriesPoint[]
  /** 1 = higher is better, -1 = lower is better */
  readonly direction: 1 | -1
  readonly pace: PaceKind
  /** later points are not looked at */
  readonly asOf: number
  /** length of "the last years"; default 3 */
  readonly recentYears?: number
  /** what counts as the same pace: a difference below this share of the larger of the two; default 0.1 */
  readonly tolerance?: number
}

/** Two paces and what their difference means. */
export type Acceleration = {
  readonly verdict: AccelerationVerdict | null
  /** null exactly when there is a verdict */
  readonly reason: NoAccelerationReason | null
  readonly start: PacePoint | null
  /** where the last years begin */
  readonly turn: PacePoint | null
  readonly latest: PacePoint | null
  /** compound, unless a value is not above 0 */
  readonly pace: PaceKind
  /** yearly pace from start to turn; compound: a share, linear: the indicator's unit */
  readonly earlierPace: number | null
  /** yearly pace from turn to latest */
  readonly recentPace: number | null
  /** direction · (recent - earlier): > 0 = faster in the wanted direction */
  readonly change: number | null
}

/**
 * Acceleration: the yearly pace of the last years less that of the years before, in the wanted direction.
 *
 * a = d·(p(turn → latest) - p(start → turn)). Start: the first value since the last break in series. Turn: the latest
 * value at least `recentYears` before the latest one. 'steady' while |a| < tolerance · max(|p|, |p'|), or both are 0;
 * a fall that has become a slower fall is 'speeding-up', too: it has turned towards the wanted direction.
 *
 * @param input series in the indicator's unit, null = not observed and skipped
 * @returns both paces, their difference and the verdict, or why there is none
 * @throws {RangeError} years not ascending, a value that is not finite, recentYears < 1, or tolerance < 0
 */
export function accelerationOf(input: AccelerationInput): Acceleration {
  const { direction, recentYears = 3, tolerance = 0.1 } = input
  if (!(recentYears >= 1)) throw new RangeError(`accelerationOf needs at least 1 year, got ${recentYears}`)
  if (!(tolerance >= 0))
    throw new RangeError(`accelerationOf needs a tolerance of at least 0, got ${tolerance}`)
  const observed = observedUpTo(input.series, input.asOf)
  const from = observed.findLastIndex((point) => point.status === 'B')
  const comparable = observed.slice(Math.max(from, 0)).map(({ year, value }) => ({ year, value }))
  const latest = comparable.at(-1) ?? null
  const start = comparable[0] ?? null
  const turnOf = (points: readonly PacePoint[]) =>
    points.findLast(({ year }) => latest !== null && year <= latest.year - recentYears) ?? null
  const turn = turnOf(comparable)
  const none = { verdict: null, start, turn, latest, earlierPace: null, recentPace: null, change: null }
  if (latest === null || start === null) return { ...none, reason: 'no-observation', pace: input.pace }
  if (turn === null || turn.year === start.year) {
    const before = turnOf(observed)
    const isCut = from > 0 && before !== null && before.year > (observed[0]?.year ?? before.year)
    return { ...none, turn: null, reason: isCut ? 'since-break' : 'too-few-points', pace: input.pace }
  }
  const pace = [start, turn, latest].every(({ value }) => value > 0) ? input.pace : 'linear'
  const earlierPace = yearlyPace(start, turn, pace)
  const recentPace = yearlyPace(turn, latest, pace)
  // Adding 0 turns -0, which would be shown with a sign, into 0.
  const change = direction * (recentPace - earlierPace) + 0
  const slack = tolerance * Math.max(Math.abs(earlierPace), Math.abs(recentPace))
  const isSteady = change === 0 || Math.abs(change) < slack
  const verdict = isSteady ? 'steady' : change > 0 ? 'speeding-up' : 'slowing-down'
  return { verdict, reason: null, start, turn, latest, pace, earlierPace, recentPace, change }
}
