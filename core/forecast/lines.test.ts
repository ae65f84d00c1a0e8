import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logLinear } from './log-linear'
import { lineAt, predictionErrorAt, type TrendFit } from './method'
import { forecastMethods } from './methods'
import { leastSquares } from './ols'
import { theilSen } from './theil-sen'

/** Points of consecutive years from 2015. */
const pointsOf = (values: readonly number[]) => values.map((value, i) => ({ year: 2015 + i, value }))

describe('leastSquares', () => {
  it('is the textbook line', () => {
    // x = 1..5, y = 2, 4, 5, 4, 5: slope 0.6, intercept 2.2, SSE 2.4, s = sqrt(0.8).
    const fit = leastSquares(pointsOf([2, 4, 5, 4, 5]))
    expect(fit).toMatchObject({ scale: 'linear', count: 5, meanYear: 2017, level: 4, yearSpread: 10 })
    expect(fit.slope).toBeCloseTo(0.6, 14)
    expect(fit.residualError).toBeCloseTo(Math.sqrt(0.8), 14)
    expect(lineAt(fit, 2014)).toBeCloseTo(2.2, 12)
    expect(predictionErrorAt(fit, 2020)).toBeCloseTo(Math.sqrt(0.8) * Math.sqrt(1 + 1 / 5 + 9 / 10), 12)
  })

  it('has no error where the points lie on the line, and none to tell where they are two', () => {
    expect(leastSquares(pointsOf([0.1, 0.2, 0.3, 0.4, 0.5])).residualError).toBe(0)
    expect(leastSquares(pointsOf([7, 7, 7])).residualError).toBe(0)
    expect(leastSquares(pointsOf([0, 0, 0]))).toMatchObject({ level: 0, slope: 0, residualError: 0 })
    expect(leastSquares(pointsOf([1, 3]))).toMatchObject({ slope: 2, residualError: null })
    expect(predictionErrorAt(leastSquares(pointsOf([1, 3])), 2020)).toBeNull()
  })

  it('does not overflow', () => {
    const fit = leastSquares(pointsOf([1e300, -1e300, 1e300, 5e299]))
    expect(Number.isFinite(fit.residualError)).toBe(true)
  })
})

describe('logLinear', () => {
  it('finds constant growth', () => {
    const fit = logLinear(pointsOf([100, 110, 121, 133.1])) as TrendFit
    expect(Math.exp(fit.slope) - 1).toBeCloseTo(0.1, 12)
    expect(Math.exp(lineAt(fit, 2019))).toBeCloseTo(146.41, 9)
    expect(fit.scale).toBe('log')
  })

  it('takes no value that is not above 0', () => {
    expect(logLinear(pointsOf([1, 0, 2]))).toBeNull()
    expect(logLinear(pointsOf([1, -1]))).toBeNull()
  })
})

describe('theilSen', () => {
  it('is the median of the slopes between all pairs, through the median', () => {
    // Slopes of 1, 2, 4, 9: 1, 1.5, 8/3, 2, 3.5, 5; their median is (2 + 8/3) / 2.
    const fit = theilSen(pointsOf([1, 2, 4, 9]))
    expect(fit.slope).toBeCloseTo(7 / 3, 12)
    expect(fit.residualError).toBeNull()
    expect(predictionErrorAt(fit, 2030)).toBeNull()
  })

  it('is not turned by one wild value, which turns least squares', () => {
    const wild = pointsOf([1, 2, 3, 4, 5, 6, 70])
    expect(theilSen(wild).slope).toBe(1)
    expect(lineAt(theilSen(wild), 2022)).toBe(8)
    expect(leastSquares(wild).slope).toBeGreaterThan(5)
  })
})

describe('every line', () => {
  const value = fc.double({ min: 1, max: 1000, noNaN: true })
  const values = fc.array(value, { minLength: 2, maxLength: 12 })
  const each = Object.entries(forecastMethods)

  it.each(each)('%s needs two points', (_, lineOf) => {
    expect(() => lineOf(pointsOf([1]))).toThrow(RangeError)
  })

  it.each(each)('%s goes through two points', (_, lineOf) => {
    const line = lineOf(pointsOf([2, 8])) as TrendFit
    const back = (year: number) => (line.scale === 'log' ? Math.exp(lineAt(line, year)) : lineAt(line, year))
    expect(back(2015)).toBeCloseTo(2, 12)
    expect(back(2016)).toBeCloseTo(8, 12)
  })

  it.each(each)('%s does not depend on the unit', (name, lineOf) => {
    fc.assert(
      fc.property(values, (list) => {
        const here = lineOf(pointsOf(list)) as TrendFit
        const there = lineOf(pointsOf(list.map((one) => one * 1000))) as TrendFit
        const factor = name === 'log-linear' ? 1 : 1000
        expect(Math.abs(there.slope - here.slope * factor)).toBeLessThan(1e-6)
      }),
    )
  })

  it.each(each)('%s turns with the years: a mirrored series has the opposite slope', (_, lineOf) => {
    fc.assert(
      fc.property(values, (list) => {
        const slope = (lineOf(pointsOf(list)) as TrendFit).slope
        expect((lineOf(pointsOf(list.toReversed())) as TrendFit).slope).toBeCloseTo(-slope, 9)
      }),
    )
  })
})
