import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forecastMethods } from './methods'
import { type OutlookInput, outlookOf } from './outlook'
import { studentT, studentTQuantile } from './student-t'

/** Values of consecutive years from 2015; a pair carries another status than A. */
const seriesOf = (values: readonly (number | null | readonly [number, string])[]) =>
  values.map((one, i) => {
    const [value, status] = typeof one === 'object' && one !== null ? one : [one, one === null ? '' : 'A']
    return { year: 2015 + i, value, status }
  })
const of = (values: Parameters<typeof seriesOf>[0], rest: Partial<OutlookInput> = {}) =>
  outlookOf({ series: seriesOf(values), direction: 1, asOf: 2025, until: 2025, ...rest })

/** x = 1..5, y = 2, 4, 5, 4, 5: slope 0.6, level 4, s² = 0.8. */
const textbook = [2, 4, 5, 4, 5]
const errorIn2020 = Math.sqrt(0.8 * (1 + 1 / 5 + 9 / 10))

describe('outlookOf', () => {
  it('carries the line on, with an interval per level', () => {
    const found = of(textbook, { until: 2021 })
    expect(found).toMatchObject({ reason: null, intervalReason: null, notes: [], target: null })
    expect(found.start).toEqual({ year: 2015, value: 2 })
    expect(found.latest).toEqual({ year: 2019, value: 5 })
    expect(found.points.map(({ year }) => year)).toEqual([2020, 2021])
    const [next] = found.points
    expect(next?.value).toBeCloseTo(5.8, 12)
    expect(next?.intervals.map(({ level }) => level)).toEqual([0.8, 0.95])
    expect(next?.intervals[1]?.upper).toBeCloseTo(5.8 + studentTQuantile(0.975, 3) * errorIn2020, 12)
    expect(next?.intervals[1]?.lower).toBeCloseTo(5.8 - studentTQuantile(0.975, 3) * errorIn2020, 12)
    expect(found.fitted).toHaveLength(5)
    expect(found.fitted[0]?.value).toBeCloseTo(2.8, 12)
  })

  it('gives the probability of meeting a target, in the wanted direction', () => {
    const target = { year: 2020, value: 5 }
    const up = of(textbook, { target }).target
    expect(up).toMatchObject({ year: 2020, value: 5 })
    expect(up?.expected).toBeCloseTo(5.8, 12)
    expect(up?.probability).toBeCloseTo(1 - studentT((5 - 5.8) / errorIn2020, 3), 12)
    const down = of(textbook, { target, direction: -1 }).target
    expect(down?.probability).toBeCloseTo(1 - (up?.probability ?? 0), 12)
  })

  it('has no target that does not lie ahead', () => {
    expect(of(textbook, { target: { year: 2019, value: 9 } }).target).toBeNull()
  })

  it('below five points has a line, and neither interval nor probability', () => {
    const found = of([2, 4, 5, 4], { target: { year: 2025, value: 9 } })
    expect(found).toMatchObject({ reason: null, intervalReason: 'few-points' })
    expect(found.points[0]?.intervals).toEqual([])
    expect(found.target).toMatchObject({ probability: null })
    expect(found.target?.expected).toBeGreaterThan(6)
    expect(of([2, 4, null, null, null, null, 5, 4]).intervalReason).toBe('few-points')
  })

  it('looks only behind the last break', () => {
    const found = of([90, 80, [2, 'B'], 4, 5, 4, 5], { until: 2022 })
    expect(found).toMatchObject({ notes: ['started-after-break'], start: { year: 2017, value: 2 } })
    expect(found.points[0]?.value).toBeCloseTo(5.8, 12)
    expect(of([90, 80, [2, 'B'], 4]).intervalReason).toBe('few-points')
    expect(of([[2, 'B'], 4, 5, 4, 5], { until: 2020 }).notes).toEqual([])
  })

  it('keeps a share between 0 and 100, and says so', () => {
    const limits = { lower: 0, upper: 100 }
    const rising = of([80, 86, 90, 96, 99], { limits, until: 2022 })
    expect(rising.notes).toEqual(['clipped'])
    for (const { value, intervals } of rising.points) {
      for (const number of [value, ...intervals.flatMap(({ lower, upper }) => [lower, upper])]) {
        expect(number).toBeLessThanOrEqual(100)
      }
    }
    expect(of([80, 86, 90, 96, 99], { until: 2022 }).points[0]?.value).toBeGreaterThan(100)
  })

  it('limits cut the line, not the probability; nothing meets a target beyond them', () => {
    const limits = { lower: 0, upper: 100 }
    const chance = (value: number, rest: Partial<OutlookInput>) =>
      of([80, 86, 90, 96, 99], { target: { year: 2021, value }, ...rest }).target?.probability
    expect(chance(100, { limits })).toBe(chance(100, {}))
    expect(chance(101, { limits })).toBe(0)
    expect(chance(101, { limits, direction: -1 })).toBe(1)
    expect(chance(-1, { limits })).toBe(1)
    expect(chance(-1, { limits, direction: -1 })).toBe(0)
  })

  it('an exact line has itself for an interval, and meets its target or does not', () => {
    const exact = [1.1, 2.2, 3.3, 4.4, 5.5]
    const found = of(exact, { target: { year: 2020, value: 6.6 }, until: 2020 })
    expect(found.points[0]?.intervals[0]?.lower).toBeCloseTo(6.6, 12)
    expect(found.points[0]?.intervals[0]?.lower).toBe(found.points[0]?.intervals[0]?.upper)
    expect(found.target?.probability).toBe(1)
    expect(of(exact, { target: { year: 2020, value: 6.7 } }).target?.probability).toBe(0)
  })

  it('on the log scale takes line and interval back, and every value is above 0', () => {
    const found = of([100, 108, 123, 131, 149], { method: 'log-linear', until: 2020 })
    const { value = 0, intervals = [] } = found.points[0] ?? {}
    const { lower = 0, upper = 0 } = intervals[1] ?? {}
    expect(upper / value).toBeCloseTo(value / lower, 12)
    const chance = (goal: number, direction: 1 | -1) =>
      of([100, 108, 123, 131, 149], { method: 'log-linear', direction, target: { year: 2020, value: goal } })
        .target?.probability
    expect(chance(0, 1)).toBe(1)
    expect(chance(-5, -1)).toBe(0)
    expect(chance(value, 1)).toBeCloseTo(0.5, 9)
  })

  it('Theil-Sen has no interval, and says why', () => {
    const found = of(textbook, { method: 'theil-sen', target: { year: 2020, value: 5 } })
    expect(found.intervalReason).toBe('method')
    expect(found.points[0]?.intervals).toEqual([])
    expect(found.target?.probability).toBeNull()
  })

  it('says when it reaches further than what it stands on', () => {
    expect(of(textbook, { until: 2023 }).notes).toEqual([])
    expect(of(textbook, { until: 2024 }).notes).toEqual(['longer-than-observed'])
    expect(of(textbook, { until: 2020, target: { year: 2030, value: 9 } }).notes).toEqual([
      'longer-than-observed',
    ])
  })

  it('looks at nothing after the year asked for', () => {
    expect(of([...textbook, 900], { asOf: 2019, until: 2020 }).points[0]?.value).toBeCloseTo(5.8, 12)
  })

  it('is empty when nothing lies ahead', () => {
    expect(of(textbook, { until: 2019 })).toMatchObject({ reason: null, points: [] })
  })

  it('says why there is none', () => {
    const empty = { fit: null, points: [], fitted: [], target: null }
    expect(of([])).toMatchObject({ reason: 'no-observation', ...empty })
    expect(of([null, 3])).toMatchObject({ reason: 'one-observation', ...empty })
    expect(of([1, 2, [3, 'B']])).toMatchObject({ reason: 'one-since-break', ...empty })
    expect(of([1, 0, 3], { method: 'log-linear' })).toMatchObject({ reason: 'needs-positive', ...empty })
    expect(of([1e-300, 1e300], { method: 'log-linear' })).toMatchObject({ reason: 'out-of-range' })
  })

  it('refuses levels, limits, targets and years that are none', () => {
    for (const rest of [
      { levels: [0] },
      { levels: [1] },
      { limits: { lower: 1, upper: 1 } },
      { limits: { lower: Number.NaN, upper: null } },
      { target: { year: 2030, value: Number.POSITIVE_INFINITY } },
      { until: 2020.5 },
    ]) {
      expect(() => of(textbook, rest)).toThrow(RangeError)
    }
  })

  it('gives finite numbers only, and intervals that hold the line and widen with the level', () => {
    const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }))
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 9 }),
        fc.constantFrom(...(Object.keys(forecastMethods) as (keyof typeof forecastMethods)[])),
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        (values, method, goal) => {
          const found = of(values, { method, target: { year: 2025, value: goal } })
          expect(found.reason === null).toBe(found.fit !== null)
          for (const point of found.points) {
            const [narrow, wide] = point.intervals
            if (!narrow || !wide) continue
            const bounds = [wide.lower, narrow.lower, point.value, narrow.upper, wide.upper]
            expect(bounds.every(Number.isFinite)).toBe(true)
            expect(bounds).toEqual(bounds.toSorted((a, b) => a - b))
          }
          const probability = found.target?.probability ?? 0
          expect(probability >= 0 && probability <= 1).toBe(true)
        },
      ),
    )
  })
})
