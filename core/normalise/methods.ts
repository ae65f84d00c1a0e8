import { borda } from './borda'
import { distanceToMax } from './distance-to-max'
import { distanceToTarget } from './distance-to-target'
import { fractionOfMax } from './fraction-of-max'
import { goalposts } from './goalposts'
import type { NormaliseMethod } from './method'
import { minMax } from './min-max'
import { percentile } from './percentile'
import { rankScore } from './rank'
import { scaled } from './scaled'
import { zScore } from './z-score'

/** The methods of the family by the name a recipe gives them. A new method is a file and a line here. */
export const normaliseMethods = {
  'min-max': minMax,
  'z-score': zScore,
  scaled,
  rank: rankScore,
  borda,
  percentile,
  'distance-to-max': distanceToMax,
  'fraction-of-max': fractionOfMax,
  'distance-to-target': distanceToTarget,
  goalposts,
} as const satisfies Record<string, NormaliseMethod>

/** The name of a normalisation method, as a recipe writes it. */
export type NormaliseMethodName = keyof typeof normaliseMethods

/** Methods that compare with fixed points of the indicator's own unit, and so can score one region alone. */
const absolute: ReadonlySet<NormaliseMethodName> = new Set(['scaled', 'distance-to-target', 'goalposts'])

/** Whether a score says how a region stands to the others, so that one region alone can have none. */
export function isRelative(method: NormaliseMethodName): boolean {
  return !absolute.has(method)
}

/**
 * The ends of the scale that a method's scores stand on.
 *
 * @param method the method
 * @param scale  the recipe's scale
 * @returns the worst and the best score there can be; null where there is none, or it hangs on the data
 */
export function scoreBounds(
  method: NormaliseMethodName,
  { lower, upper }: { readonly lower: number; readonly upper: number },
): readonly [low: number, high: number] | null {
  switch (method) {
    case 'min-max':
      return [lower, upper]
    case 'percentile':
    case 'distance-to-max':
    case 'goalposts':
      return [0, 1]
    default:
      return null
  }
}
