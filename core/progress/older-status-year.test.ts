import { describe, expect, it } from 'vitest'
import { olderStatusYear } from './older-status-year'

describe('olderStatusYear', () => {
  it('names the year of a status that rests on an older value, and no other', () => {
    const latest = { year: 2018, value: 1 }
    expect(olderStatusYear({ status: 'achieved', latest }, 2021)).toBe(2018)
    expect(olderStatusYear({ status: 'achieved', latest }, 2018)).toBeNull()
    expect(olderStatusYear({ status: 'no-data', latest }, 2021)).toBeNull()
    expect(olderStatusYear({ status: 'no-data', latest: null }, 2021)).toBeNull()
  })
})
