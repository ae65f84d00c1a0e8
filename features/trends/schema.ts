import { z } from 'zod'
import type { ProgressAssessment, ProgressStatus } from '@/core/progress/assess-progress'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import type { IndicatorRevision } from '@/features/observations/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { ChosenRegion, IndicatorState, YearLine } from '@/features/scores/schema'
import type { TargetInfo } from '@/features/targets/schema'
import type { Bilingual } from '@/lib/bilingual'
import { statusOrder } from '@/lib/status'

export type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
export type { ChosenRegion, YearLine } from '@/features/scores/schema'

/** Chart, table and metadata of an indicator are sides of one thing; the address says which one is seen. */
export const indicatorTabs = ['chart', 'regions', 'table', 'meta', 'status', 'history'] as const
export type IndicatorTab = (typeof indicatorTabs)[number]
export const tabSchema = z.enum(indicatorTabs).catch('chart')

/** One indicator in one region: its course, its place among the regions, and how its status came about. */
export type IndicatorPage = {
  readonly chosen: ChosenRegion
  readonly indicator: IndicatorInfo
  readonly area: AreaInfo | null
  readonly state: IndicatorState
  /** the year that ranking and distribution show: the region's latest, else the latest with values */
  readonly rankingYear: number | null
  readonly lines: readonly YearLine[]
  readonly ranking: readonly { readonly region: RegionInfo; readonly value: number; readonly rank: number }[]
  readonly target: TargetInfo | null
  readonly progress: ProgressAssessment
  readonly rows: readonly IndicatorRow[]
  readonly sources: readonly Bilingual[]
  readonly revisions: readonly (IndicatorRevision & { readonly regionInfo: RegionInfo | null })[]
  readonly score: number | null
  readonly years: readonly number[]
}

/** An indicator of the framework before there is any region to show it for. */
export type BareIndicator = {
  readonly chosen: null
  readonly indicator: IndicatorInfo
  readonly area: AreaInfo | null
}

export type IndicatorRow = {
  readonly region: RegionInfo
  readonly cells: readonly {
    readonly year: number
    readonly value: number | null
    readonly status: string
    readonly note: string | null
  }[]
}

/** A row of the list of indicators. */
export type IndicatorListRow = {
  readonly indicator: IndicatorInfo
  readonly area: AreaInfo | null
  readonly state: IndicatorState | null
}

/** All indicators in the state of one region; chosen is null when there is no region or no year yet. */
export type IndicatorList = {
  readonly chosen: ChosenRegion | null
  /** the hallmark first, as it stands above the areas */
  readonly areas: readonly AreaInfo[]
  readonly rows: readonly IndicatorListRow[]
}

/** What of the list is shown; null = all. Links from the bars of the overview carry both. */
export type ListFilter = { readonly area: string | null; readonly status: ProgressStatus | null }

const isStatus = (text: string | undefined): text is ProgressStatus =>
  statusOrder.some((status) => status === text)

/** Reads the filter from an address. What is not understood counts as not chosen. */
export function parseFilter(params: Record<string, string | string[] | undefined>): ListFilter {
  const text = (key: string) => (typeof params[key] === 'string' ? params[key] : undefined)
  const status = text('status')
  return { area: text('area') || null, status: isStatus(status) ? status : null }
}
