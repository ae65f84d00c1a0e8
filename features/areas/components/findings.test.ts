import { describe, expect, it } from 'vitest'
import type { AreaIndicator } from '../schema'
import { findingsOf } from './findings'

/** Only what the rule looks at; the rest of a state is of no account here. */
const state = (code: string, score: number | null, contribution: number | null) =>
  ({ indicator: { code }, score, contribution }) as unknown as AreaIndicator
const codes = (found: ReturnType<typeof findingsOf>) =>
  found && [found.strong.indicator.code, found.weak?.indicator.code]

describe('findingsOf', () => {
  it('names the most points given and the lowest score', () => {
    expect(codes(findingsOf([state('a', 40, 13), state('b', 90, 30), state('c', 10, 3)]))).toEqual(['b', 'c'])
  })

  it('leaves out what was not observed, and never names one indicator twice', () => {
    expect(codes(findingsOf([state('a', null, null), state('b', 90, 90)]))).toEqual(['b', undefined])
    expect(findingsOf([state('a', null, null)])).toBeNull()
  })

  it('compares scores where the area has none and so nobody gives points', () => {
    expect(codes(findingsOf([state('a', 40, null), state('b', 0, null)]))).toEqual(['a', 'b'])
  })
})
