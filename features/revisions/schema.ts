import { z } from 'zod'
import type { RankMove } from '@/core/explain/compare-recipes'
import type { RevisionStatistics } from '@/core/revision/revision-statistics'
import type { IndicatorInfo } from '@/features/indicators/schema'
import { type CellFilter, cellFilterSchema, type KnownMoment } from '@/features/lookback/schema'
import { type Vintage, vintages } from '@/features/observations/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { Workspace } from '@/features/scores/schema'

export type { KnownMoment } from '@/features/lookback/schema'
export type { Vintage } from '@/features/observations/schema'

/** In the order in which figures are published. */
export const vintageOrder: readonly Vintage[] = vintages

/** What is known by code, in the order of the framework. */
export type Names = {
  readonly indicators: ReadonlyMap<string, IndicatorInfo>
  readonly regions: ReadonlyMap<string, RegionInfo>
}

export const changeKinds = ['added', 'revised', 'reflagged', 'removed', 'documented'] as const
export type ChangeKind = (typeof changeKinds)[number]
export type ChangeCounts = Readonly<Record<ChangeKind, number>>

export type CellState = {
  readonly value: number | null
  readonly status: string
  readonly note: string | null
  readonly source: string | null
}

/** A cell that is not the same at two moments. */
export type ChangedCell = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly kind: ChangeKind
  /** null = nothing had ever been entered */
  readonly before: CellState | null
  readonly after: CellState
}

export type CountedBy = { readonly code: string; readonly counts: ChangeCounts }

/** A region's place before and after, and the indicators whose score in it changed, the largest change first. */
export type ScoreMove = Pick<RankMove, 'region' | 'before' | 'after' | 'places'> & {
  readonly through: readonly { readonly indicator: string; readonly change: number }[]
}

export type ScoreEffect = {
  readonly year: number
  readonly node: string
  /** regions whose rank or score is not the same, the largest move first */
  readonly moves: readonly ScoreMove[]
  readonly comparedCount: number
  readonly movedCount: number
  readonly onlyBefore: readonly string[]
  readonly onlyAfter: readonly string[]
  /** by node: how many regions change rank, and how many change score */
  readonly byNode: readonly { readonly node: string; readonly ranks: number; readonly scores: number }[]
}

/** What is not the same at two moments, and what that does. */
export type DifferencePage = {
  readonly from: KnownMoment
  readonly to: KnownMoment
  readonly isTurned: boolean
  readonly counts: ChangeCounts
  readonly byIndicator: readonly CountedBy[]
  readonly byRegion: readonly CountedBy[]
  readonly cells: readonly ChangedCell[]
  readonly page: number
  readonly matching: number
  readonly filter: DifferenceFilter
  readonly effect: ScoreEffect | null
  readonly statistics: readonly Statistics[]
  readonly now: Workspace
}

/** The cells that are listed and counted; the effect on the scores is that of all. */
export const differenceFilterSchema = cellFilterSchema.extend({ kind: z.enum(changeKinds).nullable() })
export type DifferenceFilter = z.output<typeof differenceFilterSchema>

/** Cells of one page of a list. */
export const pageSize = 100

export type Statistics = { readonly indicator: string; readonly of: RevisionStatistics }

export type VintageCell = {
  readonly value: number | null
  readonly status: string
  readonly batch: string
  readonly at: string
}

/** The values that were published of a cell, a column each vintage. */
export type VintageRow = {
  readonly region: string
  readonly indicator: string
  readonly year: number
  readonly cells: Readonly<Partial<Record<Vintage, VintageCell>>>
}

export type VintagePage = {
  readonly rows: readonly VintageRow[]
  readonly filter: CellFilter
  /** revision from the earliest to the latest vintage of each cell with two, by indicator */
  readonly statistics: readonly Statistics[]
  readonly indicators: readonly IndicatorInfo[]
  readonly regions: readonly RegionInfo[]
  readonly years: readonly number[]
  /** more cells than are listed have a vintage */
  readonly isCut: boolean
}

/** In which way a cell changed between two of its states. */
export function changeKindOf(before: CellState | null, after: CellState): ChangeKind {
  const from = before?.value ?? null
  if (from === null && after.value !== null) return 'added'
  if (from !== null && after.value === null) return 'removed'
  if (from !== after.value) return 'revised'
  return (before?.status ?? 'O') === after.status ? 'documented' : 'reflagged'
}
