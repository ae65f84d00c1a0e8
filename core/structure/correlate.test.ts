import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Correlate, pearson, spearman } from './correlate'
import { correlationMatrix } from './correlation-matrix'

const nan = Number.NaN
const f = (...values: number[]) => Float64Array.from(values)
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const cell = fc.oneof({ weight: 9, arbitrary: value }, { weight: 1, arbitrary: fc.constant(nan) })
const pairs = fc.array(fc.tuple(cell, cell), { minLength: 3, maxLength: 20 })
const both = (rows: readonly (readonly [number, number])[]): [Float64Array, Float64Array] => [
  Float64Array.from(rows, ([x]) => x),
  Float64Array.from(rows, ([, y]) => y),
]

describe('pearson', () => {
  it('is 1 and -1 on a line, and 0.5 for three points worked out by hand', () => {
    expect(pearson(f(1, 2, 3), f(10, 20, 30))).toBeCloseTo(1, 14)
    expect(pearson(f(1, 2, 3), f(3, 2, 1))).toBeCloseTo(-1, 14)
    expect(pearson(f(1, 2, 3), f(1, 3, 2))).toBeCloseTo(0.5, 14)
  })

  it('passes over pairs of which one is missing', () => {
    expect(pearson(f(1, nan, 2, 3, 9), f(1, 7, 3, 2, nan))).toBeCloseTo(0.5, 14)
  })

  it('has no coefficient with fewer than three pairs, or where one side is the same everywhere', () => {
    expect(pearson(f(1, 2), f(3, 4))).toBeNull()
    expect(pearson(f(1, 2, nan), f(3, 4, 5))).toBeNull()
    expect(pearson(f(1, 2, 3), f(7, 7, 7))).toBeNull()
    expect(pearson(f(), f())).toBeNull()
  })

  it('neither overflows nor loses values near the ends of what a number can hold', () => {
    expect(pearson(f(-1e308, 0, 1e308), f(1, 2, 3))).toBeCloseTo(1, 14)
    expect(pearson(f(1e-300, 2e-300, 3e-300), f(1, 3, 2))).toBeCloseTo(0.5, 14)
  })

  it('refuses columns of different lengths, and infinite values', () => {
    expect(() => pearson(f(1, 2), f(1))).toThrow(RangeError)
    expect(() => pearson(f(1, 2, Number.POSITIVE_INFINITY), f(1, 2, 3))).toThrow(RangeError)
  })
})

describe('spearman', () => {
  it('is 1 for any rising order, and shares the rank of ties', () => {
    expect(spearman(f(1, 2, 3, 4), f(1, 10, 100, 1000))).toBeCloseTo(1, 14)
    // Ranks 1.5, 1.5, 3, 4 against 1, 2, 3, 4: 4.5 / √(4.5·5).
    expect(spearman(f(5, 5, 6, 7), f(1, 2, 3, 4))).toBeCloseTo(4.5 / Math.sqrt(22.5), 14)
  })
})

describe.each<[string, Correlate]>([
  ['pearson', pearson],
  ['spearman', spearman],
])('%s', (_, correlate) => {
  it('lies in -1..1, is symmetric, and is never NaN', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = both(rows)
        const r = correlate(x, y)
        return (r === null || (r >= -1 && r <= 1)) && correlate(y, x) === r
      }),
    )
  })

  it('does not change with the unit, turns with the direction, and minds no order of rows', () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [x, y] = both(rows)
        const r = correlate(x, y)
        const turned = correlate(
          x.map((one) => -4 * one),
          y,
        )
        const [u, v] = both(rows.toReversed())
        const reversed = correlate(u, v)
        if (r === null) return turned === null && reversed === null
        return Math.abs(r + (turned ?? nan)) < 1e-9 && Math.abs(r - (reversed ?? nan)) < 1e-9
      }),
    )
  })
})

describe('correlationMatrix', () => {
  it('is symmetric, exactly 1 on the diagonal, and says how many rows each pair has', () => {
    const matrix = correlationMatrix([f(1, 2, 3, nan), f(1, 3, 2, 5), f(4, 4, 4, 4)])
    expect(matrix.coefficients[0]?.[0]).toBe(1)
    expect(matrix.coefficients[0]?.[1]).toBeCloseTo(0.5, 14)
    expect(matrix.coefficients[1]?.[0]).toBe(matrix.coefficients[0]?.[1])
    expect(matrix.coefficients[2]).toEqual([null, null, null])
    expect(matrix.pairs).toEqual([
      [3, 3, 3],
      [3, 4, 4],
      [3, 4, 4],
    ])
  })
})
