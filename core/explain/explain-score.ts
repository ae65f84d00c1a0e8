import type { Bounds } from '../aggregate/method'
import type { AggregateMethodName } from '../aggregate/methods'
import { boundsOfNode, methodNameOf } from '../index/carry-out'
import { codeOf } from '../index/framework'
import { type IndexResult, type NodeScore, scoreOf } from '../index/run-index'
import { columnAt } from '../panel'
import { spreadOf } from '../stats/spread'
import { explainIndicator, type IndicatorExplanation } from './explain-indicator'

/** A node's part in the score of its parent. */
export type NodePart = {
  /** its share within its parent as the recipe weighs it, 0..1; 1 for the node that was asked for */
  readonly weight: number
  /** its share over the siblings that have a score here, 0..1; 0 without a score; 1 for the node asked for */
  readonly weightShare: number
  /** the shares multiplied down from the node asked for */
  readonly effectiveShare: number
  /** points of the parent's score, weightShare · score, where the parent is an arithmetic mean; else null */
  readonly contribution: number | null
  /** the ends of the scale that the node's scores stand on; null = none, or they hang on the data */
  readonly bounds: Bounds | null
  /** the node's scores over all regions and years; null = nobody has one */
  readonly field: ScoreField | null
}

/** What the methods that compare units (TOPSIS, Copeland, Mazziotta-Pareto) measure a score with. */
export type ScoreField = {
  readonly count: number
  readonly min: number
  readonly max: number
  readonly mean: number
  /** sample standard deviation, n - 1 */
  readonly sd: number
  /** how many of the other scores are strictly lower than this one, and how many are equal; null without one */
  readonly lower: number | null
  readonly equal: number | null
}

/** An aggregate: its children's scores, the weights, and the method that made one score of them. */
export type AggregateExplanation = NodeScore &
  NodePart & {
    readonly kind: 'aggregate'
    readonly node: string
    readonly method: AggregateMethodName
    /** the exponent of a power mean */
    readonly power: number
    /** the coverage that is asked for, 0..1 */
    readonly minimumCoverage: number
    readonly children: readonly ScoreExplanation[]
  }

/** A step of the chain from observations to a score. Plain data, JSON as it stands. */
export type ScoreExplanation = AggregateExplanation | (NodePart & IndicatorExplanation)

/**
 * "Explain this number": the whole chain behind a score, from the observations up the tree, with every number that the
 * formulas need. Per indicator the observed value, whether it was imputed, whether treated, what it was compared with and
 * its score; per aggregate the children's scores, their weights as the recipe has them and as they count here, where some
 * are missing, and the method. A score that does not exist has its reason, and its chain all the same.
 *
 * Whether an observed value was estimated or provisional is not known to core; who shows it adds the status.
 *
 * @param index  a recipe carried out
 * @param region region code
 * @param year   calendar year
 * @param code   node of the framework, aggregate or indicator
 * @returns the node with all that is below it; null when the index does not hold the region or the year
 * @throws {RangeError} the framework has no such node, or it is a column outside the framework
 */
export function explainScore(
  index: IndexResult,
  region: string,
  year: number,
  code: string,
): ScoreExplanation | null {
  const node = index.plan.numberOf.get(code)
  if (node === undefined) throw new RangeError(`the framework has no node ${code}`)
  const r = index.regionAt.get(region)
  const t = index.yearAt.get(year)
  if (r === undefined || t === undefined) return null
  const top = { weight: 1, weightShare: 1, effectiveShare: 1, contribution: null }
  return explain({ index, region, year, r, t }, node, top)
}

type Place = {
  readonly index: IndexResult
  readonly region: string
  readonly year: number
  readonly r: number
  readonly t: number
}

function explain(place: Place, node: number, part: Omit<NodePart, 'bounds' | 'field'>): ScoreExplanation {
  const { index, region, year, r, t } = place
  const { plan, recipe, weights } = index
  const width = plan.indicators.length
  const code = codeOf(plan, node)
  const own = scoreOf(index, region, year, code)
  const bounds = boundsOfNode(plan, recipe, node)
  const shown = { ...own, ...part, bounds, field: fieldOf(index, node, own.score) }
  if (node < width) return { ...shown, ...explainIndicator(index, r, t, node, own) }
  const a = node - width
  const method = methodNameOf(recipe, plan.levels[a] as number)
  const children = Array.from(plan.children[a] as Int32Array)
  const scores = children.map((child) => scoreOf(index, region, year, codeOf(plan, child)).score)
  const counting = children.map((child, c) => (scores[c] === null ? 0 : (weights[child] as number)))
  const total = counting.reduce((sum, weight) => sum + weight, 0)
  return {
    ...shown,
    kind: 'aggregate',
    node: code,
    method,
    power: recipe.aggregate.power,
    minimumCoverage: recipe.coverage.minimum,
    children: children.map((child, c) => {
      const score = scores[c] ?? null
      const weightShare = total > 0 ? (counting[c] as number) / total : 0
      return explain(place, child, {
        weight: weights[child] as number,
        weightShare,
        effectiveShare: part.effectiveShare * weightShare,
        contribution: method === 'arithmetic' && score !== null ? weightShare * score : null,
      })
    }),
  }
}

function fieldOf(index: IndexResult, node: number, own: number | null): ScoreField | null {
  const width = index.plan.indicators.length
  const units = index.raw.regions.length * index.raw.years.length
  const [columns, column] = node < width ? [index.normalised, node] : [index.scores, node - width]
  const scores = columnAt(columns, column, units)
  const spread = spreadOf(scores)
  if (spread === null) return null
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  let lower = 0
  let equal = -1
  for (let u = 0; u < units; u++) {
    const score = scores[u] as number
    if (score < min) min = score
    if (score > max) max = score
    if (own !== null && score < own) lower++
    else if (score === own) equal++
  }
  return { ...spread, min, max, lower: own === null ? null : lower, equal: own === null ? null : equal }
}
