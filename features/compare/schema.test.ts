import { describe, expect, it } from 'vitest'
import { parseSelection } from '@/lib/selection'
import {
  assignColours,
  type CompareState,
  compareQuery,
  parseColours,
  parseCompare,
  withRegions,
} from './schema'

const codes = ['CN-GD', 'CN-JS', 'CN-ZJ']
const state = (peers: string[] | null, colours = {}): CompareState => ({
  view: 'lines',
  of: 'INDEX',
  by: '',
  selection: { region: 'CN-GD', peers, year: 2019 },
  colours,
})
const read = (query: string) => {
  const params = Object.fromEntries(new URLSearchParams(query))
  return { ...parseCompare(params), selection: parseSelection(params) }
}

describe('parseColours', () => {
  it('reads code and colour, with colons and points in codes, and drops what is no colour', () => {
    expect(parseColours('CN-GD:1,a.b:8,u:v:2')).toEqual({ 'CN-GD': 1, 'a.b': 8, 'u:v': 2 })
    expect(parseColours('CN-GD:0,CN-JS:9,CN-ZJ:1.5,:2,CN-SD,x:')).toEqual({})
    expect(parseColours(undefined)).toEqual({})
  })
})

describe('assignColours', () => {
  it('goes by order when the address says nothing', () => {
    expect(assignColours(codes, {})).toEqual({ 'CN-GD': 1, 'CN-JS': 2, 'CN-ZJ': 3 })
  })
  it('keeps what the address names and fills the lowest free ones', () => {
    expect(assignColours(['A', 'B', 'C'], { C: 1, A: 3 })).toEqual({ C: 1, A: 3, B: 2 })
  })
  it('gives a colour once: the first region keeps it', () => {
    expect(assignColours(['A', 'B'], { A: 2, B: 2 })).toEqual({ A: 2, B: 1 })
  })
  it('leaves the ninth without a colour', () => {
    const nine = Array.from({ length: 9 }, (_, i) => `R${i}`)
    const colours = assignColours(nine, {})
    expect(Object.values(colours)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(colours.R8).toBeUndefined()
  })
  it('takes a region that is named like a built-in property for a region', () => {
    expect(assignColours(['constructor', 'B'], {})).toEqual({ constructor: 1, B: 2 })
  })
})

describe('compareQuery', () => {
  it('says everything once and leaves out colours that the rule gives anyway', () => {
    const query = compareQuery(state(['CN-JS', 'CN-ZJ'], assignColours(codes, {})), codes)
    expect(query).toBe('?region=CN-GD&peers=CN-JS,CN-ZJ&year=2019&view=lines&of=INDEX')
  })
  it('is read back as the same comparison', () => {
    const before: CompareState = {
      ...state(['CN-JS'], { 'CN-GD': 5, 'CN-JS': 2 }),
      view: 'scatter',
      of: 'ST01',
      by: 'IN',
    }
    const { add, ...after } = read(compareQuery(before, ['CN-GD', 'CN-JS']))
    expect(after).toEqual(before)
    expect(add).toBe('')
  })
  it('leaves peers open that nobody chose', () => {
    expect(compareQuery(state(null), [])).not.toContain('peers')
  })
})

describe('withRegions', () => {
  const three = state(['CN-JS', 'CN-ZJ'], assignColours(codes, {}))
  it('keeps the colours of those that stay when one is removed', () => {
    const next = read(withRegions(three, ['CN-GD', 'CN-ZJ']))
    expect(next.selection.peers).toEqual(['CN-ZJ'])
    expect(assignColours(['CN-GD', 'CN-ZJ'], next.colours)).toEqual({ 'CN-GD': 1, 'CN-ZJ': 3 })
  })
  it('makes the next one the selected region when that is removed, in its own colour', () => {
    const next = read(withRegions(three, ['CN-JS', 'CN-ZJ']))
    expect(next.selection.region).toBe('CN-JS')
    expect(assignColours(['CN-JS', 'CN-ZJ'], next.colours)).toEqual({ 'CN-JS': 2, 'CN-ZJ': 3 })
  })
  it('gives a new region a free colour and leaves the others as they are', () => {
    const next = read(withRegions(three, [...codes, 'CN-SD']))
    expect(assignColours([...codes, 'CN-SD'], next.colours)).toEqual({
      'CN-GD': 1,
      'CN-JS': 2,
      'CN-ZJ': 3,
      'CN-SD': 4,
    })
    const gap = state(['CN-ZJ'], { 'CN-GD': 1, 'CN-ZJ': 3 })
    const filled = read(withRegions(gap, ['CN-GD', 'CN-ZJ', 'CN-SD']))
    expect(assignColours(['CN-GD', 'CN-ZJ', 'CN-SD'], filled.colours)).toEqual({
      'CN-GD': 1,
      'CN-ZJ': 3,
      'CN-SD': 2,
    })
  })
  it('says that there are no peers when one region is left', () => {
    expect(read(withRegions(three, ['CN-GD'])).selection.peers).toEqual([])
  })
})
