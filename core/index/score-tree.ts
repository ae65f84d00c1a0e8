import { columnAt } from '../panel'
import type { FrameworkPlan } from './framework'

/** Absorbs the last digits of a sum of weights, so that exactly half of the weight counts as half. */
const coverageTolerance = 1e-12

/** A column of n units per aggregate, in the plan's order: scores, NaN = none, and coverage, 0..1. */
export type TreeScores = { readonly scores: Float64Array; readonly coverage: Float64Array }

/** Scores of n units on k children, their relative weights, and n places for the scores of the parent. */
export type ScoreParent = (
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
) => void

/** What the walk needs to know besides the scores of the indicators. */
export type TreeRules = {
  /** the method of an aggregate, asked for when its children have been weighed */
  readonly methodOf: (aggregate: number) => ScoreParent
  /** per node, its share within its parent; 0 = takes no part. `weigh` may fill it in during the walk */
  readonly weights: Float64Array
  /** called before an aggregate is scored, when its children have been; hands over a node's column of scores */
  readonly weigh?: (aggregate: number, scoresOf: (node: number) => Float64Array) => void
  /** share of the weight that must be observed, 0..1; 0 = no rule */
  readonly minimumCoverage: number
  /** per cell of the indicators: 1 = the score rests on an imputed value, which is not observed; null = none does */
  readonly imputedCells: Uint8Array | null
}

/**
 * Score n units up the forest, one aggregate after the other, children first.
 *
 * Coverage of an aggregate is the share of the indicator weight below it that is observed:
 * c = Σ w·c_child / Σ w, with c = 1 or 0 for an indicator. A unit has a score where c reaches the minimum; a root
 * above other aggregates needs, besides, a score of every one of them (`neededChildren`). Minimum 0 = no rule.
 *
 * @param plan       the framework over I indicators
 * @param indicators I columns of n scores on one scale; NaN = none
 * @param units      n
 * @param rules      methods, weights and coverage rule
 * @returns a column of scores and one of coverage per aggregate
 * @throws what the methods throw
 */
export function scoreTree(
  plan: FrameworkPlan,
  indicators: Float64Array,
  units: number,
  rules: TreeRules,
): TreeScores {
  const { weights, minimumCoverage, imputedCells } = rules
  const first = plan.indicators.length
  const scores = new Float64Array(units * plan.aggregates.length)
  const coverage = new Float64Array(scores.length)
  const scoresOf = (node: number) =>
    node < first ? columnAt(indicators, node, units) : columnAt(scores, node - first, units)

  plan.children.forEach((children, a) => {
    rules.weigh?.(a, scoresOf)
    const parts = children.filter((node) => (weights[node] as number) > 0)
    const result = scoresOf(first + a)
    if (parts.length === 0) {
      result.fill(Number.NaN)
      return
    }
    const columns = Array.from(parts, scoresOf)
    const shares = relativeShares(parts, weights)
    rules.methodOf(a)(columns, shares, result)

    const observed = columnAt(coverage, a, units)
    parts.forEach((node, p) => {
      const share = shares[p] as number
      if (node < first) {
        const imputed = imputedCells?.subarray(node * units, (node + 1) * units) ?? null
        addWhereObserved(columns[p] as Float64Array, imputed, share, observed)
      } else addShareOf(columnAt(coverage, node - first, units), share, observed)
    })
    const total = shares.reduce((sum, share) => sum + share, 0)
    const needed = minimumCoverage > 0 ? neededChildren(plan, a, weights) : new Int32Array(0)
    withhold(result, observed, total, minimumCoverage, Array.from(needed, scoresOf))
  })
  return { scores, coverage }
}

/**
 * The children without which an aggregate has no score: for a root, every aggregate below it that has a weight.
 * One in which nothing has been collected yet is missed too: an area is never filled in with the mean of the
 * others.
 *
 * @param plan      the framework
 * @param aggregate position among the aggregates
 * @param weights   per node of the plan, in use
 * @returns node numbers, empty for an aggregate that is not a root
 */
export function neededChildren(plan: FrameworkPlan, aggregate: number, weights: Float64Array): Int32Array {
  const first = plan.indicators.length
  if (plan.parents[first + aggregate] !== -1) return new Int32Array(0)
  return (plan.children[aggregate] as Int32Array).filter(
    (node) => node >= first && ((weights[node] as number) > 0 || (plan.given[node] as number) > 0),
  )
}

/** Weights of the parts against the largest: equal ones are exactly 1, so that equal scores have an equal mean. */
function relativeShares(parts: Int32Array, weights: Float64Array): Float64Array {
  const shares = Float64Array.from(parts, (node) => weights[node] as number)
  const largest = shares.reduce((a, b) => Math.max(a, b), 0)
  return shares.map((share) => share / largest)
}

function addWhereObserved(
  scores: Float64Array,
  imputed: Uint8Array | null,
  share: number,
  observed: Float64Array,
): void {
  for (let u = 0; u < scores.length; u++) {
    if (Number.isNaN(scores[u] as number) || (imputed !== null && imputed[u] === 1)) continue
    observed[u] = (observed[u] as number) + share
  }
}

function addShareOf(coverage: Float64Array, share: number, observed: Float64Array): void {
  for (let u = 0; u < coverage.length; u++) {
    observed[u] = (observed[u] as number) + share * (coverage[u] as number)
  }
}

/** Turns observed weight into coverage, and takes the score away where the rule is not reached. */
function withhold(
  scores: Float64Array,
  observed: Float64Array,
  total: number,
  minimum: number,
  needed: readonly Float64Array[],
): void {
  for (let u = 0; u < scores.length; u++) {
    const coverage = (observed[u] as number) / total
    observed[u] = coverage
    if (coverage < minimum - coverageTolerance) scores[u] = Number.NaN
  }
  for (const column of needed) {
    for (let u = 0; u < scores.length; u++) if (Number.isNaN(column[u] as number)) scores[u] = Number.NaN
  }
}
