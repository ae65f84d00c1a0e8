import type { IndexResult } from '../index/run-index'
import { columnAt } from '../panel'
import { medianInPlace } from '../stats/centre'
import { weightsBehind } from './obstacles-of'

/** How an indicator of a region stands among the regions of the year. */
export type Standing = {
  readonly indicator: string
  /** on the recipe's scale */
  readonly score: number
  /** 1 = the best of the year, ties share the minimum rank */
  readonly rank: number
  readonly rankedCount: number
  /** share of the other regions that are strictly worse, 0..1 */
  readonly shareWorse: number
  /** share of the other regions that are strictly better, 0..1 */
  readonly shareBetter: number
  /** score less the median score of the year: points of the indicator's scale */
  readonly gapToMedian: number
  /** effective weight below the node, over the indicators with a score here */
  readonly weightShare: number
}

/** Strengths and weaknesses, the strongest and the weakest first. */
export type Strengths = { readonly strengths: readonly Standing[]; readonly weaknesses: readonly Standing[] }

export type StrengthOptions = {
  /** how many of each at most; default 5 */
  readonly count?: number
  /** share of the other regions that must be beaten, or lost to; default 2/3 */
  readonly share?: number
  /** an indicator counts only where at least so many regions have a score in the year; default 5 */
  readonly minimumRegions?: number
}

/**
 * Strengths and weaknesses of a region: the indicators in which it beats most of the others, and those in which most of
 * the others beat it.
 *
 * Strength: at least `share` of the other regions are strictly worse, and the score is above the median of the year;
 * weakness: the mirror of it. Counting strictly keeps ties from flattering: where half of the regions share the best
 * score, it is nobody's strength; and the lowest score of a year never is one. Guarded, besides, by a minimum of regions
 * to compare with, and an imputed value is neither. Ordered by the share beaten, then by weight times gap.
 *
 * @param index   a recipe carried out
 * @param region  region code
 * @param year    calendar year
 * @param code    node of the framework; its indicators are looked at
 * @param options count, share and minimum
 * @returns both lists; empty when the node has no score
 * @throws {RangeError} the framework has no such node, share not in 0..1, or a count below 0
 * @see COINr, get_str_weak, which orders by rank alone
 */
export function strengthsOf(
  index: IndexResult,
  region: string,
  year: number,
  code: string,
  options: StrengthOptions = {},
): Strengths {
  const { count = 5, share = 2 / 3, minimumRegions = 5 } = options
  if (!(share >= 0 && share <= 1)) throw new RangeError(`strengthsOf needs a share in 0..1, got ${share}`)
  if (!(count >= 0)) throw new RangeError(`strengthsOf needs a count of at least 0, got ${count}`)
  const node = index.plan.numberOf.get(code)
  if (node === undefined) throw new RangeError(`the framework has no node ${code}`)
  const r = index.regionAt.get(region)
  const t = index.yearAt.get(year)
  if (r === undefined || t === undefined) return { strengths: [], weaknesses: [] }
  const { raw, imputedCells } = index
  const standings = weightsBehind(index, r, t, node)
    .filter(
      ({ indicator }) => imputedCells?.[(indicator * raw.regions.length + r) * raw.years.length + t] !== 1,
    )
    .map(({ indicator, weight }) => standingOf(index, r, t, indicator, weight))
    .filter(({ rankedCount }) => rankedCount >= Math.max(minimumRegions, 2))
  const leverage = ({ gapToMedian, weightShare }: Standing) => gapToMedian * weightShare
  return {
    strengths: standings
      .filter(({ shareWorse, gapToMedian }) => shareWorse >= share && gapToMedian > 0)
      .sort((a, b) => b.shareWorse - a.shareWorse || leverage(b) - leverage(a))
      .slice(0, count),
    weaknesses: standings
      .filter(({ shareBetter, gapToMedian }) => shareBetter >= share && gapToMedian < 0)
      .sort((a, b) => b.shareBetter - a.shareBetter || leverage(a) - leverage(b))
      .slice(0, count),
  }
}

function standingOf(index: IndexResult, r: number, t: number, i: number, weightShare: number): Standing {
  const { raw, normalised } = index
  const column = columnAt(normalised, i, raw.regions.length * raw.years.length)
  const score = column[r * raw.years.length + t] as number
  const ofYear = Float64Array.from(raw.regions, (_, o) => column[o * raw.years.length + t] as number).filter(
    (one) => !Number.isNaN(one),
  )
  let better = 0
  let worse = 0
  for (const other of ofYear) {
    if (other > score) better++
    else if (other < score) worse++
  }
  const others = Math.max(1, ofYear.length - 1)
  return {
    indicator: index.plan.indicators[i] ?? '',
    score,
    rank: better + 1,
    rankedCount: ofYear.length,
    shareWorse: worse / others,
    shareBetter: better / others,
    gapToMedian: score - medianInPlace(ofYear),
    weightShare,
  }
}
