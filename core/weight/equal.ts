import type { Weighing, WeightInput } from './method'

/**
 * Equal weights: 1 / k for each of k children, whatever the framework gives.
 *
 * Equal inside each node, not over all indicators: an indicator of a small area counts for more than one of a
 * large area.
 *
 * @param input k children; their given weights are not looked at
 * @returns k weights that sum to 1
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 6
 */
export function equalWeights({ given }: WeightInput): Weighing {
  return { weights: given.map(() => 1 / given.length), warning: null }
}
