import { regress } from './regression'
import { coefficientOfVariation, deviationOfLogs } from './variation'

/** How far apart the units were in a year. */
export type SigmaYear = {
  readonly year: number
  /** σ(ln y) */
  readonly deviation: number
  /** σ(y) / mean */
  readonly variation: number
}

/** σ-convergence: do the units come closer together? */
export type SigmaConvergence = {
  /** positions of the units that have a value above 0 in every year; the others take no part */
  readonly units: readonly number[]
  /** per year; empty when no unit takes part */
  readonly years: readonly SigmaYear[]
  /** yearly change of σ(ln y), by least squares; below 0 = converging; null with fewer than 2 years */
  readonly slope: number | null
  /** standard error of the slope; null with fewer than 3 years */
  readonly standardError: number | null
}

/**
 * σ-convergence: the standard deviation of ln y and the coefficient of variation, year by year, over the units that have
 * a value above 0 in every year. Other units would move the spread by coming and going, not by converging.
 *
 * @param years  T calendar years
 * @param series n units of T values in one unit; null = not observed
 * @param weights n weights ≥ 0, the same in every year; null = not known, the unit takes no part; left out: equal
 * @returns spread per year and its trend
 * @throws {RangeError} a series has not T values, there are not n weights, or a value or weight is not finite
 * @see Barro & Sala-i-Martin (1992), Convergence, Journal of Political Economy 100(2)
 */
export function sigmaConvergence(
  years: readonly number[],
  series: readonly (readonly (number | null)[])[],
  weights?: readonly (number | null)[],
): SigmaConvergence {
  if (series.some((values) => values.length !== years.length)) {
    throw new RangeError(`sigmaConvergence needs ${years.length} values of each unit`)
  }
  if (weights && weights.length !== series.length) {
    throw new RangeError(`sigmaConvergence needs ${series.length} weights, got ${weights.length}`)
  }
  const units = [...series.keys()].filter(
    (unit) =>
      series[unit]?.every((value) => value !== null && !(value <= 0)) &&
      (weights?.[unit] ?? (weights ? 0 : 1)) !== 0,
  )
  const known = weights && units.map((unit) => weights[unit] ?? null)
  const found = years.flatMap((year, t): SigmaYear[] => {
    const values = units.map((unit) => series[unit]?.[t] ?? null)
    const [deviation, variation] = [
      deviationOfLogs(values, known).value,
      coefficientOfVariation(values, known).value,
    ]
    return deviation === null || variation === null ? [] : [{ year, deviation, variation }]
  })
  const line = regress(
    Float64Array.from(found, ({ year }) => year),
    Float64Array.from(found, ({ deviation }) => deviation),
  )
  return { units, years: found, slope: line?.slope ?? null, standardError: line?.slopeError ?? null }
}
