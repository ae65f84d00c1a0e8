/** How yearly change is measured: as growth of what is there, or as an amount. */
export type PaceKind = 'compound' | 'linear'

/** A value in a year. */
export type PacePoint = { readonly year: number; readonly value: number }

/**
 * Yearly pace between two points. Compound: (to / from)^(1 / n) - 1, a share (0.02 = 2 % a year), for values above
 * 0. Linear: (to - from) / n, in the indicator's unit per year, for any values.
 *
 * @param from the earlier point
 * @param to   the later point
 * @param kind compound or linear
 * @returns the pace; > 0 = rising
 * @throws {RangeError} the years are not in order, or a compound pace of a value that is not above 0
 */
export function yearlyPace(from: PacePoint, to: PacePoint, kind: PaceKind): number {
  const years = to.year - from.year
  if (!(years > 0)) throw new RangeError(`yearlyPace needs a later year than ${from.year}, got ${to.year}`)
  if (kind === 'linear') return (to.value - from.value) / years
  if (!(from.value > 0 && to.value > 0)) {
    throw new RangeError(`a compound pace needs values above 0, got ${from.value} and ${to.value}`)
  }
  return (to.value / from.value) ** (1 / years) - 1
}

/**
 * The path of constant pace from one point to another: a value for each year from the first to the last, both
 * included. Compound: from·(to / from)^(k / n). Linear: from + (to - from)·k / n. The last point is `to` exactly.
 *
 * @param from the earlier point
 * @param to   the later point
 * @param kind compound (values above 0 only) or linear
 * @returns n + 1 points in the indicator's unit
 * @throws {RangeError} as `yearlyPace`
 */
export function pathBetween(from: PacePoint, to: PacePoint, kind: PaceKind): PacePoint[] {
  const pace = yearlyPace(from, to, kind)
  const years = to.year - from.year
  return Array.from({ length: years + 1 }, (_, k) => {
    if (k === years) return { year: to.year, value: to.value }
    const value = kind === 'linear' ? from.value + pace * k : from.value * (1 + pace) ** k
    return { year: from.year + k, value }
  })
}
