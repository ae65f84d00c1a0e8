import { Adder } from 'd3-array'
import { gini } from './gini'
import { type MeasuredUnits, measuredUnits, membersOf, powerOfTwo } from './measured-units'
import type { Unmeasured } from './method'

/** A group's part in the Gini coefficient. */
export type DagumGroup = {
  readonly group: string
  readonly count: number
  readonly mean: number
  /** Gini coefficient within the group, 0..1; 0 for one unit and for a group without income */
  readonly gini: number
}

/** Two groups beside each other. */
export type DagumPair = {
  /** the group of the higher mean */
  readonly richer: string
  readonly poorer: string
  /** Gini coefficient between them, 0..1 */
  readonly gini: number
  /** d: Σ(x - y) over the pairs in which the richer group's unit has more, per pair of units */
  readonly gross: number
  /** p: Σ(y - x) over the pairs in which the poorer group's unit has more, per pair of units */
  readonly reverse: number
  /** D = (d - p) / (d + p), 0..1: relative affluence, 1 = the groups do not overlap; 0 when all are equal */
  readonly affluence: number
}

/** The Gini coefficient taken apart, or why there is none. total = within + between + overlap. */
export type DagumGini =
  | {
      readonly reason: null
      readonly total: number
      /** G_w, what is unequal within groups */
      readonly within: number
      /** G_nb, the net difference between groups */
      readonly between: number
      /** G_t, transvariation: units of a poorer group that have more than units of a richer one */
      readonly overlap: number
      readonly groups: readonly DagumGroup[]
      readonly pairs: readonly DagumPair[]
    }
  | { readonly reason: Unmeasured }

/**
 * Dagum's decomposition of the Gini coefficient: G = G_w + G_nb + G_t, with p a group's share of the units and s its
 * share of the income,
 *
 *     G_w  = Σ G_jj·p_j·s_j                          G_nb = ΣΣ G_jh·(p_j·s_h + p_h·s_j)·D_jh
 *     G_jh = ΣΣ|x - y| / (n_j·n_h·(μ_j + μ_h))       G_t  = ΣΣ G_jh·(p_j·s_h + p_h·s_j)·(1 - D_jh)
 *
 * over the pairs j, h of groups. Units are not weighted. Every pair of units is looked at: n²/2 steps.
 *
 * @param values n values ≥ 0 in one unit; null = not observed, left out
 * @param groups n names; null = in no group, left out of the total too
 * @returns total, its three parts, groups in order of their first unit and pairs of groups. Null: as gini
 * @throws {RangeError} there are not n groups, or a value is not finite
 * @see Dagum (1997), A New Approach to the Decomposition of the Gini Income Inequality Ratio, Empirical Economics 22
 */
export function dagumGini(values: readonly (number | null)[], groups: readonly (string | null)[]): DagumGini {
  if (groups.length !== values.length) throw new RangeError(`dagumGini needs ${values.length} groups`)
  const grouped = values.map((value, i) => (groups[i] == null ? null : value))
  const units = measuredUnits(grouped, undefined, 'not-negative')
  if (units.reason !== null) return { reason: units.reason }
  const members = Array.from(membersOf(units.units, groups), ([group, own]) => member(units, group, own))
  const within = new Adder()
  const between = new Adder()
  const overlap = new Adder()
  for (const { count, mean, gini: own } of members)
    within.add(own * shareOf(units, count) * incomeOf(units, count, mean))
  const pairs = members.flatMap((one, j) =>
    members.slice(j + 1).map((other) => {
      const pair = one.mean >= other.mean ? pairOf(one, other) : pairOf(other, one)
      const cross =
        shareOf(units, one.count) * incomeOf(units, other.count, other.mean) +
        shareOf(units, other.count) * incomeOf(units, one.count, one.mean)
      between.add(pair.gini * cross * pair.affluence)
      overlap.add(pair.gini * cross * (1 - pair.affluence))
      return pair
    }),
  )
  return {
    reason: null,
    total: gini(grouped).value ?? 0,
    within: within.valueOf(),
    between: between.valueOf(),
    overlap: overlap.valueOf(),
    groups: members.map(({ values: _, ...group }) => group),
    pairs,
  }
}

type Member = DagumGroup & { readonly values: Float64Array }

function member(units: MeasuredUnits, group: string, own: readonly number[]): Member {
  const values = Float64Array.from(own, (i) => units.values[i] as number)
  const scale = powerOfTwo(units.mean)
  const mean = (values.reduce((sum, value) => sum + value / scale, 0) / values.length) * scale
  return { group, count: values.length, mean, gini: gini([...values]).value ?? 0, values }
}

function pairOf(richer: Member, poorer: Member): DagumPair {
  // By a power of two, which costs no digit, so that no sum overflows.
  const scale = powerOfTwo(richer.mean)
  let gross = 0
  let reverse = 0
  for (const x of richer.values) {
    let above = 0
    let below = 0
    for (const y of poorer.values) {
      if (x > y) above += (x - y) / scale
      else below += (y - x) / scale
    }
    gross += above
    reverse += below
  }
  const count = richer.count * poorer.count
  const sum = gross + reverse
  return {
    richer: richer.group,
    poorer: poorer.group,
    gini: sum === 0 ? 0 : sum / (count * (richer.mean / scale + poorer.mean / scale)),
    gross: (gross / count) * scale,
    reverse: (reverse / count) * scale,
    affluence: sum === 0 ? 0 : Math.max(0, (gross - reverse) / sum),
  }
}

function shareOf({ values }: MeasuredUnits, count: number): number {
  return count / values.length
}

function incomeOf({ values, mean: all }: MeasuredUnits, count: number, mean: number): number {
  return (count / values.length) * (mean / all)
}
