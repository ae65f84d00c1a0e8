import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AccelerationInput, accelerationOf } from './acceleration'
import type { SeriesPoint } from './resolve-target'

/** Values of consecutive years up to 2020; a pair carries another status than A. */
function seriesOf(values: readonly (number | null | readonly [number, string])[]): SeriesPoint[] {
  return values.map((one, i) => {
    const [value, status] = typeof one === 'object' && one !== null ? one : [one, one === null ? '' : 'A']
    return { year: 2021 - values.length + i, value, status }
  })
}
const of = (values: Parameters<typeof seriesOf>[0], rest: Partial<AccelerationInput> = {}) =>
  accelerationOf({ series: seriesOf(values), direction: 1, pace: 'linear', asOf: 2020, ...rest })

describe('accelerationOf', () => {
  it('is the pace of the last three years less that of the years before', () => {
    expect(of([10, 11, 12, 13, 15, 17, 19])).toEqual({
      verdict: 'speeding-up',
      reason: null,
      start: { year: 2014, value: 10 },
      turn: { year: 2017, value: 13 },
      latest: { year: 2020, value: 19 },
      pace: 'linear',
      earlierPace: 1,
      recentPace: 2,
      change: 1,
    })
    expect(of([10, 12, 14, 16, 17, 18, 19]).verdict).toBe('slowing-down')
  })

  it('is seen in the wanted direction', () => {
    const values = [10, 11, 12, 13, 15, 17, 19]
    expect(of(values, { direction: -1 })).toMatchObject({ verdict: 'slowing-down', change: -1 })
    const slowerFall = of([20, 17, 14, 11, 10, 9, 8])
    expect(slowerFall).toMatchObject({ earlierPace: -3, recentPace: -1, verdict: 'speeding-up' })
  })

  it('takes paces that differ by less than a tenth for the same', () => {
    expect(of([0, 100, 200, 300, 408, 516, 624]).verdict).toBe('steady')
    expect(of([0, 100, 200, 300, 412, 524, 636]).verdict).toBe('speeding-up')
    expect(of([5, 5, 5, 5, 5])).toMatchObject({ verdict: 'steady', change: 0 })
    expect(of([0, 100, 200, 300, 408, 516, 624], { tolerance: 0 }).verdict).toBe('speeding-up')
  })

  it('compares compound paces, and linear ones where a value is not above 0', () => {
    const compound = of([100, 110, 121, 133.1, 146.41, 161.051, 177.1561], { pace: 'compound' })
    expect(compound).toMatchObject({ verdict: 'steady', pace: 'compound' })
    expect(compound.recentPace).toBeCloseTo(0.1, 12)
    expect(of([0, 1, 2, 3, 5], { pace: 'compound' }).pace).toBe('linear')
  })

  it('turns at the latest value that is old enough when a year is missing', () => {
    expect(of([10, 11, 12, null, 15, 17, 19]).turn).toEqual({ year: 2016, value: 12 })
    expect(of([10, 11, 12, 13, 15, 17, 19], { recentYears: 1 }).turn).toEqual({ year: 2019, value: 17 })
  })

  it('looks neither behind a break nor beyond the year asked for', () => {
    expect(of([90, 91, [10, 'B'], 11, 12, 14, 16]).start).toEqual({ year: 2016, value: 10 })
    expect(of([90, 91, 92, 93, [10, 'B'], 11, 12])).toMatchObject({ verdict: null, reason: 'since-break' })
    expect(of([1, 2, 3, 4, 5, 6, 99], { asOf: 2019 }).latest).toEqual({ year: 2019, value: 6 })
  })

  it('says why there is nothing to compare', () => {
    expect(of([])).toMatchObject({ verdict: null, reason: 'no-observation' })
    expect(of([null, null])).toMatchObject({ verdict: null, reason: 'no-observation' })
    expect(of([1, 2, 3, 4])).toMatchObject({ verdict: null, reason: 'too-few-points', turn: null })
    expect(of([[1, 'B'], 2, 3])).toMatchObject({ reason: 'too-few-points' })
  })

  it('refuses less than a year, a negative tolerance, and years out of order', () => {
    expect(() => of([1], { recentYears: 0 })).toThrow(RangeError)
    expect(() => of([1], { tolerance: -1 })).toThrow(RangeError)
    const turned = seriesOf([1, 2]).toReversed()
    expect(() => of([], { series: turned })).toThrow(RangeError)
  })

  it('has a reason exactly when it has no verdict, and no number that is not finite', () => {
    const value = fc.option(fc.double({ min: -100, max: 100, noNaN: true }))
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 9 }),
        fc.constantFrom(1 as const, -1 as const),
        (values, direction) => {
          const found = of(values, { direction, pace: 'compound' })
          expect(found.verdict === null).toBe(found.reason !== null)
          for (const number of [found.earlierPace, found.recentPace, found.change]) {
            expect(number === null || Number.isFinite(number)).toBe(true)
          }
        },
      ),
    )
  })

  it('does not depend on the unit', () => {
    const value = fc.integer({ min: 1, max: 1000 })
    fc.assert(
      fc.property(fc.array(value, { minLength: 5, maxLength: 9 }), (values) => {
        const scaled = values.map((one) => one * 1024)
        expect(of(scaled).verdict).toBe(of(values).verdict)
      }),
    )
  })
})
