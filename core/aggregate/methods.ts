import { adjustedMazziottaPareto, ampiBounds } from './ampi'
import { arithmeticMean } from './arithmetic'
import { copeland } from './copeland'
import { geometricMean } from './geometric'
import { harmonicMean } from './harmonic'
import { medianScore } from './median'
import type { AggregateMethod, Bounds } from './method'
import { mazziottaPareto } from './mpi'
import { powerMean } from './power'
import { topsis } from './topsis'

/** The methods of the family by the name a recipe gives them. */
export const aggregateMethods = {
  arithmetic: arithmeticMean,
  geometric: geometricMean,
  harmonic: harmonicMean,
  power: powerMean,
  median: medianScore,
  topsis,
  copeland,
  mpi: mazziottaPareto,
  ampi: adjustedMazziottaPareto,
} as const satisfies Record<string, AggregateMethod>

/** The name of an aggregation method, as a recipe writes it. */
export type AggregateMethodName = keyof typeof aggregateMethods

const comparing: ReadonlySet<AggregateMethodName> = new Set(['topsis', 'copeland', 'mpi', 'ampi'])

/**
 * Whether the score of a unit hangs on the other units that are handed over with it, so that it must be calculated among
 * all of them and never for a few alone.
 */
export function comparesUnits(method: AggregateMethodName): boolean {
  return comparing.has(method)
}

/**
 * The ends of the scale that a parent's scores stand on.
 *
 * @param method   how the parent is aggregated
 * @param children the ends of each child's scale; null = none
 * @returns the worst and the best score there can be; null where there is none, or it hangs on the data. A mean of
 *   children on one scale stays on it
 */
export function boundsOf(method: AggregateMethodName, children: readonly (Bounds | null)[]): Bounds | null {
  switch (method) {
    case 'topsis':
      return [0, 1]
    case 'ampi':
      return ampiBounds
    case 'copeland':
    case 'mpi':
      return null
    default: {
      const first = children[0] ?? null
      const isShared = children.every((one) => one?.[0] === first?.[0] && one?.[1] === first?.[1])
      return isShared ? first : null
    }
  }
}
