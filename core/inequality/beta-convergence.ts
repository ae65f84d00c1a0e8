import { studentT } from '../forecast/student-t'
import { logRatio } from './measured-units'
import { regress } from './regression'

/** β-convergence, or why it cannot be told. */
export type BetaConvergence =
  | {
      readonly reason: null
      readonly count: number
      /** a and b of the regression, and their standard errors (null with two units) */
      readonly intercept: number
      readonly slope: number
      readonly interceptError: number | null
      readonly slopeError: number | null
      /** b / standard error, and P(|T| ≥ |t|), two-sided; null with two units or an exact fit */
      readonly t: number | null
      readonly probability: number | null
      readonly rSquared: number
      /** λ, share of the gap closed a year; below 0 = diverging; null when 1 + b·T is not above 0 */
      readonly speed: number | null
      /** ln 2 / λ, years; null unless λ is above 0 */
      readonly halfLife: number | null
    }
  | { readonly reason: 'too-few-units' | 'no-spread' }

/**
 * Absolute β-convergence: do those who begin poor grow faster? (1/T)·ln(y_T / y_0) = a + b·ln y_0 + e by least squares;
 * λ = -ln(1 + b·T) / T is the speed at which the gap to the common level closes, ln 2 / λ the years to half of it.
 *
 * Where 1 + b·T ≤ 0 the units would have passed each other: there is no λ. b is biased towards convergence when y_0 is
 * measured with error; and convergence of growth does not mean that the spread falls (see sigmaConvergence).
 *
 * @param first n values > 0 at the beginning, in one unit; null = not observed, left out
 * @param last  n values > 0, T years later; null = not observed, left out. A value of 0 or less has no logarithm, and
 *   its unit is left out too
 * @param years T > 0
 * @returns the regression, speed and half-life; or 'too-few-units' (fewer than 2) or 'no-spread' (all began alike)
 * @throws {RangeError} lengths differ, a value is not finite, or T is not above 0
 * @see Barro & Sala-i-Martin (1992), Convergence, Journal of Political Economy 100(2)
 */
export function betaConvergence(
  first: readonly (number | null)[],
  last: readonly (number | null)[],
  years: number,
): BetaConvergence {
  if (last.length !== first.length) throw new RangeError(`betaConvergence needs ${first.length} last values`)
  if (!(years > 0 && Number.isFinite(years)))
    throw new RangeError(`betaConvergence needs years above 0, got ${years}`)
  const pairs = first.flatMap((from, i): [number, number][] => {
    const to = last[i] ?? null
    for (const value of [from, to]) {
      if (value !== null && !Number.isFinite(value)) {
        throw new RangeError(`betaConvergence needs finite values, got ${value}`)
      }
    }
    return from === null || to === null || from <= 0 || to <= 0 ? [] : [[from, to]]
  })
  if (pairs.length < 2) return { reason: 'too-few-units' }
  const line = regress(
    Float64Array.from(pairs, ([from]) => Math.log(from)),
    Float64Array.from(pairs, ([from, to]) => logRatio(to, from) / years),
  )
  if (line === null) return { reason: 'no-spread' }
  const { residuals: _, spread: __, ...fit } = line
  const t = fit.slopeError === null || fit.slopeError === 0 ? null : fit.slope / fit.slopeError
  const left = 1 + fit.slope * years
  const speed = left > 0 ? 0 - Math.log(left) / years : null
  return {
    reason: null,
    ...fit,
    t,
    probability: t === null ? null : 2 * studentT(-Math.abs(t), fit.count - 2),
    speed,
    halfLife: speed !== null && speed > 0 ? Math.LN2 / speed : null,
  }
}
