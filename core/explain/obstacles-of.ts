import type { IndexResult } from '../index/run-index'
import { columnAt } from '../panel'
import { indicatorsBehind } from './attribute'
import { obstacleDegrees } from './obstacle-degree'
import { scoreScaleOf } from './score-scale'

/** What one indicator has to do with a score being below the best possible one. */
export type Obstacle = {
  readonly indicator: string
  /** on the recipe's scale */
  readonly score: number
  /** the score that would leave nothing to gain, on the same scale */
  readonly best: number
  /** share of the way from the worst to the best score that is left, ≥ 0 */
  readonly gapShare: number
  /** effective weight below the node, over the indicators with a score here; they sum to 1 */
  readonly weightShare: number
  /** per cent of the weighted gaps; they add up to 100 */
  readonly degreePercent: number
}

/**
 * What holds a region back: the obstacle degree of every indicator below a node, the largest first. The gap is measured
 * from the best score of the indicator's scale (`scoreScaleOf`), and weighed by the product of the weights down the
 * tree, rescaled over what has a score.
 *
 * @param index  a recipe carried out
 * @param region region code
 * @param year   calendar year
 * @param code   an aggregate of the framework
 * @returns the indicators with a gap; empty when there is no score, or no obstacle because all stand at their best
 * @throws {RangeError} the framework has no such node, or it is an indicator
 */
export function obstaclesOf(index: IndexResult, region: string, year: number, code: string): Obstacle[] {
  const { plan, recipe, raw } = index
  const node = plan.numberOf.get(code) ?? -1
  if (node < plan.indicators.length) {
    throw new RangeError(`obstaclesOf needs an aggregate of the framework, got ${code}`)
  }
  const r = index.regionAt.get(region)
  const t = index.yearAt.get(year)
  if (r === undefined || t === undefined) return []
  const units = raw.regions.length * raw.years.length
  const found = weightsBehind(index, r, t, node).flatMap(({ indicator, weight }) => {
    const column = columnAt(index.normalised, indicator, units)
    const scale = scoreScaleOf(recipe, column)
    const score = column[r * raw.years.length + t] as number
    if (scale === null) return []
    const gapShare = Math.max(0, (scale.best - score) / (scale.best - scale.worst))
    return [
      { indicator: plan.indicators[indicator] ?? '', score, best: scale.best, gapShare, weightShare: weight },
    ]
  })
  const degrees = obstacleDegrees(
    found.map(({ gapShare }) => 1 - gapShare),
    found.map(({ weightShare }) => weightShare),
  )
  if (degrees === null) return []
  return found
    .map((one, i) => ({ ...one, degreePercent: degrees[i] as number }))
    .filter(({ degreePercent }) => degreePercent > 0)
    .sort((a, b) => b.degreePercent - a.degreePercent)
}

/**
 * The indicators behind a score with their effective weights: at every node the weights are rescaled over the children
 * that have a score, and multiplied down. Under arithmetic means Σ weight·score is the score of the node.
 *
 * @param index a recipe carried out
 * @param r     position of the region
 * @param t     position of the year
 * @param node  number of a node
 * @returns numbers of indicators and weights that sum to 1; empty when the node has no score
 */
export function weightsBehind(
  index: IndexResult,
  r: number,
  t: number,
  node: number,
): { readonly indicator: number; readonly weight: number }[] {
  const { plan, weights, raw, normalised, scores } = index
  const width = plan.indicators.length
  const hasScore = (one: number) => {
    const [columns, column] = one < width ? [normalised, one] : [scores, one - width]
    return !Number.isNaN(columns[(column * raw.regions.length + r) * raw.years.length + t] as number)
  }
  const shareOf = (one: number): number => {
    const parent = plan.parents[one] as number
    if (one === node || parent === -1) return 1
    let total = 0
    for (const sibling of plan.children[parent - width] ?? []) {
      if (hasScore(sibling)) total += weights[sibling] as number
    }
    return (shareOf(parent) * (weights[one] as number)) / total
  }
  return indicatorsBehind(plan, weights, node, hasScore).map((indicator) => ({
    indicator,
    weight: shareOf(indicator),
  }))
}
