import type { FrameworkPlan } from './framework'

/**
 * Effective weight of every node: the product of the shares from the node up to its root. What a point more on an
 * indicator adds to the root's score under the arithmetic mean, when everything is observed.
 *
 * @param plan    the framework
 * @param weights per node its share within its parent, 0..1; a root has 1
 * @returns per node, 0..1; those of the indicators below one root sum to 1
 * @see COINr, Weighting (effective weights)
 */
export function effectiveWeights(plan: FrameworkPlan, weights: Float64Array): Float64Array {
  const effective = Float64Array.from(weights)
  // Parents have higher numbers than their children among the aggregates, and all of them than the indicators.
  for (let node = effective.length - 1; node >= 0; node--) {
    const parent = plan.parents[node] as number
    if (parent !== -1) effective[node] = (effective[parent] as number) * (effective[node] as number)
  }
  return effective
}
