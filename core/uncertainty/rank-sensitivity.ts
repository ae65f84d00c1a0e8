import { carryOut, prepareIndex } from '../index/carry-out'
import type { FrameworkNode } from '../index/framework'
import { completeRecipe, type RecipeInput } from '../index/recipe'
import type { Panel } from '../panel'
import { type Alternatives, type Assumption, assumptions, usualAlternatives } from './alternatives'
import type { UncertaintyOptions } from './rank-intervals'
import { regionRanker, yearPlaces } from './region-ranker'
import { simulate } from './simulate'
import { type SobolIndex, sobolIndices, sobolPoints } from './sobol'

/** Which choice moves the ranks, and how much. */
export type RankSensitivity = {
  /** how many times the recipe was carried out: N(d + 2) */
  readonly runs: number
  /** mean over the runs of how many places the regions moved on average */
  readonly meanShift: number
  /** the assumptions that were varied, with their share of the variance of that shift */
  readonly assumptions: readonly (SobolIndex & { readonly assumption: Assumption })[]
}

/** Of which node and year, and how well. */
export type SensitivityOptions = Pick<UncertaintyOptions, 'groups' | 'alternatives'> & {
  /** an aggregate of the framework */
  readonly node: string
  /** a year of the panel */
  readonly year: number
  /** N; the error is of the order of 1/√N */
  readonly samples: number
}

/**
 * Which choice moves the ranks: Sobol indices of the mean absolute change of rank against the recipe's own ranks, over
 * the regions that have both, with the choices of the recipe as inputs.
 *
 * @param panel     region x year x indicator, each indicator in its own unit; NaN = not observed
 * @param framework a forest over the panel's indicators
 * @param recipe    its `uncertainty.seed` is that of the chance
 * @param options   node, year, N, groups and alternatives; an assumption without an alternative is no input
 * @returns indices of the assumptions that vary; null when none does, or when none ever moves a rank
 * @throws {RangeError} as `rankIntervals`, or N below 2
 * @see Saisana, Saltelli & Tarantola (2005), JRSS A 168(2); COINr, get_sensitivity
 */
export function rankSensitivity(
  panel: Panel,
  framework: readonly FrameworkNode[],
  recipe: RecipeInput,
  { node, year, samples, ...options }: SensitivityOptions,
): RankSensitivity | null {
  const complete = completeRecipe(recipe)
  const input = prepareIndex(panel, framework, options)
  const { alternatives = usualAlternatives(complete) } = options
  const varied = assumptions.filter((one) => isVaried(alternatives, one))
  if (varied.length === 0) return null
  const { seed } = complete.uncertainty
  const slots = varied.map((one) => assumptions.indexOf(one))
  const points = sobolPoints(varied.length, samples, seed).map((drawn) => {
    const point = new Float64Array(assumptions.length)
    slots.forEach((slot, v) => {
      point[slot] = drawn[v] as number
    })
    return point
  })
  const rankEach = regionRanker(input, [node])
  const places = yearPlaces(panel, [year])
  const own = new Uint32Array(panel.regions.length)
  const { scores: nominal } = carryOut(input, complete)
  rankEach({ scores: nominal, yearCount: panel.years.length, places }, (region, rank) => {
    own[region] = rank
  })
  const shifts = new Float64Array(points.length)
  simulate(input, complete, alternatives, points, places, (run, scores) => {
    let moved = 0
    let regions = 0
    rankEach(scores, (region, rank) => {
      if (rank === 0 || own[region] === 0) return
      moved += Math.abs(rank - (own[region] as number))
      regions++
    })
    shifts[run] = regions === 0 ? 0 : moved / regions
  })
  const indices = sobolIndices(shifts, varied.length, seed)
  return (
    indices && {
      runs: points.length,
      meanShift: shifts.subarray(0, 2 * samples).reduce((a, b) => a + b, 0) / (2 * samples),
      assumptions: varied.map((assumption, v) => ({ assumption, ...(indices[v] as SobolIndex) })),
    }
  )
}

function isVaried(alternatives: Alternatives, assumption: Assumption): boolean {
  return assumption === 'weights' ? alternatives.weightNoise > 0 : alternatives[assumption].length > 1
}
