import type { WeightMethod, WeightWarning } from '../weight/method'
import type { FrameworkPlan } from './framework'

/**
 * Weigh the children of an aggregate among those that take part, and pass upward whether any does.
 *
 * @param plan      the framework
 * @param weights   per node, written: a child takes part when it is > 0 on entry, and has its share within the
 *   aggregate on return; the aggregate itself gets 1, or 0 when none of its children has a share
 * @param aggregate position among the aggregates
 * @param scoresOf  a node's column of scores
 * @param method    a method of the family
 * @param valuesOf  a node's column of values before they were normalised; null for an aggregate
 * @returns what must be said of the weights, or null
 * @throws what the method throws
 */
export function weighChildren(
  plan: FrameworkPlan,
  weights: Float64Array,
  aggregate: number,
  scoresOf: (node: number) => Float64Array,
  method: WeightMethod,
  valuesOf: (node: number) => Float64Array | null,
): WeightWarning | null {
  const parts = (plan.children[aggregate] as Int32Array).filter((node) => (weights[node] as number) > 0)
  const { weights: shares, warning } = method({
    given: Array.from(parts, (node) => plan.given[node] as number),
    scores: Array.from(parts, scoresOf),
    valuesOf: (child) => valuesOf(parts[child] as number),
  })
  parts.forEach((node, p) => {
    weights[node] = shares[p] as number
  })
  weights[plan.indicators.length + aggregate] = shares.some((share) => share > 0) ? 1 : 0
  return warning
}
