import { describe, expect, it } from 'vitest'
import { withoutTarget, withTarget } from './examples'
import { type ProgressMethodName, progressMethods } from './methods'

/** Linear from 100 to 200 in ten years: the ratio after five years is (value - 100) / 50. */
const atRatio = (method: ProgressMethodName, ratio: number) =>
  withTarget({ 2015: 100, 2020: 100 + 50 * ratio }, { target: 200 }, { pace: 'linear', method }).status
/** Growth in one year, from below 0: there it is a share of 1000 to the last digit, so that the bounds are met. */
const atGrowth = (method: ProgressMethodName, percent: number) =>
  withoutTarget({ 2019: -1000, 2020: -1000 + 10 * percent }, { pace: 'linear', method }).status

describe('the published methods', () => {
  it('with a target: where each class begins', () => {
    const classes = (method: ProgressMethodName) =>
      [1, 0.94, 0.55, 0.45, -0.08, -0.2].map((ratio) => atRatio(method, ratio))
    const usual = ['on-track', 'needs-acceleration', 'limited', 'limited', 'moving-away', 'moving-away']
    expect(classes('open-sdg')).toEqual(usual)
    expect(classes('eurostat')).toEqual(usual)
    expect(classes('un-progress-chart')).toEqual([
      'on-track',
      'needs-acceleration',
      'needs-acceleration',
      'limited',
      'limited',
      'moving-away',
    ])
  })

  it('without a target: where each class begins', () => {
    const classes = (method: ProgressMethodName) =>
      [1.6, 1.2, 0.3, -0.3, -0.8].map((percent) => atGrowth(method, percent))
    expect(classes('open-sdg')).toEqual([
      'on-track',
      'needs-acceleration',
      'limited',
      'moving-away',
      'moving-away',
    ])
    expect(classes('eurostat')).toEqual([
      'on-track',
      'on-track',
      'needs-acceleration',
      'moving-away',
      'moving-away',
    ])
    expect(classes('un-progress-chart')).toEqual([
      'on-track',
      'needs-acceleration',
      'limited',
      'limited',
      'moving-away',
    ])
  })

  it('a bound belongs to the better class, but for on track in the UN chart, which begins above it', () => {
    expect(atGrowth('open-sdg', 1.5)).toBe('on-track')
    expect(atGrowth('eurostat', 1)).toBe('on-track')
    expect(atGrowth('un-progress-chart', 1.5)).toBe('needs-acceleration')
    expect(atGrowth('un-progress-chart', 1.6)).toBe('on-track')
    expect(atGrowth('un-progress-chart', -0.5)).toBe('limited')
  })

  it('have bounds in falling order', () => {
    for (const { withTarget: target, withoutTarget: none } of Object.values(progressMethods)) {
      for (const { onTrack, needsAcceleration, limited } of [target, none]) {
        expect(onTrack).toBeGreaterThan(needsAcceleration)
        expect(needsAcceleration).toBeGreaterThanOrEqual(limited)
      }
    }
  })
})
