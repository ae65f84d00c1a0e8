import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pathBetween, yearlyPace } from './pace'

describe('yearlyPace', () => {
  it('is the compound annual growth rate as a share', () => {
    expect(yearlyPace({ year: 2018, value: 100 }, { year: 2020, value: 121 }, 'compound')).toBeCloseTo(
      0.1,
      12,
    )
    expect(yearlyPace({ year: 2018, value: 100 }, { year: 2019, value: 80 }, 'compound')).toBeCloseTo(
      -0.2,
      12,
    )
  })

  it('is the amount a year when linear, through 0 and below', () => {
    expect(yearlyPace({ year: 2018, value: -4 }, { year: 2020, value: 2 }, 'linear')).toBe(3)
    expect(yearlyPace({ year: 2018, value: 0 }, { year: 2020, value: 0 }, 'linear')).toBe(0)
  })

  it('refuses years out of order, and compound growth of a value that is not above 0', () => {
    const at = (year: number, value: number) => ({ year, value })
    expect(() => yearlyPace(at(2020, 1), at(2020, 2), 'linear')).toThrow(RangeError)
    expect(() => yearlyPace(at(2021, 1), at(2020, 2), 'compound')).toThrow(RangeError)
    expect(() => yearlyPace(at(2020, 0), at(2021, 2), 'compound')).toThrow('above 0')
    expect(() => yearlyPace(at(2020, 1), at(2021, -2), 'compound')).toThrow('above 0')
  })
})

describe('pathBetween', () => {
  it('has a value for every year, and both ends exactly', () => {
    const from = { year: 2015, value: 2 }
    const to = { year: 2025, value: 3.5 }
    for (const kind of ['compound', 'linear'] as const) {
      const path = pathBetween(from, to, kind)
      expect(path.map((point) => point.year)).toEqual(Array.from({ length: 11 }, (_, k) => 2015 + k))
      expect(path[0]).toEqual(from)
      expect(path[10]).toEqual(to)
    }
  })

  it('grows by the same factor, or the same amount, every year', () => {
    const compound = pathBetween({ year: 0, value: 100 }, { year: 3, value: 133.1 }, 'compound')
    expect(compound.map(({ value }) => value).slice(1, 3)).toEqual([
      expect.closeTo(110, 9),
      expect.closeTo(121, 9),
    ])
    const linear = pathBetween({ year: 0, value: -1 }, { year: 4, value: 1 }, 'linear')
    expect(linear.map(({ value }) => value)).toEqual([-1, -0.5, 0, 0.5, 1])
  })

  it('stays between its ends', () => {
    const value = fc.double({ min: 0.01, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(
        value,
        value,
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('compound' as const, 'linear' as const),
        (a, b, years, kind) => {
          const path = pathBetween({ year: 0, value: a }, { year: years, value: b }, kind)
          const slack = 1e-9 * Math.max(a, b)
          return path.every(
            (point) => point.value >= Math.min(a, b) - slack && point.value <= Math.max(a, b) + slack,
          )
        },
      ),
    )
  })
})
