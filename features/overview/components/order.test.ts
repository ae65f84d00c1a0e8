import { describe, expect, it } from 'vitest'
import type { Mover } from '../schema'

import { heatOrder, pickMovers } from './order'

const mover = (code: string, change: number): Mover => ({
  region: {
    code,
    gbCode: null,
    nutsCode: null,
    name: { en: code, zh: code },
    level: 'province',
    parent: null,
    group: null,
    validFrom: null,
    validTo: null,
    isSample: false,
    version: 1,
  },
  change,
  score: 50,
})
const codes = (movers: readonly Mover[]) => movers.map((one) => one.region.code).join('')
const six = [mover('a', 3), mover('b', 2), mover('c', 1), mover('d', 0), mover('e', -1), mover('f', -2)]

describe('pickMovers', () => {
  it('takes so many from either end and keeps the order', () => {
    expect(codes(pickMovers(six, 'a', 2))).toBe('abef')
  })

  it('keeps the selected region wherever it stands', () => {
    expect(codes(pickMovers(six, 'd', 2))).toBe('abdef')
  })

  it('names nobody twice when there are few', () => {
    expect(codes(pickMovers(six, 'a', 5))).toBe('abcdef')
    expect(pickMovers([], 'a')).toEqual([])
  })
})

describe('heatOrder', () => {
  it('puts the highest index first and those without one last, in their usual order', () => {
    const row = (code: string, index: number | null) => ({
      region: mover(code, 0).region,
      scores: [index, 90],
    })
    const rows = [row('a', null), row('b', 10), row('c', null), row('d', 20)]
    expect(
      heatOrder(rows)
        .map((one) => one.region.code)
        .join(''),
    ).toBe('dbac')
  })
})
