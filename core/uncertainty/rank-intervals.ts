import { carryOut, type IndexOptions, prepareIndex } from '../index/carry-out'
import type { FrameworkNode } from '../index/framework'
import { completeRecipe, type RecipeInput } from '../index/recipe'
import type { Panel } from '../panel'
import { type Alternatives, assumptions, usualAlternatives } from './alternatives'
import { seededRandom } from './random'
import { rankedRuns, rankQuantile } from './rank-counts'
import { regionRanker, yearPlaces } from './region-ranker'
import { simulate } from './simulate'

/** The ranks that each region had in many runs. A aggregates asked for, R regions, Y years asked for. */
export type RankIntervals = {
  readonly runs: number
  readonly seed: number
  readonly alternatives: Alternatives
  readonly nodes: readonly string[]
  readonly regions: readonly string[]
  readonly years: readonly number[]
  /** A x Y x R: the rank by the recipe itself; 0 = none */
  readonly ranks: Uint32Array
  /** A x Y x R x (R + 1): in how many runs the region had that rank; 0 = in how many none */
  readonly counts: Uint32Array
}

/** Groups of the regions, what to vary, and of which years and nodes to keep the ranks. */
export type UncertaintyOptions = IndexOptions & {
  /** left out = `usualAlternatives` of the recipe */
  readonly alternatives?: Alternatives | undefined
  /** left out = all years of the panel */
  readonly years?: readonly number[] | undefined
  /** aggregates of the framework; left out = all of them */
  readonly nodes?: readonly string[] | undefined
}

/** Counts beyond which a question is too wide for memory: half a gigabyte. */
const mostCounts = 2 ** 27

/**
 * How sure the ranks are: carry out a recipe in many ways that others might have chosen, at random and each as likely as
 * the other, and count which rank each region had.
 *
 * The intervals say what hangs on the choices, not what hangs on errors in the data. The same data, recipe and seed give
 * the same counts.
 *
 * @param panel     region x year x indicator, each indicator in its own unit; NaN = not observed
 * @param framework a forest over the panel's indicators
 * @param recipe    its `uncertainty` says how many runs, and the seed of their chance
 * @param options   groups, alternatives, years and nodes
 * @returns ranks by the recipe and counts over the runs, read by `intervalOf` and `rankSharesOf`; null when the recipe
 *   asks for no runs
 * @throws {RangeError} a framework, recipe or alternatives that do not hold together, a year or node that is not there,
 *   more counts than memory should hold, or what a method throws
 * @see Saisana, Saltelli & Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for the quality
 *   assessment of composite indicators, JRSS A 168(2); OECD/JRC Handbook (2008), Step 8
 */
export function rankIntervals(
  panel: Panel,
  framework: readonly FrameworkNode[],
  recipe: RecipeInput,
  options: UncertaintyOptions = {},
): RankIntervals | null {
  const complete = completeRecipe(recipe)
  const { runs, seed } = complete.uncertainty
  if (runs === 0) return null
  const input = prepareIndex(panel, framework, options)
  const { alternatives = usualAlternatives(complete), years = panel.years } = options
  const nodes = options.nodes ?? input.plan.aggregates
  const rankEach = regionRanker(input, nodes)
  const places = yearPlaces(panel, years)
  const random = seededRandom(seed)
  const points = Array.from({ length: runs }, () => Float64Array.from(assumptions, random))
  const ranks = new Uint32Array(nodes.length * years.length * panel.regions.length)
  const size = panel.regions.length + 1
  if (ranks.length * size > mostCounts) {
    throw new RangeError(`rankIntervals: ${nodes.length} nodes in ${years.length} years are too many at once`)
  }
  const counts = new Uint32Array(ranks.length * size)
  const own = { scores: carryOut(input, complete).scores, yearCount: panel.years.length, places }
  rankEach(own, (cell, rank) => {
    ranks[cell] = rank
  })
  simulate(input, complete, alternatives, points, places, (_, scores) => {
    rankEach(scores, (cell, rank) => {
      const at = cell * size + rank
      counts[at] = (counts[at] as number) + 1
    })
  })
  return { runs, seed, alternatives, nodes, regions: panel.regions, years, ranks, counts }
}

/** Where a region stands, and where it might. */
export type RankInterval = {
  /** by the recipe itself; null = no score */
  readonly rank: number | null
  /** of the runs that gave a rank, as are the others; between two ranks where it falls between two runs */
  readonly median: number | null
  /** 5th percentile: the better end */
  readonly low: number | null
  /** 95th percentile: the worse end */
  readonly high: number | null
  /** share of the runs that gave a rank, 0..1 */
  readonly rankedShare: number
}

/**
 * The rank interval of a region on a node in a year.
 *
 * @param intervals from `rankIntervals`
 * @param region    region code; one that is not there has no rank
 * @param year      calendar year; likewise one that was not asked for
 * @param code      an aggregate that was asked for
 * @returns rank, median, 5th and 95th percentile
 * @throws {RangeError} a node that was not asked for
 */
export function intervalOf(
  intervals: RankIntervals,
  region: string,
  year: number,
  code: string,
): RankInterval {
  const cell = cellOf(intervals, region, year, code)
  if (cell === null) return { rank: null, median: null, low: null, high: null, rankedShare: 0 }
  const counts = countsAt(intervals, cell)
  return {
    rank: intervals.ranks[cell] || null,
    median: rankQuantile(counts, 0.5),
    low: rankQuantile(counts, 0.05),
    high: rankQuantile(counts, 0.95),
    rankedShare: rankedRuns(counts) / intervals.runs,
  }
}

/**
 * The share of the runs in which a region had each rank.
 *
 * @param intervals from `rankIntervals`
 * @param region    region code; one that is not there has no rank
 * @param year      calendar year; likewise one that was not asked for
 * @param code      an aggregate that was asked for
 * @returns R shares, of rank 1 first; they sum to the share of the runs that gave a rank
 * @throws {RangeError} a node that was not asked for
 */
export function rankSharesOf(intervals: RankIntervals, region: string, year: number, code: string): number[] {
  const cell = cellOf(intervals, region, year, code)
  if (cell === null) return intervals.regions.map(() => 0)
  return Array.from(countsAt(intervals, cell).subarray(1), (count) => count / intervals.runs)
}

function countsAt({ counts, regions }: RankIntervals, cell: number): Uint32Array {
  const size = regions.length + 1
  return counts.subarray(cell * size, (cell + 1) * size)
}

function cellOf(
  { nodes, regions, years }: RankIntervals,
  region: string,
  year: number,
  code: string,
): number | null {
  const a = nodes.indexOf(code)
  if (a === -1) throw new RangeError(`no rank intervals of ${code} were asked for`)
  const r = regions.indexOf(region)
  const t = years.indexOf(year)
  return r === -1 || t === -1 ? null : (a * years.length + t) * regions.length + r
}
