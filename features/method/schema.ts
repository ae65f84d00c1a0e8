import type { Recipe } from '@/core/index/recipe'
import type { IndexResult } from '@/core/index/run-index'
import type { ProgressMethod } from '@/core/progress/method'
import type { ProgressMethodName } from '@/core/progress/methods'
import type { RankIntervals } from '@/core/uncertainty/rank-intervals'
import type { RankSensitivity } from '@/core/uncertainty/rank-sensitivity'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import { changedChoices, type RecipeChoices, type SavedRecipe } from '@/features/recipes/schema'
import type { RegionInfo } from '@/features/regions/schema'
import type { StatusMix } from '@/features/scores/schema'
import { type SearchParams, type Selection, selectionQuery } from '@/lib/selection'

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

/** The sections of the page; the first explains the recipe in use, the others try another. */
export const methodViews = [
  'how',
  'recipe',
  'effect',
  'weights',
  'values',
  'structure',
  'uncertainty',
  'progress',
] as const
export type MethodView = (typeof methodViews)[number]

/** The section that an address names; what is not understood is the first. */
export function readView(params: SearchParams): MethodView {
  const written = Array.isArray(params.view) ? params.view[0] : params.view
  return methodViews.find((view) => view === written) ?? 'how'
}

/** Why a recipe cannot be carried out. `detail`: what core says of it, in English. */
export type RecipeProblem = {
  readonly reason: 'unit' | 'positive' | 'notNegative' | 'noGoalposts' | 'noTargets' | 'other'
  readonly detail: string
}

/** How many of the indicators in use have what a normalisation with fixed points needs. */
export type FixedPoints = { readonly all: number; readonly goalposts: number; readonly targets: number }

/** What is known of a recipe that is only tried: nothing of it is stored. */
export type RecipeTrial = {
  readonly selection: Selection
  /** the recipe that the choices start from; null = the one that Pentad starts with */
  readonly saved: SavedRecipe | null
  readonly base: Recipe
  readonly recipes: readonly SavedRecipe[]
  /** of the address, when no recipe has this name (any more) */
  readonly unknownName: string | null
  readonly choices: RecipeChoices
  /** whether the choices differ from the recipe that they start from, and from the one in use */
  readonly isChanged: boolean
  readonly isInUse: boolean
  readonly inUseName: string | null
  readonly inUse: IndexResult
  /** null = it cannot be carried out, and `problem` says why */
  readonly tried: IndexResult | null
  readonly problem: RecipeProblem | null
  readonly fixedPoints: FixedPoints
  /** how many of the regions ranked in both change rank, and by how much at most; null without a tried recipe */
  readonly moved: { readonly count: number; readonly of: number; readonly largest: number } | null
  readonly year: number
  /** the aggregate that ranks are about: the index or an area */
  readonly node: string
  readonly rootCode: string
  readonly areas: readonly AreaInfo[]
  readonly indicator: ReadonlyMap<string, IndicatorInfo>
  readonly region: ReadonlyMap<string, RegionInfo>
}

/** How sure the ranks of a tried recipe are; null where nothing can be varied. */
export type RankDoubt = {
  readonly intervals: RankIntervals | null
  readonly sensitivity: RankSensitivity | null
  readonly problem: RecipeProblem | null
}

/** How many indicators of all compared regions stand at each status by each published method. */
export type ProgressCounts = {
  readonly year: number
  readonly counts: Readonly<Record<ProgressMethodName, StatusMix>>
}

/** What an address must hold to show the same recipe, in another section or of another node. */
export function trialQuery(trial: RecipeTrial, view: MethodView, node = trial.node): string {
  const { saved, inUseName, selection, choices, base, rootCode } = trial
  const start = saved?.name ?? (inUseName === null ? undefined : '')
  return selectionQuery(selection, {
    view: view === 'how' ? undefined : view,
    recipe: start,
    ...changedChoices(choices, base),
    of: node === rootCode ? undefined : node,
  })
}
