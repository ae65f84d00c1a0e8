import type { Recipe } from '@/core/index/recipe'
import type { ProgressMethod } from '@/core/progress/method'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import type { RegionInfo } from '@/features/regions/schema'

/** An observed value that an end of the scale rests on. */
export type FrameEnd = { readonly value: number; readonly region: RegionInfo; readonly year: number }

/** One indicator as the recipe takes it. */
export type MethodIndicator = {
  readonly indicator: IndicatorInfo
  /** what scores lowest and highest; null = no scores */
  readonly worst: FrameEnd | null
  readonly best: FrameEnd | null
  /** how many of the region-years have a value, 0..1 */
  readonly observedShare: number
  /** share within its area, 0..1; 0 = takes no part */
  readonly weight: number
  /** share of the whole index, 0..1; null = it stands outside the index */
  readonly effectiveWeight: number | null
}

export type MethodArea = {
  readonly area: AreaInfo
  /** share within the index, 0..1; null = it stands outside the index */
  readonly weight: number | null
  readonly indicators: readonly MethodIndicator[]
  readonly notCollected: readonly IndicatorInfo[]
}

/** How many regions have a score in a year. */
export type MethodYear = {
  readonly year: number
  readonly index: number
  readonly areas: readonly { readonly code: string; readonly scored: number; readonly isLacking: boolean }[]
}

export type MethodPage = {
  readonly recipe: Recipe
  readonly progress: ProgressMethod
  readonly areas: readonly MethodArea[]
  readonly years: readonly MethodYear[]
  readonly shownYear: number | null
  readonly comparedCount: number
  readonly targetCount: number
}
