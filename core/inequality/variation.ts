import { logRatio, type MeasuredUnits, measured, measuredUnits, unmeasured } from './measured-units'
import type { Inequality } from './method'

/**
 * Coefficient of variation: σ / |μ|, with σ² = Σ p·(x - μ)²; unweighted σ has n, not n - 1.
 *
 * It has a meaning for values on a ratio scale alone, and runs away as the mean comes near 0.
 *
 * @param values  n values in one unit; null = not observed, left out
 * @param weights n weights ≥ 0, relative; left out: equal
 * @returns ≥ 0, without unit; one unit has 0. Null: 'no-data' or 'zero-mean'
 * @throws {RangeError} see measuredUnits
 */
export function coefficientOfVariation(
  values: readonly (number | null)[],
  weights?: readonly (number | null)[],
): Inequality {
  const units = measuredUnits(values, weights, 'any')
  if (units.reason !== null) return unmeasured(units.reason)
  // Against the mean before squaring, so that no square overflows.
  const relative = units.values.map((value) => (value - units.mean) / units.mean)
  const variation = deviationOf({ values: relative, shares: units.shares }, 0)
  // A mean that is 0 but for rounding.
  return Number.isFinite(variation) ? measured(units, variation) : unmeasured('zero-mean')
}

/**
 * Standard deviation of logarithms: σ(ln x), with n, not n - 1. 0.1 is about 10 % of the typical value. This is the σ
 * of σ-convergence.
 *
 * @param values  n values > 0 in one unit; null = not observed, left out
 * @param weights n weights ≥ 0, relative; left out: equal
 * @returns ≥ 0, without unit; one unit has 0. Null: 'no-data', 'negative-value' or 'zero-value'
 * @throws {RangeError} see measuredUnits
 * @see Barro & Sala-i-Martin (1992), Convergence, Journal of Political Economy 100(2)
 */
export function deviationOfLogs(
  values: readonly (number | null)[],
  weights?: readonly (number | null)[],
): Inequality {
  const units = measuredUnits(values, weights, 'positive')
  if (units.reason !== null) return unmeasured(units.reason)
  // Around the logarithm of the mean first, so that little is lost when all are alike.
  const logs = units.values.map((value) => logRatio(value, units.mean))
  const centre = logs.reduce((sum, log, i) => sum + log * (units.shares[i] as number), 0)
  return measured(units, deviationOf({ values: logs, shares: units.shares }, centre))
}

function deviationOf({ values, shares }: Pick<MeasuredUnits, 'values' | 'shares'>, centre: number): number {
  return Math.sqrt(values.reduce((sum, value, i) => sum + (shares[i] as number) * (value - centre) ** 2, 0))
}
