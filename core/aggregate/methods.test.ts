import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregateRows } from './examples'
import { type AggregateMethodName, aggregateMethods, boundsOf, comparesUnits } from './methods'

const names = Object.keys(aggregateMethods) as AggregateMethodName[]
const width = 4
const weights = [1, 3, 2, 2]
// Above 0, for the means that need it.
const score = fc.option(fc.double({ min: 1, max: 100, noNaN: true }), { freq: 6 })
const rows = fc.array(fc.array(score, { minLength: width, maxLength: width }), {
  minLength: 2,
  maxLength: 12,
})
const powerOf = { power: -0.5 }

function run(name: AggregateMethodName, units: readonly (readonly (number | null)[])[], of = weights) {
  return aggregateRows(aggregateMethods[name], units, of, powerOf)
}

function expectSame(actual: readonly (number | null)[], expected: readonly (number | null)[]): void {
  expect(actual.map((one) => one === null)).toEqual(expected.map((one) => one === null))
  actual.forEach((one, i) => {
    const other = expected[i] ?? null
    if (one !== null && other !== null) expect(Math.abs(one - other)).toBeLessThan(1e-6)
  })
}

describe.each(names)('%s', (name) => {
  it('does not change when all weights are rescaled', () => {
    fc.assert(
      fc.property(rows, (units) => {
        expectSame(
          run(
            name,
            units,
            weights.map((weight) => weight * 7),
          ),
          run(name, units),
        )
      }),
    )
  })

  it('does not depend on the order of the children or of the units', () => {
    fc.assert(
      fc.property(rows, (units) => {
        const turned = units.toReversed().map((unit) => unit.toReversed())
        expectSame(run(name, turned, weights.toReversed()).toReversed(), run(name, units))
      }),
    )
  })

  it('hears nothing of a child of weight 0', () => {
    fc.assert(
      fc.property(rows, (units) => {
        const wider = units.map((unit, i) => [...unit, 1 + i * 1000])
        expectSame(run(name, wider, [...weights, 0]), run(name, units))
      }),
    )
  })

  it('has no score where nothing is observed, and a finite one or none elsewhere', () => {
    fc.assert(
      fc.property(rows, (units) => {
        const scores = run(name, [...units, [null, null, null, null]])
        expect(scores.at(-1)).toBeNull()
        return scores.every((one) => one === null || Number.isFinite(one))
      }),
    )
  })

  it('leaves the scores of the children as they were, and writes over the result', () => {
    const child = Float64Array.of(1, 2, 3)
    const result = Float64Array.of(99, 99, 99)
    aggregateMethods[name]([child], Float64Array.of(1), result, powerOf)
    expect([...child]).toEqual([1, 2, 3])
    expect([...result].some((one) => one === 99)).toBe(false)
  })

  it('refuses columns, weights and results that do not belong together', () => {
    const two = Float64Array.of(1, 2)
    const call = (children: Float64Array[], of: number[]) =>
      aggregateMethods[name](children, Float64Array.from(of), new Float64Array(2), powerOf)
    expect(() => call([Float64Array.of(1)], [1])).toThrow(RangeError)
    expect(() => call([two], [1, 1])).toThrow(RangeError)
    for (const weight of [-1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => call([two], [weight])).toThrow(RangeError)
    }
  })
})

describe.each(['arithmetic', 'geometric', 'harmonic', 'power', 'median'] as const)('%s, a mean', (name) => {
  it('lies between the lowest and the highest observed score', () => {
    fc.assert(
      fc.property(rows, (units) => {
        const scores = run(name, units)
        return units.every((unit, i) => {
          const observed = unit.filter((one) => one !== null)
          const mean = scores[i] ?? null
          if (observed.length === 0 || mean === null) return observed.length === 0 && mean === null
          return mean >= Math.min(...observed) - 1e-9 && mean <= Math.max(...observed) + 1e-9
        })
      }),
    )
  })
})

describe.each(['arithmetic', 'geometric', 'harmonic', 'power', 'median', 'topsis', 'copeland'] as const)(
  '%s, without a penalty',
  (name) => {
    it('does not fall when a score rises within the range of the others', () => {
      fc.assert(
        fc.property(rows, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (units, at, share) => {
          const c = at % width
          const top = Math.max(...units.map((unit) => unit[c] ?? 0))
          const before = units[0]?.[c] ?? null
          if (before === null) return true
          // Up to the best, and with a unit that keeps the worst: a new extreme would move the ideal itself.
          const guarded = [...units, units[0] as (number | null)[]]
          const raised = guarded.map((unit, i) =>
            i === 0 ? unit.with(c, before + share * (top - before)) : unit,
          )
          const [low, high] = [run(name, guarded)[0] ?? null, run(name, raised)[0] ?? null]
          return low === null || high === null || high >= low - 1e-9
        }),
      )
    })
  },
)

describe('comparesUnits', () => {
  it('is so of the methods under which a unit has another score among other units', () => {
    const units = [
      [10, 40, 30, 20],
      [20, 30, 40, 90],
      [50, 10, 20, 60],
    ]
    const depends = names.filter((name) => run(name, units.slice(0, 2))[0] !== run(name, units)[0])
    expect(depends).toEqual(names.filter(comparesUnits))
  })
})

describe('boundsOf', () => {
  it('keeps the scale of the children for a mean, when they have one', () => {
    expect(
      boundsOf('geometric', [
        [1, 100],
        [1, 100],
      ]),
    ).toEqual([1, 100])
    expect(
      boundsOf('arithmetic', [
        [0, 100],
        [0, 1],
      ]),
    ).toBeNull()
    expect(boundsOf('arithmetic', [[0, 100], null])).toBeNull()
    expect(boundsOf('arithmetic', [])).toBeNull()
  })

  it('is the method’s own for TOPSIS and AMPI, and none for what hangs on the units', () => {
    expect(boundsOf('topsis', [null])).toEqual([0, 1])
    expect(boundsOf('ampi', [null])).toEqual([70, 130])
    expect(boundsOf('mpi', [[0, 100]])).toBeNull()
    expect(boundsOf('copeland', [[0, 100]])).toBeNull()
  })
})
