import type { ColumnModel } from './column-model'
import type { CheckColumn, ColumnFinding } from './finding'

const powers = [1, 2, 3, 4] as const
/** How near the value must come to what was expected once the decimal point is moved: a factor of 1.5. */
const nearest = Math.log(1.5)
/** The change must be larger than this many usual ones: in a lively series a factor of 10 is no sign of a slip. */
const fewestUsual = 6

/**
 * Unit slip: a value that fits its series once the decimal point is moved, x / 10^k ≈ expected, k = ±1..±4. The surprise
 * of the change that leads to it (see `modelColumn`) must be k·ln 10 within a factor of 1.5, more than 6 usual changes,
 * and nearer to the shifted value than to its own. Either one value (the next one is
 * back, or it is the first or the last one) or the level from then on.
 *
 * @param column region x year, positive; NaN = not observed
 * @param model  of that column; nothing is found when changes are not measured as ratios
 * @returns errors for one value between others or the last one, warnings for the first one and for a level; as heavy as the change is large in usual ones
 */
export function checkUnitSlip({ values, years }: CheckColumn, model: ColumnModel): ColumnFinding[] {
  const { isLog, from, change, surprise, changeSize } = model
  if (!isLog) return []
  const width = years.length
  const found: ColumnFinding[] = []
  let backAt = -1
  for (let cell = 0; cell < values.length; cell++) {
    const off = surprise[cell] as number
    if (cell === backAt || Number.isNaN(off)) continue
    const power = powerOf(off, changeSize[cell] as number)
    if (power === 0) continue
    const region = Math.floor(cell / width)
    const start = region * width + (from[cell] as number)
    const next = followerOf(from, cell, (region + 1) * width, width)
    const isAlone = next !== -1 && powerOf(surprise[next] as number, changeSize[next] as number) === -power
    if (isAlone) backAt = next
    if (!isAlone && next !== -1 && from[start] === -1) {
      // One value before and several after: the one is more likely to have slipped.
      found.push({
        region,
        year: start % width,
        severity: 'warning',
        weight: Math.abs(off) / Math.max(changeSize[cell] as number, 1e-9),
        reason: {
          rule: 'unit-slip',
          power: -power,
          expected: (values[start] as number) * Math.exp(off),
          isLevel: false,
        },
      })
      continue
    }
    const before = values[start] as number
    found.push({
      region,
      year: cell % width,
      severity: isAlone || next === -1 ? 'error' : 'warning',
      weight: Math.abs(off) / Math.max(changeSize[cell] as number, 1e-9),
      reason: {
        rule: 'unit-slip',
        power,
        expected: before * Math.exp((change[cell] as number) - off),
        isLevel: !isAlone && next !== -1,
      },
    })
  }
  return found
}

/** The power of ten that a surprise comes near to; 0 = none. */
function powerOf(surprise: number, size: number): number {
  for (const k of powers) {
    const whole = k * Math.LN10
    const off = Math.abs(Math.abs(surprise) - whole)
    if (off <= nearest && whole > fewestUsual * size) return surprise > 0 ? k : -k
  }
  return 0
}

/** The cell whose change starts from this one; -1 = none. */
function followerOf(from: Int32Array, cell: number, end: number, width: number): number {
  for (let c = cell + 1; c < end; c++)
    if ((from[c] as number) !== -1) return from[c] === cell % width ? c : -1
  return -1
}
