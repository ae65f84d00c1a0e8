import { describe, expect, it } from 'vitest'
import { sobolIndices, sobolPoints } from './sobol'

const indicesOf = (dimensions: number, samples: number, f: (point: Float64Array) => number) =>
  sobolIndices(Float64Array.from(sobolPoints(dimensions, samples, 3), f), dimensions, 4)

describe('sobolPoints', () => {
  it('are A, B, and A with one input at a time from B', () => {
    const points = sobolPoints(2, 3, 1).map((point) => Array.from(point))
    expect(points).toHaveLength(3 * 4)
    const [a, b] = [points.slice(0, 3), points.slice(3, 6)]
    expect(points.slice(6, 9)).toEqual(a.map((point, i) => [b[i]?.[0], point[1]]))
    expect(points.slice(9)).toEqual(a.map((point, i) => [point[0], b[i]?.[1]]))
    expect(points.flat().every((value) => value >= 0 && value < 1)).toBe(true)
  })

  it('are the same for the same seed', () => {
    expect(sobolPoints(3, 4, 5)).toEqual(sobolPoints(3, 4, 5))
    expect(sobolPoints(3, 4, 6)).not.toEqual(sobolPoints(3, 4, 5))
  })

  it('need an input and two samples', () => {
    expect(() => sobolPoints(0, 4, 1)).toThrow(RangeError)
    expect(() => sobolPoints(2, 1, 1)).toThrow(RangeError)
  })
})

describe('sobolIndices', () => {
  it('of x + 2y are 1/5 and 4/5, first and total alike, for nothing interacts', () => {
    const indices = indicesOf(2, 4000, ([x = 0, y = 0]) => x + 2 * y)
    for (const [input, share] of [0.2, 0.8].entries()) {
      expect(Math.abs((indices?.[input]?.first ?? 0) - share)).toBeLessThan(0.06)
      expect(Math.abs((indices?.[input]?.total ?? 0) - share)).toBeLessThan(0.06)
    }
  })

  it('of a product of signs are 0 at first order and 1 in total, for all of it is interaction', () => {
    const indices = indicesOf(2, 4000, ([x = 0, y = 0]) => Math.sign(x - 0.5) * Math.sign(y - 0.5))
    for (const index of indices ?? []) {
      expect(Math.abs(index.first)).toBeLessThan(0.06)
      expect(Math.abs(index.total - 1)).toBeLessThan(0.06)
    }
  })

  it('of an input that does nothing are 0, exactly', () => {
    const indices = indicesOf(2, 100, ([x = 0]) => 1e6 + x)
    expect(indices?.[1]).toMatchObject({ first: 0, total: 0, firstInterval: [0, 0], totalInterval: [0, 0] })
  })

  it('do not change with the unit of the output', () => {
    const f = ([x = 0, y = 0]: Float64Array) => x * y
    const [one, other] = [indicesOf(2, 50, f), indicesOf(2, 50, (point) => 1000 * f(point) - 7)]
    one?.forEach((index, input) => {
      expect(Math.abs(index.first - (other?.[input]?.first ?? 0))).toBeLessThan(1e-9)
      expect(Math.abs(index.total - (other?.[input]?.total ?? 0))).toBeLessThan(1e-9)
    })
  })

  it('are none of an output that is the same everywhere', () => {
    expect(indicesOf(2, 50, () => 0.1)).toBeNull()
    expect(indicesOf(2, 50, () => 0)).toBeNull()
  })

  it('refuse outputs of another number, or that are not finite', () => {
    expect(() => sobolIndices(new Float64Array(9), 2, 1)).toThrow(RangeError)
    expect(() => sobolIndices(new Float64Array(4), 2, 1)).toThrow(RangeError)
    expect(() => indicesOf(2, 50, () => Number.NaN)).toThrow(RangeError)
  })
})
