import type { CheckColumn, ColumnFinding } from './finding'
import { writtenDigits } from './precision'

const fewestDigits = 4
/** With so many digits one year is enough. */
const enoughDigits = 6
/** A column with more ties than this is written so coarsely that ties mean nothing. */
const mostTied = 0.05

/**
 * Duplicates: two regions with the same value to the last digit, in two years or more (of 4 significant digits at least), or
 * in one year with 6 digits. Nothing is found in columns in which more than 5 % of the values are tied.
 *
 * @param column region x year; NaN = not observed
 * @returns a warning for each pair of regions, on the second region in their last equal year; as heavy as the years
 */
export function checkDuplicate({ values, years, indicator, regionCount }: CheckColumn): ColumnFinding[] {
  if (indicator.kind === 'milestone') return []
  const width = years.length
  const sorted = new Float64Array(regionCount)
  const pairs = new Map<number, { last: number; years: number; digits: number }>()
  let tied = 0
  let observed = 0
  for (let t = 0; t < width; t++) {
    let n = 0
    for (let r = 0; r < regionCount; r++) {
      const value = values[r * width + t] as number
      if (!Number.isNaN(value)) sorted[n++] = value
    }
    observed += n
    const own = sorted.subarray(0, n).sort()
    const ties = new Set<number>()
    for (let i = 1; i < n; i++) if (own[i] === own[i - 1] && own[i] !== 0) ties.add(own[i] as number)
    if (ties.size === 0) continue
    const holders = new Map<number, number>()
    for (let r = 0; r < regionCount; r++) {
      const value = values[r * width + t] as number
      if (!ties.has(value)) continue
      const first = holders.get(value)
      if (first === undefined) {
        holders.set(value, r)
        continue
      }
      tied++
      const { digits } = writtenDigits(value)
      if (digits < fewestDigits) continue
      const key = first * regionCount + r
      const known = pairs.get(key)
      pairs.set(key, {
        last: t,
        years: (known?.years ?? 0) + 1,
        digits: Math.max(known?.digits ?? 0, digits),
      })
    }
  }
  if (tied > mostTied * observed && tied > 1) return []
  return [...pairs].flatMap(([key, pair]): ColumnFinding[] =>
    pair.years < 2 && pair.digits < enoughDigits
      ? []
      : [
          {
            region: key % regionCount,
            year: pair.last,
            severity: 'warning',
            weight: pair.years,
            reason: { rule: 'duplicate', otherRegion: Math.floor(key / regionCount), years: pair.years },
          },
        ],
  )
}
