import { aggregateMethodOf, type IndexResult } from './run-index'
import { scoreTree } from './score-tree'

/**
 * Movement of a score between two years over the indicators observed in both: the score of the later year less that
 * of the earlier, each recalculated from those indicators alone with the recipe's own weights and methods.
 *
 * The plain difference of two scores also moves when an indicator comes or goes; this one does not.
 *
 * @param index  a recipe carried out
 * @param region region code
 * @param from   the earlier year
 * @param to     the later year
 * @param code   node of the framework, aggregate or indicator
 * @returns points on the recipe's scale, unrounded; null when region or year is not in the index, or the indicators
 *   observed in both years do not reach the coverage rule (then at least one of the two is no fair comparison)
 * @throws {RangeError} the framework has no such node
 */
export function matchedChange(
  index: IndexResult,
  region: string,
  from: number,
  to: number,
  code: string,
): number | null {
  const { plan, recipe, normalised, weights } = index
  const node = plan.numberOf.get(code)
  if (node === undefined) throw new RangeError(`the framework has no node ${code}`)
  const r = index.regionAt.get(region)
  const before = index.yearAt.get(from)
  const after = index.yearAt.get(to)
  if (r === undefined || before === undefined || after === undefined) return null

  const cell = (i: number, t: number) => (i * index.raw.regions.length + r) * index.raw.years.length + t
  const pair = new Float64Array(2 * plan.indicators.length).fill(Number.NaN)
  plan.indicators.forEach((_, i) => {
    const early = normalised[cell(i, before)] as number
    const late = normalised[cell(i, after)] as number
    if (Number.isNaN(early) || Number.isNaN(late)) return
    pair[2 * i] = early
    pair[2 * i + 1] = late
  })
  if (node < plan.indicators.length) return changeOf(pair, node)
  const { scores } = scoreTree(plan, pair, 2, {
    methodOf: (a) => aggregateMethodOf(recipe, plan, a),
    weights,
    minimumCoverage: recipe.coverage.minimum,
  })
  return changeOf(scores, node - plan.indicators.length)
}

/** Later less earlier in a column of two units. */
function changeOf(columns: Float64Array, i: number): number | null {
  const change = (columns[2 * i + 1] as number) - (columns[2 * i] as number)
  return Number.isNaN(change) ? null : change
}
