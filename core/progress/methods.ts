import type { ProgressMethod } from './method'
import { openSdg } from './open-sdg'

/** The methods of the family by name. */
export const progressMethods = {
  'open-sdg': openSdg,
} as const satisfies Record<string, ProgressMethod>

/** The name of a progress method. */
export type ProgressMethodName = keyof typeof progressMethods
