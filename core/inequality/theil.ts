import { Adder } from 'd3-array'
import {
  logRatio,
  type MeasuredUnits,
  measured,
  measuredUnits,
  membersOf,
  unmeasured,
} from './measured-units'
import type { Inequality, Unmeasured } from './method'

/**
 * Theil's T: Σ s·ln(s / p), with s a unit's share of the income and p its share of the weight; unweighted
 * (1/n)·Σ (x/μ)·ln(x/μ). 0 = all equal, at most ln(1/p) of the smallest unit. 0·ln 0 is 0.
 *
 * Sensitive at the top. Adds up over groups: see theilByGroup.
 *
 * @param values  n values ≥ 0 per head (or whatever the weights count); null = not observed, left out
 * @param weights n weights ≥ 0, relative; left out: equal
 * @returns ≥ 0, without unit; one unit has 0. Null: 'no-data', 'negative-value', or 'zero-mean' when all are 0
 * @throws {RangeError} see measuredUnits
 * @see Theil, Economics and Information Theory (1967)
 */
export function theilT(values: readonly (number | null)[], weights?: readonly (number | null)[]): Inequality {
  const units = measuredUnits(values, weights, 'not-negative')
  if (units.reason !== null) return unmeasured(units.reason)
  return measured(units, Math.max(0, entropyOf(units, units.values.keys(), 1, 1)))
}

/**
 * Theil's L, the mean logarithmic deviation: Σ p·ln(p / s); unweighted (1/n)·Σ ln(μ/x). Sensitive at the bottom.
 *
 * @param values  n values > 0 per head; null = not observed, left out
 * @param weights n weights ≥ 0, relative; left out: equal
 * @returns ≥ 0, without unit. Null: 'no-data', 'negative-value', or 'zero-value': L is infinite when one has nothing
 * @throws {RangeError} see measuredUnits
 * @see Theil, Economics and Information Theory (1967)
 */
export function theilL(values: readonly (number | null)[], weights?: readonly (number | null)[]): Inequality {
  const units = measuredUnits(values, weights, 'positive')
  if (units.reason !== null) return unmeasured(units.reason)
  const sum = new Adder()
  units.values.forEach((value, i) => {
    sum.add((units.shares[i] as number) * logRatio(units.mean, value))
  })
  return measured(units, Math.max(0, sum.valueOf()))
}

/** A group's part in Theil's T. */
export type TheilGroup = {
  readonly group: string
  readonly count: number
  /** shares of all the weight and of all the income, 0..1 */
  readonly weightShare: number
  readonly incomeShare: number
  /** T within the group; null when it has no income at all */
  readonly theil: number | null
  /** incomeShare·theil: its points of `within` */
  readonly within: number
  /** incomeShare·ln(incomeShare / weightShare): its points of `between`, below 0 for a poor group */
  readonly between: number
}

/** Theil's T taken apart, or why there is none. */
export type TheilByGroup =
  | {
      readonly reason: null
      readonly total: number
      readonly between: number
      readonly within: number
      readonly groups: readonly TheilGroup[]
    }
  | { readonly reason: Unmeasured }

/**
 * Theil's T between and within groups, exactly: T = Σ S·ln(S/P) + Σ S·T_g, with S a group's share of the income and P
 * its share of the weight.
 *
 * @param values  n values ≥ 0 per head; null = not observed, left out
 * @param groups  n names; null = in no group, left out of the total too
 * @param weights n weights ≥ 0, relative; left out: equal
 * @returns total, its two parts and every group's, groups in order of their first unit. Null: as theilT
 * @throws {RangeError} there are not n groups, or see measuredUnits
 * @see Shorrocks (1980), The Class of Additively Decomposable Inequality Measures, Econometrica 48(3)
 */
export function theilByGroup(
  values: readonly (number | null)[],
  groups: readonly (string | null)[],
  weights?: readonly (number | null)[],
): TheilByGroup {
  if (groups.length !== values.length) throw new RangeError(`theilByGroup needs ${values.length} groups`)
  const grouped = values.map((value, i) => (groups[i] == null ? null : value))
  const units = measuredUnits(grouped, weights, 'not-negative')
  if (units.reason !== null) return { reason: units.reason }
  const members = membersOf(units.units, groups)
  const parts = Array.from(members, ([group, own]) => groupPart(units, group, own))
  return {
    reason: null,
    total: Math.max(0, entropyOf(units, units.values.keys(), 1, 1)),
    between: sumOf(parts, (part) => part.between),
    within: sumOf(parts, (part) => part.within),
    groups: parts,
  }
}

function groupPart(units: MeasuredUnits, group: string, own: readonly number[]): TheilGroup {
  const weightShare = sumOf(own, (i) => units.shares[i] as number)
  const incomeShare = sumOf(own, (i) => incomeShareOf(units, i))
  const theil = incomeShare === 0 ? null : Math.max(0, entropyOf(units, own, incomeShare, weightShare))
  return {
    group,
    count: own.length,
    weightShare,
    incomeShare,
    theil,
    within: incomeShare * (theil ?? 0),
    between: incomeShare === 0 ? 0 : incomeShare * logRatio(incomeShare, weightShare),
  }
}

/** Σ (s/S)·ln((s/S) / (p/P)) over some of the units, S and P being their shares of the whole. */
function entropyOf(units: MeasuredUnits, some: Iterable<number>, income: number, weight: number): number {
  const sum = new Adder()
  for (const i of some) {
    const share = incomeShareOf(units, i) / income
    if (share > 0)
      sum.add(share * (logRatio(units.values[i] as number, units.mean) + logRatio(weight, income)))
  }
  return sum.valueOf()
}

function incomeShareOf({ shares, values, mean }: MeasuredUnits, i: number): number {
  return ((shares[i] as number) * (values[i] as number)) / mean
}

function sumOf<T>(items: readonly T[], numberOf: (item: T) => number): number {
  const sum = new Adder()
  for (const item of items) sum.add(numberOf(item))
  return sum.valueOf() + 0
}
