import { variationWeights } from './coefficient-of-variation'
import { criticWeights } from './critic'
import { entropyWeights } from './entropy'
import { equalWeights } from './equal'
import { frameworkWeights } from './framework'
import type { WeightMethod } from './method'
import { principalComponentWeights } from './principal-components'
import { standardDeviationWeights } from './standard-deviation'

/**
 * The methods of the family by the name a recipe gives them. Those that need more than scores (budget allocation,
 * pairwise comparison, optimised weights) stand beside them: their result is given to a framework as its weights.
 */
export const weightMethods = {
  framework: frameworkWeights,
  equal: equalWeights,
  entropy: entropyWeights,
  critic: criticWeights,
  cv: variationWeights,
  sd: standardDeviationWeights,
  pca: principalComponentWeights,
} as const satisfies Record<string, WeightMethod>

/** The name of a weighting method, as a recipe writes it. */
export type WeightMethodName = keyof typeof weightMethods
