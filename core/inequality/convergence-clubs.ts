import { type LogT, logT, logTBound } from './log-t'

/** Units that converge with each other. */
export type ConvergenceClub = {
  /** positions of the units, ascending */
  readonly units: readonly number[]
  /** the log t test of the club */
  readonly test: LogT
}

/** A panel sorted into clubs. */
export type ConvergenceClubs = {
  /** the club of the highest level first */
  readonly clubs: readonly ConvergenceClub[]
  /** positions of the units that converge with no club */
  readonly divergent: readonly number[]
}

/**
 * Convergence clubs by the log t test: units are ordered by their last value; a core is grown from the highest pair that
 * converges as long as t rises; every other unit joins whose t together with the core is above a bound (0, raised where
 * the club would not converge); the rest begins again, until it converges as a whole or no pair of it does.
 *
 *     1  order by x_T, descending
 *     2  core: the first k units that follow on the first pair with t > -1.65 and have the largest t
 *     3  sieve: members = core and every unit with t(core + unit) > c
 *     4  the rest, as a whole, or from 2
 *
 * Clubs hang on the order and on small t: neighbours in level may end up in different clubs.
 *
 * @param series n units of T values, in one unit, no gaps; filtered, as for logT
 * @param trim   r of logT
 * @returns clubs and divergent units, which are all n together; one club when all converge
 * @throws {RangeError} see logT
 * @see Phillips & Sul (2009), Economic Transition and Growth, Journal of Applied Econometrics 24(7)
 */
export function convergenceClubs(series: readonly (readonly number[])[], trim = 1 / 3): ConvergenceClubs {
  const test = (units: readonly number[]) =>
    logT(
      units.map((unit) => series[unit] as readonly number[]),
      trim,
    )
  const strength = (units: readonly number[]) => strengthOf(test(units), series, units)
  const lastOf = (unit: number) => series[unit]?.at(-1) ?? 0
  let rest = [...series.keys()].sort((a, b) => lastOf(b) - lastOf(a))
  const clubs: ConvergenceClub[] = []
  while (rest.length > 1) {
    const units = strength(rest) > logTBound ? rest : nextClub(rest, strength)
    if (units === null) break
    clubs.push({ units: units.toSorted((a, b) => a - b), test: test(units) })
    rest = rest.filter((unit) => !units.includes(unit))
  }
  return { clubs, divergent: rest.toSorted((a, b) => a - b) }
}

type Strength = (units: readonly number[]) => number

/** t; +∞ for units that are the same in every period, which cannot be closer, and -∞ where there is no test. */
function strengthOf(test: LogT, series: readonly (readonly number[])[], units: readonly number[]): number {
  if (test.reason === null)
    return test.t ?? (test.converges ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY)
  const first = series[units[0] as number]
  const isSame = units.every((unit) => series[unit]?.every((value, t) => value === first?.[t]))
  return test.reason === 'no-spread' && isSame ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}

function nextClub(ordered: readonly number[], strength: Strength): number[] | null {
  const core = coreOf(ordered, strength)
  if (core === null) return null
  const others = ordered
    .filter((unit) => !core.includes(unit))
    .map((unit) => ({ unit, t: strength([...core, unit]) }))
    .filter(({ t }) => t > 0)
  // The bound is raised over the weakest candidate until the club converges.
  const candidates = others.toSorted((a, b) => b.t - a.t)
  for (let count = candidates.length; count > 0; count--) {
    const club = [...core, ...candidates.slice(0, count).map(({ unit }) => unit)]
    if (strength(club) > logTBound) return club
  }
  return core
}

function coreOf(ordered: readonly number[], strength: Strength): number[] | null {
  const start = ordered.findIndex(
    (_, i) => i + 1 < ordered.length && strength(ordered.slice(i, i + 2)) > logTBound,
  )
  if (start < 0) return null
  let best = 2
  let most = strength(ordered.slice(start, start + 2))
  for (let size = 3; start + size <= ordered.length; size++) {
    const t = strength(ordered.slice(start, start + size))
    if (t <= logTBound) break
    if (t <= most) continue
    most = t
    best = size
  }
  return ordered.slice(start, start + best)
}
