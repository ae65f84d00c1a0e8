import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imputeColumns } from './impute-columns'
import type { ImputeMethod } from './method'
import { imputeMethods } from './methods'

const none = Number.NaN
/** Regions A and B in one group, C and D in another, E in none. */
const groupAt = Int32Array.of(0, 0, 1, 1, -1)

function fill(method: ImputeMethod, rows: readonly (readonly number[])[], years: readonly number[]) {
  const values = Float64Array.from(rows.flat())
  method(values, { years, groupAt: groupAt.slice(0, rows.length) })
  return rows.map((_, r) => [...values.subarray(r * years.length, (r + 1) * years.length)])
}

describe('imputation by mean and median', () => {
  it('fills a year from the values of all regions in that year', () => {
    const rows = [
      [1, 10],
      [none, 20],
      [2, none],
      [9, none],
      [none, none],
    ]
    expect(fill(imputeMethods.mean, rows, [2020, 2021])[4]).toEqual([4, 15])
    expect(fill(imputeMethods.median, rows, [2020, 2021])[4]).toEqual([2, 15])
  })

  it('fills from the same group in the same year', () => {
    const rows = [[1], [none], [3], [none], [5]]
    expect(fill(imputeMethods['group-mean'], rows, [2020]).flat()).toEqual([1, 1, 3, 3, 5])
    expect(fill(imputeMethods['group-median'], rows, [2020]).flat()).toEqual([1, 1, 3, 3, 5])
  })

  it('leaves a gap where nobody was observed: in the year, in the group, in no group', () => {
    expect(fill(imputeMethods.mean, [[none], [none]], [2020]).flat()).toEqual([none, none])
    const rows = [[1], [2], [none], [none], [none]]
    expect(fill(imputeMethods['group-mean'], rows, [2020]).flat()).toEqual([1, 2, none, none, none])
    expect(fill(imputeMethods['group-median'], rows, [2020]).flat()).toEqual([1, 2, none, none, none])
  })

  it('gives equal values their own mean, to the last digit', () => {
    expect(fill(imputeMethods.mean, [[0.1], [0.1], [0.1], [none]], [2020])[3]).toEqual([0.1])
  })

  it('stays finite where the sum would not', () => {
    const huge = [[Number.MAX_VALUE], [Number.MAX_VALUE], [none]]
    expect(fill(imputeMethods.mean, huge, [2020])[2]?.[0]).toBeCloseTo(Number.MAX_VALUE, -300)
    expect(fill(imputeMethods.median, huge, [2020])[2]).toEqual([Number.MAX_VALUE])
  })
})

describe('imputation from the own series', () => {
  it('carries the last observation forward, never back, never into the next region', () => {
    const rows = [
      [none, 3, none, 6],
      [none, none, 1, none],
    ]
    expect(fill(imputeMethods.last, rows, [1, 2, 3, 4])).toEqual([
      [none, 3, 3, 6],
      [none, none, 1, 1],
    ])
  })

  it('interpolates by calendar years and repeats the ends', () => {
    const rows = [
      [none, 10, none, 40, none],
      [none, none, 7, none, none],
      [none, none, none, none, none],
    ]
    expect(fill(imputeMethods.linear, rows, [2000, 2001, 2003, 2004, 2010])).toEqual([
      [10, 10, 30, 40, 40],
      [7, 7, 7, 7, 7],
      [none, none, none, none, none],
    ])
  })
})

describe('imputeColumns', () => {
  const context = { years: [1, 2], groupAt: Int32Array.of(0, 0) }
  const columns = () => Float64Array.of(1, none, none, none, 5, 6, 7, 8, none, 1, 2, 3)

  it('marks what it filled, and only that', () => {
    const filled = columns()
    const { imputedCells, changed } = imputeColumns(filled, 4, [0, 1, 2], imputeMethods.last, context)
    expect([...filled]).toEqual([1, 1, none, none, 5, 6, 7, 8, none, 1, 2, 3])
    expect([...(imputedCells ?? [])]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    expect(changed).toEqual([0])
  })

  it('leaves a column alone that is not wanted', () => {
    const filled = columns()
    expect(imputeColumns(filled, 4, [1], imputeMethods.linear, context)).toEqual({
      imputedCells: null,
      changed: [],
    })
    expect(filled).toEqual(columns())
  })
})

describe('every method of imputation', () => {
  const methods = Object.entries(imputeMethods)
  const cell = fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 3 })
  const anyColumn = fc
    .integer({ min: 1, max: 4 })
    .chain((years) =>
      fc
        .array(cell, { minLength: 5 * years, maxLength: 5 * years })
        .map((cells) => Float64Array.from(cells, (one) => one ?? none)),
    )
  const filledBy = (method: ImputeMethod, column: Float64Array) => {
    const values = column.slice()
    const years = Array.from({ length: column.length / 5 }, (_, t) => 2000 + t)
    method(values, { years, groupAt })
    return values
  }

  it.each(methods)(
    '%s changes no observed value, and fills within the range of the observed',
    (_, method) => {
      fc.assert(
        fc.property(anyColumn, (column) => {
          const observed = column.filter((value) => !Number.isNaN(value))
          const low = Math.min(...observed)
          const high = Math.max(...observed)
          const tolerance = 1e-9 * (1 + Math.abs(low) + Math.abs(high))
          return filledBy(method, column).every((value, i) =>
            Number.isNaN(column[i] as number)
              ? Number.isNaN(value) || (value >= low - tolerance && value <= high + tolerance)
              : value === column[i],
          )
        }),
      )
    },
  )

  it.each(methods)('%s has nothing to add to what it filled', (_, method) => {
    fc.assert(
      fc.property(anyColumn, (column) => {
        const once = filledBy(method, column)
        expect(filledBy(method, once)).toEqual(once)
      }),
    )
  })

  it.each(methods)('%s does not depend on the unit', (_, method) => {
    fc.assert(
      fc.property(anyColumn, (column) => {
        const scaled = filledBy(
          method,
          column.map((value) => value * 1024),
        )
        expect(scaled).toEqual(filledBy(method, column).map((value) => value * 1024))
      }),
    )
  })
})
