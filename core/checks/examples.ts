import { modelColumn } from './column-model'
import type { CheckColumn, CheckedIndicator } from './finding'

const plain: CheckedIndicator = {
  code: 'X1',
  kind: 'numeric',
  levels: [],
  hardMin: null,
  hardMax: null,
  plausibleMin: null,
  plausibleMax: null,
  targets: [],
}

/**
 * A column for tests, a row of values for each region; null = not observed. Years count from 2010. `breaks` are
 * [region, year place] of values with status B.
 */
export function columnOfRows(
  rows: readonly (readonly (number | null)[])[],
  indicator: Partial<CheckedIndicator> = {},
  breaks: readonly (readonly [number, number])[] = [],
): CheckColumn {
  const width = rows[0]?.length ?? 0
  const values = Float64Array.from(rows.flatMap((row) => row.map((value) => value ?? Number.NaN)))
  const status = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 65))
  for (const [region, year] of breaks) status[region * width + year] = 66
  return {
    indicator: { ...plain, ...indicator },
    regionCount: rows.length,
    years: Array.from({ length: width }, (_, t) => 2010 + t),
    values,
    status,
  }
}

/**
 * Ten regions over ten years that grow by about 3 % a year, at levels from 10 to 100, with a wobble of about 1 % that no two
 * of them share.
 */
export function calmRows(): number[][] {
  return Array.from({ length: 10 }, (_, r) =>
    Array.from({ length: 10 }, (_, t) => {
      const wobble = 0.01 * Math.sin(1.7 * r + 2.3 * t + r * t)
      return Number((10 * (r + 1) * 1.03 ** t * (1 + wobble)).toPrecision(6))
    }),
  )
}

/** `calmRows` with some cells replaced: [region, year place, value]. */
export function disturbed(cells: readonly (readonly [number, number, number | null])[]) {
  const rows: (number | null)[][] = calmRows()
  for (const [region, year, value] of cells) {
    const row = rows[region]
    if (row) row[year] = value
  }
  return rows
}

/** A column with its model, as the rules take them. */
export function modelled(column: CheckColumn) {
  return [column, modelColumn(column)] as const
}
