import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAt, columnAt, columnOf, columnsOf, createPanel, valueAt, withColumns } from './panel'

describe('createPanel', () => {
  it('lays values out as region x year x indicator', () => {
    const panel = createPanel(
      ['A', 'B'],
      [2020, 2021, 2022],
      ['x', 'y'],
      [{ region: 'B', year: 2021, indicator: 'y', value: 7 }],
    )
    expect(panel.values).toHaveLength(12)
    expect(panel.values[(1 * 3 + 1) * 2 + 1]).toBe(7)
    expect(cellAt(panel, 1, 1, 1)).toBe(9)
    expect(valueAt(panel, 1, 1, 1)).toBe(7)
  })

  it('knows 0 from not observed', () => {
    const cell = { region: 'A', year: 2020, indicator: 'x' }
    expect(valueAt(createPanel(['A'], [2020], ['x'], [{ ...cell, value: 0 }]), 0, 0, 0)).toBe(0)
    expect(valueAt(createPanel(['A'], [2020], ['x'], [{ ...cell, value: null }]), 0, 0, 0)).toBeNull()
    expect(valueAt(createPanel(['A'], [2020], ['x']), 0, 0, 0)).toBeNull()
  })

  it('refuses an entry outside the panel', () => {
    for (const strange of [{ region: 'Z' }, { year: 1999 }, { indicator: 'z' }]) {
      const entry = { region: 'A', year: 2020, indicator: 'x', value: 1, ...strange }
      expect(() => createPanel(['A'], [2020], ['x'], [entry])).toThrow(RangeError)
    }
  })

  it('lets no NaN and no infinity in', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      const entry = { region: 'A', year: 2020, indicator: 'x', value }
      expect(() => createPanel(['A'], [2020], ['x'], [entry])).toThrow('finite')
    }
  })

  it('may be empty in every direction', () => {
    expect(createPanel([], [], []).values).toHaveLength(0)
    expect(createPanel(['A'], [], ['x']).values).toHaveLength(0)
  })
})

describe('columnsOf', () => {
  it('turns region x year x indicator into indicator x region x year', () => {
    const panel = {
      regions: ['A', 'B'],
      years: [1, 2],
      indicators: ['x', 'y'],
      values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    }
    const columns = columnsOf(panel)
    expect([...columns]).toEqual([1, 3, 5, 7, 2, 4, 6, 8])
    expect([...columnAt(columns, 1, 4)]).toEqual([2, 4, 6, 8])
  })

  it('moves every cell to its place, whatever the shape', () => {
    const shape = fc.record({
      regions: fc.integer({ min: 1, max: 60 }),
      years: fc.integer({ min: 1, max: 20 }),
      indicators: fc.integer({ min: 1, max: 40 }),
    })
    fc.assert(
      fc.property(shape, ({ regions, years, indicators }) => {
        const names = (count: number) => Array.from({ length: count }, (_, i) => `${i}`)
        const values = Float64Array.from({ length: regions * years * indicators }, (_, i) => i)
        const columns = columnsOf({
          regions: names(regions),
          years: names(years).map(Number),
          indicators: names(indicators),
          values,
        })
        return columns.every((value, to) => {
          const i = Math.floor(to / (regions * years))
          const row = to % (regions * years)
          return value === row * indicators + i
        })
      }),
    )
  })

  it('is empty for a panel without indicators', () => {
    expect(columnsOf(createPanel(['A'], [2020], []))).toHaveLength(0)
  })
})

describe('columnOf', () => {
  it('is one indicator, region by region and year by year', () => {
    const panel = {
      regions: ['A', 'B'],
      years: [1],
      indicators: ['x', 'y'],
      values: Float64Array.of(1, 2, 3, 4),
    }
    expect([...columnOf(panel, 1)]).toEqual([2, 4])
    expect([...columnsOf(panel).subarray(2)]).toEqual([2, 4])
  })
})

describe('withColumns', () => {
  const panel = {
    regions: ['A', 'B'],
    years: [1, 2],
    indicators: ['x', 'y'],
    values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  }

  it('replaces the columns that changed, in a copy', () => {
    const columns = columnsOf(panel).fill(0, 4)
    expect([...withColumns(panel, columns, [1]).values]).toEqual([1, 0, 3, 0, 5, 0, 7, 0])
    expect(panel.values[1]).toBe(2)
  })

  it('is the same panel where nothing changed', () => {
    expect(withColumns(panel, columnsOf(panel), [])).toBe(panel)
  })
})
