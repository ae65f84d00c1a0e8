import { describe, expect, it } from 'vitest'
import { parseSelection, selectionQuery } from './selection'

describe('the selection of an address', () => {
  it('takes each peer once, in order', () => {
    const { peers } = parseSelection({ peers: 'CN-JS, CN-ZJ,,CN-JS' })
    expect(peers).toEqual(['CN-JS', 'CN-ZJ'])
    expect(parseSelection({}).peers).toBeNull()
    expect(parseSelection({ peers: '' }).peers).toEqual([])
  })

  it('comes back from its query string', () => {
    const selection = { region: 'CN-GD', peers: ['CN-JS', 'CN-ZJ'], year: 2019 }
    expect(selectionQuery(selection)).toBe('?region=CN-GD&peers=CN-JS,CN-ZJ&year=2019')
    expect(parseSelection(Object.fromEntries(new URLSearchParams(selectionQuery(selection))))).toEqual(
      selection,
    )
  })
})
