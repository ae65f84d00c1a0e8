import { rangeOf, shareOfRange } from '../stats/range'

/** How far above 0 the smallest value is put, as a share of the range. */
const floorShare = 0.01

/**
 * Logarithm of the distance from the smallest value: ln(x - min + 0.01·(max - min)), the log of the COIN Tool. It
 * stretches the low end and draws the high end in: made for a long tail of high values, and makes one of low values
 * longer (Box-Cox mends both).
 *
 * @param values n values of one frame in one unit, written: logarithms, in no unit; NaN = not observed. All equal or
 *   nothing observed: left as they are
 * @see COINr, log_CT. COINr 1.1.14's log_GII returns its input unchanged and is not followed
 */
export function logTransform(values: Float64Array): void {
  const range = rangeOf(values)
  const { low, high } = range
  if (!(low < high)) return
  const floor = floorShare * (high - low)
  if (floor > Number.MIN_VALUE && Number.isFinite(high - low + floor)) {
    for (let i = 0; i < values.length; i++) values[i] = Math.log((values[i] as number) - low + floor)
    return
  }
  // At both ends of what a number can hold the same is written as ln(share of the range + 0.01) + ln(range).
  const logOfRange = Math.log(high / 4 - low / 4) + Math.log(4)
  const shift = Number.isFinite(logOfRange) ? logOfRange : Math.log(high - low)
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.log(shareOfRange(values[i] as number, range) + floorShare) + shift
  }
}
