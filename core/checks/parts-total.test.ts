import { describe, expect, it } from 'vitest'
import { columnOfRows } from './examples'
import { checkPartsTotal } from './parts-total'

const parents = Int32Array.of(-1, 0, 0)

describe('checkPartsTotal', () => {
  it('finds the year in which the sum is off, where it usually is right', () => {
    const column = columnOfRows([
      [30, 33, 36, 50],
      [10, 11, 12, 13],
      [20, 22, 24, 26],
    ])
    expect(checkPartsTotal(column, parents)).toMatchObject([
      {
        region: 0,
        year: 3,
        severity: 'warning',
        weight: (100 * 11) / 39,
        reason: { rule: 'parts-total', relation: 'sum', low: 39, high: 39, parts: 2, holds: 3, of: 4 },
      },
    ])
  })

  it('finds the year in which a mean lies outside its parts', () => {
    const column = columnOfRows([
      [15, 16, 17, 9],
      [10, 11, 12, 13],
      [20, 22, 24, 26],
    ])
    expect(checkPartsTotal(column, parents)).toMatchObject([
      { region: 0, year: 3, reason: { relation: 'between', low: 13, high: 26, holds: 3, of: 4 } },
    ])
  })

  it('says nothing where no relation holds in most years, or parts are missing', () => {
    const rows = [
      [1, 2, 3, 99],
      [10, 11, 12, 13],
      [20, 22, 24, 26],
    ]
    expect(checkPartsTotal(columnOfRows(rows), parents)).toEqual([])
    const gap = columnOfRows([
      [30, 33, 36, 50],
      [10, 11, 12, null],
      [20, 22, 24, 26],
    ])
    expect(checkPartsTotal(gap, parents)).toEqual([])
    expect(checkPartsTotal(columnOfRows(rows), Int32Array.of(-1, -1, -1))).toEqual([])
  })
})
