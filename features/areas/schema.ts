import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { AreaState, ChosenRegion, IndicatorState, ScoreTrend, YearLine } from '@/features/scores/schema'
import type { Bilingual } from '@/lib/bilingual'

export type { IndicatorInfo } from '@/features/indicators/schema'
export type { ChosenRegion, IndicatorState, YearLine } from '@/features/scores/schema'

/** An indicator with what it gives to the area's score. */
export type AreaIndicator = IndicatorState & {
  /** normalised score 0..100 of the selected year, null when not observed in it */
  readonly score: number | null
  /** points of the area score that come from it; all of them sum to the score */
  readonly contribution: number | null
  readonly peers: readonly YearLine[]
  /** what its values cite, the most cited first */
  readonly sources: readonly Bilingual[]
}

export type AreaPage = {
  readonly chosen: ChosenRegion
  readonly area: AreaInfo
  readonly state: AreaState
  readonly indicators: readonly AreaIndicator[]
  /** in the catalogue, but nobody has collected a value */
  readonly notCollected: readonly IndicatorInfo[]
  readonly lines: readonly YearLine[]
  /** the score over the years as a whole; null without two of them */
  readonly trend: ScoreTrend | null
  readonly ranking: readonly { readonly region: RegionInfo; readonly score: number; readonly rank: number }[]
}

/** An indicator of the hallmark with the values of all regions in the region's latest year. */
export type HallmarkIndicator = AreaIndicator & {
  readonly rankingYear: number
  readonly ranking: readonly { readonly region: RegionInfo; readonly value: number; readonly rank: number }[]
}

/** The hallmark stands above the areas: figures and ranks, and no score that could pass for a sixth area's. */
export type HallmarkPage = {
  readonly chosen: ChosenRegion
  readonly area: AreaInfo
  readonly indicators: readonly HallmarkIndicator[]
  readonly notCollected: readonly IndicatorInfo[]
}
