import { columnAt, columnsOf, type Panel } from '../panel'
import { modelColumn } from './column-model'
import { checkCopiedForward } from './copied-forward'
import { checkDuplicate } from './duplicate'
import type { CheckColumn, CheckedIndicator, ColumnFinding } from './finding'
import { checkHardRange } from './hard-range'
import { checkRoundHeaping, checkTargetHeaping } from './heaping'
import { checkJump } from './jump'
import { checkLevelFell } from './level-fell'
import { checkPartsTotal } from './parts-total'
import { checkPeerOutlier } from './peer-outlier'
import { checkPlausibleRange } from './plausible-range'
import { checkSwapped } from './swapped'
import { checkUnitSlip } from './unit-slip'
import { checkWrongSign } from './wrong-sign'
import { checkYearShift } from './year-shift'

/** A cell that a rule has found, by its places in the panel. */
export type Finding = ColumnFinding & { readonly indicator: number }

/**
 * All built-in rules over a panel, one indicator after the other.
 *
 * @param panel      region x year x indicator; NaN = not observed, never found
 * @param status     character codes of SDMX statuses in the layout of the panel; B = a new series begins
 * @param indicators what the rules need to know, in the order of the panel
 * @param parents    place of the region above each region; -1 = none
 * @returns findings, in the order of indicators and rules; a cell may have several
 * @throws {RangeError} lengths differ
 */
export function runChecks(
  panel: Panel,
  status: Uint8Array,
  indicators: readonly CheckedIndicator[],
  parents: Int32Array,
): Finding[] {
  const regionCount = panel.regions.length
  const size = regionCount * panel.years.length
  if (
    indicators.length !== panel.indicators.length ||
    status.length !== panel.values.length ||
    parents.length !== regionCount
  ) {
    throw new RangeError('runChecks needs indicators, statuses and parents in the layout of the panel')
  }
  const columns = columnsOf(panel)
  return indicators.flatMap((indicator, i) => {
    const values = columnAt(columns, i, size)
    if (values.every(Number.isNaN)) return []
    const ownStatus = new Uint8Array(size)
    for (let cell = 0; cell < size; cell++) ownStatus[cell] = status[cell * indicators.length + i] as number
    const column: CheckColumn = { indicator, regionCount, years: panel.years, values, status: ownStatus }
    return checkColumn(column, parents).map((finding) => ({ ...finding, indicator: i }))
  })
}

function checkColumn(column: CheckColumn, parents: Int32Array): ColumnFinding[] {
  if (column.indicator.kind === 'milestone') return [...checkHardRange(column), ...checkLevelFell(column)]
  const model = modelColumn(column)
  return [
    ...checkHardRange(column),
    ...checkUnitSlip(column, model),
    ...checkWrongSign(column, model),
    ...checkSwapped(column, model),
    ...checkPartsTotal(column, parents),
    ...checkJump(column, model),
    ...checkPeerOutlier(column, model),
    ...checkCopiedForward(column),
    ...checkDuplicate(column),
    ...checkYearShift(column, model),
    ...checkTargetHeaping(column),
    ...checkRoundHeaping(column),
    ...checkPlausibleRange(column),
  ]
}
