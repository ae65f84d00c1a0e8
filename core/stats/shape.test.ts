import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeOf } from './shape'

const shape = (...values: number[]) => shapeOf(Float64Array.from(values))

describe('shapeOf', () => {
  it('is skewness and kurtosis of type 2', () => {
    // Documentation of Excel: SKEW of these ten is 0.359543071, KURT is -0.151799637.
    const { skewness, kurtosis } = shape(3, 4, 5, 2, 3, 4, 5, 6, 4, 7)
    expect(skewness).toBeCloseTo(0.359543071, 9)
    expect(kurtosis).toBeCloseTo(-0.151799637, 9)
  })

  it('leaves out what is not observed', () => {
    expect(shape(Number.NaN, 1, 2, Number.NaN, 4, 8)).toEqual(shape(1, 2, 4, 8))
  })

  it('is not defined for too few values or equal ones', () => {
    const none = { skewness: null, kurtosis: null }
    expect(shape()).toEqual(none)
    expect(shape(1, 2)).toEqual(none)
    expect(shape(5, 5, 5, 5, 5)).toEqual(none)
    expect(shape(1, 2, 4).skewness).toBeGreaterThan(0)
    expect(shape(1, 2, 4).kurtosis).toBeNull()
  })

  it('stays finite at both ends of what a number can hold', () => {
    const plain = shape(-1, 0, 0, 0, 1)
    for (const unit of [1e-320, 1e-200, 1e200, Number.MAX_VALUE]) {
      const { skewness, kurtosis } = shape(-unit, 0, 0, 0, unit)
      expect(skewness).toBeCloseTo(plain.skewness as number, 9)
      expect(kurtosis).toBeCloseTo(plain.kurtosis as number, 9)
    }
  })

  it('turns its sign with the values, and knows neither unit nor origin', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 4, maxLength: 30 })
    fc.assert(
      fc.property(values, (column) => {
        const here = shape(...column)
        const there = shape(...column.map((value) => 7 - 3 * value))
        if (here.skewness === null || here.kurtosis === null) {
          expect(there).toEqual(here)
          return
        }
        expect(there.skewness).toBeCloseTo(-here.skewness, 8)
        expect(there.kurtosis).toBeCloseTo(here.kurtosis, 8)
      }),
    )
  })
})
