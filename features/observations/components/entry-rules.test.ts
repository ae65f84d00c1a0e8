import { describe, expect, it } from 'vitest'
import { type EntryRules, judge } from './entry-rules'

const rules: EntryRules = {
  code: 'T1',
  name: 'Test',
  decimals: 2,
  unit: '',
  token: '--area-st',
  hardMin: 0,
  hardMax: 100,
  plausibleMin: 1,
  plausibleMax: 10,
  levels: null,
}
const milestone: EntryRules = {
  ...rules,
  hardMin: null,
  hardMax: null,
  plausibleMin: null,
  plausibleMax: null,
  levels: [0, 1, 2].map((value) => ({ value, label: `level ${value}` })),
}

describe('judge', () => {
  it('refuses what lies outside the hard range and warns of what lies outside the plausible one', () => {
    expect(judge(-0.1, rules)).toEqual({ level: 'error', code: 'belowHardMin', limit: 0 })
    expect(judge(100.1, rules)).toEqual({ level: 'error', code: 'aboveHardMax', limit: 100 })
    expect(judge(0.5, rules)).toEqual({ level: 'warning', code: 'belowPlausible', limit: 1 })
    expect(judge(11, rules)).toEqual({ level: 'warning', code: 'abovePlausible', limit: 10 })
  })

  it('says nothing of the limits themselves, nor of a value that was not observed', () => {
    for (const value of [1, 10, null]) expect(judge(value, rules)).toBeNull()
    expect(judge(0, { ...rules, plausibleMin: null })).toBeNull()
    expect(judge(100, { ...rules, plausibleMax: null })).toBeNull()
  })

  it('takes only the levels of a milestone', () => {
    expect(judge(2, milestone)).toBeNull()
    expect(judge(3, milestone)).toEqual({ level: 'error', code: 'notALevel', levels: '0, 1, 2' })
    expect(judge(1.5, milestone)).toMatchObject({ code: 'notALevel' })
  })
})
