import type { PacePoint } from '../progress/pace'

/**
 * A straight line through observed points, as plain numbers. On the scale of the fit, which is the indicator's unit or
 * its natural logarithm: ŷ(x) = level + slope·(x - meanYear).
 */
export type TrendFit = {
  readonly scale: 'linear' | 'log'
  readonly count: number
  readonly meanYear: number
  /** the line's value at `meanYear` */
  readonly level: number
  /** a year; on the scale of the fit */
  readonly slope: number
  /** Σ(x - x̄)² */
  readonly yearSpread: number
  /** √(SSE / (n - 2)); null = the method assumes no distribution, or two points leave nothing over */
  readonly residualError: number | null
}

/**
 * The signature of the family: n ≥ 2 observed points, years ascending, to a line, or null when the method cannot take
 * the values (a logarithm of what is not above 0).
 */
export type ForecastMethod = (points: readonly PacePoint[]) => TrendFit | null

/** The line's value in a year, on the scale of the fit. */
export function lineAt(fit: TrendFit, year: number): number {
  return fit.level + fit.slope * (year - fit.meanYear)
}

/**
 * Standard error of a single new value in a year, on the scale of the fit: s·√(1 + 1/n + (x - x̄)² / Σ(x - x̄)²).
 *
 * @param fit  a line
 * @param year calendar year
 * @returns the error, ≥ 0, or null when the fit has no residual error
 */
export function predictionErrorAt(fit: TrendFit, year: number): number | null {
  if (fit.residualError === null) return null
  const distance = year - fit.meanYear
  return fit.residualError * Math.sqrt(1 + 1 / fit.count + (distance * distance) / fit.yearSpread)
}
