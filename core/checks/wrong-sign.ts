import type { ColumnModel } from './column-model'
import type { CheckColumn, ColumnFinding } from './finding'
import { medianOfFirst } from './robust'

/** A region's own values must stay above this share of their middle for a zero among them to be odd. */
const nearZero = 0.05

/**
 * Wrong sign: a negative value, or a 0, in a column that is positive (95 % of its values, see `modelColumn`). A 0 counts
 * only where the region's positive values all stand above 5 % of their median: it often means "not observed".
 *
 * @param column region x year; NaN = not observed
 * @param model  of that column; nothing is found when it is not positive
 * @returns errors for negative values, warnings for zeros; `expected` is the median of the region's positive values
 */
export function checkWrongSign(
  { values, years, regionCount }: CheckColumn,
  { isLog }: ColumnModel,
): ColumnFinding[] {
  if (!isLog) return []
  const found: ColumnFinding[] = []
  const width = years.length
  const buffer = new Float64Array(width)
  for (let region = 0; region < regionCount; region++) {
    const own = values.subarray(region * width, (region + 1) * width)
    if (!own.some((value) => value <= 0)) continue
    let n = 0
    let smallest = Number.POSITIVE_INFINITY
    for (const value of own) {
      if (!(value > 0)) continue
      buffer[n++] = value
      smallest = Math.min(smallest, value)
    }
    const middle = medianOfFirst(buffer, n)
    const isFarFromZero = n > 1 && smallest > nearZero * middle
    own.forEach((value, year) => {
      if (!(value < 0 || (value === 0 && isFarFromZero))) return
      found.push({
        region,
        year,
        severity: value < 0 ? 'error' : 'warning',
        weight: 10,
        reason: { rule: 'wrong-sign', expected: n === 0 ? 0 : middle },
      })
    })
  }
  return found
}
