import type { Panel } from '../panel'
import { carryOut, type IndexInput, type IndexOptions, type IndexStages, prepareIndex } from './carry-out'
import { codeOf, type FrameworkNode, type FrameworkPlan } from './framework'
import { completeRecipe, type Recipe, type RecipeInput } from './recipe'
import { neededChildren } from './score-tree'

/** A recipe carried out, with every stage kept, from `raw` to the ranks. */
export type IndexResult = IndexInput &
  IndexStages & {
    readonly recipe: Recipe
    readonly regionAt: ReadonlyMap<string, number>
    readonly yearAt: ReadonlyMap<number, number>
  }

/**
 * Carry out a recipe: impute, treat, normalise every indicator, weigh, aggregate up the forest, apply the coverage
 * rule, rank the regions within each year and within their groups.
 *
 * An indicator without any score (never observed, or the same everywhere) has no weight: it neither helps nor
 * costs anybody. The same panel, framework and recipe give the same bits.
 *
 * @param panel     region x year x indicator, each indicator in its own unit; NaN = not observed
 * @param framework a forest; its indicators are columns of the panel, other columns take no part
 * @param recipe    what is left out has the meaning given at `completeRecipe`
 * @param options   `groups`: the group of each region, for group imputation and ranks within groups
 * @returns every stage; nothing is rounded
 * @throws {RangeError} a framework or recipe that does not hold together, or what a method throws
 */
export function runIndex(
  panel: Panel,
  framework: readonly FrameworkNode[],
  recipe: RecipeInput,
  options: IndexOptions = {},
): IndexResult {
  const complete = completeRecipe(recipe)
  const input = prepareIndex(panel, framework, options)
  return {
    recipe: complete,
    ...input,
    ...carryOut(input, complete),
    regionAt: new Map(panel.regions.map((code, r) => [code, r])),
    yearAt: new Map(panel.years.map((year, t) => [year, t])),
  }
}

/** Why a node has no score in a region and year. */
export type NoScoreReason = 'coverage' | 'no-data' | 'no-indicators' | 'incomplete-areas'

/** A score with what one must know to read it. */
export type NodeScore = {
  /** on the recipe's scale, unrounded; null = no score */
  readonly score: number | null
  /** 1 = the highest of the year, ties share the minimum rank; null = no score */
  readonly rank: number | null
  /** regions that have a rank in this year */
  readonly rankedCount: number
  /** share of the weight below that is observed, 0..1; an imputed value is not observed */
  readonly coverage: number
  /** null exactly when there is a score */
  readonly reason: NoScoreReason | null
}

/**
 * The score of a node, aggregate or indicator, in a region and year.
 *
 * @param index  a recipe carried out
 * @param region region code; one that the index does not hold has no score ('no-data')
 * @param year   calendar year, likewise
 * @param code   node of the framework
 * @returns score, rank and coverage, or why there is no score: 'no-indicators' = nothing below has ever been
 *   observed; 'incomplete-areas' = the coverage rule holds and a root lacks the score of an aggregate below it;
 *   'no-data' = nothing below has a score here; 'coverage' = something has, but less than the recipe's minimum
 * @throws {RangeError} the framework has no such node
 */
export function scoreOf(index: IndexResult, region: string, year: number, code: string): NodeScore {
  const { plan } = index
  const node = nodeAt(plan, code)
  const r = index.regionAt.get(region)
  const t = index.yearAt.get(year)
  if (r === undefined || t === undefined) {
    return { score: null, rank: null, rankedCount: 0, coverage: 0, reason: 'no-data' }
  }
  const width = plan.indicators.length
  if (node < width) return indicatorScore(index, r, t, node)
  const a = node - width
  const cell = cellOf(index, r, t, a)
  const score = index.scores[cell] as number
  const hasScore = !Number.isNaN(score)
  return {
    score: hasScore ? score : null,
    rank: hasScore ? (index.ranks[cell] as number) : null,
    rankedCount: index.rankedCounts[a * index.raw.years.length + t] as number,
    coverage: index.coverage[cell] as number,
    reason: hasScore ? null : reasonOf(index, r, t, a),
  }
}

function indicatorScore(index: IndexResult, r: number, t: number, i: number): NodeScore {
  const score = index.normalised[cellOf(index, r, t, i)] as number
  let better = 0
  let rankedCount = 0
  for (let other = 0; other < index.raw.regions.length; other++) {
    const rival = index.normalised[cellOf(index, other, t, i)] as number
    if (Number.isNaN(rival)) continue
    rankedCount++
    if (rival > score) better++
  }
  if (!Number.isNaN(score)) {
    const coverage = index.imputedCells?.[cellOf(index, r, t, i)] === 1 ? 0 : 1
    return { score, rank: better + 1, rankedCount, coverage, reason: null }
  }
  const reason = index.weights[i] === 0 ? 'no-indicators' : 'no-data'
  return { score: null, rank: null, rankedCount, coverage: 0, reason }
}

function reasonOf(index: IndexResult, r: number, t: number, a: number): NoScoreReason {
  const { plan, weights, coverage, recipe } = index
  if (recipe.coverage.minimum > 0 && lackedBy(index, r, t, a).length > 0) return 'incomplete-areas'
  if (weights[plan.indicators.length + a] === 0) return 'no-indicators'
  const isCovered = (coverage[cellOf(index, r, t, a)] as number) > 0
  return isCovered && recipe.coverage.minimum > 0 ? 'coverage' : 'no-data'
}

/** The aggregates that a root needs and that have no score in a region and year. */
function lackedBy(index: IndexResult, r: number, t: number, a: number): number[] {
  const first = index.plan.indicators.length
  return Array.from(neededChildren(index.plan, a, index.weights), (node) => node - first).filter((child) =>
    Number.isNaN(index.scores[cellOf(index, r, t, child)] as number),
  )
}

/** Position in an array of columns. */
function cellOf({ raw }: IndexResult, region: number, year: number, column: number): number {
  return (column * raw.regions.length + region) * raw.years.length + year
}

function nodeAt(plan: FrameworkPlan, code: string): number {
  const node = plan.numberOf.get(code)
  if (node === undefined) throw new RangeError(`the framework has no node ${code}`)
  return node
}

/** A region's place within its group. */
export type GroupRank = {
  readonly group: string
  /** 1 = the highest of the group in the year, ties share the minimum rank */
  readonly rank: number
  /** regions of the group that have a rank in this year */
  readonly rankedCount: number
}

/**
 * The rank of a region on an aggregate within its group and year.
 *
 * @param index  a recipe carried out
 * @param region region code
 * @param year   calendar year
 * @param code   an aggregate of the framework
 * @returns null when there are no groups, the region is in none, has no score, or is not in the index
 * @throws {RangeError} the framework has no such node, or it is an indicator
 */
export function groupRankOf(
  index: IndexResult,
  region: string,
  year: number,
  code: string,
): GroupRank | null {
  const a = nodeAt(index.plan, code) - index.plan.indicators.length
  if (a < 0) throw new RangeError(`groupRankOf needs an aggregate, got the indicator ${code}`)
  const { groupAt, groupRanks } = index
  const r = index.regionAt.get(region)
  const t = index.yearAt.get(year)
  if (groupAt === null || groupRanks === null || r === undefined || t === undefined) return null
  const rank = groupRanks[cellOf(index, r, t, a)] as number
  if (rank === 0) return null
  const group = groupAt[r] as number
  let rankedCount = 0
  groupAt.forEach((other, o) => {
    if (other === group && groupRanks[cellOf(index, o, t, a)] !== 0) rankedCount++
  })
  return { group: index.groups[group] ?? '', rank, rankedCount }
}

/** How many points of a score come from one child. */
export type Contribution = {
  readonly node: string
  /** the child's own score, or null when it has none and takes no part */
  readonly score: number | null
  /** its share among the children that have a score, 0..1; they add up to 1 */
  readonly weightShare: number
  /** weightShare times score: points of the parent's score; null without a score */
  readonly contribution: number | null
}

/**
 * What each child gives to the score of an aggregate under the arithmetic mean: wᵢ·zᵢ / Σ w over the children with
 * a score. The contributions add up to the score.
 *
 * @param index  a recipe carried out
 * @param region region code
 * @param year   calendar year
 * @param code   an aggregate of the framework
 * @returns one entry per child in the framework's order; empty when the aggregate has no score
 * @throws {RangeError} the framework has no such node
 */
export function contributionsOf(
  index: IndexResult,
  region: string,
  year: number,
  code: string,
): Contribution[] {
  const { plan, weights } = index
  const a = nodeAt(plan, code) - plan.indicators.length
  if (a < 0 || scoreOf(index, region, year, code).score === null) return []
  const parts = Array.from(plan.children[a] as Int32Array, (node) => {
    const child = codeOf(plan, node)
    return { node: child, score: scoreOf(index, region, year, child).score, weight: weights[node] as number }
  })
  const total = parts.reduce((sum, { score, weight }) => (score === null ? sum : sum + weight), 0)
  return parts.map(({ node, score, weight }) => {
    const weightShare = score === null ? 0 : weight / total
    return { node, score, weightShare, contribution: score === null ? null : weightShare * score }
  })
}

/**
 * The areas that lack data in a year: those below a root of which fewer than half of the regions have a score.
 *
 * @param index a recipe carried out
 * @param year  calendar year; all areas lack data in one that the index does not hold
 * @returns codes in the framework's order
 */
export function areasLacking(index: IndexResult, year: number): string[] {
  const { plan } = index
  return plan.aggregates
    .flatMap((_, root) => Array.from(neededChildren(plan, root, index.weights)))
    .filter((area) => !reachesRule(index, area, year))
    .map((area) => codeOf(plan, area))
}

/**
 * The year shown first: the latest in which every area below a root reaches the coverage rule, which an area does
 * when at least half of the regions have a score in it. When no year has them all, the latest of the years that
 * have the most; a root directly above indicators is its own only area.
 *
 * @param index a recipe carried out
 * @param code  a root of the framework
 * @returns a year of the panel, or null when no area reaches the rule in any year
 * @throws {RangeError} the framework has no such node, or it is an indicator
 */
export function firstShownYear(index: IndexResult, code: string): number | null {
  const { plan, raw } = index
  const root = nodeAt(plan, code)
  if (root < plan.indicators.length) {
    throw new RangeError(`firstShownYear needs a root, got the indicator ${code}`)
  }
  const areas = neededChildren(plan, root - plan.indicators.length, index.weights)
  const needed = areas.length > 0 ? areas : [root]
  let shown: number | null = null
  let most = 0
  for (const year of raw.years) {
    const count = needed.filter((area) => reachesRule(index, area, year)).length
    if (count === 0 || count < most) continue
    most = count
    shown = year
  }
  return shown
}

function reachesRule({ plan, raw, rankedCounts, yearAt }: IndexResult, node: number, year: number): boolean {
  const t = yearAt.get(year)
  if (t === undefined || raw.regions.length === 0) return false
  const scored = rankedCounts[(node - plan.indicators.length) * raw.years.length + t] as number
  return scored * 2 >= raw.regions.length
}
