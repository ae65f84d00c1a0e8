import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { perpetualInventory, steadyStateStock } from './capital-stock'
import { accountGrowth } from './growth-accounting'
import { withinEstimator } from './within-estimator'

/** Penn World Table 9.1 (CC BY 4.0): rgdpna, rkna, emp·avh·hc, labsh, rtfpna (2011 = 1). */
const pennWorldTable = {
  USA: [
    [
      2009,
      14922642,
      0.9708868861198425,
      141.11422729492188 * 1729.955322265625 * 3.6868066787719727,
      0.59113609790802,
      0.9836327433586121,
    ],
    [
      2010,
      15305223,
      0.984524667263031,
      140.58543395996094 * 1736.094970703125 * 3.7017533779144287,
      0.5879995822906494,
      1.0008264780044556,
    ],
    [2011, 15542582, 1, 142.00990295410156 * 1745.0491943359375 * 3.7070109844207764, 0.5926562547683716, 1],
    [
      2012,
      15892220,
      1.017568826675415,
      144.4459991455078 * 1745.43798828125 * 3.712275981903076,
      0.595092236995697,
      1.0041050910949707,
    ],
  ],
  China: [
    [
      2014,
      16859516,
      1.3316411972045898,
      789.340087890625 * 2178.163330078125 * 2.469425916671753,
      0.578006386756897,
      1.0302494764328003,
    ],
    [
      2015,
      17506840,
      1.4381823539733887,
      791.7702026367188 * 2174.35009765625 * 2.5023632049560547,
      0.5831686854362488,
      1.0270966291427612,
    ],
    [
      2016,
      18191996,
      1.5424331426620483,
      792.5753173828125 * 2174.35009765625 * 2.5357398986816406,
      0.5831686854362488,
      1.0280215740203857,
    ],
    [
      2017,
      18978502,
      1.645107388496399,
      791.6920166015625 * 2174.35009765625 * 2.56642746925354,
      0.5831686854362488,
      1.037416934967041,
    ],
  ],
} as const

const account = (
  rows: readonly (readonly [number, number | null, number | null, number | null])[],
  capitalShare: number,
) =>
  accountGrowth({
    years: rows.map(([year]) => year),
    output: rows.map(([, y]) => y),
    capital: rows.map(([, , k]) => k),
    labour: rows.map(([, , , l]) => l),
    capitalShare,
  })

describe('accountGrowth', () => {
  it('leaves to productivity what capital and labour do not explain', () => {
    // Δln Y 0.08, Δln K 0.10, Δln L 0.01, α 0.4: 0.08 - 0.04 - 0.006.
    const { steps } = account(
      [
        [2020, 1, 1, 1],
        [2021, Math.exp(0.08), Math.exp(0.1), Math.exp(0.01)],
      ],
      0.4,
    )
    expect(steps[0]?.productivity).toBeCloseTo(0.034, 14)
    expect(steps[0]?.capital).toBeCloseTo(0.04, 14)
  })

  it.each(Object.entries(pennWorldTable))(
    'gives the productivity of the Penn World Table for %s',
    (_, rows) => {
      const { steps } = accountGrowth({
        years: rows.map(([year]) => year),
        output: rows.map((row) => row[1]),
        capital: rows.map((row) => row[2]),
        labour: rows.map((row) => row[3]),
        capitalShare: rows.map((row) => 1 - row[4]),
      })
      steps.forEach((step, i) => {
        // The table is printed in single precision.
        const expected = Math.log((rows[i + 1]?.[5] as number) / (rows[i]?.[5] as number))
        expect(Math.abs(step.productivity - expected)).toBeLessThan(1.5e-7)
      })
      expect(steps).toHaveLength(3)
    },
  )

  it('passes over a year that is missing or has no logarithm, and says which years a step spans', () => {
    const { steps, levels, index } = account(
      [
        [2018, 1, 1, 1],
        [2019, null, 1, 1],
        [2020, 4, 0, 1],
        [2021, 4, 4, 1],
      ],
      0.5,
    )
    expect(steps).toMatchObject([{ from: 2018, to: 2021 }])
    expect(levels.map((one) => one === null)).toEqual([false, true, true, false])
    expect(index).toEqual([1, null, null, expect.closeTo(2, 12)])
  })

  it('has no steps with fewer than two years', () => {
    expect(account([[2020, 1, 1, 1]], 0.5)).toEqual({ steps: [], levels: [1], index: [1] })
    expect(account([[2020, null, 1, 1]], 0.5)).toEqual({ steps: [], levels: [null], index: [null] })
    expect(account([], 0.5)).toEqual({ steps: [], levels: [], index: [] })
  })

  it('refuses shares beyond 0..1, years out of order, other lengths and numbers that are not finite', () => {
    expect(() => account([[2020, 1, 1, 1]], 1.1)).toThrow(RangeError)
    expect(() =>
      account(
        [
          [2020, 1, 1, 1],
          [2020, 1, 1, 1],
        ],
        0.5,
      ),
    ).toThrow(RangeError)
    expect(() => account([[2020, Number.NaN, 1, 1]], 0.5)).toThrow(RangeError)
    const one = { years: [2020], output: [1], capital: [1], labour: [], capitalShare: 0.5 }
    expect(() => accountGrowth(one)).toThrow(RangeError)
  })

  it('adds up, and does not depend on the units of measurement', () => {
    const value = fc.double({ min: 0.01, max: 1e6, noNaN: true })
    const series = fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(series, fc.double({ min: 0, max: 1, noNaN: true }), (rows, share) => {
        const numbered = (scale: number) =>
          rows.map(([y, k, l], t) => [2000 + t, y * scale, k / scale, l] as const)
        const [here, there] = [account(numbered(1), share), account(numbered(1000), share)]
        return here.steps.every((step, i) => {
          const sum = step.capital + step.labour + step.productivity
          return (
            Math.abs(sum - step.output) < 1e-9 &&
            Math.abs(step.productivity - (there.steps[i]?.productivity ?? 99)) < 1e-9
          )
        })
      }),
    )
  })
})

describe('perpetualInventory', () => {
  it('wears off what is there and adds what is invested at base-year prices', () => {
    const stocks = perpetualInventory({
      investment: [50, 20, 30],
      prices: [1, 2, 3],
      depreciation: 0.1,
      initial: 100,
    })
    expect(stocks).toEqual([100, 100, 100])
    expect(perpetualInventory({ investment: [0, 5], depreciation: 1, initial: 7 })).toEqual([7, 5])
  })

  it('knows nothing after a gap', () => {
    const base = { depreciation: 0, initial: 1 }
    expect(perpetualInventory({ ...base, investment: [null, 1, null, 1] })).toEqual([1, 2, null, null])
    expect(perpetualInventory({ ...base, investment: [1, 1], prices: [null, null] })).toEqual([1, null])
    expect(perpetualInventory({ ...base, investment: [] })).toEqual([])
  })

  it('refuses a depreciation beyond 0..1, a negative stock, a price of 0 and other lengths', () => {
    const base = { investment: [1, 1], depreciation: 0.1, initial: 1 }
    expect(() => perpetualInventory({ ...base, depreciation: 1.1 })).toThrow(RangeError)
    expect(() => perpetualInventory({ ...base, initial: -1 })).toThrow(RangeError)
    expect(() => perpetualInventory({ ...base, prices: [1, 0] })).toThrow(RangeError)
    expect(() => perpetualInventory({ ...base, prices: [1] })).toThrow(RangeError)
    expect(() => perpetualInventory({ ...base, investment: [1, Number.NaN] })).toThrow(RangeError)
  })

  it('keeps a steady-state stock growing at the rate of investment', () => {
    const initial = steadyStateStock(10, 0.05, 0.1) as number
    const stocks = perpetualInventory({ investment: [10, 10.5], depreciation: 0.1, initial })
    expect((stocks[1] as number) / initial).toBeCloseTo(0.9 + 10.5 / initial, 12)
    expect(steadyStateStock(10, -0.1, 0.1)).toBeNull()
    expect(() => steadyStateStock(-1, 0, 0.1)).toThrow(RangeError)
    expect(() => steadyStateStock(1, 0, 2)).toThrow(RangeError)
  })
})

describe('withinEstimator', () => {
  const units = ['A', 'A', 'A', 'B', 'B', 'B']
  const x = [1, 2, 4, 10, 11, 13]

  it('sees what changes within units, not what sets them apart', () => {
    const found = withinEstimator({ units, explained: [3, 5, 9.1, -80, -78, -74], explaining: [x] })
    if (found.reason !== null) throw new Error(found.reason)
    expect(found.coefficients[0]?.estimate).toBeCloseTo(113 / 56, 12)
    expect(found).toMatchObject({ rows: 6, units: 2, degreesOfFreedom: 3 })
  })

  it('leaves out rows with a gap', () => {
    const explained = [3, 5, 9, null, 4, 8]
    const found = withinEstimator({ units, explained, explaining: [x] })
    expect(found).toMatchObject({ rows: 5, degreesOfFreedom: 2 })
  })

  it('has no effects without rows to spare, variation, or columns of their own', () => {
    const explained = [1, 3, 2, 5, 9, 7]
    const twice = x.map((one) => one * 2)
    expect(withinEstimator({ units: ['A', 'B'], explained: [1, 2], explaining: [[1, 2]] }).reason).toBe(
      'too-few-rows',
    )
    expect(withinEstimator({ units, explained, explaining: [x, twice] }).reason).toBe('dependent-columns')
    expect(withinEstimator({ units, explained, explaining: [[1, 1, 1, 2, 2, 2]] }).reason).toBe(
      'dependent-columns',
    )
    expect(withinEstimator({ units, explained: [1, 1, 1, 2, 2, 2], explaining: [x] }).reason).toBe(
      'no-variation',
    )
  })

  it('refuses other lengths, no column and numbers that are not finite', () => {
    expect(() => withinEstimator({ units, explained: x, explaining: [] })).toThrow(RangeError)
    expect(() => withinEstimator({ units, explained: x, explaining: [[1]] })).toThrow(RangeError)
    expect(() => withinEstimator({ units, explained: x, explaining: [x.map(() => Number.NaN)] })).toThrow(
      RangeError,
    )
  })
})
