import type { Weighing, WeightInput } from './method'

/**
 * Weights as the framework gives them, rescaled to sum to 1: wᵢ / Σw.
 *
 * @param input k given weights ≥ 0, relative; a child of weight 0 is shown but takes no part
 * @returns k weights that sum to 1, or k zeros when all given weights are 0
 * @throws {RangeError} a weight is negative or not finite
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 6
 */
export function frameworkWeights({ given }: WeightInput): Weighing {
  let sum = 0
  let largest = 0
  for (const weight of given) {
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(`frameworkWeights needs finite weights of at least 0, got ${weight}`)
    }
    if (weight > largest) largest = weight
  }
  if (largest === 0) return { weights: given.map(() => 0), warning: null }
  // Against the largest first: a sum of huge weights would overflow, a sum of tiny ones lose its digits.
  const relative = given.map((weight) => weight / largest)
  for (const weight of relative) sum += weight
  return { weights: relative.map((weight) => weight / sum), warning: null }
}
