import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localMoran } from './local-moran'
import { moran } from './moran'
import { linkedUnits, neighboursOf } from './neighbours'

/** Regions in a row, each beside the next. */
const row = (count: number) =>
  Array.from({ length: count }, (_, i) => [i - 1, i + 1].filter((other) => other >= 0 && other < count))

describe('neighboursOf', () => {
  it('counts a border both ways, once, and leaves out whom it does not know', () => {
    const borders = [
      ['A', 'B'],
      ['B', 'A'],
      ['C', 'A'],
      ['A', 'X'],
      ['B', 'B'],
    ] as const
    expect(neighboursOf(['A', 'B', 'C', 'D'], borders)).toEqual([[1, 2], [0], [0], []])
  })
})

describe('linkedUnits', () => {
  it('leaves out units without a value, and those it leaves alone', () => {
    const found = linkedUnits([1, null, 3, 4, 5], [[1], [0, 2], [1, 3], [2], []])
    expect(found).toMatchObject({ units: [2, 3], isolated: [0, 4] })
    expect(found.links.map((list) => [...list])).toEqual([[1], [0]])
  })

  it('goes on leaving out where a list is not returned by the other side', () => {
    expect(linkedUnits([1, 2, 3], [[], [0], [1]])).toMatchObject({ units: [], isolated: [0, 1, 2] })
  })

  it('refuses a unit as its own neighbour, one that is not there, and values that are not finite', () => {
    expect(() => linkedUnits([1, 2], [[0], []])).toThrow(RangeError)
    expect(() => linkedUnits([1, 2], [[2], []])).toThrow(RangeError)
    expect(() => linkedUnits([1, 2], [[1]])).toThrow(RangeError)
    expect(() => linkedUnits([1, Number.NaN], [[1], [0]])).toThrow(RangeError)
  })
})

describe('moran', () => {
  it('is above its expectation when like stands by like, and below when unlike does', () => {
    const like = moran([1, 1, 1, 9, 9, 9], row(6))
    const unlike = moran([1, 9, 1, 9, 1, 9], row(6))
    expect(like).toMatchObject({ reason: null, expected: -1 / 5, count: 6 })
    expect(like.reason === null && like.value).toBeCloseTo(4 / 6, 12)
    expect(unlike.reason === null && unlike.value).toBeCloseTo(-1, 12)
  })

  it('leaves an island out of the count and the mean', () => {
    const found = moran([1, 2, 3, 5, 1000], [...row(4), []])
    const without = moran([1, 2, 3, 5], row(4))
    expect(found).toEqual({ ...without, isolated: [4] })
  })

  it('has no test with three units, and none of fewer or of equal values', () => {
    expect(moran([1, 2, 4], row(3))).toMatchObject({
      reason: null,
      variance: null,
      z: null,
      probability: null,
    })
    expect(moran([1, 2], row(2))).toEqual({ reason: 'too-few-units', isolated: [] })
    expect(moran([1, 2, 3], [[], [], []])).toEqual({ reason: 'too-few-units', isolated: [0, 1, 2] })
    expect(moran([0.1, 0.1, 0.1, 0.1], row(4))).toEqual({ reason: 'constant', isolated: [] })
    expect(moran([], [])).toEqual({ reason: 'too-few-units', isolated: [] })
  })

  it('does not depend on the unit of measurement, and is the mean of the local I', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 15 })
    fc.assert(
      fc.property(values, (column) => {
        const here = moran(column, row(column.length))
        const there = moran(
          column.map((value) => value * 1.8 + 32),
          row(column.length),
        )
        if (here.reason !== null || there.reason !== null) return here.reason === there.reason
        const local = localMoran(column, row(column.length))
        const mean = local.reduce((sum, one) => sum + (one.value ?? 0), 0) / local.length
        return (
          Math.abs(here.value - there.value) < 1e-9 &&
          Math.abs((here.z ?? 0) - (there.z ?? 0)) < 1e-6 &&
          Math.abs(mean - here.value) < 1e-9
        )
      }),
    )
  })
})

describe('no Moran', () => {
  it('is ever NaN or infinite, whatever the values', () => {
    const any = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 12 })
    const isSound = (found: object) =>
      Object.values(found).every((value) => typeof value !== 'number' || Number.isFinite(value))
    fc.assert(
      fc.property(any, (values) => {
        const neighbours = row(values.length)
        return isSound(moran(values, neighbours)) && localMoran(values, neighbours).every(isSound)
      }),
      { numRuns: 500 },
    )
  })
})

describe('localMoran', () => {
  it('says what stands by what', () => {
    const found = localMoran([9, 9, 9, 1, 9, 1, 1, 1], row(8))
    expect(found.map((one) => one.quadrant)).toEqual([
      'high-high',
      'high-high',
      null,
      'low-high',
      'high-low',
      null,
      'low-low',
      'low-low',
    ])
  })

  it('has nothing for a unit without a value or neighbour, nor for equal values', () => {
    const nothing = {
      value: null,
      expected: null,
      variance: null,
      z: null,
      probability: null,
      quadrant: null,
    }
    const found = localMoran([1, 2, 4, 7, 5, null], [...row(4), [], []])
    expect(found[4]).toEqual(nothing)
    expect(found[5]).toEqual(nothing)
    expect(found[0]?.value).toBeTypeOf('number')
    expect(localMoran([3, 3], row(2))).toEqual([nothing, nothing])
    expect(localMoran([], [])).toEqual([])
  })

  it('has no test of two units, nor of one that stands at the mean', () => {
    expect(localMoran([1, 2], row(2))[0]).toMatchObject({ value: -1, variance: null, z: null })
    expect(localMoran([1, 2, 3], row(3))[1]).toMatchObject({ value: 0, z: null, quadrant: null })
  })
})
