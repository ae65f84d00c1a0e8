import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from './random'

const draws = (seed: number, count: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, random)
}

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, on every machine', () => {
    expect(draws(1, 3)).toEqual([0.7036719300182562, 0.274361110287217, 0.5031534773756735])
  })

  it('gives other numbers for another seed, also for one that differs above 32 bits', () => {
    expect(draws(2, 3)).not.toEqual(draws(1, 3))
    expect(draws(2 ** 32 + 1, 3)).not.toEqual(draws(1, 3))
  })

  it('gives numbers in [0, 1), whatever the seed', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (seed) => draws(seed, 20).every((value) => value >= 0 && value < 1)),
    )
  })

  it('spreads them evenly: mean 1/2, variance 1/12, neighbours unrelated', () => {
    const values = draws(7, 20_000)
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length
    const lag = values.slice(1).reduce((a, b, i) => a + (b - mean) * ((values[i] ?? 0) - mean), 0)
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01)
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.003)
    expect(Math.abs(lag / values.length / variance)).toBeLessThan(0.03)
  })

  it('begins differently for neighbouring seeds', () => {
    const firsts = Array.from({ length: 2000 }, (_, seed) => draws(seed, 1)[0] ?? 0)
    expect(new Set(firsts.map((value) => Math.floor(value * 20))).size).toBe(20)
    const rising = firsts.slice(1).filter((value, i) => value > (firsts[i] ?? 0)).length
    expect(Math.abs(rising / firsts.length - 0.5)).toBeLessThan(0.1)
  })

  it('refuses what is no seed', () => {
    for (const seed of [-1, 0.5, Number.NaN, 2 ** 53]) expect(() => seededRandom(seed)).toThrow(RangeError)
  })
})
