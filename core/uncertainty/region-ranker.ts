import type { IndexInput } from '../index/carry-out'
import { columnAt, type Panel } from '../panel'
import { rankInto, rankScratch } from '../stats/rank'
import type { RunScores } from './simulate'

/**
 * Rank the regions of many runs on memory that is laid out once.
 *
 * @param input laid out once
 * @param nodes codes of the aggregates asked for
 * @returns a function that ranks the regions on each node in each year asked for, the highest score first, ties at the
 *   minimum, and tells each rank (0 = none) with its place, node x year x region
 * @throws {RangeError} a node that is no aggregate of the framework
 */
export function regionRanker(
  { plan, raw }: IndexInput,
  nodes: readonly string[],
): (run: RunScores, tell: (cell: number, rank: number) => void) => void {
  const first = plan.indicators.length
  const aggregates = nodes.map((code) => {
    const node = plan.numberOf.get(code)
    if (node === undefined || node < first) throw new RangeError(`the framework has no aggregate ${code}`)
    return node - first
  })
  const regionCount = raw.regions.length
  const values = new Float64Array(regionCount)
  const ranks = new Uint32Array(regionCount)
  const scratch = rankScratch(regionCount)
  return ({ scores, yearCount, places }, tell) => {
    let cell = 0
    for (const a of aggregates) {
      const column = columnAt(scores, a, regionCount * yearCount)
      for (const t of places) {
        for (let r = 0; r < regionCount; r++) values[r] = column[r * yearCount + t] as number
        rankInto(values, ranks, scratch)
        for (let r = 0; r < regionCount; r++) tell(cell++, ranks[r] as number)
      }
    }
  }
}

/**
 * Where years stand among those of a panel.
 *
 * @param panel any
 * @param years calendar years
 * @throws {RangeError} a year that the panel does not have
 */
export function yearPlaces(panel: Panel, years: readonly number[]): number[] {
  return years.map((year) => {
    const place = panel.years.indexOf(year)
    if (place === -1) throw new RangeError(`the panel has no year ${year}`)
    return place
  })
}
