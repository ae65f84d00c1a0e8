import { z } from 'zod'
import type { FrameworkNode } from '@/core/index/framework'
import type { Recipe } from '@/core/index/recipe'
import type { IndexResult } from '@/core/index/run-index'
import type { Panel } from '@/core/panel'
import type { ProgressAssessment, ProgressStatus } from '@/core/progress/assess-progress'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { SampleState } from '@/features/sample/schema'
import type { TargetInfo } from '@/features/targets/schema'
import type { Selection } from '@/lib/selection'

/** The root node of the five areas in a framework tree, and the root of the hallmark. */
export const indexRoot = 'INDEX'

/** Everything that pages calculate from, read once per state of the data. */
export type Workspace = {
  readonly areas: readonly AreaInfo[]
  readonly hallmark: AreaInfo | null
  readonly indicators: readonly IndicatorInfo[]
  readonly indicator: ReadonlyMap<string, IndicatorInfo>
  readonly regions: readonly RegionInfo[]
  readonly region: ReadonlyMap<string, RegionInfo>
  readonly targets: readonly TargetInfo[]
  readonly panel: Panel
  readonly at: {
    readonly region: ReadonlyMap<string, number>
    readonly year: ReadonlyMap<number, number>
    readonly indicator: ReadonlyMap<string, number>
  }
  /** Status code of every cell of the panel as a character code; 0 = no observation. */
  readonly status: Uint8Array
  /** Scores of the regions of the level that is compared; the first regions of the panel. */
  readonly index: IndexResult
  /** what `index` was calculated on, for another recipe to be tried on the same */
  readonly framework: readonly FrameworkNode[]
  /** name of the saved recipe that makes the scores; null = the one that Pentad starts with */
  readonly recipeName: string | null
  readonly scored: readonly string[]
  /** The latest year in which all areas reach the coverage rule. */
  readonly shownYear: number | null
  readonly sample: SampleState
  /** Share of the observed values that are provisional or estimated, 0..1. */
  readonly provisionalShare: number
}

/** A value with where it stands in time. */
export type Dated = { readonly year: number; readonly value: number; readonly status: string }

/** The selection with defaults filled in. */
export type Chosen = {
  readonly region: RegionInfo | null
  readonly peers: readonly RegionInfo[]
  readonly year: number | null
  /** how the scores shown were made */
  readonly recipe: Recipe
  /** What links carry: the region and year shown, and the peers only when somebody chose them. */
  readonly selection: Selection
}

export type StatusMix = Record<ProgressStatus, number>

/** Why a node has no score. */
export type NoScoreReason = 'coverage' | 'no-data' | 'no-indicators' | 'incomplete-areas'

export type AreaState = {
  readonly area: AreaInfo
  readonly score: number | null
  readonly rank: number | null
  readonly rankedCount: number
  /** share of the weight that is observed, 0..1 */
  readonly coverage: number
  readonly reason: NoScoreReason | null
  /** movement since the year before over the indicators observed in both years; null when there are none */
  readonly change: number | null
  readonly mix: StatusMix
  /** how many of the statuses rest on a value from before the year */
  readonly olderStatuses: number
}

/** An indicator with its latest value in a region: for the headline and for lists. */
export type IndicatorState = {
  readonly indicator: IndicatorInfo
  readonly latest: Dated | null
  readonly before: Dated | null
  readonly rank: number | null
  readonly rankedCount: number
  readonly progress: ProgressAssessment
  readonly series: readonly {
    readonly year: number
    readonly value: number | null
    readonly status: string
  }[]
}

/** The query string of a page as Next.js hands it over: an object, but not a plain one, which a record must be. */
export const pageParamsSchema = z.object({}).catchall(z.union([z.string(), z.array(z.string())]).optional())

/** A line over years that a chart can draw; null = no value. */
export type YearLine = {
  readonly region: RegionInfo
  readonly points: readonly {
    readonly year: number
    readonly value: number | null
    readonly status: string
  }[]
}

/** What a line of scores says as a whole. */
export type ScoreTrend = {
  readonly first: number
  readonly last: number
  /** points over the indicators observed in the first and the last year, without a break; null = too few */
  readonly change: number | null
  /** scored years in which other indicators are observed than in the scored year before */
  readonly otherSet: readonly number[]
  /** years in which an indicator starts a new series */
  readonly breaks: readonly number[]
}

/** The selection of a page that has something to show. */
export type ChosenRegion = Chosen & { readonly region: RegionInfo; readonly year: number }
