import { describe, expect, it } from 'vitest'
import { runIndex } from '../index/run-index'
import { createPanel } from '../panel'
import { indexBy } from './examples'
import { strengthsOf } from './strengths'

const codes = (list: readonly { readonly indicator: string }[]) => list.map(({ indicator }) => indicator)

describe('strengthsOf', () => {
  it('names what most of the others are beaten in, and what they win', () => {
    expect(codes(strengthsOf(indexBy(), 'Q', 2021, 'INDEX').strengths).toSorted()).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ])
    const { strengths, weaknesses } = strengthsOf(indexBy(), 'T', 2021, 'INDEX')
    expect(codes(strengths)).toEqual(['a', 'd'])
    expect(codes(weaknesses)).toEqual(['c', 'b', 'e'])
    expect(strengths[0]).toMatchObject({ rank: 2, rankedCount: 7 })
    expect(strengths[0]?.shareWorse).toBeCloseTo(5 / 6, 12)
    expect(strengths[0]?.gapToMedian).toBeGreaterThan(0)
  })

  it('keeps to the node and to the count', () => {
    expect(codes(strengthsOf(indexBy(), 'Q', 2021, 'B').strengths).toSorted()).toEqual(['d', 'e'])
    expect(strengthsOf(indexBy(), 'Q', 2021, 'INDEX', { count: 2 }).strengths).toHaveLength(2)
    expect(codes(strengthsOf(indexBy(), 'R', 2021, 'a').weaknesses)).toEqual(['a'])
  })

  it('is guarded by a minimum of regions, and takes no imputed value for a strength', () => {
    expect(strengthsOf(indexBy(), 'Q', 2021, 'INDEX', { minimumRegions: 8 }).strengths).toEqual([])
    const filled = indexBy({ impute: { method: 'median' } })
    const all = strengthsOf(filled, 'P', 2020, 'B', { share: 0 })
    expect(codes([...all.strengths, ...all.weaknesses])).not.toContain('d')
  })

  it('a score that half of the regions share is nobody’s strength, and the lowest one never is', () => {
    const regions = ['P', 'Q', 'R', 'S', 'T', 'U']
    const shared = createPanel(
      regions,
      [2020],
      ['x'],
      regions.map((region, i) => ({ region, year: 2020, indicator: 'x', value: i < 3 ? 1 : 0 })),
    )
    const framework = [
      { code: 'INDEX', parent: null, weight: 1 },
      { code: 'x', parent: 'INDEX', weight: 1, direction: 1 as const },
    ]
    const index = runIndex(shared, framework, {})
    for (const region of regions) {
      expect(strengthsOf(index, region, 2020, 'INDEX')).toEqual({ strengths: [], weaknesses: [] })
      const { strengths } = strengthsOf(index, region, 2020, 'INDEX', { share: 0 })
      expect(codes(strengths)).toEqual(['P', 'Q', 'R'].includes(region) ? ['x'] : [])
    }
  })

  it('is empty without a score, and refuses what it does not know', () => {
    expect(strengthsOf(indexBy(), 'nobody', 2021, 'INDEX').strengths).toEqual([])
    expect(strengthsOf(indexBy({ coverage: { minimum: 0.9 } }), 'P', 2020, 'B').strengths).toEqual([])
    expect(() => strengthsOf(indexBy(), 'Q', 2021, 'nowhere')).toThrow(RangeError)
    expect(() => strengthsOf(indexBy(), 'Q', 2021, 'INDEX', { share: 2 })).toThrow(RangeError)
    expect(() => strengthsOf(indexBy(), 'Q', 2021, 'INDEX', { count: -1 })).toThrow(RangeError)
  })
})
