import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bartlettTest } from './bartlett'
import { chiSquaredTail } from './chi-squared'
import { completeRows } from './complete-rows'
import { cronbachAlpha } from './cronbach-alpha'
import { flagSiblings, flagWithParent } from './flag-correlation'
import { principalComponents } from './principal-components'
import { areIndependent, samplingAdequacy } from './sampling-adequacy'
import { varimax } from './varimax'

const nan = Number.NaN
const f = (...values: number[]) => Float64Array.from(values)
const columnsOf = (k: number) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: k, maxLength: k }), {
    minLength: 6,
    maxLength: 20,
  })
const turned = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, c) => Float64Array.from(rows, (row) => row[c] ?? nan))

describe('flags', () => {
  it('of siblings: above 0.9 in size redundant, below -0.4 negative', () => {
    expect([0.91, -0.91, -0.41, -0.4, 0.9, null].map((r) => flagSiblings(r))).toEqual([
      'redundant',
      'redundant',
      'negative',
      null,
      null,
      null,
    ])
  })

  it('with the parent: below -0.4 negative, below 0.3 weak, above 0.9 redundant', () => {
    expect([-0.41, -0.4, 0.29, 0.3, 0.9, 0.91, null].map((r) => flagWithParent(r))).toEqual([
      'negative',
      'weak',
      'weak',
      null,
      null,
      'redundant',
      null,
    ])
  })

  it('at other thresholds when told', () => {
    expect(flagSiblings(0.8, { negative: -0.4, weak: 0.3, high: 0.75 })).toBe('redundant')
  })
})

describe('cronbachAlpha', () => {
  it('is 1 for columns that are the same, and negative for columns that run against each other', () => {
    expect(cronbachAlpha([f(1, 2, 4), f(1, 2, 4)]).raw).toBeCloseTo(1, 14)
    // σ² = 1 and 1, covariance -0.5: 2·(1 - 2/1) = -2; standardised 2·(-0.5)/(1 - 0.5) = -2.
    const against = cronbachAlpha([f(1, 2, 3), f(2, 3, 1)])
    expect(against.raw).toBeCloseTo(-2, 12)
    expect(against.standardised).toBeCloseTo(-2, 12)
  })

  it('has none for one column, a constant column, or columns that cancel each other out', () => {
    const none = { raw: null, standardised: null }
    expect(cronbachAlpha([f(1, 2, 3)])).toEqual(none)
    expect(cronbachAlpha([])).toEqual(none)
    expect(cronbachAlpha([f(1, 2, 3), f(5, 5, 5)])).toEqual(none)
    expect(cronbachAlpha([f(1, 2, 3), f(nan, nan, 4)])).toEqual(none)
    expect(cronbachAlpha([f(1, 2, 3), f(3, 2, 1)])).toEqual(none)
  })

  it('does not exceed 1, and does not change with a common unit', () => {
    fc.assert(
      fc.property(columnsOf(3), (rows) => {
        const { raw, standardised } = cronbachAlpha(turned(rows))
        const other = cronbachAlpha(turned(rows.map((row) => row.map((value) => value * 7 + 3))))
        if (raw === null || standardised === null) return true
        const tolerance = 1e-6 * (1 + Math.abs(raw))
        return raw <= 1 + 1e-9 && standardised <= 1 + 1e-9 && Math.abs((other.raw ?? nan) - raw) < tolerance
      }),
    )
  })
})

describe('completeRows', () => {
  it('keeps the rows that all columns have, in order', () => {
    expect(completeRows([f(1, nan, 3, 4), f(5, 6, nan, 8)])).toEqual([f(1, 4), f(5, 8)])
    expect(completeRows([])).toEqual([])
    expect(() => completeRows([f(1), f(1, 2)])).toThrow(RangeError)
  })
})

describe('principalComponents', () => {
  it('of two columns are their sum and their difference, of variance 1 + r and 1 - r', () => {
    const components = principalComponents([f(1, 2, 3, nan), f(1, 3, 2, 9)])
    expect(components?.rows).toBe(3)
    expect(components?.eigenvalues[0]).toBeCloseTo(1.5, 12)
    expect(components?.eigenvalues[1]).toBeCloseTo(0.5, 12)
    expect(components?.loadings[0]?.[0]).toBeCloseTo(Math.SQRT1_2, 12)
    expect(components?.loadings[1]?.[0]).toBeCloseTo(Math.SQRT1_2, 12)
  })

  it('are none with a constant column, fewer than three complete rows, or no column', () => {
    expect(principalComponents([f(1, 2, 3), f(1, 1, 1)])).toBeNull()
    expect(principalComponents([f(1, 2, nan), f(1, 4, 2)])).toBeNull()
    expect(principalComponents([])).toBeNull()
  })

  it('sum to the number of columns, descending, each of length 1 and at right angles to the others', () => {
    fc.assert(
      fc.property(columnsOf(4), (rows) => {
        const components = principalComponents(turned(rows))
        if (components === null) return true
        const { eigenvalues, loadings } = components
        const sum = eigenvalues.reduce((a, b) => a + b, 0)
        const dot = (c: number, d: number) =>
          loadings.reduce((total, row) => total + (row[c] ?? nan) * (row[d] ?? nan), 0)
        return (
          Math.abs(sum - 4) < 1e-9 &&
          eigenvalues.every((value, c) => value >= 0 && value <= (eigenvalues[c - 1] ?? 4)) &&
          [0, 1, 2, 3].every((c) => Math.abs(dot(c, c) - 1) < 1e-9 && Math.abs(dot(c, (c + 1) % 4)) < 1e-9)
        )
      }),
    )
  })
})

describe('samplingAdequacy and bartlettTest', () => {
  it('lie in their bounds whatever the columns, and exist exactly when the matrix has an inverse', () => {
    fc.assert(
      fc.property(columnsOf(4), (rows) => {
        const components = principalComponents(turned(rows))
        if (components === null) return true
        const adequacy = samplingAdequacy(components)
        const test = bartlettTest(components)
        if (!areIndependent(components)) return adequacy === null && test === null
        return (
          adequacy !== null &&
          [adequacy.overall, ...adequacy.items].every((value) => value >= 0 && value <= 1) &&
          (test === null || (test.chiSquared >= 0 && test.p >= 0 && test.p <= 1))
        )
      }),
    )
  })

  it('are none where a column is the sum of the others, or there is one column', () => {
    const sum = principalComponents([f(1, 2, 4, 7), f(3, 1, 5, 0), f(4, 3, 9, 7)])
    expect(sum && samplingAdequacy(sum)).toBeNull()
    expect(sum && bartlettTest(sum)).toBeNull()
    const one = principalComponents([f(1, 2, 3)])
    expect(one && samplingAdequacy(one)).toBeNull()
    expect(one && bartlettTest(one)).toBeNull()
  })

  it('for two columns adequacy is a half, whatever their correlation', () => {
    const two = principalComponents([f(1, 2, 3, 4), f(1, 3, 2, 9)])
    expect((two && samplingAdequacy(two))?.overall).toBeCloseTo(0.5, 12)
  })
})

describe('chiSquaredTail', () => {
  it('is exp(-x/2) for 2 degrees, and the tail of |N| for 1', () => {
    for (const x of [0.1, 1, 10, 100, 700]) {
      expect(chiSquaredTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 11)
    }
    // 2·(1 - Φ(1.959963984540054)) = 0.05 by definition of the quantile.
    expect(chiSquaredTail(1.959963984540054 ** 2, 1)).toBeCloseTo(0.05, 12)
  })

  it('is 1 at 0 and 0 far out, also for many degrees', () => {
    expect(chiSquaredTail(0, 5)).toBe(1)
    expect(chiSquaredTail(1e6, 3)).toBe(0)
    expect(chiSquaredTail(1770, 1770)).toBeGreaterThan(0.49)
    expect(chiSquaredTail(1770, 1770)).toBeLessThan(0.5)
  })

  it('falls as x rises, and rises with the degrees', () => {
    const x = fc.double({ min: 0, max: 200, noNaN: true })
    fc.assert(
      fc.property(x, x, fc.integer({ min: 1, max: 100 }), (a, b, degrees) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)]
        const tail = chiSquaredTail(high, degrees)
        return (
          tail <= chiSquaredTail(low, degrees) + 1e-12 && tail <= chiSquaredTail(high, degrees + 1) + 1e-12
        )
      }),
    )
  })

  it('refuses what is no statistic', () => {
    for (const [x, degrees] of [
      [-1, 2],
      [nan, 2],
      [1, 0],
      [1, 1.5],
    ] as const) {
      expect(() => chiSquaredTail(x, degrees)).toThrow(RangeError)
    }
  })
})

describe('varimax', () => {
  it('leaves one factor, and factors that stand apart already, as they are', () => {
    expect(varimax([[0.5], [0.4]])).toEqual([[0.5], [0.4]])
    const apart = [
      [0.9, 0],
      [0.8, 0],
      [0, 0.7],
    ]
    expect(varimax(apart)).toEqual(apart)
    expect(varimax([])).toEqual([])
  })

  it('finds them again after they were turned', () => {
    const [cos, sin] = [Math.cos(0.5), Math.sin(0.5)]
    const found = varimax([
      [0.9 * cos, 0.9 * sin],
      [0.8 * cos, 0.8 * sin],
      [-0.7 * sin, 0.7 * cos],
    ])
    expect(found[0]?.[0]).toBeCloseTo(0.9, 12)
    expect(found[0]?.[1]).toBeCloseTo(0, 12)
    expect(found[2]?.[1]).toBeCloseTo(0.7, 12)
  })

  it('does not change what the factors explain of each column', () => {
    const loading = fc.double({ min: -1, max: 1, noNaN: true })
    const rows = fc.array(fc.array(loading, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(rows, (loadings) => {
        const after = varimax(loadings)
        return loadings.every(
          (row, i) => Math.abs(Math.hypot(...row) - Math.hypot(...(after[i] ?? []))) < 1e-9,
        )
      }),
    )
  })
})
