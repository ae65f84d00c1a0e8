import { describe, expect, it } from 'vitest'
import { calmRows, columnOfRows, disturbed, modelled } from './examples'
import type { ColumnFinding } from './finding'
import { checkHardRange } from './hard-range'
import { checkJump } from './jump'
import { checkLevelFell } from './level-fell'
import { checkPeerOutlier } from './peer-outlier'
import { checkPlausibleRange } from './plausible-range'
import { checkSwapped } from './swapped'
import { checkUnitSlip } from './unit-slip'
import { checkWrongSign } from './wrong-sign'
import { checkYearShift } from './year-shift'

const places = (found: readonly ColumnFinding[]) => found.map(({ region, year }) => [region, year])

describe('checkHardRange', () => {
  it('finds what lies beyond the limits, and not the limits themselves', () => {
    const found = checkHardRange(columnOfRows([[0, 100, 120, -5, null]], { hardMin: 0, hardMax: 100 }))
    expect(places(found)).toEqual([
      [0, 2],
      [0, 3],
    ])
    expect(found[0]).toMatchObject({
      severity: 'error',
      weight: 1.2,
      reason: { rule: 'hard-range', limit: 100, side: 1 },
    })
  })

  it('finds a milestone at a level that it does not have', () => {
    const found = checkHardRange(columnOfRows([[0, 1, 3, 1.5]], { kind: 'milestone', levels: [0, 1, 2] }))
    expect(found.map(({ year, reason }) => [year, reason.rule])).toEqual([
      [2, 'not-a-level'],
      [3, 'not-a-level'],
    ])
  })
})

describe('checkPlausibleRange', () => {
  it('warns of the only such value of a region, and leaves what is impossible to the hard range', () => {
    const rows = Array.from({ length: 20 }, () => [5, 5, 5, 5, 5])
    rows[3] = [5, 5, 14, 5, 200]
    const found = checkPlausibleRange(columnOfRows(rows, { plausibleMin: 0, plausibleMax: 10, hardMax: 100 }))
    expect(places(found)).toEqual([[3, 2]])
    expect(found[0]).toMatchObject({ severity: 'warning', weight: 0.4, reason: { limit: 10, side: 1 } })
  })

  it('says once that the range does not fit when many values lie outside', () => {
    const rows = Array.from({ length: 20 }, (_, r) => [5, 5, 5, 5, 11 + r])
    const found = checkPlausibleRange(columnOfRows(rows, { plausibleMin: 0, plausibleMax: 10 }))
    expect(found).toMatchObject([
      { region: 19, year: 4, severity: 'hint', reason: { outside: 20, of: 100, limit: 10 } },
    ])
  })
})

describe('checkJump', () => {
  it('finds nothing in calm series', () => {
    expect(checkJump(...modelled(columnOfRows(calmRows())))).toEqual([])
  })

  it('finds one odd value once, with the year that takes it back', () => {
    const found = checkJump(...modelled(columnOfRows(disturbed([[4, 5, 80]]))))
    expect(places(found)).toEqual([[4, 5]])
    expect(found[0]).toMatchObject({
      severity: 'warning',
      reason: { rule: 'jump', isLog: true, beforeYear: 2014, backYear: 2016 },
    })
    expect(found[0]?.reason).toHaveProperty('change', Math.log(80 / (calmRows()[4]?.[4] ?? 0)))
  })

  it('finds a new level at its first year, and not again', () => {
    const rows = calmRows()
    rows[2] = (rows[2] ?? []).map((value, t) => (t < 6 ? value : value * 1.8))
    expect(checkJump(...modelled(columnOfRows(rows)))).toMatchObject([
      { region: 2, year: 6, reason: { backYear: null } },
    ])
  })

  it('does not compare across a break in series', () => {
    const rows = calmRows()
    rows[2] = (rows[2] ?? []).map((value, t) => (t < 6 ? value : value * 1.8))
    expect(checkJump(...modelled(columnOfRows(rows, {}, [[2, 6]])))).toEqual([])
  })

  it('finds nothing in a year that moves all regions', () => {
    const rows = calmRows().map((row, r) => row.map((value, t) => (t < 6 ? value : value * (1.6 + 0.02 * r))))
    expect(checkJump(...modelled(columnOfRows(rows)))).toEqual([])
  })

  it('takes series without any variation, short ones and empty ones as they are', () => {
    expect(checkJump(...modelled(columnOfRows([[5, 5, 5, 5]])))).toEqual([])
    expect(checkJump(...modelled(columnOfRows([[5, 9]])))).toEqual([])
    expect(checkJump(...modelled(columnOfRows([[null, null]])))).toEqual([])
    // Half of the changes are 0: their mean size says what is usual, and 5 % is no jump.
    expect(checkJump(...modelled(columnOfRows([[5, 5, 5, 5, 5.2, 5.2, 5.2, 5.2]])))).toEqual([])
  })

  it('measures differences where values may be negative', () => {
    const rows = calmRows().map((row) => row.map((value) => value - 50))
    const found = checkJump(
      ...modelled(
        columnOfRows(rows.map((row, r) => (r === 0 ? row.map((v, t) => (t === 5 ? 60 : v)) : row))),
      ),
    )
    expect(found).toMatchObject([{ region: 0, year: 5, reason: { isLog: false, backYear: 2016 } }])
  })
})

describe('checkPeerOutlier', () => {
  it('does not find a region that always stands far above the others', () => {
    const rows = calmRows()
    rows[9] = (rows[9] ?? []).map((value) => value * 50)
    expect(checkPeerOutlier(...modelled(columnOfRows(rows)))).toEqual([])
  })

  it('finds the year in which a region leaves its position, with what was to be expected', () => {
    const found = checkPeerOutlier(...modelled(columnOfRows(disturbed([[0, 0, 14]]))))
    expect(found).toMatchObject([{ region: 0, year: 0, reason: { rule: 'peer-outlier' } }])
    const [one] = found
    expect(one?.reason.rule === 'peer-outlier' && one.reason.expected).toBeCloseTo(10, 0)
  })

  it('leaves a new level to the jump, and needs eight regions', () => {
    const rows = calmRows()
    rows[2] = (rows[2] ?? []).map((value, t) => (t < 7 ? value : value * 3))
    expect(checkPeerOutlier(...modelled(columnOfRows(rows)))).toEqual([])
    expect(checkPeerOutlier(...modelled(columnOfRows(disturbed([[0, 0, 14]]).slice(0, 7))))).toEqual([])
  })
})

describe('checkUnitSlip', () => {
  const value = calmRows()[3]?.[5] ?? 0

  it.each([1, 2, 3, 4, -1, -2, -4])('finds a value that slipped by 10^%i', (power) => {
    const found = checkUnitSlip(...modelled(columnOfRows(disturbed([[3, 5, value * 10 ** power]]))))
    expect(found).toMatchObject([
      { region: 3, year: 5, severity: 'error', reason: { power, isLevel: false } },
    ])
    const [one] = found
    expect(one?.reason.rule === 'unit-slip' && one.reason.expected).toBeCloseTo(value, -1)
  })

  it('finds a level that slipped at its first year', () => {
    const rows = calmRows()
    rows[3] = (rows[3] ?? []).map((one, t) => (t < 5 ? one : one * 100))
    expect(checkUnitSlip(...modelled(columnOfRows(rows)))).toMatchObject([
      { region: 3, year: 5, severity: 'warning', reason: { power: 2, isLevel: true } },
    ])
  })

  it('blames the first value rather than all that follow', () => {
    const first = calmRows()[3]?.[0] ?? 0
    expect(checkUnitSlip(...modelled(columnOfRows(disturbed([[3, 0, first * 100]]))))).toMatchObject([
      { region: 3, year: 0, severity: 'warning', reason: { power: 2, isLevel: false } },
    ])
  })

  it('does not take a factor of 4 for a slip', () => {
    expect(checkUnitSlip(...modelled(columnOfRows(disturbed([[3, 5, value * 4]]))))).toEqual([])
  })
})

describe('checkWrongSign', () => {
  it('finds negative values, and a 0 among values that stay away from it', () => {
    const found = checkWrongSign(
      ...modelled(
        columnOfRows(
          disturbed([
            [1, 4, -20],
            [2, 4, 0],
          ]),
        ),
      ),
    )
    expect(found).toMatchObject([
      { region: 1, year: 4, severity: 'error' },
      { region: 2, year: 4, severity: 'warning' },
    ])
  })

  it('finds nothing where both signs are common', () => {
    expect(checkWrongSign(...modelled(columnOfRows([[1, -2, 3, -4, 5]])))).toEqual([])
  })
})

describe('checkSwapped', () => {
  it('names the two regions that changed places', () => {
    const rows = calmRows()
    const [one, two] = [rows[1]?.[4] ?? 0, rows[7]?.[4] ?? 0]
    const found = checkSwapped(
      ...modelled(
        columnOfRows(
          disturbed([
            [1, 4, two],
            [7, 4, one],
          ]),
        ),
      ),
    )
    expect(found).toMatchObject([
      { region: 1, year: 4, reason: { otherRegion: 7, otherValue: one } },
      { region: 7, year: 4, reason: { otherRegion: 1, otherValue: two } },
    ])
  })

  it('finds nothing when only one stands out', () => {
    expect(checkSwapped(...modelled(columnOfRows(disturbed([[1, 4, 100]]))))).toEqual([])
  })
})

describe('checkYearShift', () => {
  const shifted = calmRows().map((row) => row.map((value, t) => (t < 6 ? value : value * 2)))

  it('finds the year in which all regions jump, once', () => {
    const found = checkYearShift(...modelled(columnOfRows(shifted)))
    expect(found).toMatchObject([{ year: 6, severity: 'hint', reason: { rule: 'year-shift', regions: 10 } }])
    const [one] = found
    expect(one?.reason.rule === 'year-shift' && Math.exp(one.reason.change)).toBeCloseTo(2.06, 1)
  })

  it('is silent where the break is marked', () => {
    expect(checkYearShift(...modelled(columnOfRows(shifted, {}, [[0, 6]])))).toEqual([])
  })
})

describe('checkLevelFell', () => {
  it('finds a level below the one observed before, gaps between them or not', () => {
    const column = columnOfRows([[0, 2, null, 1, 1, 2]], { kind: 'milestone', levels: [0, 1, 2] })
    expect(checkLevelFell(column)).toMatchObject([
      { year: 3, severity: 'hint', weight: 1, reason: { before: 2, beforeYear: 2011 } },
    ])
  })

  it('has nothing to say of numbers', () => {
    expect(checkLevelFell(columnOfRows([[2, 1]]))).toEqual([])
  })
})
