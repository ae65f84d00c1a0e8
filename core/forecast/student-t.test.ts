import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studentT, studentTQuantile } from './student-t'

/** Percentage points as printed in every table, e.g. Abramowitz & Stegun, table 26.10. */
const printed: readonly (readonly [degrees: number, p: number, t: string])[] = [
  [1, 0.9, '3.078'],
  [1, 0.975, '12.706'],
  [1, 0.9995, '636.619'],
  [2, 0.975, '4.303'],
  [3, 0.95, '2.353'],
  [4, 0.9995, '8.610'],
  [5, 0.975, '2.571'],
  [10, 0.9, '1.372'],
  [10, 0.995, '3.169'],
  [30, 0.95, '1.697'],
  [120, 0.975, '1.980'],
]

describe('studentTQuantile', () => {
  it.each(printed)('is the printed point of %i degrees of freedom at %f', (degrees, p, t) => {
    expect(studentTQuantile(p, degrees).toFixed(3)).toBe(t)
    expect(studentTQuantile(1 - p, degrees)).toBeCloseTo(-Number(t), 3)
  })

  it('is exact where it has a closed form', () => {
    expect(studentTQuantile(0.975, 1)).toBeCloseTo(Math.tan(Math.PI * 0.475), 10)
    expect(studentTQuantile(0.975, 2)).toBeCloseTo(0.95 / Math.sqrt(2 * 0.975 * 0.025), 12)
    expect(studentTQuantile(0.5, 7)).toBe(0)
  })

  it('nears the normal distribution', () => {
    expect(studentTQuantile(0.975, 100_000)).toBeCloseTo(1.959964, 4)
  })

  it('refuses certainty, and degrees of freedom that are none', () => {
    for (const p of [0, 1, Number.NaN]) expect(() => studentTQuantile(p, 3)).toThrow(RangeError)
    for (const degrees of [0, 1.5, Number.NaN]) {
      expect(() => studentTQuantile(0.9, degrees)).toThrow(RangeError)
      expect(() => studentT(1, degrees)).toThrow(RangeError)
    }
    expect(() => studentT(Number.NaN, 3)).toThrow(RangeError)
  })
})

describe('studentT', () => {
  it('has the values of SciPy 1.x', () => {
    expect(studentT(1.5, 7)).toBeCloseTo(0.911350756505015, 14)
    expect(studentT(-2.2, 3)).toBeCloseTo(0.05758597598823534, 14)
    expect(studentT(0.3, 12)).toBeCloseTo(0.6153447629558739, 14)
    expect(studentT(8, 4)).toBeCloseTo(0.9993380515453915, 14)
  })

  it('reaches from 0 to 1, and is a half in the middle', () => {
    expect(studentT(Number.NEGATIVE_INFINITY, 4)).toBe(0)
    expect(studentT(0, 4)).toBe(0.5)
    expect(studentT(Number.POSITIVE_INFINITY, 5)).toBe(1)
  })

  it('is turned back by its quantile, and mirrored about 0', () => {
    const degrees = fc.integer({ min: 1, max: 200 })
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), degrees, (p, df) => {
        const t = studentTQuantile(p, df)
        expect(studentT(t, df)).toBeCloseTo(p, 12)
        expect(studentT(-t, df)).toBeCloseTo(1 - p, 12)
      }),
    )
  })
})
