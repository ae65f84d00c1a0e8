import type { PacePoint } from '../progress/pace'
import type { TrendFit } from './method'

/** Residuals of this share of the values are rounding: the points lie on the line. */
const roundingShare = 1e-13

/**
 * Least squares: the line with the smallest sum of squared residuals. slope = Σ(x - x̄)(y - ȳ) / Σ(x - x̄)²,
 * level = ȳ, s = √(SSE / (n - 2)).
 *
 * One odd year at either end turns the line. The interval assumes residuals that are independent and normal with one
 * spread; those of yearly indicators hang together, so that it is rather too narrow.
 *
 * @param points n ≥ 2 points in the indicator's unit, years ascending
 * @returns the line; residualError is 0 where the points lie on it, null where n = 2
 * @throws {RangeError} fewer than 2 points
 * @see Montgomery, Peck & Vining, Introduction to Linear Regression Analysis, chapter 2 (prediction of new values)
 */
export function leastSquares(points: readonly PacePoint[]): TrendFit {
  const count = points.length
  if (count < 2) throw new RangeError(`a line needs two points, got ${count}`)
  // Against the largest value, so that no square overflows.
  const largest = points.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0) || 1
  const meanYear = points.reduce((sum, { year }) => sum + year, 0) / count
  const meanValue = points.reduce((sum, { value }) => sum + value / largest, 0) / count
  let yearSpread = 0
  let product = 0
  for (const { year, value } of points) {
    yearSpread += (year - meanYear) ** 2
    product += (year - meanYear) * (value / largest - meanValue)
  }
  const slope = product / yearSpread
  let squares = 0
  for (const { year, value } of points) {
    squares += (value / largest - meanValue - slope * (year - meanYear)) ** 2
  }
  const error = count === 2 ? null : Math.sqrt(squares / (count - 2))
  return {
    scale: 'linear',
    count,
    meanYear,
    level: meanValue * largest,
    slope: slope * largest,
    yearSpread,
    residualError: error === null ? null : error < roundingShare ? 0 : error * largest,
  }
}
