/** How finely a column is written. */
export type Precision = {
  /** significant digits of most values: three of four have no more */
  readonly digits: number
  /** the last place that is written: 10^-decimals, of nine values in ten */
  readonly unit: number
}

const sampled = 400

/** Significant digits and decimals of the shortest way to write a number. */
export function writtenDigits(value: number): { readonly digits: number; readonly decimals: number } {
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e')
  const digits = mantissa.replace('.', '').length
  return { digits, decimals: Math.max(0, digits - 1 - Number(exponent)) }
}

/**
 * How finely a column is written, from up to 400 of its values, evenly taken.
 *
 * @param values any number in one unit; NaN = not observed, left out
 * @returns 0 digits when nothing is observed
 */
export function precisionOf(values: Float64Array): Precision {
  const step = Math.max(1, Math.floor(values.length / sampled))
  const digits: number[] = []
  const decimals: number[] = []
  for (let c = 0; c < values.length; c += step) {
    const value = values[c] as number
    if (Number.isNaN(value) || value === 0) continue
    const written = writtenDigits(value)
    digits.push(written.digits)
    decimals.push(written.decimals)
  }
  const at = (list: number[], share: number) => {
    const sorted = Float64Array.from(list).sort()
    return sorted[Math.floor(share * (sorted.length - 1))] ?? 0
  }
  return { digits: at(digits, 0.75), unit: 10 ** -at(decimals, 0.9) }
}
