import type { CheckColumn, ColumnFinding } from './finding'

/**
 * Hard range: a value below the smallest or above the largest that is possible, x < lo or x > hi, or a milestone at a level
 * that it does not have. Entry refuses such values; they remain from before the range was set.
 *
 * @param column region x year; NaN = not observed, never found
 * @returns errors, as heavy as the value is far outside in terms of the width of the range
 */
export function checkHardRange({ indicator, values, years }: CheckColumn): ColumnFinding[] {
  const { hardMin, hardMax, kind, levels } = indicator
  const found: ColumnFinding[] = []
  values.forEach((value, cell) => {
    if (Number.isNaN(value)) return
    const place = { region: Math.floor(cell / years.length), year: cell % years.length }
    if (kind === 'milestone' && !levels.includes(value)) {
      found.push({ ...place, severity: 'error', weight: 1, reason: { rule: 'not-a-level' } })
      return
    }
    const low = hardMin !== null && value < hardMin
    if (!low && !(hardMax !== null && value > hardMax)) return
    const limit = (low ? hardMin : hardMax) as number
    const width = Math.abs((hardMax ?? limit) - (hardMin ?? limit)) || Math.abs(limit) || 1
    found.push({
      ...place,
      severity: 'error',
      weight: 1 + Math.abs(value - limit) / width,
      reason: { rule: 'hard-range', limit, side: low ? -1 : 1 },
    })
  })
  return found
}
