import type { CheckColumn, ColumnFinding } from './finding'

/** A range that more of the values than this leave does not describe the indicator. */
const mostOutside = 0.02
const alwaysTold = 3

/**
 * Plausible range: x < lo or x > hi. Where more than 2 % of the values (and more than 3) lie outside, the range is what is
 * wrong, and one hint on the farthest value says so. A value that breaks the hard range is left to that rule.
 *
 * @param column region x year; NaN = not observed, never found
 * @returns a warning for the only such value of a region, else hints; as heavy as the value is far outside in terms of the width of the range
 */
export function checkPlausibleRange({ indicator, values, years }: CheckColumn): ColumnFinding[] {
  const { plausibleMin: low, plausibleMax: high, hardMin, hardMax } = indicator
  if (indicator.kind === 'milestone' || (low === null && high === null)) return []
  const width = (high ?? low ?? 0) - (low ?? high ?? 0) || Math.abs(high ?? low ?? 1) || 1
  const outside: { cell: number; limit: number; side: -1 | 1; weight: number }[] = []
  let of = 0
  values.forEach((value, cell) => {
    if (Number.isNaN(value)) return
    of++
    if ((hardMin !== null && value < hardMin) || (hardMax !== null && value > hardMax)) return
    if (low !== null && value < low)
      outside.push({ cell, limit: low, side: -1, weight: (low - value) / width })
    else if (high !== null && value > high)
      outside.push({ cell, limit: high, side: 1, weight: (value - high) / width })
  })
  const isRangeWrong = outside.length > Math.max(alwaysTold, mostOutside * of)
  const told = isRangeWrong
    ? outside.toSorted((a, b) => b.weight - a.weight || a.cell - b.cell).slice(0, 1)
    : outside
  const regionOf = (cell: number) => Math.floor(cell / years.length)
  return told.map(({ cell, limit, side, weight }) => {
    const isAlone = outside.filter((other) => regionOf(other.cell) === regionOf(cell)).length === 1
    return {
      region: regionOf(cell),
      year: cell % years.length,
      severity: isRangeWrong || !isAlone ? 'hint' : 'warning',
      weight,
      reason: { rule: 'plausible-range', limit, side, outside: isRangeWrong ? outside.length : 1, of },
    }
  })
}
