import { describe, expect, it } from 'vitest'
import { parseFilter, tabSchema } from './schema'

describe('parseFilter', () => {
  it('reads area and status from an address', () => {
    expect(parseFilter({ area: 'ST', status: 'on-track' })).toEqual({ area: 'ST', status: 'on-track' })
  })

  it('takes what it does not understand for not chosen', () => {
    expect(parseFilter({ area: '', status: 'splendid' })).toEqual({ area: null, status: null })
    expect(parseFilter({ status: ['limited', 'achieved'] })).toEqual({ area: null, status: null })
  })
})

describe('tabSchema', () => {
  it('shows the chart when the address names no tab or an unknown one', () => {
    expect([undefined, 'nope', 'table'].map((text) => tabSchema.parse(text))).toEqual([
      'chart',
      'chart',
      'table',
    ])
  })
})
