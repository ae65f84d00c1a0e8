import type { Recipe } from '@/core/index/recipe'
import type { AreaInfo } from '@/features/indicators/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { AreaState, ChosenRegion, IndicatorState, ScoreTrend, YearLine } from '@/features/scores/schema'
import type { Selection } from '@/lib/selection'

export type { AreaState, IndicatorState } from '@/features/scores/schema'

/** An indicator with its normalised score of the selected year, 0..100; null = not observed in that year. */
export type ProfileIndicator = IndicatorState & { readonly score: number | null }
export type ScoredIndicator = IndicatorState & { readonly score: number }

/** One region: its index, its areas among all regions, what is strong and what is weak. */
export type RegionPage = {
  readonly chosen: ChosenRegion
  readonly isCompared: boolean
  /** all regions that are ranked together */
  readonly regions: readonly RegionInfo[]
  readonly index: Omit<AreaState, 'area' | 'mix' | 'olderStatuses'>
  readonly areas: readonly (AreaState & { readonly spread: Readonly<Record<string, number | null>> })[]
  readonly headline: readonly IndicatorState[]
  readonly indicators: readonly ProfileIndicator[]
  readonly strengths: readonly ScoredIndicator[]
  readonly weaknesses: readonly ScoredIndicator[]
  /** share of the indicators in use that were observed in the year, 0..1 */
  readonly observedShare: number
  /** share of the weight of an area that must be observed for a score, 0..1 */
  readonly minimumCoverage: number
  readonly lines: readonly YearLine[]
  /** the index over the years as a whole; null without two of them */
  readonly trend: ScoreTrend | null
}

export type RegionList = {
  readonly year: number | null
  /** the latest year that is complete, and what the selected year lacks when nobody has an index in it */
  readonly shownYear: number | null
  readonly lacking: readonly AreaInfo[]
  /** how the scores were made */
  readonly recipe: Recipe
  readonly selection: Selection
  readonly areas: readonly AreaInfo[]
  readonly rows: readonly RegionListRow[]
}

/** A row of the list of regions. */
export type RegionListRow = {
  readonly region: RegionInfo
  readonly hasValues: boolean
  readonly isCompared: boolean
  readonly score: number | null
  readonly rank: number | null
  readonly change: number | null
  readonly areas: readonly { readonly code: string; readonly score: number | null }[]
}
