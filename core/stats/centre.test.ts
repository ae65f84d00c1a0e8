import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meanOf, medianInPlace } from './centre'
import { mean } from './mean'
import { median } from './median'

const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 })

describe('meanOf and medianInPlace', () => {
  it('are the mean and the median of the family that knows null', () => {
    fc.assert(
      fc.property(values, (column) => {
        const scale = 1 + Math.max(...column.map(Math.abs))
        expect(Math.abs(meanOf(Float64Array.from(column)) - (mean(column) as number))).toBeLessThan(
          1e-12 * scale,
        )
        // Adding 0 takes the sign from a zero: it means nothing, and sorting may put either of two zeros first.
        expect(medianInPlace(Float64Array.from(column)) + 0).toBe((median(column) as number) + 0)
      }),
    )
  })

  it('give equal values back to the last digit', () => {
    expect(meanOf(new Float64Array(7).fill(0.1))).toBe(0.1)
    expect(medianInPlace(new Float64Array(6).fill(0.1))).toBe(0.1)
  })

  it('do not overflow', () => {
    expect(meanOf(Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE))).toBe(0)
    expect(meanOf(new Float64Array(4).fill(Number.MAX_VALUE))).toBe(Number.MAX_VALUE)
    expect(medianInPlace(Float64Array.of(-Number.MAX_VALUE, Number.MAX_VALUE))).toBe(0)
  })
})
