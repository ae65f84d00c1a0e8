import { describe, expect, it } from 'vitest'
import { extent } from './extent'
import { mean } from './mean'
import { observedOf } from './observed'

describe('mean', () => {
  it('is taken over the observed values only', () => {
    expect(mean([1, null, 3])).toBe(2)
    expect(mean([0, 0])).toBe(0)
  })

  it('of nothing is null, not 0', () => {
    expect(mean([])).toBeNull()
    expect(mean([null])).toBeNull()
  })
})

describe('extent', () => {
  it('is the smallest and the largest observed value', () => {
    expect(extent([3, null, -2, 7])).toEqual([-2, 7])
    expect(extent([4])).toEqual([4, 4])
    expect(extent([null])).toBeNull()
  })
})

describe('observedOf', () => {
  it('keeps order and 0, and drops null', () => {
    expect([...observedOf([2, null, 0, 1])]).toEqual([2, 0, 1])
  })

  it('refuses NaN and infinity, which a statistic would carry on unseen', () => {
    expect(() => observedOf([Number.NaN])).toThrow(RangeError)
    expect(() => mean([Number.POSITIVE_INFINITY])).toThrow(RangeError)
    expect(() => extent([Number.NaN])).toThrow(RangeError)
  })
})
