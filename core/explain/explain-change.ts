import type { IndexResult } from '../index/run-index'
import { attribute } from './attribute'

/** What one indicator gave to the change of a score. */
export type ChangePart = {
  readonly indicator: string
  /** its score in the earlier year, on the recipe's scale */
  readonly before: number
  readonly after: number
  /** points of the node's score per point of the indicator's between the two years */
  readonly multiplier: number
  /** multiplier · (after - before): points of the node's score; the contributions add up to the change */
  readonly contribution: number
}

/** The change of a node's score between two years, split over the indicators observed in both. */
export type ScoreChange = {
  readonly before: number
  readonly after: number
  readonly change: number
  /** the largest contribution first, whatever its sign */
  readonly parts: readonly ChangePart[]
}

/** Why a change is not split. 'no-change': there is none to split (see `matchedChange`). 'method': it is no mean. */
export type NoScoreChangeReason = 'no-change' | 'method'

/**
 * Which indicators moved a score between two years, and by how many points: the change of `matchedChange`, split with
 * nothing left over. Under arithmetic means each gives its effective weight times the change of its score; under
 * geometric ones the logarithmic mean Divisia index; the weights are those of the recipe in both years.
 *
 * @param index  a recipe carried out
 * @param region region code
 * @param from   the earlier year
 * @param to     the later year
 * @param code   an aggregate of the framework
 * @param broken codes of the indicators with a break in series after `from` and up to `to` in the region: they take no
 *   part, as in `matchedChange`
 * @returns the change with its parts, or why there is none: 'no-change' = region or year is not in the index, or the
 *   indicators with a score in both years do not reach the coverage rule; 'method' = the
 *   score of a node is no mean of its children's
 * @throws {RangeError} the framework has no such node, or it is an indicator
 */
export function explainChange(
  index: IndexResult,
  region: string,
  from: number,
  to: number,
  code: string,
  broken: ReadonlySet<string> = new Set(),
): ScoreChange | NoScoreChangeReason {
  const { plan, recipe, normalised, imputedCells, weights, raw } = index
  const width = plan.indicators.length
  const node = plan.numberOf.get(code) ?? -1
  if (node < width) throw new RangeError(`explainChange needs an aggregate of the framework, got ${code}`)
  const r = index.regionAt.get(region)
  const early = index.yearAt.get(from)
  const late = index.yearAt.get(to)
  if (r === undefined || early === undefined || late === undefined) return 'no-change'

  const pair = new Float64Array(2 * width).fill(Number.NaN)
  for (const [i, indicator] of plan.indicators.entries()) {
    if (broken.has(indicator)) continue
    const row = (i * raw.regions.length + r) * raw.years.length
    const [before, after] = [normalised[row + early] as number, normalised[row + late] as number]
    if (Number.isNaN(before) || Number.isNaN(after)) continue
    if (imputedCells?.[row + early] === 1 || imputedCells?.[row + late] === 1) continue
    pair[2 * i] = before
    pair[2 * i + 1] = after
  }
  const rules = { plan, recipe, weights, minimumCoverage: recipe.coverage.minimum }
  const split = attribute(rules, pair, node)
  if (split === null) return 'method'
  const [before, after] = [split.before[0] as number, split.after[0] as number]
  if (Number.isNaN(before) || Number.isNaN(after)) return 'no-change'
  const parts = plan.indicators.flatMap((indicator, i): ChangePart[] => {
    const multiplier = split.multipliers[i] as number
    if (multiplier === 0) return []
    const [own, later] = [pair[2 * i] as number, pair[2 * i + 1] as number]
    return [{ indicator, before: own, after: later, multiplier, contribution: multiplier * (later - own) }]
  })
  parts.sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  return { before, after, change: after - before, parts }
}
