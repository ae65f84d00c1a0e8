/** From where to where values lie; low > high when there is none. */
export type Range = { readonly low: number; readonly high: number }

/**
 * Smallest and largest value of a typed array.
 *
 * @param values n values in one unit; NaN = not observed, left out
 * @returns both in the same unit; Infinity and -Infinity when nothing is observed
 */
export function rangeOf(values: Float64Array): Range {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}

/**
 * Where a value stands in a range: (value - low) / (high - low), in halves where the range itself would overflow.
 *
 * @param value in low..high; NaN = not observed
 * @param range low < high
 * @returns 0..1; NaN where not observed
 */
export function shareOfRange(value: number, { low, high }: Range): number {
  const range = high - low
  return Number.isFinite(range) ? (value - low) / range : (value / 2 - low / 2) / (high / 2 - low / 2)
}
