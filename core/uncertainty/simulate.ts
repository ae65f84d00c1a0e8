import { comparesUnits } from '../aggregate/methods'
import {
  aggregateMethodOf,
  carryOut,
  type IndexInput,
  type IndexStages,
  methodNameOf,
} from '../index/carry-out'
import type { Recipe } from '../index/recipe'
import { columnAt } from '../panel'
import { type Alternatives, assumptions, recipeWith } from './alternatives'
import { seededRandom } from './random'

/** The scores of one run, aggregate x region x year, of more years than were asked for where a method needs them. */
export type RunScores = {
  /** NaN = none; written over by the next run */
  readonly scores: Float64Array
  /** years the scores stand on */
  readonly yearCount: number
  /** where the years asked for stand among them */
  readonly places: readonly number[]
}

/**
 * Carry out a recipe in many ways. A way is a point of one number in [0, 1) per assumption: it picks one of the
 * alternatives of its family, or, for the weights, begins the chance that moves them.
 *
 * What does not change between runs is computed once: everything up to the weights is done once per combination of
 * alternatives, and only moving the weights, the aggregation and what `visit` does are done per run. Runs are visited
 * combination by combination, so that one is held in memory at a time. Where no method compares the units, only the
 * years asked for are aggregated.
 *
 * Which regions have a score is decided by the data of the combination and its weights before they are moved: noise on
 * a weight is no reason to withhold a score.
 *
 * @param input        laid out once
 * @param recipe       complete
 * @param alternatives what may be chosen
 * @param points       a number in [0, 1) per assumption, in their order, per run
 * @param places       positions among the panel's years of those asked for
 * @param visit        told the number of the run and its scores
 * @throws {RangeError} noise outside 0..1, no alternative, choices that do not go together, or what a method throws
 */
export function simulate(
  input: IndexInput,
  recipe: Recipe,
  alternatives: Alternatives,
  points: readonly Float64Array[],
  places: readonly number[],
  visit: (run: number, scores: RunScores) => void,
): void {
  const { weightNoise } = alternatives
  if (!(weightNoise >= 0 && weightNoise < 1)) {
    throw new RangeError(`simulate needs noise of at least 0 and below 1, got ${weightNoise}`)
  }
  const { regions, years } = input.raw
  const compared = recipe.normalise.frame === 'pooled' ? regions.length * years.length : regions.length
  for (const { choice, runs } of combinations(alternatives, points)) {
    const chosen = recipeWith(recipe, choice, compared)
    const score = rescorer(input, chosen, carryOut(input, chosen), places)
    for (const run of runs) {
      const chance = points[run]?.[assumptions.indexOf('weights')] ?? 0
      visit(run, score(weightNoise, chance))
    }
  }
}

type Combination = {
  readonly choice: Pick<Recipe, 'impute' | 'treat' | 'normalise' | 'aggregate'>
  readonly runs: readonly number[]
}

function combinations(alternatives: Alternatives, points: readonly Float64Array[]): Combination[] {
  const found = new Map<string, { choice: Combination['choice']; runs: number[] }>()
  points.forEach((point, run) => {
    const pick = <F extends keyof Combination['choice']>(family: F): [number, Alternatives[F][number]] => {
      const list = alternatives[family]
      const place = Math.floor((point[assumptions.indexOf(family)] ?? 0) * list.length)
      const one = list[place]
      if (one === undefined) throw new RangeError(`simulate needs an alternative of ${family}`)
      return [place, one]
    }
    const [i, impute] = pick('impute')
    const [t, treat] = pick('treat')
    const [n, normalise] = pick('normalise')
    const [a, aggregate] = pick('aggregate')
    const key = `${i} ${t} ${n} ${a}`
    const known = found.get(key)
    if (known) known.runs.push(run)
    else found.set(key, { choice: { impute, treat, normalise, aggregate }, runs: [run] })
  })
  return [...found.values()]
}

/** Walks up the forest again with moved weights, on memory that is laid out once. */
function rescorer(
  { plan, raw }: IndexInput,
  recipe: Recipe,
  stages: IndexStages,
  places: readonly number[],
): (noise: number, chance: number) => RunScores {
  const needsAll = Array.from(plan.levels).some((level) => comparesUnits(methodNameOf(recipe, level)))
  const kept = needsAll ? raw.years.map((_, t) => t) : places
  const isCut = kept.length < raw.years.length
  const cut = (columns: Float64Array) => (isCut ? yearsOf(columns, raw.years.length, kept) : columns)
  const normalised = cut(stages.normalised)
  const before = cut(stages.scores)
  const { weights } = stages
  const first = plan.indicators.length
  const units = raw.regions.length * kept.length
  const scores = new Float64Array(before.length)
  const columnOf = (node: number) =>
    node < first ? columnAt(normalised, node, units) : columnAt(scores, node - first, units)
  const steps = plan.children.map((children, a) => {
    const parts = children.filter((node) => (weights[node] as number) > 0)
    return {
      parts,
      columns: Array.from(parts, columnOf),
      shares: new Float64Array(parts.length),
      result: columnOf(first + a),
      before: columnAt(before, a, units),
      carry: aggregateMethodOf(recipe, plan, a, weights),
    }
  })
  const moved = new Float64Array(weights.length)
  const run = { scores, yearCount: kept.length, places: needsAll ? places : kept.map((_, t) => t) }
  return (noise, chance) => {
    moveWeights(weights, noise, chance, moved)
    for (const { parts, columns, shares, result, before: withheld, carry } of steps) {
      if (parts.length === 0) {
        result.fill(Number.NaN)
        continue
      }
      let largest = 0
      for (const node of parts) largest = Math.max(largest, moved[node] as number)
      for (let p = 0; p < parts.length; p++) shares[p] = (moved[parts[p] as number] as number) / largest
      carry(columns, shares, result)
      for (let u = 0; u < units; u++) if (Number.isNaN(withheld[u] as number)) result[u] = Number.NaN
    }
    return run
  }
}

/** Columns of some of the years. */
function yearsOf(columns: Float64Array, yearCount: number, kept: readonly number[]): Float64Array {
  const rows = columns.length / yearCount
  const cut = new Float64Array(rows * kept.length)
  for (let row = 0; row < rows; row++) {
    for (let t = 0; t < kept.length; t++) {
      cut[row * kept.length + t] = columns[row * yearCount + (kept[t] as number)] as number
    }
  }
  return cut
}

function moveWeights(weights: Float64Array, noise: number, chance: number, moved: Float64Array): void {
  if (noise === 0) {
    moved.set(weights)
    return
  }
  const random = seededRandom(Math.floor(chance * 2 ** 32))
  for (let node = 0; node < weights.length; node++) {
    moved[node] = (weights[node] as number) * (1 + noise * (2 * random() - 1))
  }
}
