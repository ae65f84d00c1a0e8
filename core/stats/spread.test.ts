import { describe, expect, it } from 'vitest'
import { spreadOf } from './spread'

const of = (...values: readonly number[]) => spreadOf(Float64Array.of(...values))

describe('spreadOf', () => {
  it('is the mean and the sample standard deviation of what is observed', () => {
    expect(of(2, Number.NaN, 4, 4, 4, 5, 5, 7, 9)).toEqual({ count: 8, mean: 5, sd: Math.sqrt(32 / 7) })
  })

  it('is exactly 0 for equal values and for a single one', () => {
    expect(of(0.1, 0.1, 0.1)).toEqual({ count: 3, mean: 0.1, sd: 0 })
    expect(of(Number.NaN, 7)).toEqual({ count: 1, mean: 7, sd: 0 })
  })

  it('is null where nothing is observed', () => {
    expect(of()).toBeNull()
    expect(of(Number.NaN)).toBeNull()
  })

  it('keeps the digits of tiny and of huge deviations', () => {
    expect(of(1e-200, 3e-200)?.sd).toBeCloseTo(Math.SQRT2 * 1e-200, 210)
    expect(of(-1e200, 1e200)?.sd).toBe(Math.SQRT2 * 1e200)
    expect(() => of(-Number.MAX_VALUE, Number.MAX_VALUE)).toThrow(RangeError)
  })
})
