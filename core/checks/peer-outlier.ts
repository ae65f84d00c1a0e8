import type { ColumnModel } from './column-model'
import type { CheckColumn, ColumnFinding } from './finding'

/** In robust standard deviations. Measured on planted errors: docs/methodology/checks.md. */
const limit = 6
const farLimit = 12
const smallestLog = Math.log(1.15)
/** With fewer regions there are no peers to speak of. */
const fewestRegions = 8

/**
 * Outlier among the regions of a year: z = rest / usual size, the rest being what median polish leaves of the value after
 * the region's own position over the years and the movement of all regions (see `modelColumn`). A capital that always
 * stands far above the others has that as its position and is not found; one year in which it does not is. Where a neighbour
 * in time is off by 60 % as much to the same side, the series has moved to another level, which `checkJump` tells once.
 *
 * @param column region x year; NaN = not observed
 * @param model  of that column
 * @returns warnings from |z| ≥ 12, else hints from 6; as heavy as |z|
 * @see Tukey (1977), chapter 11; Iglewicz & Hoaglin (1993), section 3.3
 */
export function checkPeerOutlier(
  { values, years, regionCount }: CheckColumn,
  { isLog, scaled, rest, restSize }: ColumnModel,
): ColumnFinding[] {
  if (regionCount < fewestRegions) return []
  const found: ColumnFinding[] = []
  for (let cell = 0; cell < values.length; cell++) {
    const size = restSize[cell] as number
    const off = rest[cell] as number
    if (!(size > 0 && Math.abs(off / size) > limit)) continue
    if (Math.abs(off) < (isLog ? smallestLog : 0.1 * Math.abs(values[cell] as number))) continue
    if (isLevel(rest, cell, years.length)) continue
    const expected = (scaled[cell] as number) - off
    const times = Math.abs(off / size)
    found.push({
      region: Math.floor(cell / years.length),
      year: cell % years.length,
      severity: times >= farLimit ? 'warning' : 'hint',
      weight: times,
      reason: {
        rule: 'peer-outlier',
        isLog,
        expected: isLog ? Math.exp(expected) : expected,
        usual: size,
        times,
      },
    })
  }
  return found
}

/** What part of the deviation a neighbour must share for the two to be a level of their own. */
const shared = 0.6

function isLevel(rest: Float64Array, cell: number, width: number): boolean {
  const off = rest[cell] as number
  const first = cell - (cell % width)
  for (const step of [-1, 1]) {
    let c = cell + step
    while (c >= first && c < first + width && Number.isNaN(rest[c])) c += step
    if (c >= first && c < first + width && (rest[c] as number) / off >= shared) return true
  }
  return false
}
