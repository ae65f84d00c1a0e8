import type { ColumnModel } from './column-model'
import type { CheckColumn, CheckedIndicator, ColumnFinding } from './finding'

/** In robust standard deviations. Measured on planted errors: docs/methodology/checks.md. */
const limit = 5
/** For a change that leaves the plausible range: two signs of the same thing. */
const leavingLimit = 3.5
/** From here a change is no longer a matter of how lively a series is. */
const farLimit = 14
/** A ratio below this, or a difference below a tenth of the value, is no jump, and half of it no surprise, however calm the series was. */
const smallestLog = Math.log(1.1)
/** What part of a jump the next value must take back for it to be one odd value. */
const takenBack = 0.6
/** The limit of `checkPeerOutlier`. */
const oddStart = 6

/**
 * Jump against own history: z = surprise / usual size of the change that leads to the value (see `modelColumn`), found at
 * |z| > 5, or > 3.5 where it leaves the plausible range, when the change itself is 10 % or more and the surprise half of that. When the next value takes at least 60 % of the surprise back, the
 * jump is one odd value and the way back is not told a second time. Changes across a break in series are never found.
 *
 * @param column region x year; NaN = not observed
 * @param model  of that column
 * @returns warnings from 14, or for a value that stands out alone; else hints; as heavy as |z|
 * @see Iglewicz & Hoaglin (1993), section 3.3, whose limit of 3.5 is meant for samples, not for thousands of changes
 */
export function checkJump({ values, years, indicator }: CheckColumn, model: ColumnModel): ColumnFinding[] {
  const { isLog, scaled, from, change, surprise, changeSize } = model
  const width = years.length
  const found: ColumnFinding[] = []
  /** the value that a jump was found at, by its region: its way back is expected */
  let back = { cell: -1, size: 0 }
  for (let cell = 0; cell < values.length; cell++) {
    const size = changeSize[cell] as number
    const z = (surprise[cell] as number) / size
    const isWayBack = back.cell === cell
    if (
      isWayBack &&
      Math.abs((surprise[cell] as number) + back.size) <= (1 - takenBack) * Math.abs(back.size)
    )
      continue
    if (!(size > 0 && Math.abs(z) > leavingLimit)) continue
    const region = Math.floor(cell / width)
    const before = region * width + (from[cell] as number)
    const isLeaving = isPlausible(indicator, values[before]) && !isPlausible(indicator, values[cell])
    if (!isLeaving && Math.abs(z) <= limit) continue
    const smallest = isLog
      ? smallestLog
      : 0.1 * Math.max(Math.abs(values[before] as number), Math.abs(values[cell] as number))
    if (Math.abs(change[cell] as number) < smallest) continue
    if (Math.abs(surprise[cell] as number) < smallest / 2) continue
    if (isFromOddStart(model, before, cell)) continue
    const next = nextObserved(scaled, from, cell, (region + 1) * width, width)
    const isAlone =
      next !== -1 &&
      Math.sign(surprise[next] as number) === -Math.sign(z) &&
      Math.abs(surprise[next] as number) >= takenBack * Math.abs(surprise[cell] as number)
    back = { cell: isAlone ? next : -1, size: surprise[cell] as number }
    found.push({
      region,
      year: cell % width,
      severity: isAlone || Math.abs(z) >= farLimit ? 'warning' : 'hint',
      weight: Math.abs(z),
      reason: {
        rule: 'jump',
        isLog,
        before: values[before] as number,
        beforeYear: years[from[cell] as number] as number,
        change: change[cell] as number,
        usual: size,
        times: Math.abs(z),
        backYear: isAlone ? (years[next % width] as number) : null,
      },
    })
  }
  return found
}

/** The first value of a series is what stands out (`checkPeerOutlier` tells it), not the one that follows it. */
function isFromOddStart({ from, rest, restSize }: ColumnModel, before: number, cell: number): boolean {
  const off = Math.abs(rest[before] as number)
  return (
    from[before] === -1 &&
    off > oddStart * (restSize[before] as number) &&
    Math.abs(rest[cell] as number) < off / 3
  )
}

function isPlausible({ plausibleMin, plausibleMax }: CheckedIndicator, value = Number.NaN): boolean {
  return !(plausibleMin !== null && value < plausibleMin) && !(plausibleMax !== null && value > plausibleMax)
}

/** The cell whose change starts from this one; -1 = none. */
function nextObserved(
  scaled: Float64Array,
  from: Int32Array,
  cell: number,
  end: number,
  width: number,
): number {
  for (let c = cell + 1; c < end; c++) {
    if (!Number.isNaN(scaled[c])) return from[c] === cell % width ? c : -1
  }
  return -1
}
