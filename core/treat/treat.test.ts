import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shapeOf } from '../stats/shape'
import { boxCox, boxCoxOf } from './box-cox'
import { logTransform } from './log'
import { treatMethods } from './methods'
import { isOutlying } from './outlying'
import { type TreatChoice, treatColumns } from './treat-columns'
import { winsorise } from './winsorise'

const none = Number.NaN
const limits = { skew: 2, kurtosis: 3.5, maxPoints: 5 }
const treated = (method: (values: Float64Array, to: typeof limits) => void, ...column: number[]) => {
  const values = Float64Array.from(column)
  method(values, limits)
  return [...values]
}
/** 1 to 20. */
const plain = Array.from({ length: 20 }, (_, i) => i + 1)

describe('isOutlying', () => {
  it('asks for skewness and kurtosis beyond their limits, not one of them', () => {
    expect(isOutlying({ skewness: 2.1, kurtosis: 3.6 }, limits)).toBe(true)
    expect(isOutlying({ skewness: -2.1, kurtosis: 3.6 }, limits)).toBe(true)
    expect(isOutlying({ skewness: 2, kurtosis: 3.6 }, limits)).toBe(false)
    expect(isOutlying({ skewness: 2.1, kurtosis: 3.5 }, limits)).toBe(false)
    expect(isOutlying({ skewness: null, kurtosis: null }, limits)).toBe(false)
    expect(isOutlying({ skewness: 9, kurtosis: null }, limits)).toBe(false)
  })
})

describe('winsorise', () => {
  it('sets the largest to the next lower value until the values are no longer outlying', () => {
    expect(treated(winsorise, ...plain, 500, none, 1000)).toEqual([...plain, 20, none, 20])
    expect(treated(winsorise, ...plain, 60)).toEqual([...plain, 20])
  })

  it('sets the smallest to the next higher value where the tail is low', () => {
    expect(treated(winsorise, ...plain, -500, -1000)).toEqual([...plain, 1, 1])
  })

  it('does nothing to values that are not outlying', () => {
    expect(treated(winsorise, ...plain)).toEqual(plain)
  })

  it('stops after the points allowed, the tied ones counted', () => {
    const outliers = [1000, 2000, 4000]
    const column = Float64Array.from([...plain, ...plain, ...plain, ...outliers])
    winsorise(column, { ...limits, maxPoints: 1 })
    expect([...column.subarray(60)]).toEqual([1000, 2000, 2000])
    winsorise(column, { ...limits, maxPoints: 0 })
    expect([...column.subarray(60)]).toEqual([1000, 2000, 2000])
    const tied = Float64Array.from([...plain, ...plain, ...plain, 5000, 5000, 5000])
    winsorise(tied, { ...limits, maxPoints: 1 })
    expect([...tied.subarray(60)]).toEqual([20, 20, 20])
  })

  it('never makes all values equal', () => {
    expect(treated(winsorise, 0, 0, 0, 0, 0, 0, 0, 9)).toEqual([0, 0, 0, 0, 0, 0, 0, 9])
    expect(treated(winsorise, 9, 9, 9, 9, 9, 9, 9, 0)).toEqual([9, 9, 9, 9, 9, 9, 9, 0])
  })
})

describe('logTransform', () => {
  it('is ln(x - min + 0.01 of the range)', () => {
    const [low, middle, gap, high] = treated(logTransform, 10, 60, none, 110)
    expect(low).toBeCloseTo(Math.log(1), 12)
    expect(middle).toBeCloseTo(Math.log(51), 12)
    expect(gap).toBeNaN()
    expect(high).toBeCloseTo(Math.log(101), 12)
  })

  it('takes 0 and negative values, and stays finite where the range does not', () => {
    expect(treated(logTransform, -5, 0, 5).every(Number.isFinite)).toBe(true)
    expect(treated(logTransform, -Number.MAX_VALUE, 0, Number.MAX_VALUE).every(Number.isFinite)).toBe(true)
  })
})

describe('boxCox', () => {
  it('is (x^k - 1) / k, and ln x at k = 0', () => {
    expect(boxCoxOf(36.05498, 0)).toBe(Math.log(36.05498))
    expect(boxCoxOf(36.05498, 0.5)).toBeCloseTo(2 * (Math.sqrt(36.05498) - 1), 12)
    expect(boxCoxOf(3, 2)).toBeCloseTo(4, 12)
  })

  it('mends a long tail on either side', () => {
    const tail = Array.from({ length: 60 }, (_, i) => Math.exp(i / 8))
    for (const sign of [1, -1]) {
      const column = Float64Array.from(tail, (value) => sign * value)
      expect(Math.abs(shapeOf(column).skewness as number)).toBeGreaterThan(2)
      boxCox(column)
      expect(Math.abs(shapeOf(column).skewness as number)).toBeLessThan(0.5)
    }
  })
})

describe('treatColumns', () => {
  const years = [2020, 2021]
  const indicators = ['x', 'y']
  const choice: TreatChoice = { ...limits, method: 'winsorise', fallback: 'none' }
  const second = [...plain.map((value) => value / 10)]
  const columns = () => Float64Array.from([...plain.slice(1), 900, ...second])
  const run = (values: Float64Array, wanted = [0, 1], frame: 'pooled' | 'year' = 'pooled', how = choice) =>
    treatColumns(values, indicators, years, wanted, frame, how)

  it('records what was done to an outlying frame, and leaves the others alone', () => {
    const values = columns()
    const [record, ...others] = run(values)
    expect(others).toEqual([])
    expect(record).toMatchObject({
      indicator: 'x',
      year: null,
      method: 'winsorise',
      points: 1,
      isEnough: true,
    })
    expect(record?.before.skewness).toBeGreaterThan(2)
    expect(record?.after).toEqual(shapeOf(values.subarray(0, 20)))
    expect([...values]).toEqual([...plain.slice(1), 20, ...second])
  })

  it('leaves a column alone that is not wanted', () => {
    const values = columns()
    expect(run(values, [1])).toEqual([])
    expect(values).toEqual(columns())
  })

  it('looks at each year by itself in the year frame', () => {
    const values = columns()
    expect(run(values, [0, 1], 'year')).toMatchObject([{ indicator: 'x', year: 2021, points: 1 }])
    // The largest of 2021 is taken down to the next of 2021.
    expect(values[19]).toBe(19)
  })

  it('falls back from the untreated values when winsorising is not enough', () => {
    const heavy = Array.from({ length: 40 }, (_, i) => 1.5 ** i)
    const values = Float64Array.from(heavy)
    const once = treatColumns(values, ['x'], years, [0], 'pooled', {
      ...choice,
      maxPoints: 2,
      fallback: 'log',
    })
    expect(once).toMatchObject([{ method: 'log', points: 40, isEnough: true }])
    const logs = Float64Array.from(heavy)
    logTransform(logs)
    expect(values).toEqual(logs)
  })

  it('lets the last method stand when nothing is enough, and says so', () => {
    const split = [...Array(30).fill(0), 1]
    const values = Float64Array.from(split)
    const record = treatColumns(values, ['x'], [2020], [0], 'pooled', choice)
    expect(record).toMatchObject([{ method: 'winsorise', points: 0, isEnough: false }])
    expect([...values]).toEqual(split)
  })

  it('does nothing to constant, tiny and empty columns', () => {
    for (const column of [[], [1], [1, 2, 900], [7, 7, 7, 7, 7, 7], Array(6).fill(none)]) {
      const values = Float64Array.from(column)
      expect(treatColumns(values, ['x'], [2020], [0], 'pooled', { ...choice, fallback: 'box-cox' })).toEqual(
        [],
      )
      expect([...values]).toEqual(column)
    }
  })
})

describe('every method of treatment', () => {
  const methods = Object.entries(treatMethods)
  const anyColumn = fc
    .array(
      fc.option(
        fc.integer({ min: -30, max: 30 }).map((value) => value ** 3),
        { freq: 8 },
      ),
      {
        minLength: 4,
        maxLength: 60,
      },
    )
    .map((cells) => Float64Array.from(cells, (one) => one ?? none))

  it.each(methods)('%s keeps the order of the values, and gaps gaps', (_, method) => {
    fc.assert(
      fc.property(anyColumn, (column) => {
        const after = column.slice()
        method(after, limits)
        return column.every((a, i) =>
          Number.isNaN(a)
            ? Number.isNaN(after[i] as number)
            : Number.isFinite(after[i]) &&
              column.every((b, j) => !(a < b) || (after[i] as number) <= (after[j] as number)),
        )
      }),
    )
  })

  it.each(methods)('%s does not depend on the order of the regions', (_, method) => {
    fc.assert(
      fc.property(anyColumn, (column) => {
        const here = column.slice()
        const there = column.toReversed()
        method(here, limits)
        method(there, limits)
        there.reverse().forEach((value, i) => {
          if (Number.isNaN(value)) expect(here[i]).toBeNaN()
          else expect(value).toBeCloseTo(here[i] as number, 6)
        })
      }),
    )
  })

  it.each(methods)('%s stays finite at both ends of what a number can hold', (_, method) => {
    for (const unit of [Number.MIN_VALUE, 1e-310, 1e300, Number.MAX_VALUE]) {
      const column = Float64Array.from([...Array(20).fill(0), unit, -unit, none])
      method(column, { ...limits, skew: 0, kurtosis: 0 })
      expect([...column.subarray(0, 22)].every(Number.isFinite)).toBe(true)
      expect((column[20] as number) >= (column[21] as number)).toBe(true)
      const oneSided = Float64Array.from([...Array(20).fill(0), unit])
      method(oneSided, limits)
      expect([...oneSided].every(Number.isFinite)).toBe(true)
    }
  })

  it('winsorise moves no value beyond the range, nor more than the limit but for ties', () => {
    fc.assert(
      fc.property(anyColumn, (column) => {
        const after = column.slice()
        winsorise(after, limits)
        const observed = column.filter((value) => !Number.isNaN(value))
        const distinctMoved = new Set(column.filter((value, i) => !Number.isNaN(value) && value !== after[i]))
        return (
          distinctMoved.size <= limits.maxPoints &&
          after.every((v) => Number.isNaN(v) || (v >= Math.min(...observed) && v <= Math.max(...observed)))
        )
      }),
    )
  })
})
