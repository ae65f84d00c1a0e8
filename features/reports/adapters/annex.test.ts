import { describe, expect, it } from 'vitest'
import { yearGroups, yearSpans } from './annex'

describe('yearSpans', () => {
  it('joins years without a gap, in order', () => {
    expect(yearSpans([2012, 2010, 2011, 2015])).toEqual(['2010–2012', '2015'])
    expect(yearSpans([2019])).toEqual(['2019'])
    expect(yearSpans([])).toEqual([])
  })
})

describe('yearGroups', () => {
  const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)

  it('keeps up to ten years together and parts more evenly', () => {
    expect(yearGroups(years(2010, 2019))).toEqual([years(2010, 2019)])
    expect(yearGroups(years(2010, 2022)).map((group) => group.length)).toEqual([7, 6])
    expect(yearGroups(years(1990, 2023)).every((group) => group.length <= 10)).toBe(true)
    expect(yearGroups(years(1990, 2023)).flat()).toEqual(years(1990, 2023))
    expect(yearGroups([])).toEqual([])
  })
})
