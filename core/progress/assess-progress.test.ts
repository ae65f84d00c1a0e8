import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assessProgress } from './assess-progress'
import { withoutTarget, withTarget } from './examples'
import { openSdg } from './open-sdg'
import { resolveTarget, type SeriesPoint, type TargetSetting } from './resolve-target'

describe('progress with a target', () => {
  it('holds every number that led to the status', () => {
    const found = withTarget({ 2015: 2, 2018: 2.5, 2020: 2.6 }, { target: 3.5 })
    expect(found).toMatchObject({
      status: 'needs-acceleration',
      reason: null,
      notes: [],
      rule: 'target',
      direction: 1,
      asOf: 2020,
      start: { year: 2015, value: 2 },
      latest: { year: 2020, value: 2.6 },
      breakYear: null,
      pace: 'compound',
      growth: null,
      thresholds: openSdg.withTarget,
    })
    expect(found.target).toMatchObject({ targetValue: 3.5, targetYear: 2025, baselineOrigin: 'observed' })
    expect(found.observedPace).toBeCloseTo((2.6 / 2) ** (1 / 5) - 1, 12)
    expect(found.requiredPace).toBeCloseTo((3.5 / 2) ** (1 / 10) - 1, 12)
    expect(found.ratio).toBeCloseTo(0.9360096069, 9)
    expect(found.requiredPath).toHaveLength(11)
    expect(found.requiredPath[0]).toEqual({ year: 2015, value: 2 })
    expect(found.requiredPath.at(-1)).toEqual({ year: 2025, value: 3.5 })
  })

  it('gives each class its lower bound', () => {
    // Linear from 0.1 to 1.1 in ten years: the ratio after five years is (value - 0.1) / 0.5.
    const statusAt = (value: number) =>
      withTarget({ 2015: 100, 2020: value }, { target: 200 }, { pace: 'linear' }).status
    expect(statusAt(147.5)).toBe('on-track')
    expect(statusAt(147.4)).toBe('needs-acceleration')
    expect(statusAt(130)).toBe('needs-acceleration')
    expect(statusAt(129.9)).toBe('limited')
    expect(statusAt(100)).toBe('limited')
    expect(statusAt(99.9)).toBe('moving-away')
  })

  it('is not at -0 where nothing moved', () => {
    const still = withTarget({ 2015: 10, 2020: 10 }, { target: 5 }, { direction: -1 })
    expect(still.status).toBe('limited')
    expect(Object.is(still.ratio, 0)).toBe(true)
  })

  it('skips gaps, and looks at nothing after the year asked for', () => {
    const found = withTarget({ 2015: 2, 2016: null, 2019: 3, 2020: null, 2021: 9 }, { target: 4 })
    expect(found.latest).toEqual({ year: 2019, value: 3 })
    expect(found.status).toBe('on-track')
  })

  it("prefers the target's own baseline to the observed one", () => {
    const found = withTarget({ 2015: 2, 2020: 3 }, { baselineValue: 1 })
    expect(found.start).toEqual({ year: 2015, value: 1 })
    expect(found.target?.baselineOrigin).toBe('given')
  })
})

describe('achieved', () => {
  it('is tested first', () => {
    expect(withTarget({ 2015: 2, 2020: 4 }, { target: 4 }).status).toBe('achieved')
    expect(withTarget({ 2015: 9, 2020: 3.9 }, { target: 4 }, { direction: -1 }).status).toBe('achieved')
  })

  it('needs one value only, and holds what there is', () => {
    const found = withTarget({ 2020: 4.1 }, { target: 4 })
    expect(found).toMatchObject({ status: 'achieved', reason: null, observedPace: null })
  })

  it('holds before the baseline year too', () => {
    const found = withTarget({ 2014: 5 }, { target: 4 }, { asOf: 2014 })
    expect(found).toMatchObject({ status: 'achieved', start: null, rule: 'target' })
  })

  it('has its numbers where there are any', () => {
    const found = withTarget({ 2015: 2, 2020: 4 }, { target: 4 })
    expect(found.ratio).toBeCloseTo((2 ** (1 / 5) - 1) / (2 ** (1 / 10) - 1), 12)
    expect(found.requiredPath).toHaveLength(11)
  })
})

describe('progress without a target', () => {
  it('gives each class its lower bound, in the wanted direction', () => {
    const statusAt = (growth: number, direction: 1 | -1) =>
      withoutTarget({ 2019: -1000, 2020: -1000 + growth }, { direction, pace: 'linear' }).status
    expect([15, 14.9, 5, 4.9, 0, -0.1].map((growth) => statusAt(growth, 1))).toEqual([
      'on-track',
      'needs-acceleration',
      'needs-acceleration',
      'limited',
      'limited',
      'moving-away',
    ])
    expect([-15, -4.9, 0, 0.1].map((growth) => statusAt(growth, -1))).toEqual([
      'on-track',
      'limited',
      'limited',
      'moving-away',
    ])
  })

  it('holds every number that led to the status', () => {
    const found = withoutTarget({ 2015: 100, 2020: 110.4080803 })
    expect(found).toMatchObject({
      status: 'on-track',
      rule: 'trend',
      start: { year: 2015, value: 100 },
      pace: 'compound',
      requiredPace: null,
      ratio: null,
      target: null,
      thresholds: openSdg.withoutTarget,
      requiredPath: [],
    })
    expect(found.observedPace).toBeCloseTo(0.02, 9)
    expect(found.growth).toBe(found.observedPace)
  })

  it('classes compound growth of an indicator that is shown with a linear pace too', () => {
    // The Guangdong values of the sample's digital finance index: linear growth would be 52.4 % of the start a year.
    const found = withoutTarget({ 2011: 69.48, 2019: 360.61 }, { pace: 'linear' })
    expect(found).toMatchObject({ pace: 'linear', status: 'on-track', notes: [] })
    expect(found.observedPace).toBeCloseTo((360.61 - 69.48) / 8, 10)
    expect(found.growth).toBeCloseTo((360.61 / 69.48) ** (1 / 8) - 1, 12)
    expect(found.growth).toBeCloseTo(0.229, 3)
    const slow = withoutTarget({ 2010: 100, 2020: 116 }, { pace: 'linear' })
    expect(slow).toMatchObject({ status: 'needs-acceleration' })
  })

  it('measures growth from below 0 against the size of the start, and says so', () => {
    const found = withoutTarget({ 2015: -50, 2020: -45 }, { pace: 'linear' })
    expect(found).toMatchObject({
      observedPace: 1,
      growth: 0.02,
      status: 'on-track',
      notes: ['linear-instead'],
    })
  })

  it('falls back to a linear pace where compound growth has no meaning, and says so', () => {
    expect(withoutTarget({ 2015: 10, 2020: 0 })).toMatchObject({
      pace: 'linear',
      notes: ['linear-instead'],
      growth: -0.2,
      status: 'moving-away',
    })
  })

  it('has no rate of growth from 0', () => {
    const tiny = withoutTarget({ 2015: Number.MIN_VALUE, 2020: 5 }, { pace: 'linear' })
    expect(tiny).toMatchObject({ status: 'no-data', reason: 'zero-start' })
    for (const latest of [0, 5]) {
      expect(withoutTarget({ 2015: 0, 2020: latest })).toMatchObject({
        status: 'no-data',
        reason: 'zero-start',
        growth: null,
      })
    }
  })

  it('starts where it is asked to', () => {
    expect(withoutTarget({ 2010: 1, 2015: 9, 2020: 10 }, { since: 2014 }).start).toEqual({
      year: 2015,
      value: 9,
    })
    const none = withoutTarget({ 2010: 1, 2020: 10 }, { since: 2015 })
    expect(none).toMatchObject({ status: 'no-data', reason: 'one-observation' })
  })
})

describe('preconditions', () => {
  it('refuses years out of order and values that are not finite', () => {
    const at = (year: number, value: number) => ({ year, value, status: 'A' })
    const assess = (series: SeriesPoint[]) =>
      assessProgress({ series, direction: 1, pace: 'linear', asOf: 2020 })
    expect(() => assess([at(2016, 1), at(2015, 1)])).toThrow(RangeError)
    expect(() => assess([at(2016, 1), at(2016, 2)])).toThrow(RangeError)
    expect(() => assess([at(2016, Number.NaN)])).toThrow(RangeError)
  })
})

/** Numbers so small that they lose digits in a division are no indicator's. */
const dropTiny = (value: number) => (Math.abs(value) < 1e-6 ? 0 : value)

describe('what must hold for any series', () => {
  const value = fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: -100, max: 100, noNaN: true }).map(dropTiny) },
    { weight: 1, arbitrary: fc.constantFrom(0, -0, 1) },
  )
  const point = fc.record({ value: fc.option(value), status: fc.constantFrom('A', 'A', 'A', 'B', 'E') })
  const series = fc
    .array(point, { maxLength: 10 })
    .map((points) => points.map((one, i) => ({ ...one, year: 2012 + i })))
  const target = fc.record({
    baselineYear: fc.integer({ min: 2010, max: 2022 }),
    baselineValue: fc.option(value),
    targetYear: fc.integer({ min: 2023, max: 2030 }),
    kind: fc.constantFrom('value' as const, 'change_percent' as const),
    target: value,
  })
  const rest = fc.record({
    direction: fc.constantFrom(1 as const, -1 as const),
    pace: fc.constantFrom('compound' as const, 'linear' as const),
    asOf: fc.integer({ min: 2010, max: 2024 }),
  })

  it('there is a reason exactly when there is no status, and no number that is not finite', () => {
    fc.assert(
      fc.property(series, fc.option(target), rest, (points, setting, options) => {
        const resolved = setting ? { target: resolveTarget(setting, points) } : {}
        const found = assessProgress({ series: points, ...options, ...resolved })
        expect(found.status === 'no-data').toBe(found.reason !== null)
        const numbers = [
          found.observedPace,
          found.requiredPace,
          found.ratio,
          found.growth,
          ...found.requiredPath.map((p) => p.value),
        ]
        for (const number of numbers) expect(number === null || Number.isFinite(number)).toBe(true)
        if (found.start && found.latest && found.observedPace !== null) {
          expect(found.start.year).toBeLessThan(found.latest.year)
          const from = found.start.year
          expect(
            points.some(
              (p) => p.status === 'B' && p.value !== null && p.year > from && p.year <= options.asOf,
            ),
          ).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('a mirrored series in the other direction has the same status, linearly', () => {
    fc.assert(
      fc.property(series, fc.option(target), rest, (points, setting, options) => {
        const mirror = (number: number | null) => (number === null ? null : 0 - number)
        const turned = points.map((one) => ({ ...one, value: mirror(one.value) }))
        const assess = (list: SeriesPoint[], direction: 1 | -1, own: TargetSetting | null) =>
          assessProgress({
            series: list,
            ...options,
            pace: 'linear',
            direction,
            ...(own ? { target: resolveTarget(own, list) } : {}),
          })
        const there = assess(
          turned,
          options.direction === 1 ? -1 : 1,
          setting && {
            ...setting,
            baselineValue: mirror(setting.baselineValue),
            target: 0 - setting.target,
          },
        )
        const here = assess(points, options.direction, setting)
        expect(there.status).toBe(here.status)
        expect(there.ratio).toBe(here.ratio)
        expect(there.growth).toBe(here.growth)
      }),
    )
  })

  it('the unit does not matter', () => {
    fc.assert(
      fc.property(series, fc.option(target), rest, (points, setting, options) => {
        const assess = (factor: number) => {
          const list = points.map((one) => ({
            ...one,
            value: one.value === null ? null : one.value * factor,
          }))
          const own = setting && {
            ...setting,
            baselineValue: setting.baselineValue === null ? null : setting.baselineValue * factor,
            target: setting.kind === 'value' ? setting.target * factor : setting.target,
          }
          return assessProgress({
            series: list,
            ...options,
            ...(own ? { target: resolveTarget(own, list) } : {}),
          })
        }
        expect(assess(1024).status).toBe(assess(1).status)
      }),
    )
  })
})
