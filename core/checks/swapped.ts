import type { ColumnModel } from './column-model'
import type { CheckColumn, ColumnFinding } from './finding'

/** Both values are this far from where they should stand, and the other one would stand within that. */
const far = 5
const near = 2.5
/** Pairs are tried one by one. */
const mostPerYear = 40

/**
 * Swapped regions: two values of a year that both stand more than 5 usual sizes from their own position, and within 2.5
 * once they change places (rest and size as in `modelColumn`).
 *
 * @param column region x year; NaN = not observed
 * @param model  of that column
 * @returns warnings on both cells; as heavy as the nearer one is far off
 */
export function checkSwapped(
  { values, years, regionCount }: CheckColumn,
  { scaled, rest, restSize }: ColumnModel,
): ColumnFinding[] {
  const width = years.length
  const found: ColumnFinding[] = []
  const timesOff = (cell: number, off: number) => Math.abs(off) / Math.max(restSize[cell] as number, 1e-12)
  for (let year = 0; year < width; year++) {
    const odd: number[] = []
    for (let region = 0; region < regionCount; region++) {
      const cell = region * width + year
      if (timesOff(cell, rest[cell] as number) > far) odd.push(region)
    }
    if (odd.length < 2 || odd.length > mostPerYear) continue
    for (const a of odd) {
      for (const b of odd) {
        if (a === b) continue
        const [one, two] = [a * width + year, b * width + year]
        const moved = (scaled[two] as number) - (scaled[one] as number)
        const fits =
          timesOff(one, (rest[one] as number) + moved) < near &&
          timesOff(two, (rest[two] as number) - moved) < near
        if (!fits || moved === 0) continue
        found.push({
          region: a,
          year,
          severity: 'warning',
          weight: Math.min(timesOff(one, rest[one] as number), timesOff(two, rest[two] as number)),
          reason: { rule: 'swapped', otherRegion: b, otherValue: values[two] as number },
        })
        break
      }
    }
  }
  return found
}
