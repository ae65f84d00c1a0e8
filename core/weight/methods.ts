import { equalWeights } from './equal'
import { frameworkWeights } from './framework'
import type { WeightMethod } from './method'

/** The methods of the family by the name a recipe gives them. */
export const weightMethods = {
  framework: frameworkWeights,
  equal: equalWeights,
} as const satisfies Record<string, WeightMethod>

/** The name of a weighting method, as a recipe writes it. */
export type WeightMethodName = keyof typeof weightMethods
