import { describe, expect, it } from 'vitest'
import { createPanel } from '../panel'
import { type Cells, codes, framework, leaf, node, panel, panelOf } from './examples'
import type { FrameworkNode } from './framework'
import { defaultRecipe, type RecipeInput } from './recipe'
import { areasLacking, firstShownYear, runIndex, scoreOf } from './run-index'

const index = runIndex(panel, framework, defaultRecipe)

describe('the coverage rule', () => {
  it('does not count an indicator without any observation', () => {
    expect(index.unused).toEqual(['a4'])
    expect(scoreOf(index, 'X', 2020, 'A').coverage).toBe(1)
    expect(scoreOf(index, 'X', 2020, 'a4')).toMatchObject({ score: null, reason: 'no-indicators' })
  })

  it('withholds a score below half of the weight, and says so', () => {
    // One of three is observed.
    expect(scoreOf(index, 'Y', 2021, 'A')).toMatchObject({ score: null, rank: null, reason: 'coverage' })
    expect(scoreOf(index, 'Y', 2021, 'A').coverage).toBeCloseTo(1 / 3, 12)
    expect(scoreOf(index, 'Y', 2021, 'A').rankedCount).toBe(2)
  })

  it('lets exactly half pass, however many indicators make it up', () => {
    for (let half = 1; half <= 30; half++) {
      const names = Array.from({ length: 2 * half }, (_, i) => `i${i}`)
      const full = names.map(() => 1)
      const halves = names.map((_, i) => (i < half ? 0 : null))
      const result = runIndex(
        panelOf(names, { 'X 1': full, 'Y 1': halves, 'Z 1': names.map(() => 0) }),
        [node('R', null), ...names.map((name) => leaf(name, 'R'))],
        defaultRecipe,
      )
      expect(scoreOf(result, 'Y', 1, 'R')).toMatchObject({ score: 0, reason: null })
    }
  })

  it('tells nothing observed from too little observed', () => {
    expect(scoreOf(index, 'Z', 2021, 'B')).toMatchObject({ score: null, coverage: 0, reason: 'no-data' })
  })

  it('gives the index all areas or none', () => {
    expect(scoreOf(index, 'Z', 2021, 'A').score).not.toBeNull()
    expect(scoreOf(index, 'Z', 2021, 'INDEX')).toMatchObject({ score: null, reason: 'incomplete-areas' })
    expect(scoreOf(index, 'Z', 2021, 'INDEX').coverage).toBeCloseTo(0.5, 12)
  })

  it('misses an area in which nothing has ever been collected', () => {
    const three = runIndex(panel, [...framework, node('C', 'INDEX'), node('D', 'C')], defaultRecipe)
    expect(scoreOf(three, 'X', 2020, 'C')).toMatchObject({
      score: null,
      coverage: 0,
      reason: 'no-indicators',
    })
    expect(scoreOf(three, 'X', 2020, 'INDEX')).toMatchObject({ score: null, reason: 'incomplete-areas' })
    expect(scoreOf(three, 'X', 2020, 'A')).toEqual(scoreOf(index, 'X', 2020, 'A'))
  })

  it('does not miss an area of weight 0', () => {
    const shown = runIndex(panel, [...framework, node('C', 'INDEX', 0)], defaultRecipe)
    expect(scoreOf(shown, 'X', 2020, 'INDEX')).toEqual(scoreOf(index, 'X', 2020, 'INDEX'))
  })

  it('is switched off by a minimum of 0: whatever can be scored is', () => {
    const free = runIndex(panel, framework, { ...defaultRecipe, coverage: { minimum: 0 } })
    expect(scoreOf(free, 'Y', 2021, 'A').score).toBe(50)
    expect(scoreOf(free, 'Z', 2021, 'INDEX').score).toBe(scoreOf(free, 'Z', 2021, 'A').score)
    expect(scoreOf(free, 'Z', 2021, 'B')).toMatchObject({ score: null, reason: 'no-data' })
  })

  it('counts the share of the indicators below, through every depth', () => {
    const deep: readonly FrameworkNode[] = [
      node('R', null),
      node('M', 'R', 3),
      node('T', 'M', 1),
      leaf('a1', 'T'),
      leaf('a2', 'T'),
      leaf('a3', 'M', 1, 3),
      leaf('b1', 'R', 1, 1),
    ]
    const recipe: RecipeInput = { coverage: { minimum: 0.2 } }
    const result = runIndex(panel, deep, recipe)
    const coverageIn = (region: string, code: string) => scoreOf(result, region, 2021, code).coverage
    // T is a quarter of M, which is three quarters of R; a3 is three quarters of M.
    expect(coverageIn('X', 'T')).toBe(1)
    expect(coverageIn('X', 'M')).toBeCloseTo(0.25, 12)
    expect(coverageIn('X', 'R')).toBeCloseTo(0.75 * 0.25 + 0.25, 12)
    expect(scoreOf(result, 'X', 2021, 'M').score).toBe(scoreOf(result, 'X', 2021, 'T').score)
    expect(coverageIn('Y', 'M')).toBeCloseTo(0.125, 12)
    expect(scoreOf(result, 'Y', 2021, 'M').reason).toBe('coverage')
    expect(scoreOf(result, 'Y', 2021, 'R').reason).toBe('incomplete-areas')
  })

  it('gives equal scores an equal mean, whichever of them are observed', () => {
    const cells: Cells = {
      'X 1': [0.3, 0.3, 0.3],
      'Y 1': [null, null, 0.3],
      'Z 1': [0, 0, 0],
      'W 1': [1, 1, 1],
    }
    const names = ['x', 'y', 'z']
    const tree = [node('R', null), ...names.map((name) => leaf(name, 'R'))]
    const result = runIndex(panelOf(names, cells), tree, {})
    expect(scoreOf(result, 'Y', 1, 'R').score).toBe(30)
    expect(scoreOf(result, 'X', 1, 'R').rank).toBe(scoreOf(result, 'Y', 1, 'R').rank)
  })
})

describe('the year shown first', () => {
  it('is the latest in which half of the regions have a score in every area', () => {
    // 2021: A in X and Z, B in X and Y.
    expect(firstShownYear(index, 'INDEX')).toBe(2021)
    expect(areasLacking(index, 2021)).toEqual([])
  })

  it('passes over a year in which an area lacks data, and names it', () => {
    const gap = runIndex(
      panelOf(codes, {
        'X 2020': [1, 1, 1, 1, 1, 1],
        'Y 2020': [2, 2, 2, 2, 2, 2],
        'Z 2020': [3, 3, 3, 3, 3, 3],
        'X 2021': [1, 1, 1, 1, null, 1],
        'Y 2021': [2, 2, 2, 2, null, 2],
        'Z 2021': [3, 3, 3, 3, 3, 3],
      }),
      framework,
      defaultRecipe,
    )
    expect(firstShownYear(gap, 'INDEX')).toBe(2020)
    expect(areasLacking(gap, 2021)).toEqual(['B'])
    expect(areasLacking(gap, 1999)).toEqual(['A', 'B'])
  })

  it('is the latest with the most areas when no year has them all', () => {
    const three = runIndex(panel, [...framework, node('C', 'INDEX')], defaultRecipe)
    expect(firstShownYear(three, 'INDEX')).toBe(2021)
    expect(areasLacking(three, 2021)).toEqual(['C'])
  })

  it('is asked of a root above indicators too, and null without data', () => {
    expect(firstShownYear(index, 'P')).toBe(2021)
    expect(firstShownYear(runIndex(createPanel([], [], codes), framework, defaultRecipe), 'INDEX')).toBeNull()
    expect(
      firstShownYear(runIndex(createPanel(['X'], [2020], codes), framework, defaultRecipe), 'INDEX'),
    ).toBeNull()
    expect(() => firstShownYear(index, 'a1')).toThrow(RangeError)
  })
})
