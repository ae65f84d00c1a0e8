import { describe, expect, it } from 'vitest'
import { type IndexResult, scoreOf } from '../index/run-index'
import { compareRecipes, type RecipeComparison } from './compare-recipes'
import { indexBy, meanRecipes, panel } from './examples'
import { standingParts } from './standing-parts'

function expectSums({ moves }: RecipeComparison): void {
  for (const { change, fromGaps, drivers } of moves) {
    const sum = (drivers ?? []).reduce((total, driver) => total + driver.change, fromGaps ?? 0)
    expect(sum).toBeCloseTo(change ?? Number.NaN, 9)
    for (const driver of drivers ?? []) {
      expect(driver.fromScore + driver.fromWeight).toBeCloseTo(driver.change, 9)
    }
  }
}

describe('standingParts', () => {
  it.each(meanRecipes)('%s: adds up, and orders the regions as their scores do', (_, recipe) => {
    const index = indexBy(recipe)
    const parts = standingParts(index, 2020, 'INDEX')
    expect(parts?.size).toBe(7)
    const scoreAt = (region: string) => scoreOf(index, region, 2020, 'INDEX').score ?? Number.NaN
    const byStanding = [...(parts ?? [])].toSorted(([, a], [, b]) => b.standing - a.standing)
    expect(byStanding.map(([region]) => region)).toEqual(
      panel.regions.toSorted((a, b) => scoreAt(b) - scoreAt(a)),
    )
    for (const [, { standing, fromGaps, distances }] of parts ?? []) {
      const sum = [...distances.values()].reduce((total, one) => total + one.weight * one.distance, fromGaps)
      expect(sum).toBeCloseTo(standing, 9)
    }
  })

  it('knows what a gap does, and that there is none where nothing is missing', () => {
    const parts = standingParts(indexBy(), 2020, 'INDEX')
    expect(parts?.get('P')?.fromGaps).not.toBe(0)
    expect(parts?.get('Q')?.fromGaps).toBe(0)
  })

  it('is null where nothing can be split', () => {
    expect(standingParts(indexBy(), 1999, 'INDEX')).toBeNull()
    expect(standingParts(indexBy({ aggregate: { method: 'copeland' } }), 2020, 'INDEX')).toBeNull()
    expect(() => standingParts(indexBy(), 2020, 'a')).toThrow(RangeError)
  })
})

describe('compareRecipes', () => {
  it('finds no move between an index and itself, nor when only the scale differs', () => {
    const scaled = indexBy({ normalise: { lower: 0, upper: 10 } })
    for (const after of [indexBy(), scaled]) {
      const found = compareRecipes(indexBy(), after, 2021, 'INDEX')
      expect(found).toMatchObject({
        movedCount: 0,
        meanPlaces: 0,
        largestPlaces: 0,
        onlyBefore: [],
        onlyAfter: [],
      })
      expect(found.moves).toHaveLength(7)
      for (const { change, drivers } of found.moves) {
        expect(change).toBeCloseTo(0, 9)
        for (const driver of drivers ?? []) expect(driver.change).toBeCloseTo(0, 9)
      }
      expectSums(found)
    }
  })

  it('says who moves, by how much, and which indicator makes it', () => {
    const before = indexBy()
    const after = indexBy({ weights: { method: 'equal' } })
    const found = compareRecipes(before, after, 2021, 'A1')
    expectSums(found)
    expect(found.movedCount).toBeGreaterThan(0)
    const [first] = found.moves
    expect(Math.abs(first?.places ?? 0)).toBe(found.largestPlaces)
    expect(first?.places).toBe((first?.before.rank ?? 0) - (first?.after.rank ?? 0))
    // T is good at a and bad at b, of which b now weighs more.
    const moved = found.moves.find(({ region }) => region === 'T')
    expect(moved?.change).toBeLessThan(0)
    for (const driver of moved?.drivers ?? []) expect(driver.change).toBeLessThan(0)
  })

  it('tells another weight from another score', () => {
    const weights = compareRecipes(indexBy(), indexBy({ weights: { method: 'equal' } }), 2021, 'A1')
    const scores = compareRecipes(indexBy(), indexBy({ normalise: { method: 'rank' } }), 2021, 'A1')
    for (const { drivers } of scores.moves) {
      for (const { fromWeight } of drivers ?? []) expect(fromWeight).toBeCloseTo(0, 9)
    }
    expect(weights.moves.some(({ drivers }) => drivers?.some((one) => Math.abs(one.fromWeight) > 0.05))).toBe(
      true,
    )
    expectSums(scores)
  })

  it.each(meanRecipes)('arithmetic against %s adds up', (_, recipe) => {
    expectSums(compareRecipes(indexBy(), indexBy(recipe), 2020, 'INDEX'))
  })

  it('has moves without drivers where a score is no mean', () => {
    const found = compareRecipes(indexBy(), indexBy({ aggregate: { method: 'median' } }), 2021, 'INDEX')
    expect(found.moves).toHaveLength(7)
    for (const move of found.moves)
      expect(move).toMatchObject({ change: null, fromGaps: null, drivers: null })
  })

  it('lists apart who has a rank in one of the two only', () => {
    const strict: IndexResult = indexBy({ coverage: { minimum: 0.9 } })
    expect(compareRecipes(indexBy(), strict, 2020, 'INDEX')).toMatchObject({
      onlyBefore: ['P'],
      onlyAfter: [],
    })
    expect(compareRecipes(strict, indexBy(), 2020, 'INDEX').onlyAfter).toEqual(['P'])
    expect(compareRecipes(strict, indexBy(), 1999, 'INDEX').moves).toEqual([])
  })
})
