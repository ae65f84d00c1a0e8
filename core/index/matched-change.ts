import { comparesUnits } from '../aggregate/methods'
import { aggregateMethodOf, methodNameOf } from './carry-out'
import type { FrameworkPlan } from './framework'
import type { Recipe } from './recipe'
import { type IndexResult, scoreOf } from './run-index'
import { scoreTree } from './score-tree'

/**
 * Movement of a score between two years over the indicators observed in both: the score of the later year less that
 * of the earlier, each recalculated from those indicators alone with the recipe's own weights and methods.
 *
 * The plain difference of two scores also moves when an indicator comes or goes; this one does not. An imputed value is
 * not observed and takes no part. Nor does an indicator whose series breaks on the way: its two values were not counted
 * alike. The index knows no statuses, so the caller names those.
 *
 * A method that compares regions with each other (TOPSIS, say) cannot score two units by themselves. With one of those at
 * or below the node there is a movement only where both years observed the same indicators; it is then the plain
 * difference.
 *
 * @param index  a recipe carried out
 * @param region region code
 * @param from   the earlier year
 * @param to     the later year
 * @param code   node of the framework, aggregate or indicator
 * @param broken codes of the indicators with a break in series after `from` and up to `to` in the region
 * @returns points on the recipe's scale, unrounded; null when region or year is not in the index, or the indicators
 *   that take part do not reach the coverage rule (then at least one of the two is no fair comparison), or
 *   differ under a method that compares regions
 * @throws {RangeError} the framework has no such node
 */
export function matchedChange(
  index: IndexResult,
  region: string,
  from: number,
  to: number,
  code: string,
  broken: ReadonlySet<string> = new Set(),
): number | null {
  const { plan, recipe, normalised, imputedCells, weights } = index
  const node = plan.numberOf.get(code)
  if (node === undefined) throw new RangeError(`the framework has no node ${code}`)
  const r = index.regionAt.get(region)
  const before = index.yearAt.get(from)
  const after = index.yearAt.get(to)
  if (r === undefined || before === undefined || after === undefined) return null

  const observedAt = (i: number, t: number) => {
    const cell = (i * index.raw.regions.length + r) * index.raw.years.length + t
    return imputedCells?.[cell] === 1 ? Number.NaN : (normalised[cell] as number)
  }
  const pair = new Float64Array(2 * plan.indicators.length).fill(Number.NaN)
  const isMatched = plan.indicators.map((indicator, i) => {
    const early = observedAt(i, before)
    const late = observedAt(i, after)
    if (Number.isNaN(early) || Number.isNaN(late)) return Number.isNaN(early) && Number.isNaN(late)
    if (broken.has(indicator)) return false
    pair[2 * i] = early
    pair[2 * i + 1] = late
    return true
  })
  if (node < plan.indicators.length) return changeOf(pair, node)
  const below = nodesBelow(plan, node)
  if (below.some((one) => isComparing(recipe, plan, one))) {
    const hasImputed = below.some(
      (i) => i < plan.indicators.length && hasImputedPair(index, i, r, before, after),
    )
    if (hasImputed || below.some((i) => isMatched[i] === false)) return null
    const early = scoreOf(index, region, from, code).score
    const late = scoreOf(index, region, to, code).score
    return early === null || late === null ? null : late - early
  }
  const { scores } = scoreTree(plan, pair, 2, {
    methodOf: (a) => aggregateMethodOf(recipe, plan, a, weights),
    weights,
    minimumCoverage: recipe.coverage.minimum,
    imputedCells: null,
  })
  return changeOf(scores, node - plan.indicators.length)
}

/** A node and everything below it. */
function nodesBelow(plan: FrameworkPlan, node: number): number[] {
  const found = [node]
  for (const one of found) found.push(...(plan.children[one - plan.indicators.length] ?? []))
  return found
}

function isComparing(recipe: Recipe, plan: FrameworkPlan, node: number): boolean {
  const level = plan.levels[node - plan.indicators.length]
  return level !== undefined && comparesUnits(methodNameOf(recipe, level))
}

function hasImputedPair(
  { imputedCells, raw }: IndexResult,
  i: number,
  region: number,
  before: number,
  after: number,
): boolean {
  const start = (i * raw.regions.length + region) * raw.years.length
  return imputedCells?.[start + before] === 1 || imputedCells?.[start + after] === 1
}

/** Later less earlier in a column of two units. */
function changeOf(columns: Float64Array, i: number): number | null {
  const change = (columns[2 * i + 1] as number) - (columns[2 * i] as number)
  return Number.isNaN(change) ? null : change
}
