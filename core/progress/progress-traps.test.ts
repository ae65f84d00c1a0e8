import { describe, expect, it } from 'vitest'
import { type ExampleValues, withoutTarget, withTarget } from './examples'
import { openSdg } from './open-sdg'

describe('the traps of a target', () => {
  it('baseline on the target or beyond it: kept is achieved, lost is moving away', () => {
    for (const start of [4, 5]) {
      expect(withTarget({ 2015: start, 2020: 4.5 }, {})).toMatchObject({
        status: 'achieved',
        notes: ['baseline-meets-target'],
        requiredPath: [],
      })
      const lost = withTarget({ 2015: start, 2020: 3.9 }, {})
      expect(lost).toMatchObject({
        status: 'moving-away',
        notes: ['baseline-meets-target'],
        requiredPace: null,
        ratio: null,
      })
      expect(lost.observedPace).toBeLessThan(0)
    }
  })

  it('a target within rounding of the baseline is no gain either', () => {
    const found = withTarget({ 2015: 1, 2020: 0.9 }, { target: 1 + Number.EPSILON })
    expect(found).toMatchObject({ status: 'moving-away', notes: ['baseline-meets-target'], ratio: null })
  })

  it('target 0 is never replaced by 0.001: the pace is linear, and says so', () => {
    const found = withTarget({ 2015: 1, 2020: 0.5 }, { target: 0, targetYear: 2030 }, { direction: -1 })
    expect(found).toMatchObject({ pace: 'linear', notes: ['linear-instead'], observedPace: -0.1 })
    expect(found.requiredPace).toBeCloseTo(-1 / 15, 12)
    expect(found.ratio).toBeCloseTo(1.5, 12)
    expect(found.status).toBe('on-track')
    expect(found.requiredPath.at(-1)).toEqual({ year: 2030, value: 0 })
  })

  it('baseline 0 and values below 0 make the pace linear too', () => {
    expect(withTarget({ 2015: 0, 2020: 2 }, {})).toMatchObject({
      pace: 'linear',
      ratio: 1,
      status: 'on-track',
    })
    const crossing = withTarget({ 2015: -2, 2020: 1 }, { target: 4 })
    expect(crossing).toMatchObject({ pace: 'linear', status: 'on-track', ratio: 1 })
    const below = withTarget({ 2015: -4, 2020: -3 }, { target: -1 })
    expect(below).toMatchObject({ pace: 'linear', status: 'needs-acceleration' })
    expect(below.ratio).toBeCloseTo(2 / 3, 12)
  })

  it('a target year that has passed unmet rules out on track', () => {
    const late = withTarget({ 2015: 100, 2020: 119.5 }, { target: 120, targetYear: 2020 }, { pace: 'linear' })
    expect(late.ratio).toBeGreaterThan(0.95)
    expect(late).toMatchObject({ status: 'needs-acceleration', notes: ['target-year-passed'] })
    const lost = withTarget({ 2015: 100, 2020: 90 }, { target: 120, targetYear: 2018 }, { pace: 'linear' })
    expect(lost).toMatchObject({ status: 'moving-away', notes: ['target-year-passed'] })
  })

  it('a target that has not begun leaves the rule without target', () => {
    for (const baselineYear of [2020, 2021]) {
      const found = withTarget({ 2015: 2, 2020: 2.4 }, { baselineYear, target: 9 })
      expect(found).toMatchObject({
        rule: 'trend',
        notes: ['target-not-begun'],
        status: 'on-track',
        thresholds: openSdg.withoutTarget,
        ratio: null,
      })
      expect(found.target?.targetValue).toBe(9)
    }
  })

  it('a missing baseline gives way to the next observed value, and says so', () => {
    const found = withTarget({ 2014: 1, 2017: 2, 2020: 2.6 }, {})
    expect(found).toMatchObject({ start: { year: 2017, value: 2 }, notes: ['started-after-baseline'] })
    expect(found.requiredPath[0]).toEqual({ year: 2017, value: 2 })
    expect(found.target?.baselineOrigin).toBe('missing')
  })

  it('a change in % of a missing baseline has no value, so no status', () => {
    const found = withTarget({ 2017: 2, 2020: 2.6 }, { kind: 'change_percent', target: -18 })
    expect(found).toMatchObject({ status: 'no-data', reason: 'baseline-missing', requiredPath: [] })
  })

  it('a start in or after the target year has no required pace', () => {
    const found = withTarget({ 2018: 2, 2020: 2.6 }, { targetYear: 2018 })
    expect(found).toMatchObject({ status: 'no-data', reason: 'start-after-target', ratio: null })
  })
})

describe('a break in series', () => {
  it('is never grown across: the pace starts at the break, and says so', () => {
    const found = withTarget({ 2015: 2, 2016: 2.1, 2018: [3, 'B'], 2020: 3.3 }, { target: 4 })
    expect(found).toMatchObject({
      start: { year: 2018, value: 3 },
      breakYear: 2018,
      notes: ['started-after-break'],
    })
    expect(found.requiredPace).toBeCloseTo((4 / 3) ** (1 / 7) - 1, 12)
    expect(found.requiredPath[0]).toEqual({ year: 2018, value: 3 })
  })

  it('in or before the baseline year changes nothing', () => {
    for (const year of [2014, 2015]) {
      const found = withTarget({ [year]: [2, 'B'], 2015: year === 2015 ? [2, 'B'] : 2, 2020: 3 }, {})
      expect(found).toMatchObject({ start: { year: 2015, value: 2 }, notes: [] })
    }
  })

  it('counts from the last of several', () => {
    const found = withoutTarget({ 2010: 1, 2013: [8, 'B'], 2016: [2, 'B'], 2020: 2.2 })
    expect(found).toMatchObject({
      start: { year: 2016, value: 2 },
      breakYear: 2016,
      notes: ['started-after-break'],
    })
  })

  it('after the year asked for is not looked at', () => {
    const found = withoutTarget({ 2018: 1, 2020: 1.1, 2021: [9, 'B'] })
    expect(found).toMatchObject({ breakYear: null, start: { year: 2018, value: 1 }, status: 'on-track' })
  })

  it('at the latest value leaves nothing to compare with, but a target may be achieved', () => {
    const values: ExampleValues = { 2015: 2, 2019: 2.5, 2020: [3, 'B'] }
    expect(withTarget(values, {})).toMatchObject({ status: 'no-data', reason: 'one-since-break' })
    expect(withoutTarget(values)).toMatchObject({ status: 'no-data', reason: 'one-since-break', start: null })
    expect(withTarget(values, { target: 3 }).status).toBe('achieved')
  })

  it('makes a target in % of the baseline before it meaningless', () => {
    const found = withTarget(
      { 2015: 10, 2018: [4, 'B'], 2020: 3 },
      { kind: 'change_percent', target: -18 },
      { direction: -1 },
    )
    expect(found).toMatchObject({ status: 'no-data', reason: 'break-since-baseline' })
  })
})

describe('too little to say', () => {
  it('nothing observed, or nothing yet', () => {
    for (const values of [{}, { 2015: null }, { 2021: 5 }] as ExampleValues[]) {
      expect(withoutTarget(values)).toMatchObject({
        status: 'no-data',
        reason: 'no-observation',
        latest: null,
      })
      expect(withTarget(values, {})).toMatchObject({
        status: 'no-data',
        reason: 'no-observation',
        latest: null,
      })
    }
  })

  it('one value', () => {
    expect(withoutTarget({ 2019: 5 })).toMatchObject({ status: 'no-data', reason: 'one-observation' })
    expect(withTarget({ 2015: 2 }, {})).toMatchObject({ status: 'no-data', reason: 'one-observation' })
    expect(withTarget({ 2019: 2 }, {})).toMatchObject({ status: 'no-data', reason: 'one-observation' })
  })

  it('is different from a given baseline and one value, which are two', () => {
    expect(withTarget({ 2019: 3 }, { baselineValue: 2 })).toMatchObject({ status: 'on-track', reason: null })
  })
})
