import { type IndexResult, scoreOf } from '../index/run-index'
import { changingWeightChange } from './decompose-change'
import { type StandingParts, standingParts } from './standing-parts'

/** What one indicator has to do with a region's move. */
export type MoveDriver = {
  readonly indicator: string
  /** change of the region's standing through this indicator: > 0 = it pushed upward; standard deviations of the scores */
  readonly change: number
  /** the part of it that comes from another score (normalisation, treatment, imputation, spread of the scores) */
  readonly fromScore: number
  /** the part of it that comes from another weight */
  readonly fromWeight: number
}

/** A region's place on a node before and after. */
export type RankMove = {
  readonly region: string
  readonly before: { readonly score: number; readonly rank: number }
  readonly after: { readonly score: number; readonly rank: number }
  /** places gained: rank before less rank after, > 0 = upward */
  readonly places: number
  /** change of the region's standing, in standard deviations of the scores; null = it cannot be split */
  readonly change: number | null
  /** the part of `change` that comes from missing values; null like it */
  readonly fromGaps: number | null
  /** the largest first, whatever its sign; the changes and `fromGaps` add up to `change`. Null like it */
  readonly drivers: readonly MoveDriver[] | null
}

/** Two indices held against each other on one node in one year. */
export type RecipeComparison = {
  readonly year: number
  readonly node: string
  /** the regions that have a rank in both, the largest move first, then by rank before */
  readonly moves: readonly RankMove[]
  /** regions that have a rank in the first or in the second alone */
  readonly onlyBefore: readonly string[]
  readonly onlyAfter: readonly string[]
  readonly movedCount: number
  /** mean and largest number of places moved, over the regions ranked in both; 0 without any */
  readonly meanPlaces: number
  readonly largestPlaces: number
}

/**
 * Hold two indices against each other: which regions move on a node, by how many places, and which indicators make
 * them, by their score or by their weight.
 *
 * A rank moves because a region's distance from the field changes. That distance, the standing, is split over the
 * indicators in both (`standingParts`: Σ weight·distance + gaps), and the difference of each indicator's share into
 * mean weight · change of distance + mean distance · change of weight (`changingWeightChange`). All of it adds up.
 *
 * @param before a recipe carried out
 * @param after  another recipe, framework or data carried out; regions and indicators are matched by code
 * @param year   calendar year
 * @param code   an aggregate that both have
 * @returns the moves; their drivers are null when the score of a node is no mean in one of the two
 * @throws {RangeError} one of the two has no such node, or it is an indicator
 */
export function compareRecipes(
  before: IndexResult,
  after: IndexResult,
  year: number,
  code: string,
): RecipeComparison {
  const earlier = standingParts(before, year, code)
  const later = standingParts(after, year, code)
  const onlyBefore: string[] = []
  const onlyAfter: string[] = []
  const moves = [...new Set([...before.raw.regions, ...after.raw.regions])].flatMap((region): RankMove[] => {
    const here = placeOf(before, region, year, code)
    const there = placeOf(after, region, year, code)
    if (here && !there) onlyBefore.push(region)
    if (there && !here) onlyAfter.push(region)
    if (!here || !there) return []
    const why = driversOf(earlier?.get(region), later?.get(region))
    return [{ region, before: here, after: there, places: here.rank - there.rank, ...why }]
  })
  const sizes = moves.map(({ places }) => Math.abs(places))
  const size = ({ places }: RankMove) => Math.abs(places)
  return {
    year,
    node: code,
    moves: moves.sort((a, b) => size(b) - size(a) || a.before.rank - b.before.rank),
    onlyBefore,
    onlyAfter,
    movedCount: sizes.filter((places) => places > 0).length,
    meanPlaces: sizes.length === 0 ? 0 : sizes.reduce((sum, places) => sum + places, 0) / sizes.length,
    largestPlaces: sizes.reduce((most, places) => Math.max(most, places), 0),
  }
}

function placeOf(index: IndexResult, region: string, year: number, code: string) {
  const { score, rank } = scoreOf(index, region, year, code)
  return score === null || rank === null ? null : { score, rank }
}

function driversOf(
  before: StandingParts | undefined,
  after: StandingParts | undefined,
): Pick<RankMove, 'change' | 'fromGaps' | 'drivers'> {
  if (!before || !after) return { change: null, fromGaps: null, drivers: null }
  const indicators = [...new Set([...before.distances.keys(), ...after.distances.keys()])]
  const none = { distance: 0, weight: 0 }
  // An indicator that only one of the two has keeps its distance, so that all it does comes from its weight.
  const sides = indicators.map((indicator) => {
    const here = before.distances.get(indicator)
    const there = after.distances.get(indicator)
    const away = { ...(here ?? there ?? none), weight: 0 }
    return [here ?? away, there ?? away] as const
  })
  const split = changingWeightChange(
    sides.map(([here]) => here.distance),
    sides.map(([, there]) => there.distance),
    sides.map(([here]) => here.weight),
    sides.map(([, there]) => there.weight),
  )
  const drivers = indicators.map((indicator, i) => ({
    indicator,
    change: split.parts[i] as number,
    fromScore: split.fromScores[i] as number,
    fromWeight: split.fromWeights[i] as number,
  }))
  return {
    change: after.standing - before.standing,
    fromGaps: after.fromGaps - before.fromGaps,
    drivers: drivers.sort((a, b) => Math.abs(b.change) - Math.abs(a.change)),
  }
}
