import { describe, expect, it } from 'vitest'
import type { ComparePart } from '../schema'
import { leadersOf, quadrantOf } from './finding'

const part = (key: string, values: Record<string, number | null>): ComparePart => ({
  key,
  name: null,
  area: null,
  values,
})

describe('leadersOf', () => {
  const parts = [
    part('ST', { A: 3, B: 2, X: 9 }),
    part('IN', { A: 1, B: 2, X: 9 }),
    part('GD', { A: 5, B: 0, X: 9 }),
  ]
  it('counts the parts in which a chosen region is highest, whatever others have', () => {
    expect(leadersOf(parts, ['A', 'B'])).toEqual({ codes: ['A'], count: 2, total: 3 })
  })
  it('turns round where lower is better', () => {
    expect(leadersOf(parts, ['A', 'B'], -1)).toEqual({ codes: ['B'], count: 2, total: 3 })
  })
  it('counts a shared lead for each, in the order chosen', () => {
    expect(leadersOf([part('ST', { A: 1, B: 1 })], ['B', 'A'])).toEqual({
      codes: ['B', 'A'],
      count: 1,
      total: 1,
    })
  })
  it('leaves out parts with fewer than two values, and null never counts as 0', () => {
    const lonely = [
      part('ST', { A: -1, B: null }),
      part('IN', { A: null, B: null }),
      part('GD', { A: -2, B: -1 }),
    ]
    expect(leadersOf(lonely, ['A', 'B'])).toEqual({ codes: ['B'], count: 1, total: 1 })
    expect(leadersOf([], ['A', 'B'])).toEqual({ codes: [], count: 0, total: 0 })
  })
})

describe('quadrantOf', () => {
  it('says on which medians a point lies above; on the line is not above', () => {
    expect(quadrantOf(2, 2, 1, 1)).toBe('both')
    expect(quadrantOf(2, 1, 1, 1)).toBe('onlyX')
    expect(quadrantOf(1, 2, 1, 1)).toBe('onlyY')
    expect(quadrantOf(1, 1, 1, 1)).toBe('neither')
  })
})
