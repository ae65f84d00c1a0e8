import { columnAt } from '../panel'
import type { ImputeContext, ImputeMethod } from './method'

/**
 * Fill the gaps of the wanted columns, and mark what was filled.
 *
 * @param columns indicator x region x year, each indicator in its own unit, written; NaN = not observed
 * @param units   R·Y, the length of a column
 * @param wanted  positions of the indicators that take part; other columns are left alone
 * @param method  a method of the family
 * @param context years and groups
 * @returns per cell of `columns` 1 = imputed, else 0; null when nothing was. `changed`: the indicators with a 1
 */
export function imputeColumns(
  columns: Float64Array,
  units: number,
  wanted: readonly number[],
  method: ImputeMethod,
  context: ImputeContext,
): { readonly imputedCells: Uint8Array | null; readonly changed: readonly number[] } {
  const imputedCells = new Uint8Array(columns.length)
  const changed = wanted.filter((i) => {
    const column = columnAt(columns, i, units)
    const marks = imputedCells.subarray(i * units, (i + 1) * units)
    if (!markGaps(column, marks)) return false
    method(column, context)
    return keepFilled(column, marks)
  })
  return { imputedCells: changed.length === 0 ? null : imputedCells, changed }
}

function markGaps(column: Float64Array, marks: Uint8Array): boolean {
  let hasGap = false
  for (let u = 0; u < column.length; u++) {
    if (!Number.isNaN(column[u] as number)) continue
    marks[u] = 1
    hasGap = true
  }
  return hasGap
}

/** Takes the mark off the gaps that stayed; false when all of them did. */
function keepFilled(column: Float64Array, marks: Uint8Array): boolean {
  let hasFilled = false
  for (let u = 0; u < column.length; u++) {
    if (marks[u] === 0) continue
    if (Number.isNaN(column[u] as number)) marks[u] = 0
    else hasFilled = true
  }
  return hasFilled
}
