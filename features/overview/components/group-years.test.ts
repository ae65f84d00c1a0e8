import { describe, expect, it } from 'vitest'
import { groupYears } from './group-years'

describe('groupYears', () => {
  it('joins years in a row that lack the same areas', () => {
    expect(
      groupYears([
        { year: 2020, lacking: ['GD'] },
        { year: 2021, lacking: ['GD'] },
        { year: 2022, lacking: ['GD', 'ST'] },
        { year: 2024, lacking: ['GD', 'ST'] },
      ]),
    ).toEqual([
      { first: 2020, last: 2021, lacking: ['GD'] },
      { first: 2022, last: 2022, lacking: ['GD', 'ST'] },
      { first: 2024, last: 2024, lacking: ['GD', 'ST'] },
    ])
    expect(groupYears([])).toEqual([])
  })
})
