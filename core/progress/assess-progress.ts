import type { ProgressMethod, ProgressThresholds } from './method'
import { type ProgressMethodName, progressMethods } from './methods'
import { type ObservedPoint, observedUpTo } from './observed-up-to'
import { type PaceKind, type PacePoint, pathBetween, yearlyPace } from './pace'
import type { ResolvedTarget, SeriesPoint } from './resolve-target'

export type ProgressStatus =
  | 'achieved'
  | 'on-track'
  | 'needs-acceleration'
  | 'limited'
  | 'moving-away'
  | 'no-data'

/**
 * Why there is no status. 'no-observation': nothing observed up to the year asked for. 'one-observation': nothing
 * to compare with. 'one-since-break': only one value since the break in series. 'baseline-missing' and
 * 'break-since-baseline': a target in % of a baseline that was not observed, or that the values since a break
 * cannot be compared with. 'start-after-target': the first comparable value is not before the target year.
 * 'zero-start': growth from 0, without a target, has no rate.
 */
export type NoStatusReason =
  | 'no-observation'
  | 'one-observation'
  | 'one-since-break'
  | 'baseline-missing'
  | 'break-since-baseline'
  | 'start-after-target'
  | 'zero-start'

/**
 * What was decided on the way. 'started-after-break': growth starts at the break, later than it would otherwise.
 * 'started-after-baseline': the baseline is missing, the next observed value took its place. 'linear-instead':
 * compound growth was asked for and a value is not above 0. 'baseline-meets-target': there was nothing to gain,
 * only to keep. 'target-year-passed': the target was missed, so 'on-track' is out of the question.
 * 'target-not-begun': the latest value is not later than the baseline, so the rule without target was used.
 */
export type ProgressNote =
  | 'started-after-break'
  | 'started-after-baseline'
  | 'linear-instead'
  | 'baseline-meets-target'
  | 'target-year-passed'
  | 'target-not-begun'

export type ProgressInput = {
  /** one point per year at most, in ascending order */
  readonly series: readonly SeriesPoint[]
  /** 1 = higher is better, -1 = lower is better */
  readonly direction: 1 | -1
  /** how the indicator's yearly change is measured */
  readonly pace: PaceKind
  /** later points are not looked at */
  readonly asOf: number
  readonly target?: ResolvedTarget
  /** without a target: growth starts at the first value in or after this year; default: the first value at all */
  readonly since?: number
  /** default: 'open-sdg' */
  readonly method?: ProgressMethodName
}

/** A status with every number that led to it. */
export type ProgressAssessment = {
  readonly status: ProgressStatus
  /** null exactly when there is a status */
  readonly reason: NoStatusReason | null
  readonly notes: readonly ProgressNote[]
  /** which rule was used: pace against a target, or growth in the wanted direction */
  readonly rule: 'target' | 'trend'
  readonly direction: 1 | -1
  readonly asOf: number
  /** the value that growth is measured from; null = there is none, or it was not needed */
  readonly start: PacePoint | null
  readonly latest: PacePoint | null
  /** year of the latest break in series up to `latest`, or null */
  readonly breakYear: number | null
  readonly target: ResolvedTarget | null
  /** the pace used: compound paces are shares a year, linear ones the indicator's unit a year */
  readonly pace: PaceKind
  readonly observedPace: number | null
  /** rule 'target': the constant pace from `start` to the target in its year */
  readonly requiredPace: number | null
  /** rule 'target': direction · observed / |required|; null when nothing was to be gained */
  readonly ratio: number | null
  /** rule 'trend': compound growth a year in the wanted direction, a share (note 'linear-instead': of |start|) */
  readonly growth: number | null
  /** the bounds that ratio or growth was held against */
  readonly thresholds: ProgressThresholds
  /** a value a year from `start` to the target; empty without a target that lies ahead of the start */
  readonly requiredPath: readonly PacePoint[]
}

/**
 * Progress of one indicator in one region: its status and how it came about.
 *
 * Achieved comes first: direction·(latest - T) ≥ 0, whatever else is missing. Else, with a target, the ratio
 * direction·observed / |required| of two yearly paces from the same start; without, the yearly growth in the wanted
 * direction; both against the thresholds of the method. Compound pace: (y / y₀)^(1 / n) - 1; linear: (y - y₀) / n.
 * Growth is compound in both kinds of indicator: the bounds are rates. Compound growth needs values above 0 throughout;
 * where one is not, the pace is linear and says so, and growth is the linear pace / |y₀|.
 *
 * @param input series in the indicator's unit, null = not observed and skipped; status B = the value starts a new
 *   series, and growth is not computed across it
 * @returns the status and all its numbers; 'no-data' with a reason where none can be given
 * @throws {RangeError} years not ascending, or a value that is not finite
 * @see Open SDG, Progress Measurement Methodology (docs/progress-methodology.md), after Statistics Canada; the other
 *   methods of the family share its measures and have other bounds
 */
export function assessProgress(input: ProgressInput): ProgressAssessment {
  const { direction, asOf, target } = input
  const method = progressMethods[input.method ?? 'open-sdg']
  const observed = observedUpTo(input.series, asOf)
  const latest = observed.at(-1)
  const base: ProgressAssessment = {
    status: 'no-data',
    reason: 'no-observation',
    notes: [],
    rule: target ? 'target' : 'trend',
    direction,
    asOf,
    start: null,
    latest: latest ? { year: latest.year, value: latest.value } : null,
    breakYear: observed.findLast((point) => point.status === 'B')?.year ?? null,
    target: target ?? null,
    pace: input.pace,
    observedPace: null,
    requiredPace: null,
    ratio: null,
    growth: null,
    thresholds: target ? method.withTarget : method.withoutTarget,
    requiredPath: [],
  }
  if (!base.latest) return base
  if (!target) return againstGrowth(base, observed, base.latest, input.since ?? Number.NEGATIVE_INFINITY)
  return againstTarget(base, observed, base.latest, target, method)
}

/**
 * The rule without a target: compound growth a year in the wanted direction since the start or the last break, whatever
 * the pace that the indicator is shown with.
 */
function againstGrowth(
  base: ProgressAssessment,
  observed: readonly ObservedPoint[],
  latest: PacePoint,
  since: number,
): ProgressAssessment {
  const wanted = observed.filter((point) => point.year >= since)
  const comparable = wanted.filter((point) => point.year >= (base.breakYear ?? since))
  const isCut = comparable.length < wanted.length
  const first = comparable[0]
  if (!first || first.year >= latest.year) {
    return { ...base, reason: isCut ? 'one-since-break' : 'one-observation' }
  }
  const start = { year: first.year, value: first.value }
  const rate = paceFor('compound', [start, latest])
  const pace = rate === 'linear' ? rate : base.pace
  const notes = [
    ...base.notes,
    ...(isCut ? (['started-after-break'] as const) : []),
    ...(rate === 'linear' ? (['linear-instead'] as const) : []),
  ]
  const observedPace = yearlyPace(start, latest, pace)
  const known = { ...base, start, notes, pace, observedPace }
  const change = yearlyPace(start, latest, rate)
  const relative = rate === 'compound' ? change : change / Math.abs(start.value)
  if (!Number.isFinite(relative)) return { ...known, reason: 'zero-start' }
  const growth = towards(base.direction, relative)
  return { ...known, reason: null, growth, status: statusFor(growth, base.thresholds) }
}

/** The rule with a target. The order of the questions is the order in which they decide. */
function againstTarget(
  base: ProgressAssessment,
  observed: readonly ObservedPoint[],
  latest: PacePoint,
  target: ResolvedTarget,
  method: ProgressMethod,
): ProgressAssessment {
  const { direction, breakYear } = base
  const { targetYear, targetValue } = target
  const isCut = breakYear !== null && breakYear > target.baselineYear
  if (isCut && target.kind === 'change_percent') return { ...base, reason: 'break-since-baseline' }

  const isAchieved = targetValue !== null && meets(latest, targetValue, direction)
  if (latest.year <= target.baselineYear) {
    if (isAchieved) return { ...base, reason: null, status: 'achieved' }
    const thresholds = method.withoutTarget
    const trend = { ...base, rule: 'trend' as const, thresholds, notes: ['target-not-begun' as const] }
    return againstGrowth(trend, observed, latest, Number.NEGATIVE_INFINITY)
  }
  if (targetValue === null) return { ...base, reason: 'baseline-missing' }

  const { start, note } = startFor(observed, target, isCut ? breakYear : null)
  const goal = { year: targetYear, value: targetValue }
  const pace = paceFor(base.pace, [start, latest, goal])
  const isAhead = start.year < targetYear
  const gain = isAhead && !meets(start, targetValue, direction) ? yearlyPace(start, goal, pace) : 0
  // A gain that rounds to 0 is none: a ratio against it would be infinite.
  const requiredPace = gain === 0 ? null : gain
  const isKept = meets(start, targetValue, direction) || (isAhead && requiredPace === null)
  const isOver = latest.year >= targetYear && !isAchieved
  const notes: ProgressNote[] = [
    ...(note ? [note] : []),
    ...(pace === base.pace ? [] : (['linear-instead'] as const)),
    ...(isKept ? (['baseline-meets-target'] as const) : []),
    ...(isOver ? (['target-year-passed'] as const) : []),
  ]
  const observedPace = start.year < latest.year ? yearlyPace(start, latest, pace) : null
  const ratio =
    observedPace === null || requiredPace === null
      ? null
      : towards(direction, observedPace) / Math.abs(requiredPace)
  const requiredPath = requiredPace === null ? [] : pathBetween(start, goal, pace)
  const known = { ...base, start, notes, pace, observedPace, requiredPace, ratio, requiredPath }

  if (isAchieved) return { ...known, reason: null, status: 'achieved' }
  if (observedPace === null) return { ...known, reason: isCut ? 'one-since-break' : 'one-observation' }
  if (isKept) return { ...known, reason: null, status: 'moving-away' }
  if (ratio === null) return { ...known, reason: 'start-after-target' }
  const status = statusFor(ratio, base.thresholds)
  return { ...known, reason: null, status: isOver && status === 'on-track' ? 'needs-acceleration' : status }
}

/** Where growth towards a target starts; the series has a value later than the baseline. */
function startFor(
  observed: readonly ObservedPoint[],
  target: ResolvedTarget,
  breakYear: number | null,
): { readonly start: PacePoint; readonly note: ProgressNote | null } {
  const { baselineYear, baselineValue } = target
  if (breakYear === null && baselineValue !== null) {
    return { start: { year: baselineYear, value: baselineValue }, note: null }
  }
  const from = breakYear ?? baselineYear
  const first = observed.find((point) => point.year >= from)
  if (!first) throw new RangeError(`assessProgress found no value from ${from} on`)
  const note = breakYear === null ? 'started-after-baseline' : 'started-after-break'
  return { start: { year: first.year, value: first.value }, note }
}

/** Compound growth needs values above 0 throughout. */
function paceFor(wanted: PaceKind, points: readonly PacePoint[]): PaceKind {
  return points.every((point) => point.value > 0) ? wanted : 'linear'
}

function meets(point: PacePoint, targetValue: number, direction: 1 | -1): boolean {
  return direction * (point.value - targetValue) >= 0
}

/** A change with the sign of the wanted direction. Adding 0 turns -0, which would be shown with a sign, into 0. */
function towards(direction: 1 | -1, change: number): number {
  return direction * change + 0
}

function statusFor(measure: number, bounds: ProgressThresholds): ProgressStatus {
  if (measure > bounds.onTrack || (measure === bounds.onTrack && !bounds.isOnTrackAbove)) return 'on-track'
  if (measure >= bounds.needsAcceleration) return 'needs-acceleration'
  return measure >= bounds.limited ? 'limited' : 'moving-away'
}
