import type { PacePoint } from '../progress/pace'
import type { TrendFit } from './method'
import { leastSquares } from './ols'

/**
 * Least squares on the natural logarithm: constant growth, exp(slope) - 1 a year. Taken back by exp, the line is the
 * median of what is expected, not its mean, and its interval is wider above than below.
 *
 * @param points n ≥ 2 points in the indicator's unit, years ascending
 * @returns the line in logarithms, or null when a value is not above 0
 * @throws {RangeError} fewer than 2 points
 */
export function logLinear(points: readonly PacePoint[]): TrendFit | null {
  if (points.some(({ value }) => !(value > 0))) return null
  return {
    ...leastSquares(points.map(({ year, value }) => ({ year, value: Math.log(value) }))),
    scale: 'log',
  }
}
