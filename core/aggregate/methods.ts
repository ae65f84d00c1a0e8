import { arithmeticMean } from './arithmetic'
import type { AggregateMethod } from './method'

/** The methods of the family by the name a recipe gives them. */
export const aggregateMethods = {
  arithmetic: arithmeticMean,
} as const satisfies Record<string, AggregateMethod>

/** The name of an aggregation method, as a recipe writes it. */
export type AggregateMethodName = keyof typeof aggregateMethods
