import { measured, measuredUnits, unmeasured } from './measured-units'
import type { Inequality } from './method'

/**
 * Gini coefficient: ΣᵢΣⱼ pᵢpⱼ|xᵢ - xⱼ| / 2μ, half the mean difference of two units, as a share of the mean. Without
 * weights p = 1/n, and the largest value n units can reach is 1 - 1/n.
 *
 * Most sensitive in the middle of the distribution. It does not fall apart into between and within groups alone: see
 * dagumGini.
 *
 * @param values  n values ≥ 0 in one unit; null = not observed, left out
 * @param weights n weights ≥ 0, relative; left out: equal
 * @returns 0..1, without unit; one unit has 0. Null: 'no-data', 'negative-value', or 'zero-mean' when all are 0
 * @throws {RangeError} see measuredUnits
 * @see Sen & Foster, On Economic Inequality (1997)
 */
export function gini(values: readonly (number | null)[], weights?: readonly (number | null)[]): Inequality {
  const units = measuredUnits(values, weights, 'not-negative')
  if (units.reason !== null) return unmeasured(units.reason)
  const { values: incomes, shares, mean } = units
  const order = Array.from(incomes.keys()).sort((a, b) => (incomes[a] as number) - (incomes[b] as number))
  // With x ascending and F the share of those before: Σ p·x·(2F + p - 1) / μ. Around the mean, where equal values are 0.
  let below = 0
  let sum = 0
  for (const i of order) {
    const share = shares[i] as number
    sum += share * ((incomes[i] as number) - mean) * (2 * below + share - 1)
    below += share
  }
  return measured(units, Math.max(0, sum / mean))
}
