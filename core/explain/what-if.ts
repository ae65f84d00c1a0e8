import { codeOf, type FrameworkNode, type FrameworkPlan } from '../index/framework'
import type { RecipeInput } from '../index/recipe'
import { type IndexResult, runIndex } from '../index/run-index'
import { compareRecipes, type RecipeComparison } from './compare-recipes'

/** What is to be different; at least one of them. */
export type WhatIfChange = {
  /** indicators, or aggregates with all that is below them, to leave out */
  readonly without?: readonly string[]
  /**
   * other weights by code, relative to the weights that the siblings have now (shares that sum to 1 in every node); the
   * weights that are not named stay as they are, whatever method they came from
   */
  readonly weights?: Readonly<Record<string, number>>
  /** families of the recipe to replace, key by key */
  readonly recipe?: RecipeInput
}

/** The index as it would be, and what it does to the ranks. */
export type WhatIf = { readonly index: IndexResult; readonly comparison: RecipeComparison }

/**
 * What if: an index without an indicator, with other weights, or by another recipe, held against the one there is.
 *
 * Without an indicator its siblings share its weight by the recipe's own method; an area that loses its last indicator
 * goes too, as it would otherwise take every region's score with it.
 *
 * @param index  a recipe carried out
 * @param change what is to be different
 * @param year   calendar year
 * @param code   an aggregate whose ranks are compared, and which stays
 * @returns the other index, and who moves, by how much, and which indicator or weight makes it
 * @throws {RangeError} an unknown code, a node left out that is to be compared or weighed, a weight that is negative or
 *   not finite, or what `runIndex` throws
 */
export function whatIf(index: IndexResult, change: WhatIfChange, year: number, code: string): WhatIf {
  const { plan, recipe } = index
  const weights = change.weights ?? {}
  for (const named of [code, ...(change.without ?? []), ...Object.keys(weights)]) {
    if (!plan.numberOf.has(named)) throw new RangeError(`the framework has no node ${named}`)
  }
  const isWeighed = change.weights !== undefined
  const nodes = frameworkOf(plan, isWeighed ? index.weights : null)
  const kept = withoutNodes(nodes, change.without ?? [])
  for (const named of [code, ...Object.keys(weights)]) {
    if (!kept.some((node) => node.code === named)) throw new RangeError(`${named} is left out`)
  }
  const framework = kept.map((node) => ({ ...node, weight: weights[node.code] ?? node.weight }))
  const other = {
    ...replaced(recipe, change.recipe ?? {}),
    ...(isWeighed ? { weights: { method: 'framework' as const } } : {}),
  }
  const groups = groupsOf(index)
  const changed = runIndex(index.raw, framework, other, groups ? { groups } : {})
  return { index: changed, comparison: compareRecipes(index, changed, year, code) }
}

/**
 * The nodes of a framework, from its plan: parents before their children, in the framework's order.
 *
 * @param plan    the framework laid out
 * @param weights per node, to stand in for the given weights where they are above 0; null = the given ones
 */
function frameworkOf(plan: FrameworkPlan, weights: Float64Array | null): FrameworkNode[] {
  const width = plan.indicators.length
  const nodeOf = (number: number): FrameworkNode => {
    const parent = plan.parents[number] as number
    const direction = number < width ? plan.directions[number] : null
    const weight = weights?.[number] || (plan.given[number] as number)
    const own = { code: codeOf(plan, number), parent: parent === -1 ? null : codeOf(plan, parent), weight }
    if (direction === null || direction === undefined) return own
    return {
      ...own,
      direction,
      goalpostLow: plan.goalpostLows[number] ?? null,
      goalpostHigh: plan.goalpostHighs[number] ?? null,
      target: plan.targets[number] ?? null,
    }
  }
  const below = (number: number): FrameworkNode[] => [
    nodeOf(number),
    ...Array.from(plan.children[number - width] ?? []).flatMap(below),
  ]
  const roots = [...plan.parents.keys()].filter((number) => {
    return plan.parents[number] === -1 && (number >= width || plan.directions[number] !== null)
  })
  return roots.flatMap(below)
}

/** Leaves out nodes, all that hangs from them, and the aggregates that are emptied by it. */
function withoutNodes(nodes: readonly FrameworkNode[], codes: readonly string[]): FrameworkNode[] {
  const out = new Set(codes)
  // Parents stand before their children: one walk down takes the branches, one walk up the emptied.
  for (const { code, parent } of nodes) if (parent !== null && out.has(parent)) out.add(code)
  for (const { code } of nodes.toReversed()) {
    const children = nodes.filter((node) => node.parent === code)
    if (children.length > 0 && children.every((child) => out.has(child.code))) out.add(code)
  }
  return nodes.filter(({ code }) => !out.has(code))
}

function replaced(recipe: RecipeInput, change: RecipeInput): RecipeInput {
  const families = Object.entries(change).map(([family, keys]) => {
    return [family, { ...recipe[family as keyof RecipeInput], ...keys }]
  })
  return { ...recipe, ...Object.fromEntries(families) }
}

function groupsOf({ raw, groups, groupAt }: IndexResult): ReadonlyMap<string, string> | null {
  if (groupAt === null) return null
  return new Map(
    raw.regions.flatMap((region, r) => {
      const group = groups[groupAt[r] as number]
      return group === undefined ? [] : [[region, group] as const]
    }),
  )
}
