import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantile } from '../stats/quantile'
import { rankedRuns, rankQuantile } from './rank-counts'

const countsOf = (ranks: readonly (number | null)[]) => {
  const counts = new Uint32Array(11)
  for (const rank of ranks) counts[rank ?? 0] = (counts[rank ?? 0] as number) + 1
  return counts
}
const ranks = fc.array(fc.option(fc.integer({ min: 1, max: 10 })), { maxLength: 60 })

describe('rankQuantile', () => {
  it('is the R-7 quantile of the ranks that the counts stand for', () => {
    fc.assert(
      fc.property(ranks, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const expected = quantile(list, share)
        const actual = rankQuantile(countsOf(list), share)
        return expected === null ? actual === null : Math.abs((actual ?? Number.NaN) - expected) < 1e-9
      }),
    )
  })

  it('leaves out the runs that gave no rank', () => {
    expect(rankQuantile(countsOf([null, null, 3, 4]), 0.5)).toBe(3.5)
    expect(rankedRuns(countsOf([null, null, 3, 4]))).toBe(2)
    expect(rankQuantile(countsOf([null]), 0.5)).toBeNull()
  })

  it('refuses a share outside 0..1', () => {
    expect(() => rankQuantile(countsOf([1]), 1.1)).toThrow(RangeError)
  })
})
