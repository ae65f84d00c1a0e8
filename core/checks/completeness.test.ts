import { describe, expect, it } from 'vitest'
import { createPanel } from '../panel'
import { completenessOf, staleSeries } from './completeness'

const years = [2018, 2019, 2020, 2021, 2022]
const entry = (region: string, indicator: string, year: number) => ({ region, indicator, year, value: 1 })
const panel = createPanel(
  ['A', 'B'],
  years,
  ['X', 'Y', 'Z'],
  [
    ...years.map((year) => entry('A', 'X', year)),
    entry('B', 'X', 2018),
    entry('B', 'X', 2019),
    entry('A', 'Y', 2018),
    entry('B', 'Y', 2018),
  ],
)
const status = new Uint8Array(panel.values.length).fill('A'.charCodeAt(0))
status[0] = 'P'.charCodeAt(0)

describe('completenessOf', () => {
  const result = completenessOf(panel, status, [null, null], [null, 2020])

  it('counts years of regions, and leaves out years in which a region does not exist', () => {
    expect(result.byRegion[0]?.[0]).toEqual({ observed: 5, of: 5 })
    expect(result.byRegion[1]?.[0]).toEqual({ observed: 2, of: 3 })
    expect(result.ofIndicator).toEqual([
      { observed: 7, of: 8 },
      { observed: 2, of: 8 },
      { observed: 0, of: 8 },
    ])
  })

  it('counts regions of years', () => {
    expect(result.byYear[0]?.map(({ observed }) => observed)).toEqual([2, 2, 0])
    expect(result.byYear[4]?.[0]).toEqual({ observed: 1, of: 1 })
  })

  it('knows the latest year of each indicator, and who has it', () => {
    expect(result.latestYears).toEqual([2022, 2018, null])
    expect(result.latest[0]).toEqual([true, true, null])
    expect(result.latest[1]).toEqual([null, true, null])
  })

  it('counts values that are not final', () => {
    expect(result.notFinal).toBe(1)
    expect(result.notFinalOf[0]).toEqual({ observed: 1, of: 7 })
  })
})

describe('staleSeries', () => {
  it('tells indicators behind the others, and regions behind their indicator while they exist', () => {
    expect(staleSeries(panel, [2022, 2018, null], [null, null])).toEqual([
      { indicator: 1, region: null, lastYear: 2018, yearsBehind: 4 },
      { indicator: 0, region: 1, lastYear: 2019, yearsBehind: 3 },
    ])
    expect(staleSeries(panel, [2022, 2018, null], [null, 2020])).toHaveLength(1)
  })
})
