import type { RegionInfo } from '@/features/regions/schema'
import type { AreaState, ChosenRegion, IndicatorState } from '@/features/scores/schema'

export type { AreaState, IndicatorState } from '@/features/scores/schema'

export type Mover = { readonly region: RegionInfo; readonly change: number; readonly score: number }

export type Overview = {
  readonly chosen: ChosenRegion
  readonly isShownYear: boolean
  readonly index: Omit<AreaState, 'area' | 'mix' | 'olderStatuses'>
  readonly headline: readonly IndicatorState[]
  readonly areas: readonly AreaState[]
  readonly heat: readonly { readonly region: RegionInfo; readonly scores: readonly (number | null)[] }[]
  readonly movers: readonly Mover[]
  /** the indicators that move the wrong way, the fastest first */
  readonly attention: readonly IndicatorState[]
  /** at least one indicator has a status */
  readonly isAssessed: boolean
  /** later years and the areas that lack data in them */
  readonly later: readonly { readonly year: number; readonly lacking: readonly string[] }[]
  readonly years: readonly number[]
  readonly provisionalShare: number
}

/**
 * How fast an indicator moves the wrong way: the yearly change against the wanted direction, a share of where it
 * started. One measure for indicators with a target and without, whatever their unit.
 */
function wrongWay({ progress }: Pick<IndicatorState, 'progress'>): number {
  const { growth, observedPace, pace, start, direction } = progress
  if (growth !== null) return -growth
  if (observedPace === null || !start) return 0
  return -direction * (pace === 'compound' ? observedPace : observedPace / Math.abs(start.value))
}

/** The fastest first; equals keep their order. */
export function orderBySeverity<T extends Pick<IndicatorState, 'progress'>>(states: readonly T[]): T[] {
  return states.toSorted((a, b) => wrongWay(b) - wrongWay(a))
}
