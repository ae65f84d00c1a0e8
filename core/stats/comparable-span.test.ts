import { describe, expect, it } from 'vitest'
import { breakYears, comparableSpan } from './comparable-span'

const series = (values: readonly (number | null)[], breakAt = -1) =>
  values.map((value, i) => ({
    year: 2010 + i,
    value,
    status: value === null ? '' : i === breakAt ? 'B' : 'A',
  }))

describe('comparableSpan', () => {
  it('skips gaps at both ends', () => {
    expect(comparableSpan(series([null, 3, null, 5, null]))).toEqual({
      first: { year: 2011, value: 3 },
      last: { year: 2013, value: 5 },
    })
  })

  it('starts at the latest break in series', () => {
    expect(comparableSpan(series([1, 2, 30, 31], 2))?.first).toEqual({ year: 2012, value: 30 })
  })

  it('is one point twice when one value stands alone, and null when nothing is observed', () => {
    expect(comparableSpan(series([1, 2, 30], 2))).toEqual({
      first: { year: 2012, value: 30 },
      last: { year: 2012, value: 30 },
    })
    expect(comparableSpan(series([null]))).toBeNull()
    expect(comparableSpan([])).toBeNull()
  })
})

describe('breakYears', () => {
  it('names each year once, in order', () => {
    expect(
      breakYears([series([1, 2, 3], 2), series([1, 2, 3], 1), series([1, 2, 3], 2), series([1])]),
    ).toEqual([2011, 2012])
  })
})
