import { columnAt } from '../panel'
import { rankInto, rankScratch } from '../stats/rank'

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
  const everyone = Uint32Array.from({ length: regionCount }, (_, r) => r)
  rankMembers(scores, regionCount, yearCount, aggregateCount, everyone, ranks, rankedCounts)
  return { ranks, rankedCounts }
}

/**
 * Rank the regions within each year and group on each aggregate, the highest score of the group first.
 *
 * @param scores         aggregate x region x year; NaN = no score
 * @param groupAt        per region the number of its group; -1 = in no group, never ranked
 * @param yearCount      Y
 * @param aggregateCount A
 * @returns ranks of the same layout as the scores; ties share the minimum rank, 0 = not ranked
 */
export function rankGroups(
  scores: Float64Array,
  groupAt: Int32Array,
  yearCount: number,
  aggregateCount: number,
): Uint32Array {
  const ranks = new Uint32Array(scores.length)
  const members = new Map<number, number[]>()
  groupAt.forEach((group, r) => {
    if (group === -1) return
    const own = members.get(group)
    if (own) own.push(r)
    else members.set(group, [r])
  })
  const counts = new Uint32Array(aggregateCount * yearCount)
  for (const own of members.values()) {
    rankMembers(scores, groupAt.length, yearCount, aggregateCount, Uint32Array.from(own), ranks, counts)
  }
  return ranks
}

/** Ranks some regions among each other; writes their ranks and how many have one. */
function rankMembers(
  scores: Float64Array,
  regionCount: number,
  yearCount: number,
  aggregateCount: number,
  members: Uint32Array,
  ranks: Uint32Array,
  rankedCounts: Uint32Array,
): void {
  const size = members.length
  const year = new Float64Array(size)
  const yearRanks = new Uint32Array(size)
  const scratch = rankScratch(size)
  const units = regionCount * yearCount
  for (let a = 0; a < aggregateCount; a++) {
    const column = columnAt(scores, a, units)
    for (let t = 0; t < yearCount; t++) {
      for (let m = 0; m < size; m++) year[m] = column[(members[m] as number) * yearCount + t] as number
      rankedCounts[a * yearCount + t] = rankInto(year, yearRanks, scratch)
      for (let m = 0; m < size; m++) {
        ranks[a * units + (members[m] as number) * yearCount + t] = yearRanks[m] as number
      }
    }
  }
}
