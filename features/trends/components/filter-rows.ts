import type { IndicatorListRow, ListFilter } from '../schema'

/** The rows that a filter leaves. A status asks for indicators in use: those never collected have none. */
export function filterRows(
  rows: readonly IndicatorListRow[],
  { area, status }: ListFilter,
): IndicatorListRow[] {
  return rows.filter(
    (row) =>
      (area === null || row.indicator.area === area) &&
      (status === null || row.state?.progress.status === status),
  )
}
