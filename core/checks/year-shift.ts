import type { ColumnModel } from './column-model'
import type { CheckColumn, ColumnFinding } from './finding'
import { deviationsPerMad, madOfFirst, medianOfFirst } from './robust'

const limit = 6
const smallestLog = Math.log(1.5)
const fewestRegions = 5
const fewestYears = 4
/** Share of the regions that must have moved the same way by at least half as much. */
const togetherShare = 0.8
const breakStatus = 'B'.charCodeAt(0)

/**
 * A year in which all regions jump together, and no break in series is marked: the median change of the year, less the
 * median over the years, is more than 6 robust standard deviations of the years and a factor of 1.5, and at least 80 % of
 * the regions move that way by half of it or more. A new definition or unit does that, seldom the world.
 *
 * @param column region x year; NaN = not observed
 * @param model  of that column; nothing is found when changes are not measured as ratios
 * @returns one hint a year, on the region whose change is nearest to the median; as heavy as the deviation
 */
export function checkYearShift({ values, years, status }: CheckColumn, model: ColumnModel): ColumnFinding[] {
  if (!model.isLog) return []
  const width = years.length
  const regionCount = values.length / width
  const own = new Float64Array(regionCount)
  const middles = years.map((_, t) => {
    let n = 0
    for (let cell = t; cell < values.length; cell += width) {
      const change = model.change[cell] as number
      if (!Number.isNaN(change)) own[n++] = change
    }
    return n < fewestRegions ? Number.NaN : medianOfFirst(own, n)
  })
  const buffer = Float64Array.from(middles.filter((middle) => !Number.isNaN(middle)))
  if (buffer.length < fewestYears) return []
  const usual = medianOfFirst(buffer, buffer.length)
  const size = Math.max(deviationsPerMad * madOfFirst(buffer, buffer.length, usual), 0.02)
  return middles.flatMap((middle, year): ColumnFinding[] => {
    const off = middle - usual
    if (!(Math.abs(off) > limit * size && Math.abs(off) > smallestLog)) return []
    let [regions, together, nearest] = [0, 0, -1]
    for (let cell = year; cell < values.length; cell += width) {
      if (status[cell] === breakStatus) return []
      const change = model.change[cell] as number
      if (Number.isNaN(change)) continue
      regions++
      if ((change - usual) / off > 0.5) together++
      const distance = Math.abs(change - middle)
      if (nearest < 0 || distance < Math.abs((model.change[nearest] as number) - middle)) nearest = cell
    }
    if (together < togetherShare * regions) return []
    return [
      {
        region: Math.floor(nearest / width),
        year,
        severity: 'hint',
        weight: Math.abs(off) / size,
        reason: { rule: 'year-shift', isLog: true, change: middle, regions },
      },
    ]
  })
}
