import { eurostat } from './eurostat'
import type { ProgressMethod } from './method'
import { openSdg } from './open-sdg'
import { unProgressChart } from './un-progress-chart'

/** The methods of the family by name. */
export const progressMethods = {
  'open-sdg': openSdg,
  eurostat,
  'un-progress-chart': unProgressChart,
} as const satisfies Record<string, ProgressMethod>

/** The name of a progress method. */
export type ProgressMethodName = keyof typeof progressMethods
