import type { IndexResult } from '../index/run-index'
import { spreadOf } from '../stats/spread'
import { attribute, indicatorsBehind } from './attribute'

/** How far a region stands from the field, and which indicators put it there. */
export type StandingParts = {
  /** (score - score of the average region) / standard deviation of the scores of the year */
  readonly standing: number
  /** what the absence of values does: the average region over the same indicators against over all of them */
  readonly fromGaps: number
  /** per indicator that takes part: (z - z̄) / σ, and the weight with which that counts in the standing */
  readonly distances: ReadonlyMap<string, { readonly distance: number; readonly weight: number }>
}

/**
 * Split the standing of every region on a node in a year over the indicators below it.
 *
 * The average region has the mean score of the ranked regions on every indicator, carried up the tree by the recipe's
 * own methods; it is no region's score that is compared with but this. With σ the standard deviation of the node's scores,
 * standing = (score - average) / σ = Σ weight·distance + fromGaps, distance = (z - z̄) / σ, weight the multiplier between the
 * two (`attribute`; under arithmetic means the effective weight). Standings are without unit, so that those of recipes
 * with different scales can be held against each other, and they order the regions as the scores do.
 *
 * @param index a recipe carried out
 * @param year  calendar year
 * @param code  an aggregate of the framework
 * @returns an entry per ranked region, or null when the method of a node is no mean, the year is not in the index, or
 *   the scores do not differ
 * @throws {RangeError} the framework has no such node, or it is an indicator
 */
export function standingParts(
  index: IndexResult,
  year: number,
  code: string,
): ReadonlyMap<string, StandingParts> | null {
  const { plan, recipe, weights, raw } = index
  const width = plan.indicators.length
  const node = plan.numberOf.get(code) ?? -1
  if (node < width) throw new RangeError(`standingParts needs an aggregate of the framework, got ${code}`)
  const t = index.yearAt.get(year)
  if (t === undefined) return null
  const at = (one: number, r: number): number => {
    const [columns, column] = one < width ? [index.normalised, one] : [index.scores, one - width]
    return columns[(column * raw.regions.length + r) * raw.years.length + t] as number
  }
  const ranked = [...raw.regions.keys()].filter((r) => !Number.isNaN(at(node, r)))
  const spread = spreadOf(Float64Array.from(ranked, (r) => at(node, r)))
  if (spread === null || spread.sd === 0) return null
  const average = Float64Array.from(plan.indicators, (_, i) => {
    return spreadOf(Float64Array.from(ranked, (r) => at(i, r)))?.mean ?? Number.NaN
  })

  // Pair 0 is the average region against itself; pair k + 1 the average one over a region's indicators against it.
  const units = 2 * (ranked.length + 1)
  const pairs = new Float64Array(width * units).fill(Number.NaN)
  for (const i of plan.indicators.keys()) pairs.fill(average[i] as number, i * units, i * units + 2)
  ranked.forEach((r, k) => {
    for (const i of indicatorsBehind(plan, weights, node, (one) => !Number.isNaN(at(one, r)))) {
      pairs[i * units + 2 * (k + 1)] = average[i] as number
      pairs[i * units + 2 * (k + 1) + 1] = at(i, r)
    }
  })
  const split = attribute({ plan, recipe, weights, minimumCoverage: 0 }, pairs, node)
  if (split === null) return null
  const whole = split.before[0] as number
  const count = ranked.length + 1
  const parts = ranked.map((r, k): [string, StandingParts] => {
    const distances = plan.indicators.flatMap((indicator, i) => {
      const weight = split.multipliers[i * count + k + 1] as number
      const distance = (at(i, r) - (average[i] as number)) / spread.sd
      return weight === 0 ? [] : [[indicator, { distance, weight }] as const]
    })
    return [
      raw.regions[r] ?? '',
      {
        standing: ((split.after[k + 1] as number) - whole) / spread.sd,
        fromGaps: ((split.before[k + 1] as number) - whole) / spread.sd,
        distances: new Map(distances),
      },
    ]
  })
  return parts.some(([, { standing }]) => !Number.isFinite(standing)) ? null : new Map(parts)
}
