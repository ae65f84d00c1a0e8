import type { FrameworkNode } from '@/core/index/framework'
import type { Recipe } from '@/core/index/recipe'
import type { Panel } from '@/core/panel'
import { intervalOf, rankIntervals } from '@/core/uncertainty/rank-intervals'

/** Ranks of A aggregates, R regions, Y years; NaN = none. `low[(a * R + r) * Y + t]`, as the columns of an index. */
export type RankRanges = {
  readonly nodes: readonly string[]
  readonly low: Float64Array
  readonly median: Float64Array
  readonly high: Float64Array
}

/** A quarter of a gigabyte of counts at a time. */
const mostCounts = 2 ** 26

/**
 * The rank intervals of every aggregate, region and year. Aggregates and years are asked for in parts whose counts fit
 * into memory; the runs of each part are the same, as their chance begins with the same seed.
 *
 * @returns null when the recipe asks for no runs
 * @throws {RangeError} what `rankIntervals` throws
 */
export function rankRanges(
  panel: Panel,
  framework: readonly FrameworkNode[],
  recipe: Recipe,
  groups: ReadonlyMap<string, string> | undefined,
): RankRanges | null {
  if (recipe.uncertainty.runs === 0) return null
  const { regions, years } = panel
  const nodes = framework.flatMap((node) => (node.direction === undefined ? [node.code] : []))
  const empty = () => new Float64Array(nodes.length * regions.length * years.length).fill(Number.NaN)
  const ranges = { nodes, low: empty(), median: empty(), high: empty() }
  const cellsAtOnce = Math.max(1, Math.floor(mostCounts / (regions.length * (regions.length + 1))))
  const yearsAtOnce = Math.min(years.length, cellsAtOnce)
  const nodesAtOnce = Math.max(1, Math.floor(cellsAtOnce / yearsAtOnce))
  for (let a = 0; a < nodes.length; a += nodesAtOnce) {
    for (let t = 0; t < years.length; t += yearsAtOnce) {
      const part = { nodes: nodes.slice(a, a + nodesAtOnce), years: years.slice(t, t + yearsAtOnce) }
      const intervals = rankIntervals(panel, framework, recipe, { groups, ...part })
      if (intervals === null) continue
      part.nodes.forEach((node, inNodes) => {
        regions.forEach((region, r) => {
          part.years.forEach((year, inYears) => {
            const { low, median, high } = intervalOf(intervals, region, year, node)
            const cell = ((a + inNodes) * regions.length + r) * years.length + t + inYears
            ranges.low[cell] = low ?? Number.NaN
            ranges.median[cell] = median ?? Number.NaN
            ranges.high[cell] = high ?? Number.NaN
          })
        })
      })
    }
  }
  return ranges
}
