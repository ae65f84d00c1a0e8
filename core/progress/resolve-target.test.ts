import { describe, expect, it } from 'vitest'
import { resolveTarget, type TargetSetting } from './resolve-target'

const series = [
  { year: 2015, value: 50, status: 'A' },
  { year: 2016, value: null, status: 'M' },
]
const setting: TargetSetting = {
  baselineYear: 2015,
  baselineValue: null,
  targetYear: 2020,
  kind: 'value',
  target: 60,
}

describe('resolveTarget', () => {
  it('takes a value as it is set, and the baseline as observed', () => {
    expect(resolveTarget(setting, series)).toEqual({
      kind: 'value',
      baselineYear: 2015,
      baselineValue: 50,
      baselineOrigin: 'observed',
      targetYear: 2020,
      targetValue: 60,
      setTarget: 60,
    })
  })

  it('takes a change in % of the baseline', () => {
    const reduction = { ...setting, kind: 'change_percent', target: -18 } as const
    expect(resolveTarget(reduction, series)).toMatchObject({ targetValue: 41, setTarget: -18 })
  })

  it('lets a rise be a rise from a negative baseline', () => {
    const rise = { ...setting, kind: 'change_percent', target: 50, baselineValue: -10 } as const
    expect(resolveTarget(rise, series).targetValue).toBe(-5)
  })

  it('puts its own baseline before the observed one, 0 included', () => {
    const own = resolveTarget({ ...setting, baselineValue: 0 }, series)
    expect(own).toMatchObject({ baselineValue: 0, baselineOrigin: 'given' })
  })

  it('says that a baseline is missing, and then has no value for a change of it', () => {
    for (const baselineYear of [2016, 2014]) {
      const missing = { ...setting, baselineYear }
      expect(resolveTarget(missing, series)).toMatchObject({
        baselineValue: null,
        baselineOrigin: 'missing',
        targetValue: 60,
      })
      expect(resolveTarget({ ...missing, kind: 'change_percent' }, series).targetValue).toBeNull()
    }
  })

  it('refuses a target year that is not after the baseline, and numbers that are not finite', () => {
    expect(() => resolveTarget({ ...setting, targetYear: 2015 }, series)).toThrow(RangeError)
    expect(() => resolveTarget({ ...setting, target: Number.NaN }, series)).toThrow(RangeError)
    expect(() => resolveTarget({ ...setting, baselineValue: Number.POSITIVE_INFINITY }, series)).toThrow(
      RangeError,
    )
  })
})
