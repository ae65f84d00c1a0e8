import { boxCox } from './box-cox'
import { logTransform } from './log'
import type { TreatMethod } from './method'
import { winsorise } from './winsorise'

/** The methods of the family by the name a recipe gives them. A new method is a file and a line here. */
export const treatMethods = {
  winsorise,
  log: logTransform,
  'box-cox': boxCox,
} as const satisfies Record<string, TreatMethod>

/** The name of a treatment, as a recipe writes it. */
export type TreatMethodName = keyof typeof treatMethods

/** The methods that bend the whole scale, so that a point given in the unit of the values has no place on it. */
export const transformations = ['log', 'box-cox'] as const satisfies readonly TreatMethodName[]

/** The name of such a method. */
export type Transformation = (typeof transformations)[number]
