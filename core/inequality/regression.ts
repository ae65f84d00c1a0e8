/** A straight line through points: y = intercept + slope·x. */
export type Regression = {
  readonly count: number
  readonly intercept: number
  readonly slope: number
  /** standard errors with n - 2; null when n = 2 */
  readonly interceptError: number | null
  readonly slopeError: number | null
  /** share of the variation of y explained, 0..1; 1 when y does not vary */
  readonly rSquared: number
  /** Σ(x - x̄)² */
  readonly spread: number
  /** n residuals */
  readonly residuals: Float64Array
}

/**
 * Least squares of one variable on another: slope = Σ(x - x̄)(y - ȳ) / Σ(x - x̄)².
 *
 * @param x n finite numbers
 * @param y n finite numbers
 * @returns the line, or null when there are fewer than 2 points or x does not vary
 * @throws {RangeError} lengths differ
 */
export function regress(x: Float64Array, y: Float64Array): Regression | null {
  const count = x.length
  if (y.length !== count) throw new RangeError(`regress needs ${count} values of each, got ${y.length}`)
  const [meanX, meanY] = [meanOf(x), meanOf(y)]
  let spread = 0
  let product = 0
  let total = 0
  for (let i = 0; i < count; i++) {
    const [dx, dy] = [(x[i] as number) - meanX, (y[i] as number) - meanY]
    spread += dx * dx
    product += dx * dy
    total += dy * dy
  }
  if (count < 2 || spread === 0) return null
  const slope = product / spread
  const residuals = y.map((value, i) => value - meanY - slope * ((x[i] as number) - meanX))
  const squares = residuals.reduce((sum, one) => sum + one * one, 0)
  const variance = count > 2 ? squares / (count - 2) : null
  return {
    count,
    intercept: meanY - slope * meanX,
    slope,
    interceptError: variance === null ? null : Math.sqrt(variance * (1 / count + (meanX * meanX) / spread)),
    slopeError: variance === null ? null : Math.sqrt(variance / spread),
    rSquared: total === 0 ? 1 : Math.max(0, 1 - squares / total),
    spread,
    residuals,
  }
}

/** x̄, with what the first pass lost by rounding: equal values have no spread. */
function meanOf(values: Float64Array): number {
  const rough = values.reduce((sum, value) => sum + value, 0) / values.length
  return rough + values.reduce((sum, value) => sum + (value - rough), 0) / values.length
}
