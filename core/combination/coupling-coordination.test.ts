import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coordinationLevel, coordinationLevels } from './coordination-level'
import { couplingCoordination } from './coupling-coordination'

const score = fc.double({ min: 0, max: 1, noNaN: true })
const systems = fc.array(score, { minLength: 2, maxLength: 8 })

describe('couplingCoordination', () => {
  it('is coupled fully when the systems are alike, however poor', () => {
    const found = couplingCoordination([0.5, 0.5])
    expect(found).toEqual({ coupling: 1, development: 0.5, coordination: Math.sqrt(0.5) })
    expect(couplingCoordination([0.1, 0.1, 0.1]).coupling).toBe(1)
  })

  it('is 2·√(U₁U₂) / (U₁ + U₂) for two systems', () => {
    const found = couplingCoordination([0.8, 0.2])
    expect(found.coupling).toBeCloseTo(0.8, 14)
    expect(found.coordination).toBeCloseTo(0.6324555320336759, 14)
  })

  it('weighs development, not coupling', () => {
    expect(couplingCoordination([0.8, 0.2], [3, 1]).development).toBeCloseTo(0.65, 14)
    expect(couplingCoordination([0.8, 0.2], [3, 1]).coupling).toBeCloseTo(0.8, 14)
  })

  it('is 0 when one system stands at 0, and has no coupling when all do', () => {
    expect(couplingCoordination([0, 0.7])).toEqual({ coupling: 0, development: 0.35, coordination: 0 })
    expect(couplingCoordination([0, 0])).toEqual({ coupling: null, development: 0, coordination: 0 })
  })

  it('knows nothing when a system is not known', () => {
    const nothing = { coupling: null, development: null, coordination: null }
    expect(couplingCoordination([0.5, null])).toEqual(nothing)
  })

  it('has no development without a weight', () => {
    const found = couplingCoordination([0.5, 0.5], [0, 0])
    expect(found).toEqual({ coupling: 1, development: null, coordination: null })
  })

  it('refuses one system, scores beyond 0..1 and weights that do not fit', () => {
    expect(() => couplingCoordination([0.5])).toThrow(RangeError)
    expect(() => couplingCoordination([0.5, 50])).toThrow(RangeError)
    expect(() => couplingCoordination([0.5, Number.NaN])).toThrow(RangeError)
    expect(() => couplingCoordination([0.5, 0.5], [1])).toThrow(RangeError)
    expect(() => couplingCoordination([0.5, 0.5], [1, -1])).toThrow(RangeError)
  })

  it('keeps within 0..1, whatever the order of the systems and the size of the weights', () => {
    fc.assert(
      fc.property(systems, (scores) => {
        const weights = scores.map((_, i) => i + 1)
        const found = couplingCoordination(scores, weights)
        const turned = couplingCoordination(
          scores.toReversed(),
          weights.toReversed().map((one) => one * 7),
        )
        const parts = [found.coupling ?? 0, found.development ?? -1, found.coordination ?? -1]
        const others = [turned.coupling ?? 0, turned.development ?? -1, turned.coordination ?? -1]
        return parts.every((one, i) => one >= 0 && one <= 1 && Math.abs(one - (others[i] as number)) < 1e-9)
      }),
    )
  })

  it('does not fall when all systems rise by the same share', () => {
    fc.assert(
      fc.property(systems, score, (scores, by) => {
        const here = couplingCoordination(scores.map((one) => one * by)).coordination ?? 0
        return (couplingCoordination(scores).coordination ?? 0) >= here - 1e-9
      }),
    )
  })
})

describe('coordinationLevel', () => {
  it('gives the levels that the literature gives', () => {
    const named = [0.893, 0.692, 0.582, 0.488].map(coordinationLevel)
    expect(named).toEqual(['good-coordination', 'primary-coordination', 'bare-coordination', 'near-disorder'])
  })

  it('begins each level at its tenth, and ends the last with 1', () => {
    const tenths = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    expect(tenths.map(coordinationLevel)).toEqual(coordinationLevels)
    expect(coordinationLevel(1)).toBe('quality-coordination')
    expect(coordinationLevel(0.09999)).toBe('extreme-disorder')
  })

  it('has none for what is not known, and refuses what is beyond 0..1', () => {
    expect(coordinationLevel(null)).toBeNull()
    expect(() => coordinationLevel(1.01)).toThrow(RangeError)
    expect(() => coordinationLevel(Number.NaN)).toThrow(RangeError)
  })
})
