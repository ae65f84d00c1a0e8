import type { NormaliseMethod } from './method'
import { minMax } from './min-max'

/** The methods of the family by the name a recipe gives them. A new method is a file and a line here. */
export const normaliseMethods = {
  'min-max': minMax,
} as const satisfies Record<string, NormaliseMethod>

/** The name of a normalisation method, as a recipe writes it. */
export type NormaliseMethodName = keyof typeof normaliseMethods
