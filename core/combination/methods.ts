import { couplingCoordination } from './coupling-coordination'
import type { CombinationMethod } from './method'

/** The methods of the family by name. */
export const combinationMethods = {
  'coupling-coordination': couplingCoordination,
} as const satisfies Record<string, CombinationMethod>

/** The name of a combination method. */
export type CombinationMethodName = keyof typeof combinationMethods
