import 'server-only'
import { z } from 'zod'
import { compareRecipes } from '@/core/explain/compare-recipes'
import { defaultRecipe, type Recipe } from '@/core/index/recipe'
import { areasLacking, type IndexResult, runIndex, scoreOf } from '@/core/index/run-index'
import { valueAt } from '@/core/panel'
import { type ProgressMethodName, progressMethods } from '@/core/progress/methods'
import { openSdg } from '@/core/progress/open-sdg'
import { rankIntervals } from '@/core/uncertainty/rank-intervals'
import { rankSensitivity } from '@/core/uncertainty/rank-sensitivity'
import type { AreaInfo, IndicatorInfo } from '@/features/indicators/schema'
import { listRecipes } from '@/features/recipes/queries'
import {
  changedChoices,
  needsPositive,
  type RecipeChoices,
  readChoices,
  recipeOf,
} from '@/features/recipes/schema'
import { choose, getWorkspace, groupsOf, progressOf } from '@/features/scores/queries'
import { indexRoot, pageParamsSchema, type StatusMix, type Workspace } from '@/features/scores/schema'
import { parseSelection, type SearchParams } from '@/lib/selection'
import { defineQuery } from '@/server/define'
import type {
  FixedPoints,
  FrameEnd,
  MethodArea,
  MethodIndicator,
  MethodPage,
  MethodYear,
  ProgressCounts,
  RankDoubt,
  RecipeProblem,
  RecipeTrial,
} from './schema'

/** Share of a node within its parent. */
function weightOf({ plan, weights }: IndexResult, code: string): number {
  const node = plan.numberOf.get(code)
  return node === undefined ? 0 : (weights[node] ?? 0)
}

/** The values at both ends of an indicator's frame, and how many of its cells are observed. */
function frameOf(workspace: Workspace, column: number) {
  const { raw } = workspace.index
  let low: FrameEnd | null = null
  let high: FrameEnd | null = null
  let observed = 0
  raw.regions.forEach((code, r) => {
    const region = workspace.region.get(code)
    raw.years.forEach((year, t) => {
      const value = valueAt(raw, r, t, column)
      if (value === null || !region) return
      observed++
      if (low === null || value < low.value) low = { value, region, year }
      if (high === null || value > high.value) high = { value, region, year }
    })
  })
  return { low, high, observed }
}

function indicatorOf(
  workspace: Workspace,
  indicator: IndicatorInfo,
  areaWeight: number | null,
): MethodIndicator {
  const { index } = workspace
  const column = index.raw.indicators.indexOf(indicator.code)
  const { low, high, observed } = frameOf(workspace, column)
  const weight = weightOf(index, indicator.code)
  const hasScores = weight > 0
  const isUp = indicator.direction === 1
  return {
    indicator,
    worst: hasScores ? (isUp ? low : high) : null,
    best: hasScores ? (isUp ? high : low) : null,
    observedShare: observed / (index.raw.regions.length * index.raw.years.length),
    weight,
    effectiveWeight: areaWeight === null ? null : areaWeight * weight,
  }
}

function areaOf(workspace: Workspace, area: AreaInfo): MethodArea {
  const unused = new Set(workspace.index.unused)
  const own = workspace.indicators.filter((indicator) => indicator.area === area.code)
  const weight = area.isHallmark ? null : weightOf(workspace.index, area.code)
  const inUse = own.filter((indicator) => !unused.has(indicator.code))
  return {
    area,
    weight,
    indicators: inUse.map((indicator) => indicatorOf(workspace, indicator, weight)),
    notCollected: own.filter((indicator) => unused.has(indicator.code)),
  }
}

function yearOf({ index, scored, areas }: Workspace, year: number): MethodYear {
  const lacking = new Set(areasLacking(index, year))
  const count = (code: string) =>
    scored.filter((region) => scoreOf(index, region, year, code).score !== null).length
  return {
    year,
    index: count(indexRoot),
    areas: areas.map(({ code }) => ({ code, scored: count(code), isLacking: lacking.has(code) })),
  }
}

/** The recipe in words and numbers: what it did with the working data. Null when there are no observations yet. */
export const getMethodPage = defineQuery({
  permission: 'read',
  input: z.object({}),
  run: async (_, { actor }): Promise<MethodPage | null> => {
    const workspace = await getWorkspace(actor, {})
    if (workspace.scored.length === 0) return null
    const all = workspace.hallmark ? [...workspace.areas, workspace.hallmark] : workspace.areas
    return {
      recipe: workspace.index.recipe,
      progress: openSdg,
      areas: all.map((area) => areaOf(workspace, area)),
      years: workspace.panel.years.map((year) => yearOf(workspace, year)).toReversed(),
      shownYear: workspace.shownYear,
      comparedCount: workspace.scored.length,
      targetCount: workspace.targets.length,
    }
  },
})

const first = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

/** How many indicators in use have goalposts and targets, without which some normalisations have no scores. */
function fixedPointsOf({ plan, unused }: IndexResult): FixedPoints {
  const idle = new Set(unused)
  const used = plan.indicators.flatMap((code, i) =>
    plan.directions[i] === null || idle.has(code) ? [] : [i],
  )
  return {
    all: used.length,
    goalposts: used.filter((i) => plan.goalpostLows[i] !== null && plan.goalpostHighs[i] !== null).length,
    targets: used.filter((i) => plan.targets[i] !== null).length,
  }
}

const bending: readonly string[] = ['log', 'box-cox']
const absolute: readonly string[] = ['scaled', 'goalposts', 'distance-to-target']
const needNotNegative: readonly string[] = ['entropy', 'cv']

/** Why choices do not go together, as far as it can be said in the reader's language. */
function problemOf(choices: RecipeChoices, detail: string): RecipeProblem {
  const { treat, fallback, normalise, weights } = choices
  const isBent = bending.includes(treat) || (treat !== 'none' && bending.includes(fallback))
  if (isBent && absolute.includes(normalise)) return { reason: 'unit', detail }
  if (needsPositive(choices)) return { reason: 'positive', detail }
  if (needNotNegative.includes(weights)) return { reason: 'notNegative', detail }
  return { reason: 'other', detail }
}

type Outcome<T> =
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: RecipeProblem }

/** What core refuses is a sentence on the page; anything else is a fault and stays one. */
function attempt<T>(choices: RecipeChoices, run: () => T): Outcome<T> {
  try {
    return { value: run(), problem: null }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { value: null, problem: problemOf(choices, error.message) }
  }
}

function lackingPoints(
  choices: RecipeChoices,
  { all, goalposts, targets }: FixedPoints,
): RecipeProblem | null {
  if (choices.normalise === 'goalposts' && goalposts < all) return { reason: 'noGoalposts', detail: '' }
  return choices.normalise === 'distance-to-target' && targets < all
    ? { reason: 'noTargets', detail: '' }
    : null
}

function carryOut(
  workspace: Workspace,
  choices: RecipeChoices,
  base: Recipe,
  fixedPoints: FixedPoints,
): Outcome<IndexResult> {
  const lacking = lackingPoints(choices, fixedPoints)
  if (lacking) return { value: null, problem: lacking }
  const { framework, index, regions } = workspace
  return attempt(choices, () =>
    runIndex(index.raw, framework, recipeOf(choices, base), { groups: groupsOf(regions) }),
  )
}

function movedBy({ index }: Workspace, tried: IndexResult, year: number): RecipeTrial['moved'] {
  const { movedCount, moves, largestPlaces } = compareRecipes(index, tried, year, indexRoot)
  return { count: movedCount, of: moves.length, largest: largestPlaces }
}

const isSame = (a: Recipe, b: Recipe) => JSON.stringify(a) === JSON.stringify(b)

/**
 * The recipe that an address describes, carried out beside the one in use. `recipe` names the saved one that it starts
 * from (empty = the one that Pentad starts with; without it, the one in use); the other parameters change it.
 */
export const getRecipeTrial = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<RecipeTrial | null> => {
    const [workspace, recipes] = await Promise.all([getWorkspace(actor, {}), listRecipes(actor, {})])
    if (workspace.scored.length === 0) return null
    const search: SearchParams = params
    const { year, selection } = choose(workspace, parseSelection(search))
    const shown = year ?? workspace.shownYear
    if (shown === null) return null
    const asked = first(search.recipe)
    const wanted = asked ?? workspace.recipeName ?? ''
    const saved = recipes.find(({ name }) => name === wanted) ?? null
    const unknownName = wanted !== '' && saved === null ? wanted : null
    const base = saved?.recipe ?? defaultRecipe
    const choices = readChoices(search, base)
    const fixedPoints = fixedPointsOf(workspace.index)
    const { value: tried, problem } = carryOut(workspace, choices, base, fixedPoints)
    const of = first(search.of)
    return {
      selection,
      saved,
      base,
      recipes,
      unknownName,
      choices,
      isChanged: Object.keys(changedChoices(choices, base)).length > 0,
      isInUse: tried !== null && isSame(tried.recipe, workspace.index.recipe),
      inUseName: workspace.recipeName,
      inUse: workspace.index,
      tried,
      problem,
      fixedPoints,
      moved: tried && movedBy(workspace, tried, shown),
      year: shown,
      node: workspace.areas.find(({ code }) => code === of)?.code ?? indexRoot,
      rootCode: indexRoot,
      areas: workspace.areas,
      indicator: workspace.indicator,
      region: workspace.region,
    }
  },
})

/** Enough runs for intervals that keep still, few enough to wait for. */
const doubtRuns = 500
const doubtSamples = 200
const doubtSeed = 1

/** How sure the ranks of the recipe of an address are. Takes a second or two: only for the section that shows it. */
export const getRankDoubt = defineQuery({
  permission: 'read',
  input: z.object({ params: pageParamsSchema }),
  run: async ({ params }, { actor }): Promise<RankDoubt> => {
    const none = { intervals: null, sensitivity: null, problem: null }
    const trial = await getRecipeTrial(actor, { params })
    if (!trial?.tried) return none
    const workspace = await getWorkspace(actor, {})
    const { choices, tried, node, year } = trial
    const { uncertainty } = tried.recipe
    const seed = uncertainty.runs > 0 ? uncertainty.seed : doubtSeed
    const recipe = { ...tried.recipe, uncertainty: { runs: uncertainty.runs || doubtRuns, seed } }
    const groups = groupsOf(workspace.regions)
    const { value, problem } = attempt(choices, () => ({
      intervals: rankIntervals(tried.raw, workspace.framework, recipe, {
        groups,
        years: [year],
        nodes: [node],
      }),
      sensitivity: rankSensitivity(tried.raw, workspace.framework, recipe, {
        groups,
        node,
        year,
        samples: doubtSamples,
      }),
    }))
    return value ? { ...value, problem: null } : { ...none, problem }
  },
})

const emptyMix = (): StatusMix => ({
  achieved: 0,
  'on-track': 0,
  'needs-acceleration': 0,
  limited: 0,
  'moving-away': 0,
  'no-data': 0,
})

/** The statuses of all compared regions by each published method: what hangs on where a class begins. */
export const getProgressCounts = defineQuery({
  permission: 'read',
  input: z.object({ year: z.number().int() }),
  run: async ({ year }, { actor }): Promise<ProgressCounts> => {
    const workspace = await getWorkspace(actor, {})
    const unused = new Set(workspace.index.unused)
    const methods = Object.keys(progressMethods) as ProgressMethodName[]
    const counts = Object.fromEntries(methods.map((method) => [method, emptyMix()])) as Record<
      ProgressMethodName,
      StatusMix
    >
    for (const region of workspace.scored) {
      for (const { code } of workspace.indicators) {
        if (unused.has(code)) continue
        for (const method of methods)
          counts[method][progressOf(workspace, region, code, year, method).status]++
      }
    }
    return { year, counts }
  },
})
