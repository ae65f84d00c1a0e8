import { describe, expect, it } from 'vitest'
import { forEachFrame } from './frame'

/** Two regions, three years. */
const column = () => Float64Array.of(1, 2, 3, 4, 5, 6)
const years = [2020, 2021, 2022]

describe('forEachFrame', () => {
  it('hands over the column itself, or the regions of each year', () => {
    const seen: [number[], number | null][] = []
    const values = column()
    const look = (frame: Float64Array, year: number | null) => {
      seen.push([[...frame], year])
      return false
    }
    forEachFrame(values, years, 'pooled', look)
    forEachFrame(values, years, 'year', look)
    expect(seen).toEqual([
      [[1, 2, 3, 4, 5, 6], null],
      [[1, 4], 2020],
      [[2, 5], 2021],
      [[3, 6], 2022],
    ])
  })

  it('puts back what was written', () => {
    const values = column()
    forEachFrame(values, years, 'year', (frame, year) => {
      frame.fill(0)
      return year === 2021
    })
    expect([...values]).toEqual([1, 0, 3, 4, 0, 6])
  })

  it('takes a column without years', () => {
    forEachFrame(new Float64Array(0), [], 'year', () => expect.unreachable())
  })
})
