import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median } from './median'
import { quantile } from './quantile'

const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 })

describe('quantile', () => {
  it('uses the R-7 method', () => {
    // R: quantile(c(1, 2, 4, 8, 16), c(.1, .25, .5, .9)) gives 1.4, 2, 4, 12.8.
    const values = [16, 1, 8, 2, 4]
    expect(quantile(values, 0.1)).toBeCloseTo(1.4, 12)
    expect(quantile(values, 0.25)).toBe(2)
    expect(quantile(values, 0.5)).toBe(4)
    expect(quantile(values, 0.9)).toBeCloseTo(12.8, 12)
  })

  it('leaves out what is not observed', () => {
    expect(quantile([null, 3, null, 1], 1)).toBe(3)
    expect(quantile([null], 0.5)).toBeNull()
    expect(quantile([], 0.5)).toBeNull()
  })

  it('refuses a share outside 0..1 and values that are not finite', () => {
    for (const share of [-0.1, 1.1, Number.NaN]) expect(() => quantile([1], share)).toThrow(RangeError)
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(RangeError)
  })

  it('lies between smallest and largest, and does not fall as the share rises', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
        const low = quantile(values, 0) as number
        const high = quantile(values, 1) as number
        const here = quantile(values, share) as number
        return low <= here && here <= high && low === Math.min(...values) && high === Math.max(...values)
      }),
    )
  })

  it('does not overflow between two huge values of opposite sign', () => {
    expect(quantile([-Number.MAX_VALUE, Number.MAX_VALUE], 0.5)).toBe(0)
  })
})

describe('median', () => {
  it('is the middle value, or the mean of the two middle ones', () => {
    expect(median([5, 1, 3])).toBe(3)
    expect(median([5, 1, 3, null, 7])).toBe(4)
    expect(median([])).toBeNull()
  })
})
