import { describe, expect, it } from 'vitest'
import { adjustedMazziottaPareto } from './ampi'
import { copeland } from './copeland'
import { aggregateRows } from './examples'
import { mazziottaPareto } from './mpi'
import { topsis } from './topsis'

describe('topsis', () => {
  // Opricovic & Tzeng (2004), EJOR 156(2), after min-max with lower altitude better: (1, 0), (3/4, 1/2), (0, 1).
  it('is the distance to the worst over the sum of both distances', () => {
    const scores = aggregateRows(topsis, [
      [1, 0],
      [0.75, 0.5],
      [0, 1],
    ])
    expect(scores[0]).toBeCloseTo(0.5, 12)
    expect(scores[1]).toBeCloseTo(0.617, 3)
    expect(scores[2]).toBeCloseTo(0.5, 12)
  })

  it('gives 1 to the best in everything and 0 to the worst', () => {
    expect(
      aggregateRows(topsis, [
        [0, 0],
        [5, 9],
      ]),
    ).toEqual([0, 1])
  })

  it('measures a unit by what is observed of it', () => {
    const [, , part] = aggregateRows(topsis, [
      [0, 0],
      [10, 10],
      [null, 5],
    ])
    expect(part).toBeCloseTo(0.5, 12)
  })

  it('has no score where nothing tells the units apart', () => {
    expect(
      aggregateRows(topsis, [
        [3, 4],
        [3, 4],
      ]),
    ).toEqual([null, null])
    expect(aggregateRows(topsis, [[3, 4]])).toEqual([null])
  })

  it('neither overflows nor loses tiny ranges', () => {
    for (const unit of [1e200, 1e-200]) {
      expect(aggregateRows(topsis, [[0], [unit / 4], [unit]])).toEqual([0, 0.25, 1])
    }
  })
})

describe('copeland', () => {
  // COINr 1.1.14, test of outrankMatrix: the rows hold three columns of four units.
  const rows = [
    [1, 3, 2],
    [2, 2, 3],
    [3, 1, 1],
    [4, 5, 4],
  ]
  const against = (i: number, j: number) =>
    aggregateRows(
      copeland,
      [rows[i], rows[j]].flatMap((row) => (row ? [row] : [])),
    )[0]

  it('gives a unit against another the share of the weight on which it is better', () => {
    expect(against(1, 0)).toBeCloseTo(2 / 3, 12)
    expect(against(2, 0)).toBeCloseTo(1 / 3, 12)
    expect(against(3, 0)).toBe(1)
  })

  it('adds up what a unit wins against every other', () => {
    const pairs = rows.map((_, i) =>
      rows.reduce((sum, __, j) => (i === j ? sum : sum + (against(i, j) ?? 0)), 0),
    )
    aggregateRows(copeland, rows).forEach((score, i) => {
      expect(score).toBeCloseTo(pairs[i] as number, 12)
    })
  })

  it('gives half to each where two are equal or one is not observed', () => {
    expect(
      aggregateRows(copeland, [
        [1, 5],
        [1, null],
      ]),
    ).toEqual([0.5, 0.5])
    expect(
      aggregateRows(copeland, [
        [2, 5],
        [1, null],
      ]),
    ).toEqual([0.75, 0.25])
  })

  it('lets a unit without any observation meet nobody', () => {
    expect(
      aggregateRows(copeland, [
        [2, 5],
        [1, 4],
        [null, null],
      ]),
    ).toEqual([1, 0, null])
    expect(aggregateRows(copeland, [[2, 5]])).toEqual([0])
  })

  it('sums to n(n - 1) / 2 over the units that meet', () => {
    const total = aggregateRows(copeland, [...rows, [2, null, 3]], [3, 1, 1]).reduce(
      (sum: number, one) => sum + (one ?? 0),
      0,
    )
    expect(total).toBeCloseTo(10, 12)
  })
})

describe('mazziottaPareto', () => {
  const rows = [
    [10, 300],
    [20, 100],
    [30, 200],
  ]

  it('is the mean of standardised scores less S²/M', () => {
    // z = 100 ± 10: (90, 110), (100, 90), (110, 100); of the first M = 100 and S² = 200.
    const scores = aggregateRows(mazziottaPareto, rows)
    expect(scores[0]).toBeCloseTo(100 - 200 / 100, 12)
    expect(scores[1]).toBeCloseTo(95 - 50 / 95, 12)
    expect(scores[2]).toBeCloseTo(105 - 50 / 105, 12)
  })

  it('divides by n throughout when that is asked for, as the authors do', () => {
    const z = Math.sqrt(1.5) * 10
    const [score] = aggregateRows(mazziottaPareto, rows, undefined, { deviation: 'population' })
    expect(score).toBeCloseTo(100 - z ** 2 / 100, 12)
  })

  it('does not change with a straight-line normalisation of any child', () => {
    const moved = rows.map(([a = 0, b = 0]) => [a / 7 + 3, b * 9 - 1000])
    aggregateRows(mazziottaPareto, moved).forEach((score, i) => {
      expect(score).toBeCloseTo(aggregateRows(mazziottaPareto, rows)[i] as number, 10)
    })
  })

  it('has no penalty for one observed child, and leaves a constant one out', () => {
    const lonely = rows.map(([a = 0]) => [a, 5])
    aggregateRows(mazziottaPareto, lonely).forEach((score, i) => {
      expect(score).toBeCloseTo(90 + 10 * i, 12)
    })
    expect(aggregateRows(mazziottaPareto, [[5], [5]])).toEqual([null, null])
  })

  it('refuses a mean that has no coefficient of variation', () => {
    const outlier = [[-1e6], ...Array.from({ length: 200 }, (_, i) => [i / 1000])]
    expect(() => aggregateRows(mazziottaPareto, outlier)).toThrow('outliers')
  })
})

describe('adjustedMazziottaPareto', () => {
  it('is the mean on 70..130 less S²/M, between the ends of the scale', () => {
    const bounds = [
      [0, 100],
      [0, 100],
    ] as const
    // r = 70, 130: M = 100, S² = 900.
    const [balanced, lopsided] = aggregateRows(
      adjustedMazziottaPareto,
      [
        [50, 50],
        [0, 100],
      ],
      undefined,
      { bounds },
    )
    expect(balanced).toBe(100)
    expect(lopsided).toBe(91)
  })

  it('takes the least and the greatest score where the scale has no ends, and leaves out a child without', () => {
    expect(aggregateRows(adjustedMazziottaPareto, [[2], [4], [3]])).toEqual([70, 130, 100])
    expect(
      aggregateRows(adjustedMazziottaPareto, [
        [2, 7],
        [4, 7],
      ]),
    ).toEqual([70, 130])
    expect(aggregateRows(adjustedMazziottaPareto, [[7], [7]])).toEqual([null, null])
  })

  it('keeps a score when another unit comes in, between fixed ends', () => {
    const bounds = [[0, 10] as const]
    const alone = aggregateRows(adjustedMazziottaPareto, [[4]], undefined, { bounds })
    expect(aggregateRows(adjustedMazziottaPareto, [[4], [9]], undefined, { bounds })[0]).toBe(alone[0])
  })

  it('refuses ends that are turned round', () => {
    expect(() => aggregateRows(adjustedMazziottaPareto, [[4]], undefined, { bounds: [[10, 0]] })).toThrow(
      RangeError,
    )
  })
})
