import type { AggregateMethod, Bounds } from '../aggregate/method'
import { type AggregateMethodName, aggregateMethods, boundsOf } from '../aggregate/methods'
import { imputeColumns } from '../impute/impute-columns'
import { groupImputeMethods, imputeMethods } from '../impute/methods'
import type { NormaliseOptions } from '../normalise/method'
import { isRelative, normaliseMethods, scoreBounds } from '../normalise/methods'
import { type FrameWarning, normaliseColumns } from '../normalise/normalise-columns'
import { columnAt, columnOf, columnsOf, type Panel, withColumns } from '../panel'
import { type Treatment, treatColumns } from '../treat/treat-columns'
import type { WeightWarning } from '../weight/method'
import { weightMethods } from '../weight/methods'
import { codeOf, type FrameworkNode, type FrameworkPlan, planFramework } from './framework'
import { rankGroups, rankYears } from './rank-years'
import type { Recipe } from './recipe'
import { type ScoreParent, scoreTree } from './score-tree'
import { weighChildren } from './weigh-children'

/** Which group each region belongs to, by code; a region that is not named belongs to none. */
export type IndexOptions = { readonly groups?: ReadonlyMap<string, string> | undefined }

/** What recipes are carried out on: laid out once, used by any number of them. */
export type IndexInput = {
  readonly raw: Panel
  readonly plan: FrameworkPlan
  /** names of the groups, in the order of their first regions; none without groups */
  readonly groups: readonly string[]
  /** per region the number of its group, -1 = in none; null = no groups were given */
  readonly groupAt: Int32Array | null
}

/** The aggregate whose children were weighed, and what must be said of their weights. */
export type NodeWarning = { readonly kind: WeightWarning; readonly node: string }

/**
 * Every stage of a recipe carried out. R regions, Y years, I indicators, A aggregates, numbered as in the plan.
 *
 * `imputed` and `treated` are panels like `raw`, and the very same one where a stage changed nothing. What follows
 * stands in columns, node x region x year: `scores[(a * R + r) * Y + t]`.
 */
export type IndexStages = {
  /** the values after imputation; columns outside the framework are left alone */
  readonly imputed: Panel
  /** I columns: 1 = the value was imputed; null = none was */
  readonly imputedCells: Uint8Array | null
  /** the values after treatment; those of a transformed frame stand in no unit */
  readonly treated: Panel
  /** what was done to each outlying frame */
  readonly treatments: readonly Treatment[]
  /** I columns: scores of the indicators; NaN = no score */
  readonly normalised: Float64Array
  /** frames in which an indicator has values and yet no scores */
  readonly warnings: readonly FrameWarning[]
  /** indicators of the framework without any observation; they have no weight and do not count in coverage */
  readonly unused: readonly string[]
  /** per node: its share within its parent, 0..1; 0 = takes no part; a root has 1, or 0 when nothing is below */
  readonly weights: Float64Array
  readonly weightWarnings: readonly NodeWarning[]
  /** A columns; NaN = no score */
  readonly scores: Float64Array
  /** A columns: share of the weight below an aggregate that is observed, 0..1; an imputed value is not observed */
  readonly coverage: Float64Array
  /** A columns: 1 = the highest score of the year, ties share the minimum rank; 0 = not ranked */
  readonly ranks: Uint32Array
  /** aggregate x year: how many regions are ranked */
  readonly rankedCounts: Uint32Array
  /** A columns: the rank within the region's group; 0 = not ranked or in no group; null = no groups were given */
  readonly groupRanks: Uint32Array | null
}

/**
 * Lay a panel and a framework out for calculation.
 *
 * @param panel     region x year x indicator, each indicator in its own unit; NaN = not observed
 * @param framework a forest; its indicators are columns of the panel, other columns take no part
 * @param options   groups of regions
 * @throws {RangeError} a framework that does not hold together
 */
export function prepareIndex(
  panel: Panel,
  framework: readonly FrameworkNode[],
  { groups: groupOf }: IndexOptions = {},
): IndexInput {
  const plan = planFramework(framework, panel.indicators)
  if (!groupOf) return { raw: panel, plan, groups: [], groupAt: null }
  const groups = [...new Set(panel.regions.flatMap((code) => groupOf.get(code) ?? []))]
  const numberOf = new Map(groups.map((group, g) => [group, g]))
  const groupAt = Int32Array.from(panel.regions, (code) => numberOf.get(groupOf.get(code) ?? '') ?? -1)
  return { raw: panel, plan, groups, groupAt }
}

/**
 * Carry out a complete recipe on what was laid out: impute, treat, normalise, weigh, aggregate up the forest, apply the
 * coverage rule, rank. A stage that does nothing costs nothing. The same input and recipe give the same bits.
 *
 * @param input  from `prepareIndex`, read only
 * @param recipe from `completeRecipe`
 * @throws {RangeError} a method that needs groups without groups, or what a method throws
 */
export function carryOut(input: IndexInput, recipe: Recipe): IndexStages {
  const { raw, plan } = input
  const regionCount = raw.regions.length
  const yearCount = raw.years.length
  const units = regionCount * yearCount
  // One working copy, turned from values into scores in place: a stage is copied only where it changed something.
  const columns = columnsOf(raw)
  const { imputed, imputedCells } = impute(input, recipe, columns)
  const { treated, treatments } = treat(input, recipe, columns, imputed)
  const { warnings, unobserved } = normaliseColumns(columns, raw.indicators, raw.years, {
    method: normaliseMethods[recipe.normalise.method],
    frame: recipe.normalise.frame,
    isRelative: isRelative(recipe.normalise.method),
    optionsOf: (i) => normaliseOptionsOf(plan, recipe, i),
  })
  const weights = new Float64Array(plan.parents.length)
  for (const i of raw.indicators.keys()) weights[i] = hasScore(columnAt(columns, i, units)) ? 1 : 0
  const weightWarnings: NodeWarning[] = []
  const { scores, coverage } = scoreTree(plan, columns, units, {
    methodOf: (a) => aggregateMethodOf(recipe, plan, a, weights),
    weights,
    weigh: (a, scoresOf) => {
      const valuesOf = (node: number) => (node < raw.indicators.length ? columnOf(treated, node) : null)
      const kind = weighChildren(plan, weights, a, scoresOf, weightMethods[recipe.weights.method], valuesOf)
      if (kind !== null) weightWarnings.push({ kind, node: codeOf(plan, raw.indicators.length + a) })
    },
    minimumCoverage: recipe.coverage.minimum,
    imputedCells,
  })
  return {
    imputed,
    imputedCells,
    treated,
    treatments,
    normalised: columns,
    warnings,
    unused: unobserved,
    weights,
    weightWarnings,
    scores,
    coverage,
    ...rankYears(scores, regionCount, yearCount, plan.aggregates.length),
    groupRanks: input.groupAt && rankGroups(scores, input.groupAt, yearCount, plan.aggregates.length),
  }
}

function impute(
  { raw, plan, groupAt }: IndexInput,
  { impute: { method } }: Recipe,
  columns: Float64Array,
): Pick<IndexStages, 'imputed' | 'imputedCells'> {
  if (method === 'none') return { imputed: raw, imputedCells: null }
  if (groupAt === null && groupImputeMethods.has(method)) {
    throw new RangeError(`recipe.impute.method ${method} needs the group of each region`)
  }
  const context = { years: raw.years, groupAt: groupAt ?? new Int32Array(raw.regions.length) }
  const units = raw.regions.length * raw.years.length
  const filled = imputeColumns(columns, units, wantedOf(plan), imputeMethods[method], context)
  return { imputed: withColumns(raw, columns, filled.changed), imputedCells: filled.imputedCells }
}

function treat(
  { raw, plan }: IndexInput,
  { treat: choice, normalise: { frame } }: Recipe,
  columns: Float64Array,
  imputed: Panel,
): Pick<IndexStages, 'treated' | 'treatments'> {
  const { method } = choice
  if (method === 'none') return { treated: imputed, treatments: [] }
  const treatments = treatColumns(columns, raw.indicators, raw.years, wantedOf(plan), frame, {
    ...choice,
    method,
  })
  const changed = new Set(
    treatments.flatMap(({ indicator, points }) => (points === 0 ? [] : (plan.numberOf.get(indicator) ?? []))),
  )
  return { treated: withColumns(imputed, columns, [...changed]), treatments }
}

/** The indicators that have a place in the framework. */
function wantedOf({ directions }: FrameworkPlan): number[] {
  return directions.flatMap((direction, i) => (direction === null ? [] : i))
}

function normaliseOptionsOf(plan: FrameworkPlan, { normalise }: Recipe, i: number): NormaliseOptions | null {
  const direction = plan.directions[i] ?? null
  if (direction === null) return null
  const { lower, upper, mean, sd } = normalise
  return {
    direction,
    lower,
    upper,
    mean,
    sd,
    goalpostLow: plan.goalpostLows[i] ?? null,
    goalpostHigh: plan.goalpostHighs[i] ?? null,
    target: plan.targets[i] ?? null,
  }
}

function hasScore(column: Float64Array): boolean {
  for (let u = 0; u < column.length; u++) if (!Number.isNaN(column[u] as number)) return true
  return false
}

/** The name of the aggregation method of an aggregate: that of its level when the recipe names one. */
export function methodNameOf({ aggregate: { method, byLevel } }: Recipe, level: number): AggregateMethodName {
  return byLevel[String(level)] ?? method
}

/** The ends of the scale that a node's scores stand on; null = none, or they hang on the data. */
export function boundsOfNode(plan: FrameworkPlan, recipe: Recipe, node: number): Bounds | null {
  const a = node - plan.indicators.length
  if (a < 0) return scoreBounds(recipe.normalise.method, recipe.normalise)
  const children = Array.from(plan.children[a] as Int32Array, (child) => boundsOfNode(plan, recipe, child))
  return boundsOf(methodNameOf(recipe, plan.levels[a] as number), children)
}

/**
 * The aggregation method of an aggregate, told what it needs besides scores and weights.
 *
 * @param recipe    complete
 * @param plan      the framework
 * @param aggregate position among the aggregates
 * @param weights   per node; only the scores of children of weight > 0 will be handed over
 */
export function aggregateMethodOf(
  recipe: Recipe,
  plan: FrameworkPlan,
  aggregate: number,
  weights: Float64Array,
): ScoreParent {
  const method: AggregateMethod = aggregateMethods[methodNameOf(recipe, plan.levels[aggregate] as number)]
  const parts = (plan.children[aggregate] as Int32Array).filter((node) => (weights[node] as number) > 0)
  const options = {
    power: recipe.aggregate.power,
    bounds: Array.from(parts, (node) => boundsOfNode(plan, recipe, node)),
  }
  return (children, shares, result) => method(children, shares, result, options)
}
