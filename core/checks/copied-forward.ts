import type { CheckColumn, ColumnFinding } from './finding'
import { writtenDigits } from './precision'

const fewestDigits = 3
/** Near misses of up to so many last places on either side tell how often a repetition happens by chance. */
const nearPlaces = 3
const mostByChance = 0.002
/** An indicator that repeats itself more often is simply not measured every year. */
const mostRepeated = 0.15
const fewestPairs = 10

/**
 * Copied forward: a value equal to the one before it to the last digit, where that is unlikely. With N pairs of values that
 * follow each other, of which R are equal and M differ by 1 to 3 last places of this value, chance alone makes a pair equal with
 * p = M / (6·N). Found when p ≤ 0.2 %, the value has 3 significant digits or more, and R ≤ 15 % of N.
 *
 * @param column region x year; NaN = not observed
 * @returns warnings; as heavy as the value has digits
 */
export function checkCopiedForward({ values, years, indicator }: CheckColumn): ColumnFinding[] {
  if (indicator.kind === 'milestone') return []
  const width = years.length
  const gaps: number[] = []
  const equal: { cell: number; since: number }[] = []
  for (let cell = 0, last = -1; cell < values.length; cell++) {
    if (cell % width === 0) last = -1
    const value = values[cell] as number
    if (Number.isNaN(value)) continue
    if (last >= 0) {
      const gap = Math.abs(value - (values[last] as number))
      gaps.push(gap)
      if (gap === 0 && value !== 0) equal.push({ cell, since: last })
    }
    last = cell
  }
  if (gaps.length < fewestPairs || equal.length > mostRepeated * gaps.length) return []
  /** how likely a pair is equal by chance, by the number of decimals */
  const chances = new Map<number, number>()
  const chanceOf = (decimals: number): number => {
    const known = chances.get(decimals)
    if (known !== undefined) return known
    const reach = (nearPlaces + 0.5) * 10 ** -decimals
    const near = gaps.filter((gap) => gap > 0 && gap <= reach).length
    const chance = near / (2 * nearPlaces * gaps.length)
    chances.set(decimals, chance)
    return chance
  }
  return equal.flatMap(({ cell, since }): ColumnFinding[] => {
    const { digits, decimals } = writtenDigits(values[cell] as number)
    if (digits < fewestDigits || chanceOf(decimals) > mostByChance) return []
    return [
      {
        region: Math.floor(cell / width),
        year: cell % width,
        severity: 'warning',
        weight: digits,
        reason: {
          rule: 'copied-forward',
          sinceYear: years[since % width] as number,
          share: equal.length / gaps.length,
        },
      },
    ]
  })
}
