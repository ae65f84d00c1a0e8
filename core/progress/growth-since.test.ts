import { describe, expect, it } from 'vitest'
import { growthSince } from './growth-since'

const at = (year: number, value: number, status = 'A') => ({ year, value, status })

describe('growthSince', () => {
  it('is growth in %, or an amount of what is itself a rate', () => {
    expect(growthSince(at(2020, 110), at(2019, 100), 'compound')).toMatchObject({
      kind: 'percent',
      year: 2019,
    })
    expect(growthSince(at(2020, 110), at(2019, 100), 'compound')?.value).toBeCloseTo(10, 10)
    expect(growthSince(at(2020, -2), at(2019, 1), 'linear')).toEqual({
      kind: 'amount',
      value: -3,
      year: 2019,
    })
  })

  it('is none across a gap or a break, nor from 0 or below', () => {
    expect(growthSince(at(2020, 2), at(2018, 1), 'compound')).toBeNull()
    expect(growthSince(at(2020, 2, 'B'), at(2019, 1), 'linear')).toBeNull()
    expect(growthSince(at(2020, 2), at(2019, 0), 'compound')).toBeNull()
    expect(growthSince(null, at(2019, 1), 'linear')).toBeNull()
    expect(growthSince(at(2020, 1), null, 'linear')).toBeNull()
  })
})
