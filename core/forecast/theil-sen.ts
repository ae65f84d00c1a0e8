import type { PacePoint } from '../progress/pace'
import { median } from '../stats/median'
import type { TrendFit } from './method'

/**
 * Theil-Sen: the median of the slopes between all pairs of points, through the median of y - slope·(x - x̄). Nearly a
 * third of the values may be wild without turning the line.
 *
 * It assumes no distribution, so that it gives a line but neither an interval nor a probability.
 *
 * @param points n ≥ 2 points in the indicator's unit, years ascending
 * @returns the line; residualError is always null
 * @throws {RangeError} fewer than 2 points
 * @see Sen (1968), Estimates of the Regression Coefficient Based on Kendall's Tau, JASA 63(324)
 */
export function theilSen(points: readonly PacePoint[]): TrendFit {
  const count = points.length
  if (count < 2) throw new RangeError(`a line needs two points, got ${count}`)
  const meanYear = points.reduce((sum, { year }) => sum + year, 0) / count
  const slopes = points.flatMap((from, i) =>
    // Each divided by itself first, so that two huge values of opposite sign do not overflow in their difference.
    points.slice(i + 1).map((to) => to.value / (to.year - from.year) - from.value / (to.year - from.year)),
  )
  const slope = median(slopes) ?? 0
  const level = median(points.map(({ year, value }) => value - slope * (year - meanYear))) ?? 0
  const yearSpread = points.reduce((sum, { year }) => sum + (year - meanYear) ** 2, 0)
  return { scale: 'linear', count, meanYear, level, slope, yearSpread, residualError: null }
}
