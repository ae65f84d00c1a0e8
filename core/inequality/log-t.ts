import { regress } from './regression'

/** The log t test of a panel, or why it cannot be told. */
export type LogT =
  | {
      readonly reason: null
      /** b = 2·(speed of convergence); at 2 or more the units meet in level, at 0 to 2 in growth */
      readonly slope: number
      readonly intercept: number
      /** by the long-run variance; null when it is not above 0 */
      readonly standardError: number | null
      /** b / standard error; null as the error */
      readonly t: number | null
      /** t > -1.65: convergence is not rejected (5 %, one-sided) */
      readonly converges: boolean
      /** how many periods the regression took */
      readonly periods: number
    }
  | { readonly reason: 'too-few-units' | 'too-few-periods' | 'mean-not-positive' | 'no-spread' }

/** Below this t convergence is rejected at 5 %, one-sided. */
export const logTBound = -1.65
/** A regression on fewer periods says nothing. */
const leastPeriods = 5

/**
 * The log t test of convergence: with hᵢₜ = xᵢₜ / mean of period t, and Hₜ = mean of (hᵢₜ - 1)²,
 *
 *     ln(H₁ / Hₜ) - 2·ln(ln t) = a + b·ln t + u,   t = [rT] + 1, …, T
 *
 * by least squares, after leaving out the first [rT] periods. t = b / s.e. with the long-run variance of u (longRunVariance).
 * Unlike β and σ it allows every unit a path of its own, and rejects when they drift apart.
 *
 * Cycles hide the trend: hand over filtered series (Hodrick-Prescott, say), usually of logarithms.
 *
 * @param series n units of T values > 0 on average, in one unit, no gaps
 * @param trim   r, the share of periods left out at the beginning, 0..1; Phillips & Sul advise 1/3 for T below 50
 * @returns the test; or 'too-few-units' (fewer than 2), 'too-few-periods' (fewer than 5 to regress on),
 *   'mean-not-positive' (a period's mean is not above 0: nothing is relative to it), 'no-spread' (some period's values
 *   are all equal)
 * @throws {RangeError} series of different lengths, a value is not finite, or r outside 0..1
 * @see Phillips & Sul (2007), Transition Modeling and Econometric Convergence Tests, Econometrica 75(6)
 */
export function logT(series: readonly (readonly number[])[], trim = 1 / 3): LogT {
  const length = series[0]?.length ?? 0
  if (!(trim >= 0 && trim <= 1)) throw new RangeError(`logT needs a share to trim in 0..1, got ${trim}`)
  for (const values of series) {
    if (values.length !== length || values.some((value) => !Number.isFinite(value))) {
      throw new RangeError(`logT needs ${length} finite values of each unit`)
    }
  }
  if (series.length < 2) return { reason: 'too-few-units' }
  // ln(ln 1) does not exist.
  const first = Math.max(2, Math.floor(trim * length) + 1)
  const periods = length - first + 1
  if (periods < leastPeriods) return { reason: 'too-few-periods' }
  const distances = relativeDistances(series)
  if (distances === null) return { reason: 'mean-not-positive' }
  const beginning = distances[0] as number
  if (beginning === 0 || distances.subarray(first - 1).includes(0)) return { reason: 'no-spread' }
  const x = Float64Array.from({ length: periods }, (_, i) => Math.log(first + i))
  const y = x.map((log, i) => Math.log(beginning / (distances[first - 1 + i] as number)) - 2 * Math.log(log))
  const line = regress(x, y)
  if (line === null) return { reason: 'too-few-periods' }
  const longRun = longRunVariance(line.residuals)
  const standardError = longRun > 0 ? Math.sqrt(longRun / line.spread) : null
  const t = standardError === null ? null : line.slope / standardError
  const converges = t === null ? line.slope >= 0 : t > logTBound
  return { reason: null, slope: line.slope, intercept: line.intercept, standardError, t, converges, periods }
}

/** H of every period, or null when a mean is not above 0. */
function relativeDistances(series: readonly (readonly number[])[]): Float64Array | null {
  const length = series[0]?.length ?? 0
  const distances = new Float64Array(length)
  for (let t = 0; t < length; t++) {
    let sum = 0
    for (const values of series) sum += values[t] as number
    const mean = sum / series.length
    if (!(mean > 0)) return null
    let squares = 0
    for (const values of series) squares += ((values[t] as number) / mean - 1) ** 2
    // A mean that is 0 but for rounding.
    if (!Number.isFinite(squares)) return null
    distances[t] = squares / series.length
  }
  return distances
}

/**
 * Long-run variance of residuals with the quadratic spectral kernel and Andrews' bandwidth 1.3221·(α·n)^(1/5),
 * α = 4ρ² / (1 - ρ)⁴, ρ from u on its own past. Divided by n - 1, and with the autocovariances taken of the first n - 1
 * residuals, as in the program of Phillips & Sul, on which the published t values stand.
 */
function longRunVariance(residuals: Float64Array): number {
  const count = residuals.length
  const kept = count - 1
  let product = 0
  let past = 0
  let variance = 0
  for (let i = 0; i < count; i++) {
    const own = residuals[i] as number
    variance += own * own
    if (i === kept) break
    past += own * own
    product += own * (residuals[i + 1] as number)
  }
  if (past === 0) return 0
  const rho = product / past
  const alpha = (4 * rho * rho) / (1 - rho) ** 4
  const bandwidth = 1.3221 * (alpha * count) ** 0.2
  let sum = variance
  for (let lag = 1; lag < kept; lag++) {
    let covariance = 0
    for (let i = lag; i < kept; i++) covariance += (residuals[i] as number) * (residuals[i - lag] as number)
    sum += 2 * quadraticSpectral(lag, bandwidth) * covariance
  }
  return sum / kept
}

/** k(lag / bandwidth) = 3/z²·(sin z / z - cos z), z = 6π·lag / 5·bandwidth. */
function quadraticSpectral(lag: number, bandwidth: number): number {
  if (bandwidth === 0) return 0
  const z = (1.2 * Math.PI * lag) / bandwidth
  // Near 0 the difference loses its digits; the series does not.
  if (z < 1e-2) return 1 - (z * z) / 10
  return (3 / (z * z)) * (Math.sin(z) / z - Math.cos(z))
}
