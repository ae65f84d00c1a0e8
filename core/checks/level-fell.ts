import type { CheckColumn, ColumnFinding } from './finding'

/**
 * A milestone that falls back: a level lower than the one observed before it. What is reached stays reached unless a reform
 * was taken back, which deserves its evidence.
 *
 * @param column region x year of a milestone; NaN = not observed
 * @returns hints; as heavy as the levels lost
 */
export function checkLevelFell({ values, years, indicator }: CheckColumn): ColumnFinding[] {
  if (indicator.kind !== 'milestone') return []
  const found: ColumnFinding[] = []
  for (let cell = 0, last = -1; cell < values.length; cell++) {
    if (cell % years.length === 0) last = -1
    const value = values[cell] as number
    if (Number.isNaN(value)) continue
    const before = last < 0 ? value : (values[last] as number)
    if (value < before) {
      found.push({
        region: Math.floor(cell / years.length),
        year: cell % years.length,
        severity: 'hint',
        weight: before - value,
        reason: { rule: 'level-fell', before, beforeYear: years[last % years.length] as number },
      })
    }
    last = cell
  }
  return found
}
