import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rank, rankInto, rankScratch } from './rank'

const column = fc.array(fc.option(fc.integer({ min: -5, max: 5 })), { maxLength: 30 })

describe('rank', () => {
  it('gives ties the minimum rank and leaves a gap behind them', () => {
    expect(rank([10, 30, 20, 30, 5])).toEqual([4, 1, 3, 1, 5])
  })

  it('can count from the smallest', () => {
    // COINr n_rank: 1, 2, 2, 3 gives 1, 2, 2, 4.
    expect(rank([1, 2, 2, 3], 'ascending')).toEqual([1, 2, 2, 4])
  })

  it('gives no rank to what is not observed, and none is lost to it', () => {
    expect(rank([null, 3, null, 1])).toEqual([null, 1, null, 2])
    expect(rank([])).toEqual([])
  })

  it('compares unrounded', () => {
    expect(rank([0.1 + 0.2, 0.3])).toEqual([1, 2])
  })

  it('holds -0 and 0 for equal', () => {
    expect(rank([0, -0, 1])).toEqual([2, 2, 1])
    expect(rank([-0, 0, -1], 'ascending')).toEqual([2, 2, 1])
  })

  it('refuses values that are not finite', () => {
    expect(() => rank([1, Number.NaN])).toThrow(RangeError)
    expect(() => rank([Number.POSITIVE_INFINITY])).toThrow(RangeError)
  })

  it('is 1 + the number of strictly better values', () => {
    fc.assert(
      fc.property(column, (values) => {
        const expected = values.map((own) =>
          own === null ? null : 1 + values.filter((other) => other !== null && other > own).length,
        )
        expect(rank(values)).toEqual(expected)
      }),
    )
  })

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(column, (values) => {
        const scaled = values.map((value) => (value === null ? null : value * 1000 + 7))
        expect(rank(scaled)).toEqual(rank(values))
      }),
    )
  })
})

describe('rankInto', () => {
  it('is exact whatever the values are: crowded, far apart, tiny, huge', () => {
    const shapes = [
      fc.constantFrom(1, 1 + 2 ** -52, 2, 1e300),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.double({ min: 0, max: 2 ** -1060, noNaN: true }),
      fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value ** 31),
    ]
    for (const shape of shapes) {
      fc.assert(
        fc.property(fc.array(fc.option(shape, { freq: 9 }), { maxLength: 120 }), (column) => {
          const ranks = new Uint32Array(column.length)
          const observed = rankInto(
            Float64Array.from(column, (value) => value ?? Number.NaN),
            ranks,
          )
          const plain = column.map((own) =>
            own === null ? 0 : 1 + column.filter((other) => other !== null && other > own).length,
          )
          expect([...ranks]).toEqual(plain)
          expect(observed).toBe(column.filter((value) => value !== null).length)
        }),
      )
    }
  })

  it('says how many are ranked, and reuses its scratch', () => {
    const ranks = new Uint32Array(3)
    const scratch = rankScratch(3)
    expect(rankInto(Float64Array.of(1, Number.NaN, 2), ranks, scratch)).toBe(2)
    expect([...ranks]).toEqual([2, 0, 1])
    expect(rankInto(Float64Array.of(Number.NaN, Number.NaN, Number.NaN), ranks, scratch)).toBe(0)
    expect([...ranks]).toEqual([0, 0, 0])
  })

  it('refuses arrays that are too short', () => {
    expect(() => rankInto(new Float64Array(2), new Uint32Array(1))).toThrow(RangeError)
    expect(() => rankInto(new Float64Array(2), new Uint32Array(2), rankScratch(1))).toThrow(RangeError)
  })
})
