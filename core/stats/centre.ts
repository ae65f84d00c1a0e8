/**
 * Arithmetic mean of a typed array: m + Σ(x - m) / n with m = Σx / n. The second pass takes back what the first lost by
 * rounding, so that the mean of equal values is that value.
 *
 * @param values n ≥ 1 finite values in one unit
 * @returns the mean; divided before adding up when the sum itself would overflow
 */
export function meanOf(values: Float64Array): number {
  const count = values.length
  let sum = 0
  for (let i = 0; i < count; i++) sum += values[i] as number
  if (!Number.isFinite(sum)) return meanOfHuge(values)
  const mean = sum / count
  let lost = 0
  for (let i = 0; i < count; i++) lost += (values[i] as number) - mean
  return Number.isFinite(lost) ? mean + lost / count : mean
}

function meanOfHuge(values: Float64Array): number {
  let mean = 0
  for (let i = 0; i < values.length; i++) mean += (values[i] as number) / values.length
  return mean
}

/**
 * Median of a typed array: the middle value, or the mean of the two middle ones.
 *
 * @param values n ≥ 1 finite values in one unit, sorted on return
 * @returns the median
 */
export function medianInPlace(values: Float64Array): number {
  values.sort()
  const middle = values.length >>> 1
  const high = values[middle] as number
  if (values.length % 2 === 1) return high
  const low = values[middle - 1] as number
  return low === high ? high : low * 0.5 + high * 0.5
}
