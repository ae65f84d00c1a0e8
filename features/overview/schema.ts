import type { RegionInfo } from '@/features/regions/schema'
import type { AreaState, ChosenRegion, IndicatorState } from '@/features/scores/schema'

export type { AreaState, IndicatorState } from '@/features/scores/schema'

export type Mover = { readonly region: RegionInfo; readonly change: number; readonly score: number }

export type Overview = {
  readonly chosen: ChosenRegion
  readonly isShownYear: boolean
  readonly index: Omit<AreaState, 'area' | 'mix'>
  readonly headline: readonly IndicatorState[]
  readonly areas: readonly AreaState[]
  readonly heat: readonly { readonly region: RegionInfo; readonly scores: readonly (number | null)[] }[]
  readonly movers: readonly Mover[]
  readonly attention: readonly IndicatorState[]
  /** later years and the areas that lack data in them */
  readonly later: readonly { readonly year: number; readonly lacking: readonly string[] }[]
  readonly years: readonly number[]
  readonly provisionalShare: number
}
