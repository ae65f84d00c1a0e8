import { shapeOf } from '../stats/shape'
import type { OutlierLimits } from './method'
import { isOutlying } from './outlying'

/**
 * Winsorise: while the values are outlying, set the largest to the next lower value (skewness ≥ 0) or the smallest to
 * the next higher one (skewness < 0). Values that are tied move together, and a group of tied values is counted whole:
 * no further step is taken once `maxPoints` values have moved. No step is taken that would make all values equal.
 *
 * @param values n values of one frame in one unit, written; NaN = not observed
 * @param limits skewness, kurtosis, and how many values may move
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 3; COINr, winsorise
 */
export function winsorise(values: Float64Array, limits: OutlierLimits): void {
  let high = 0
  let low = 0
  while (high + low < limits.maxPoints) {
    const shape = shapeOf(values)
    if (shape.skewness === null || !isOutlying(shape, limits)) return
    const isHigh = shape.skewness >= 0
    const moved = isHigh ? drawIn(values, 1) : drawIn(values, -1)
    if (moved === 0) return
    if (isHigh) high = moved
    else low = moved
  }
}

/**
 * Sets the extreme values to the next value inside. Those drawn in before are among the extreme ones, so the count is
 * that of all values moved on this side; 0 = nothing was done, because the next value is the opposite extreme.
 */
function drawIn(values: Float64Array, side: 1 | -1): number {
  let extreme = Number.NEGATIVE_INFINITY
  let next = Number.NEGATIVE_INFINITY
  let opposite = Number.POSITIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = side * (values[i] as number)
    if (Number.isNaN(value)) continue
    if (value > extreme) {
      next = extreme
      extreme = value
    } else if (value > next && value < extreme) next = value
    if (value < opposite) opposite = value
  }
  if (next === Number.NEGATIVE_INFINITY || next === opposite) return 0
  let moved = 0
  for (let i = 0; i < values.length; i++) {
    if (side * (values[i] as number) !== extreme) continue
    values[i] = side * next
    moved++
  }
  return moved
}
