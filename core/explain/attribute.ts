import { aggregateMethodOf, methodNameOf } from '../index/carry-out'
import type { FrameworkPlan } from '../index/framework'
import type { Recipe } from '../index/recipe'
import { scoreTree } from '../index/score-tree'
import { quasiMeanOf } from './quasi-mean'

/** What a pair of units is compared under. */
export type AttributeRules = {
  readonly plan: FrameworkPlan
  readonly recipe: Recipe
  /** per node its share within its parent */
  readonly weights: Float64Array
  /** share of the weight that must be observed, 0..1; 0 = no rule */
  readonly minimumCoverage: number
}

/** Pairs of scores of a node, and what a point more on an indicator adds between the two. */
export type Attribution = {
  /** per pair: the score of the first unit; NaN = none, or factors beyond what a number can hold */
  readonly before: Float64Array
  readonly after: Float64Array
  /** indicator x pair: points of the node's score per point of the indicator's; 0 = takes no part */
  readonly multipliers: Float64Array
}

/**
 * Split the difference of two scores of a node over the indicators below it: exactly, through any depth of means.
 *
 * Between a and b a mean M changes by ΔM = Σ m·Δz with m = w·q(zₐ, z_b) / q(Mₐ, M_b), q the difference quotient of the
 * mean's function (`quasiMeanOf`) and w the weights rescaled over the children that both units have. Multiplied down the
 * tree, Σ mᵢ·Δzᵢ over the indicators is the change of the node, with nothing left over.
 *
 * @param rules plan, recipe and weights
 * @param pairs I columns of 2·n units, unit 2k and 2k + 1 being pair k: scores of the indicators; NaN in both or neither
 * @param node  number of an aggregate
 * @returns scores and multipliers, or null when the method of a node on the way is no mean
 * @throws what the methods throw
 */
export function attribute(rules: AttributeRules, pairs: Float64Array, node: number): Attribution | null {
  const { plan, recipe, weights, minimumCoverage } = rules
  const width = plan.indicators.length
  const units = width === 0 ? 0 : pairs.length / width
  const count = units / 2
  const means = plan.aggregates.map((_, a) => {
    return quasiMeanOf(methodNameOf(recipe, plan.levels[a] as number), recipe.aggregate.power)
  })
  const below = aggregatesBelow(plan, node)
  if (below.some((aggregate) => means[aggregate - width] === null)) return null

  const { scores } = scoreTree(plan, pairs, units, {
    // Nodes that are not asked for may have methods that a few units alone cannot be scored by.
    methodOf: (a) => (below.includes(width + a) ? aggregateMethodOf(recipe, plan, a, weights) : leaveOut),
    weights,
    minimumCoverage,
    imputedCells: null,
  })
  const scoreAt = (one: number, unit: number) =>
    (one < width ? pairs[one * units + unit] : scores[(one - width) * units + unit]) as number
  const factors = new Float64Array(plan.parents.length)
  const multipliers = new Float64Array(width * count)
  const before = new Float64Array(count)
  const after = new Float64Array(count)
  for (let pair = 0; pair < count; pair++) {
    factors.fill(0)
    factors[node] = 1
    // Parents stand before their children in `below`.
    for (const aggregate of below) {
      const mean = means[aggregate - width]
      const [from, to] = [scoreAt(aggregate, 2 * pair), scoreAt(aggregate, 2 * pair + 1)]
      if (!mean || Number.isNaN(from) || Number.isNaN(to)) continue
      const parts = (plan.children[aggregate - width] as Int32Array).filter(
        (child) =>
          (weights[child] as number) > 0 &&
          !Number.isNaN(scoreAt(child, 2 * pair)) &&
          !Number.isNaN(scoreAt(child, 2 * pair + 1)),
      )
      const total = parts.reduce((sum, child) => sum + (weights[child] as number), 0)
      const scale = (factors[aggregate] as number) / total / mean.slope(from, to)
      // A power mean that stays at 0 has children that stay there: nothing is to be split.
      if (!Number.isFinite(scale)) continue
      for (const child of parts) {
        const slope = mean.slope(scoreAt(child, 2 * pair), scoreAt(child, 2 * pair + 1))
        factors[child] = Number.isFinite(slope) ? scale * (weights[child] as number) * slope : 0
      }
    }
    const isSplit = factors.every(Number.isFinite)
    before[pair] = isSplit ? scoreAt(node, 2 * pair) : Number.NaN
    after[pair] = isSplit ? scoreAt(node, 2 * pair + 1) : Number.NaN
    for (let i = 0; i < width; i++) multipliers[i * count + pair] = factors[i] as number
  }
  return { before, after, multipliers }
}

function leaveOut(_: readonly Float64Array[], __: Float64Array, result: Float64Array): void {
  result.fill(Number.NaN)
}

/** An aggregate and those below it, parents before their children. */
function aggregatesBelow(plan: FrameworkPlan, node: number): number[] {
  const width = plan.indicators.length
  const found = [node]
  for (const aggregate of found) {
    for (const child of plan.children[aggregate - width] ?? []) if (child >= width) found.push(child)
  }
  return found
}

/**
 * The indicators that take part in the score of a node for one unit: those with a score whose ancestors, up to the
 * node, have one too.
 *
 * @param plan    the framework
 * @param weights per node its share within its parent
 * @param node    number of the node
 * @param hasScore whether a node has a score for the unit
 * @returns numbers of indicators
 */
export function indicatorsBehind(
  plan: FrameworkPlan,
  weights: Float64Array,
  node: number,
  hasScore: (node: number) => boolean,
): number[] {
  if (!hasScore(node)) return []
  const width = plan.indicators.length
  if (node < width) return [node]
  return Array.from(plan.children[node - width] as Int32Array)
    .filter((child) => (weights[child] as number) > 0)
    .flatMap((child) => indicatorsBehind(plan, weights, child, hasScore))
}
