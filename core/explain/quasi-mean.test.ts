import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregateMethods } from '../aggregate/methods'
import { type QuasiMean, quasiMeanOf } from './quasi-mean'

const functions: readonly (readonly [string, QuasiMean, (x: number) => number])[] = [
  ['arithmetic', quasiMeanOf('arithmetic', 1) as QuasiMean, (x) => x],
  ['geometric', quasiMeanOf('geometric', 1) as QuasiMean, Math.log],
  ['harmonic', quasiMeanOf('harmonic', 1) as QuasiMean, (x) => 1 / x],
  ['power 3', quasiMeanOf('power', 3) as QuasiMean, (x) => x ** 3],
  ['power -2', quasiMeanOf('power', -2) as QuasiMean, (x) => x ** -2],
  ['power 0', quasiMeanOf('power', 0) as QuasiMean, Math.log],
]

describe('quasiMeanOf', () => {
  it.each(functions)('%s: the slope is the difference quotient', (_, mean, f) => {
    const score = fc.double({ min: 1, max: 100, noNaN: true })
    fc.assert(
      fc.property(score, score, (a, b) => {
        fc.pre(Math.abs(a - b) > 0.5)
        const quotient = (f(b) - f(a)) / (b - a)
        expect(mean.slope(a, b) / quotient).toBeCloseTo(1, 9)
      }),
    )
  })

  it.each(functions)('%s: and the derivative where the two are equal, without a jump', (_, mean, f) => {
    const derivative = (f(5.0001) - f(4.9999)) / 0.0002
    expect(mean.slope(5, 5)).toBeCloseTo(derivative, 6)
    expect(mean.slope(5, 5 + 1e-13)).toBeCloseTo(mean.slope(5, 5), 10)
  })

  it('a power mean from 0 has one too', () => {
    const square = quasiMeanOf('power', 2) as QuasiMean
    expect(square.slope(0, 3)).toBe(3)
    expect(square.slope(0, 0)).toBe(0)
  })

  it('knows which methods are no means', () => {
    const none = Object.keys(aggregateMethods).filter(
      (method) => quasiMeanOf(method as keyof typeof aggregateMethods, 1) === null,
    )
    expect(none).toEqual(['median', 'topsis', 'copeland', 'mpi', 'ampi'])
  })
})
