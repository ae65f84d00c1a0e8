import { describe, expect, it } from 'vitest'
import { checkCopiedForward } from './copied-forward'
import { checkDuplicate } from './duplicate'
import { calmRows, columnOfRows, disturbed } from './examples'
import { checkRoundHeaping, checkTargetHeaping } from './heaping'
import { poissonTail } from './poisson'
import { precisionOf, writtenDigits } from './precision'

describe('writtenDigits', () => {
  it.each([
    [0.669474, 6, 6],
    [120, 2, 0],
    [12.5, 3, 1],
    [-3, 1, 0],
    [1e21, 1, 0],
    [1.5e-7, 2, 8],
  ])('%f has %i digits and %i decimals', (value, digits, decimals) => {
    expect(writtenDigits(value)).toEqual({ digits, decimals })
  })
})

describe('precisionOf', () => {
  it('is that of most values', () => {
    expect(precisionOf(Float64Array.of(1.25, 2.5, 3.75, 4.13, 5.01))).toEqual({ digits: 3, unit: 0.01 })
    expect(precisionOf(Float64Array.of(Number.NaN))).toEqual({ digits: 0, unit: 1 })
  })
})

describe('poissonTail', () => {
  it('has the values of the table: P(N ≥ 1 | 1) = 1 - 1/e, P(N ≥ 3 | 2) = 1 - 5e⁻²', () => {
    expect(poissonTail(0, 3)).toBe(1)
    expect(poissonTail(1, 1)).toBeCloseTo(1 - Math.exp(-1), 14)
    expect(poissonTail(3, 2)).toBeCloseTo(1 - 5 * Math.exp(-2), 14)
    expect(poissonTail(2, 0)).toBe(0)
    // 0.01^5/120 and a little: subtracting from 1 would leave nothing of it.
    expect(poissonTail(5, 0.01)).toBeCloseTo(8.264e-13, 15)
  })
})

describe('checkCopiedForward', () => {
  it('finds a value equal to the one before it to the last digit', () => {
    const before = calmRows()[2]?.[4] ?? 0
    expect(checkCopiedForward(columnOfRows(disturbed([[2, 5, before]])))).toMatchObject([
      { region: 2, year: 5, severity: 'warning', reason: { sinceYear: 2014, share: 1 / 90 } },
    ])
  })

  it('finds nothing where chance repeats values: coarse numbers, or an indicator that is not measured each year', () => {
    const coarse = Array.from({ length: 10 }, (_, r) =>
      Array.from({ length: 10 }, (_, t) => ((r * 7 + t * 3) % 5) + 100),
    )
    expect(checkCopiedForward(columnOfRows(coarse))).toEqual([])
    const everySecond = calmRows().map((row) => row.map((_, t) => row[t - (t % 2)] ?? 0))
    expect(checkCopiedForward(columnOfRows(everySecond))).toEqual([])
  })
})

describe('checkDuplicate', () => {
  it('finds two regions that share several values', () => {
    const rows = disturbed([])
    rows[6] = (rows[6] ?? []).map((value, t) => (t > 7 ? (rows[1]?.[t] ?? null) : value))
    expect(checkDuplicate(columnOfRows(rows))).toMatchObject([
      { region: 6, year: 9, reason: { otherRegion: 1, years: 2 } },
    ])
  })

  it('needs two years where the value has fewer than six digits', () => {
    expect(
      checkDuplicate(
        columnOfRows(
          disturbed([
            [6, 3, 1234],
            [1, 3, 1234],
          ]),
        ),
      ),
    ).toEqual([])
    expect(
      checkDuplicate(
        columnOfRows(
          disturbed([
            [6, 3, 123.456],
            [1, 3, 123.456],
          ]),
        ),
      ),
    ).toHaveLength(1)
  })

  it('finds nothing in coarse columns', () => {
    expect(
      checkDuplicate(
        columnOfRows(
          [
            [1000, 1001],
            [1000, 1001],
            [1001, 1000],
          ].map((r) => r.map((v) => v + 0.1)),
        ),
      ),
    ).toEqual([])
  })
})

describe('checkTargetHeaping', () => {
  it('finds values exactly at the target among finely written ones', () => {
    const found = checkTargetHeaping(
      columnOfRows(
        disturbed([
          [0, 3, 12],
          [0, 7, 12],
        ]),
        { targets: [12] },
      ),
    )
    expect(found).toMatchObject([
      { region: 0, year: 3, severity: 'hint', reason: { target: 12, count: 2, of: 100 } },
      { region: 0, year: 7 },
    ])
  })

  it('finds nothing where values lie close together anyway', () => {
    const rows = [Array.from({ length: 40 }, (_, t) => t)]
    expect(checkTargetHeaping(columnOfRows(rows, { targets: [12] }))).toEqual([])
  })
})

describe('checkRoundHeaping', () => {
  it('tells of a region with many round numbers, once', () => {
    const rows = disturbed([2, 3, 4, 5, 6, 7].map((t) => [3, t, 40 + t] as const))
    expect(checkRoundHeaping(columnOfRows(rows))).toMatchObject([
      { region: 3, year: 7, severity: 'hint', reason: { by: 'region', count: 6, of: 10 } },
    ])
  })

  it('finds nothing where all values are coarse, or nothing is round', () => {
    expect(checkRoundHeaping(columnOfRows(calmRows()))).toEqual([])
    expect(checkRoundHeaping(columnOfRows(calmRows().map((row) => row.map(Math.round))))).toEqual([])
  })
})
