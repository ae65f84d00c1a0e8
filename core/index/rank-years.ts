import { columnAt } from '../panel'
import { rankInto } from '../stats/rank'

/**
 * Rank the regions within each year on each aggregate, the highest score first.
 *
 * @param scores         aggregate x region x year; NaN = no score
 * @param regionCount    R
 * @param yearCount      Y
 * @param aggregateCount A
 * @returns `ranks` of the same layout (ties share the minimum rank, 0 = not ranked) and `rankedCounts`, aggregate x
 *   year: how many regions have a rank
 */
export function rankYears(
  scores: Float64Array,
  regionCount: number,
  yearCount: number,
  aggregateCount: number,
): { readonly ranks: Uint32Array; readonly rankedCounts: Uint32Array } {
  const ranks = new Uint32Array(scores.length)
  const rankedCounts = new Uint32Array(aggregateCount * yearCount)
  const year = new Float64Array(regionCount)
  const yearRanks = new Uint32Array(regionCount)
  const scratch = new Float64Array(regionCount)
  const units = regionCount * yearCount
  for (let a = 0; a < aggregateCount; a++) {
    const column = columnAt(scores, a, units)
    for (let t = 0; t < yearCount; t++) {
      for (let r = 0; r < regionCount; r++) year[r] = column[r * yearCount + t] as number
      rankedCounts[a * yearCount + t] = rankInto(year, yearRanks, scratch)
      for (let r = 0; r < regionCount; r++) ranks[a * units + r * yearCount + t] = yearRanks[r] as number
    }
  }
  return { ranks, rankedCounts }
}
