import { describe, expect, it } from 'vitest'
import { betaConvergence } from './beta-convergence'
import { convergenceClubs } from './convergence-clubs'
import { logT } from './log-t'
import { regress } from './regression'

describe('betaConvergence', () => {
  it('gives the speed at which the gap to a common level closes', () => {
    // ln y falls back to 2 at 3 % a year: the slope over ten years is -(1 - e^-0.3) / 10.
    const begin = [1, 2, 3]
    const first = begin.map(Math.exp)
    const last = begin.map((log) => Math.exp(2 + (log - 2) * Math.exp(-0.3)))
    const found = betaConvergence(first, last, 10)
    if (found.reason !== null) throw new Error(found.reason)
    expect(found.slope).toBeCloseTo(-(1 - Math.exp(-0.3)) / 10, 12)
    expect(found.speed).toBeCloseTo(0.03, 12)
    expect(found.halfLife).toBeCloseTo(Math.LN2 / 0.03, 9)
  })

  it('has no half-life when the gap widens, and no speed when units pass each other', () => {
    const apart = betaConvergence([1, 2, 4], [1, 3, 12], 1)
    expect(apart.reason === null && (apart.speed ?? 0) < 0 && apart.halfLife === null).toBe(true)
    const crossed = betaConvergence([1, 2, 4], [4, 2, 1], 1)
    expect(crossed).toMatchObject({ reason: null, speed: null, halfLife: null })
    const parallel = betaConvergence([1, 2, 4], [1, 2, 4], 3)
    expect(parallel).toMatchObject({ slope: 0, speed: 0, halfLife: null, t: null })
  })

  it('leaves out who lacks a value or has none above 0', () => {
    expect(betaConvergence([1, 2, null, 0, 5], [2, 3, 4, 5, -1], 1)).toMatchObject({
      count: 2,
      interceptError: null,
      slopeError: null,
      t: null,
      probability: null,
    })
  })

  it('says when it cannot be told', () => {
    expect(betaConvergence([1], [2], 1)).toEqual({ reason: 'too-few-units' })
    expect(betaConvergence([], [], 1)).toEqual({ reason: 'too-few-units' })
    expect(betaConvergence([2, 2, 2], [2, 3, 4], 1)).toEqual({ reason: 'no-spread' })
  })

  it('refuses other lengths, a span of 0 and numbers that are not finite', () => {
    expect(() => betaConvergence([1], [], 1)).toThrow(RangeError)
    expect(() => betaConvergence([1], [1], 0)).toThrow(RangeError)
    expect(() => betaConvergence([Number.NaN], [1], 1)).toThrow(RangeError)
  })
})

describe('regress', () => {
  it('finds a line and leaves residuals that sum to 0', () => {
    const line = regress(Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 4, 5, 9))
    expect(line).toMatchObject({
      count: 4,
      slope: expect.closeTo(2.2, 12),
      intercept: expect.closeTo(-0.5, 12),
    })
    expect(line?.residuals.reduce((a, b) => a + b)).toBeCloseTo(0, 12)
    expect(line?.slopeError).toBeCloseTo(Math.sqrt(1.8 / 2 / 5), 12)
  })

  it('needs two points that differ in x', () => {
    expect(regress(Float64Array.of(1), Float64Array.of(1))).toBeNull()
    expect(regress(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 3))).toBeNull()
    expect(regress(Float64Array.of(1, 2), Float64Array.of(3, 3))).toMatchObject({
      slope: 0,
      rSquared: 1,
      slopeError: null,
    })
    expect(() => regress(Float64Array.of(1), new Float64Array(2))).toThrow(RangeError)
  })
})

/** A path of thirty years that leads from `from` to `to`, with a wobble of its own, so that no fit is exact. */
const path = (from: number, to: number, own: number) =>
  Array.from({ length: 30 }, (_, t) => to + (from - to) * Math.exp(-t / 6) + 0.002 * Math.sin(t * (1 + own)))

describe('logT', () => {
  it('does not reject paths that come together, and rejects paths that part', () => {
    expect(logT([path(8, 10, 0.1), path(9, 10, 0.5), path(12, 10, 0.9)])).toMatchObject({
      converges: true,
      periods: 20,
    })
    const parting = logT([path(10, 8, 0.1), path(10.1, 10, 0.5), path(10.2, 12, 0.9)])
    expect(parting).toMatchObject({ converges: false })
  })

  it('begins in the second period at the earliest, where ln(ln t) exists', () => {
    expect(logT([path(8, 10, 0.1), path(9, 10, 0.5)], 0)).toMatchObject({ periods: 29 })
  })

  it('says when it cannot be told', () => {
    expect(logT([])).toEqual({ reason: 'too-few-units' })
    expect(logT([path(8, 10, 0)])).toEqual({ reason: 'too-few-units' })
    expect(
      logT([
        [1, 2, 3],
        [2, 3, 4],
      ]),
    ).toEqual({ reason: 'too-few-periods' })
    expect(logT([path(8, 10, 0), path(8, 10, 0)])).toEqual({ reason: 'no-spread' })
    expect(logT([path(-8, -10, 0), path(8, 9, 0)])).toEqual({ reason: 'mean-not-positive' })
  })

  it('refuses series of different lengths, numbers that are not finite and a trim beyond 0..1', () => {
    expect(() => logT([[1, 2], [1]])).toThrow(RangeError)
    expect(() => logT([[1, Number.NaN]])).toThrow(RangeError)
    expect(() => logT([path(8, 10, 0)], 2)).toThrow(RangeError)
  })
})

describe('convergenceClubs', () => {
  const high = [0.1, 0.3, 0.5, 0.7].map((own) => path(18 + own, 20, own))
  const low = [0.2, 0.4, 0.6, 0.8].map((own) => path(12 + own, 10, own))

  it('is one club when all converge', () => {
    const { clubs, divergent } = convergenceClubs(high)
    expect(clubs.map(({ units }) => units)).toEqual([[0, 1, 2, 3]])
    expect(divergent).toEqual([])
  })

  it('tells two levels apart, the higher first', () => {
    const { clubs, divergent } = convergenceClubs([...low, ...high])
    expect(clubs.map(({ units }) => units)).toEqual([
      [4, 5, 6, 7],
      [0, 1, 2, 3],
    ])
    expect(divergent).toEqual([])
  })

  it('takes units that are the same in every period for a club', () => {
    const { clubs } = convergenceClubs([path(8, 10, 0), path(8, 10, 0)])
    expect(clubs).toEqual([{ units: [0, 1], test: { reason: 'no-spread' } }])
  })

  it('leaves what converges with nobody', () => {
    const parting = [path(10, 8, 0.1), path(10.1, 12, 0.5)]
    expect(convergenceClubs(parting)).toEqual({ clubs: [], divergent: [0, 1] })
    expect(convergenceClubs([path(8, 10, 0)])).toEqual({ clubs: [], divergent: [0] })
    expect(convergenceClubs([])).toEqual({ clubs: [], divergent: [] })
    expect(
      convergenceClubs([
        [1, 2],
        [2, 3],
      ]),
    ).toEqual({ clubs: [], divergent: [0, 1] })
  })
})
