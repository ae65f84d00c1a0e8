import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dagumGini } from './dagum'
import { gini } from './gini'
import { inequalityMethods } from './methods'
import { sigmaConvergence } from './sigma-convergence'
import { theilByGroup, theilL, theilT } from './theil'
import { coefficientOfVariation, deviationOfLogs } from './variation'

const methods = Object.entries(inequalityMethods)
const income = fc.double({ min: 0.01, max: 1e5, noNaN: true })
const incomes = fc.array(income, { minLength: 1, maxLength: 30 })
const withNames = fc.array(fc.tuple(income, fc.constantFrom('north', 'south', 'west')), {
  minLength: 1,
  maxLength: 30,
})

describe('every measure of inequality', () => {
  it.each(methods)('%s is 0 for equal values and for one unit', (_, measure) => {
    expect(measure([3, 3, 3])).toEqual({ value: 0, count: 3, reason: null })
    expect(measure([0.1, 0.1, 0.1], [0.1, 0.2, 0.7])).toEqual({ value: 0, count: 3, reason: null })
    expect(measure([7])).toEqual({ value: 0, count: 1, reason: null })
  })

  it.each(methods)('%s leaves out what has no value or no weight', (_, measure) => {
    expect(measure([1, null, 4])).toEqual(measure([1, 4]))
    expect(measure([1, 99, 4], [1, 0, 1])).toEqual(measure([1, 4]))
    expect(measure([1, 99, 4], [1, null, 1])).toEqual(measure([1, 4]))
    for (const nothing of [measure([]), measure([null]), measure([1], [0])]) {
      expect(nothing).toEqual({ value: null, count: 0, reason: 'no-data' })
    }
  })

  it.each(methods)('%s refuses weights that do not fit and numbers that are not finite', (_, measure) => {
    expect(() => measure([1, 2], [1])).toThrow(RangeError)
    expect(() => measure([1, 2], [1, -1])).toThrow(RangeError)
    expect(() => measure([1, 2], [1, Number.NaN])).toThrow(RangeError)
    expect(() => measure([1, Number.POSITIVE_INFINITY])).toThrow(RangeError)
  })

  it.each(methods)(
    '%s depends neither on the order, nor on the unit, nor on the size of the weights',
    (_, measure) => {
      fc.assert(
        fc.property(incomes, (values) => {
          const weights = values.map((_, i) => (i % 4) + 1)
          const here = measure(values, weights).value ?? -1
          const turned = measure(values.toReversed(), weights.toReversed()).value ?? -2
          const scaled = measure(
            values.map((value) => value * 4),
            weights.map((weight) => weight * 3),
          ).value
          return here >= 0 && Math.abs(here - turned) < 1e-9 && Math.abs(here - (scaled ?? -2)) < 1e-9
        }),
      )
    },
  )

  it.each(methods)('%s takes a weight of 2 for two units', (_, measure) => {
    fc.assert(
      fc.property(incomes, (values) => {
        const weighted =
          measure(
            values,
            values.map((_, i) => (i === 0 ? 2 : 1)),
          ).value ?? -1
        return Math.abs(weighted - (measure([values[0] as number, ...values]).value ?? -2)) < 1e-9
      }),
    )
  })

  it.each(methods.filter(([name]) => name !== 'deviation-of-logs'))(
    '%s does not rise when a richer unit gives to a poorer one',
    (_, measure) => {
      fc.assert(
        fc.property(incomes, fc.double({ min: 0, max: 0.5, noNaN: true }), (values, part) => {
          const sorted = values.toSorted((a, b) => a - b)
          const [poor, rich] = [sorted[0] as number, sorted.at(-1) as number]
          const gift = (rich - poor) * part
          const after = sorted.map((value, i) => {
            if (i === 0) return sorted.length === 1 ? value : poor + gift
            return i === sorted.length - 1 ? rich - gift : value
          })
          return (measure(after).value ?? 9) <= (measure(sorted).value ?? -9) + 1e-9
        }),
      )
    },
  )
})

describe('no measure', () => {
  const any = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 12 })
  const huge = fc.array(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { maxLength: 12 })
  const isSound = (value: number | null) => value === null || Number.isFinite(value)

  it('is ever NaN or infinite, whatever the values', () => {
    fc.assert(
      fc.property(any, (values) => methods.every(([, measure]) => isSound(measure(values).value))),
      { numRuns: 500 },
    )
    fc.assert(
      fc.property(huge, (values) => {
        const names = values.map((_, i) => (i % 2 === 0 ? 'even' : 'odd'))
        const [dagum, theil] = [dagumGini(values, names), theilByGroup(values, names)]
        const numbers = [dagum, theil, ...(dagum.reason === null ? [...dagum.pairs, ...dagum.groups] : [])]
        return (
          methods.every(([, measure]) => isSound(measure(values).value)) &&
          numbers.every((one) =>
            Object.values(one).every((value) => typeof value !== 'number' || isSound(value)),
          )
        )
      }),
      { numRuns: 500 },
    )
  })
})

describe('what a measure cannot be taken of', () => {
  it('is a value below 0, except for the coefficient of variation', () => {
    for (const measure of [gini, theilT, theilL, deviationOfLogs]) {
      expect(measure([1, -1, 3])).toEqual({ value: null, count: 0, reason: 'negative-value' })
    }
    expect(coefficientOfVariation([-1, -3]).value).toBeCloseTo(0.5, 14)
  })

  it('is a value of 0 where there is a logarithm of it; 0·ln 0 is 0', () => {
    expect(theilL([0, 1]).reason).toBe('zero-value')
    expect(deviationOfLogs([0, 1]).reason).toBe('zero-value')
    expect(theilT([0, 1]).value).toBeCloseTo(Math.LN2, 14)
    expect(gini([0, 1]).value).toBe(0.5)
  })

  it('is a mean of 0', () => {
    for (const measure of [gini, theilT, coefficientOfVariation])
      expect(measure([0, 0]).reason).toBe('zero-mean')
    expect(coefficientOfVariation([-1, 1]).reason).toBe('zero-mean')
  })
})

describe('measures by hand', () => {
  it('are those of 1, 2, 3, 4', () => {
    expect(gini([1, 2, 3, 4]).value).toBeCloseTo(0.25, 14)
    expect(theilT([1, 2, 3, 4]).value).toBeCloseTo(0.10644013528622315, 14)
    expect(coefficientOfVariation([1, 2, 3, 4]).value).toBeCloseTo(Math.sqrt(1.25) / 2.5, 14)
  })
})

describe('theilByGroup', () => {
  it('adds up to the total, exactly', () => {
    fc.assert(
      fc.property(withNames, (rows) => {
        const weights = rows.map((_, i) => (i % 3) + 1)
        const found = theilByGroup(
          rows.map(([value]) => value),
          rows.map(([, name]) => name),
          weights,
        )
        if (found.reason !== null) return false
        return Math.abs(found.total - found.between - found.within) < 1e-12 && found.between > -1e-12
      }),
    )
  })

  it('has no inequality within a group without income, and leaves out who is in no group', () => {
    const found = theilByGroup([0, 0, 1, 1, 99], ['a', 'a', 'b', 'b', null])
    expect(found).toMatchObject({
      reason: null,
      within: 0,
      groups: [
        { group: 'a', theil: null },
        { group: 'b', theil: 0 },
      ],
    })
    if (found.reason === null) expect(found.between).toBeCloseTo(Math.LN2, 14)
    expect(theilByGroup([1], [null])).toEqual({ reason: 'no-data' })
    expect(theilByGroup([-1], ['a'])).toEqual({ reason: 'negative-value' })
    expect(() => theilByGroup([1], [])).toThrow(RangeError)
  })
})

describe('dagumGini', () => {
  it('puts all down to the groups when they do not overlap and are equal within', () => {
    const found = dagumGini([1, 1, 3, 3], ['a', 'a', 'b', 'b'])
    expect(found).toMatchObject({ total: 0.25, within: 0, between: 0.25, overlap: 0 })
    expect(found.reason === null && found.pairs).toMatchObject([
      { richer: 'b', poorer: 'a', affluence: 1, gross: 2 },
    ])
  })

  it('puts down to overlap what means hide', () => {
    const found = dagumGini([1, 5, 2, 4], ['a', 'a', 'b', 'b'])
    expect(found.reason === null && found.pairs[0]?.affluence).toBe(0)
    expect(found).toMatchObject({ between: 0 })
    expect(found.reason === null && found.overlap > 0).toBe(true)
  })

  it('adds up to the total', () => {
    fc.assert(
      fc.property(withNames, (rows) => {
        const found = dagumGini(
          rows.map(([value]) => value),
          rows.map(([, name]) => name),
        )
        if (found.reason !== null) return false
        const parts = [found.within, found.between, found.overlap]
        return (
          parts.every((part) => part >= 0) && Math.abs(parts.reduce((a, b) => a + b) - found.total) < 1e-12
        )
      }),
    )
  })

  it('has nothing to say of negative values and of nothing, and takes a group without income', () => {
    expect(dagumGini([-1], ['a'])).toEqual({ reason: 'negative-value' })
    expect(dagumGini([0, 0], ['a', 'b'])).toEqual({ reason: 'zero-mean' })
    expect(dagumGini([], [])).toEqual({ reason: 'no-data' })
    expect(dagumGini([0, 0, 1], ['a', 'a', 'b'])).toMatchObject({ within: 0, overlap: 0 })
    expect(() => dagumGini([1], [])).toThrow(RangeError)
  })
})

describe('sigmaConvergence', () => {
  it('looks only at units that have a value above 0 in every year', () => {
    const series = [
      [1, 2, 4],
      [4, 4, 4],
      [9, null, 9],
      [1, 0, 1],
    ]
    const found = sigmaConvergence([2000, 2001, 2002], series)
    expect(found.units).toEqual([0, 1])
    expect(found.years.map((one) => Number(one.deviation.toFixed(12)))).toEqual(
      [Math.LN2, Math.LN2 / 2, 0].map((one) => Number(one.toFixed(12))),
    )
    expect(found.slope).toBeCloseTo(-Math.LN2 / 2, 12)
  })

  it('has no trend of one year, and none without units', () => {
    expect(sigmaConvergence([2000], [[1], [2]])).toMatchObject({ slope: null, standardError: null })
    expect(sigmaConvergence([2000, 2001], [[null, 1]])).toEqual({
      units: [],
      years: [],
      slope: null,
      standardError: null,
    })
    expect(
      sigmaConvergence(
        [2000, 2001],
        [
          [1, 2],
          [2, 3],
        ],
        [1, null],
      ).units,
    ).toEqual([0])
    expect(
      sigmaConvergence(
        [2000, 2001],
        [
          [1, 2],
          [2, 3],
        ],
      ).standardError,
    ).toBeNull()
  })

  it('refuses series and weights of another length', () => {
    expect(() => sigmaConvergence([2000], [[1, 2]])).toThrow(RangeError)
    expect(() => sigmaConvergence([2000], [[1]], [])).toThrow(RangeError)
    expect(() => sigmaConvergence([2000], [[1]], [-1])).toThrow(RangeError)
  })
})
