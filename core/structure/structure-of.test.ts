import { describe, expect, it } from 'vitest'
import { framework, leaf, node, panel, panelOf } from '../index/examples'
import { runIndex } from '../index/run-index'
import { spearman } from './correlate'
import { structureOf } from './structure-of'

const grown = panelOf(['a', 'b', 'c', 'd'], {
  'P 2020': [1, 2, 9, 4],
  'Q 2020': [2, 4, 7, null],
  'R 2020': [3, 6, 5, 4],
  'S 2020': [4, 8, 2, 4],
  'T 2020': [5, 10, 1, 4],
})
const flat = [node('X', null), leaf('a', 'X'), leaf('b', 'X'), leaf('c', 'X'), leaf('d', 'X')]

describe('structureOf', () => {
  it('flags what counts twice, what runs against another, and what runs against the whole', () => {
    const { children, flagged, withParent } = structureOf(runIndex(grown, flat, {}), 'X')
    // d is the same everywhere, has no scores and takes no part.
    expect(children).toEqual(['a', 'b', 'c'])
    const found = flagged.map(({ node: one, other, flag }) => `${one} ${other ?? 'parent'} ${flag}`)
    expect(found).toContain('a b redundant')
    expect(found).toContain('a c redundant')
    expect(found).toContain('c parent negative')
    expect(withParent[0]).toBeGreaterThan(0.9)
  })

  it('gives each figure of children that have one', () => {
    const structure = structureOf(runIndex(grown, flat, {}), 'X', { correlate: spearman })
    expect(structure.compared).toEqual(['a', 'b', 'c'])
    expect(structure.correlations.coefficients[0]).toEqual([1, 1, -1])
    expect(structure.components?.eigenvalues).toHaveLength(3)
    expect(structure.factors).toHaveLength(3)
    // a and b are the same twice over: their matrix has no inverse.
    expect(structure.adequacy).toBeNull()
    expect(structure.sphericity).toBeNull()
    expect(structure.alpha.raw).not.toBeNull()
  })

  it('looks at one year when told, and leaves out what has no spread in it', () => {
    const index = runIndex(panel, framework, {})
    const all = structureOf(index, 'A')
    expect(all.children).toEqual(['a1', 'a2', 'a3'])
    const year = structureOf(index, 'A', { year: 2021 })
    expect(year.children).toEqual(['a1', 'a2', 'a3'])
    expect(year.compared).toEqual(['a1'])
    expect(year.alpha).toEqual({ raw: null, standardised: null })
    expect(year.correlations.pairs[0]).toEqual([3, 2, 1])
  })

  it('holds nothing but what JSON can hold', () => {
    const structure = structureOf(runIndex(panel, framework, {}), 'INDEX')
    expect(JSON.parse(JSON.stringify(structure))).toEqual(structure)
  })

  it('refuses a node without children, and a year that is not there', () => {
    const index = runIndex(panel, framework, {})
    expect(() => structureOf(index, 'a1')).toThrow(RangeError)
    expect(() => structureOf(index, 'nobody')).toThrow(RangeError)
    expect(() => structureOf(index, 'A', { year: 1999 })).toThrow(RangeError)
  })
})
