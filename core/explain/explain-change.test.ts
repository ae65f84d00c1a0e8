import { describe, expect, it } from 'vitest'
import { matchedChange } from '../index/matched-change'
import { indexBy, meanRecipes, panel } from './examples'
import { explainChange, type ScoreChange } from './explain-change'

describe('explainChange', () => {
  it.each(meanRecipes)(
    '%s: the contributions add up to the movement, in every region and node',
    (_, recipe) => {
      const index = indexBy(recipe)
      for (const region of panel.regions) {
        for (const node of ['INDEX', 'A', 'A1', 'B']) {
          const found = explainChange(index, region, 2020, 2021, node) as ScoreChange
          const sum = found.parts.reduce((total, { contribution }) => total + contribution, 0)
          expect(sum).toBeCloseTo(found.change, 9)
          expect(found.change).toBeCloseTo(matchedChange(index, region, 2020, 2021, node) ?? Number.NaN, 9)
        }
      }
    },
  )

  it('under arithmetic means gives each indicator its effective weight', () => {
    const found = explainChange(indexBy(), 'Q', 2020, 2021, 'INDEX') as ScoreChange
    const a = found.parts.find(({ indicator }) => indicator === 'a')
    expect(a?.multiplier).toBeCloseTo((2 / 3) * (1 / 2) * (3 / 4), 12)
    expect(found.parts.map(({ contribution }) => Math.abs(contribution))).toEqual(
      found.parts.map(({ contribution }) => Math.abs(contribution)).toSorted((x, y) => y - x),
    )
  })

  it('looks at the indicators observed in both years alone, and at no imputed value', () => {
    const observed = explainChange(indexBy(), 'P', 2020, 2021, 'B') as ScoreChange
    expect(observed.parts.map(({ indicator }) => indicator)).toEqual(['e'])
    const filled = explainChange(indexBy({ impute: { method: 'mean' } }), 'P', 2020, 2021, 'B') as ScoreChange
    expect(filled.parts.map(({ indicator }) => indicator)).toEqual(['e'])
  })

  it('leaves out an indicator whose series breaks between the years, as the movement does', () => {
    const index = indexBy()
    const broken = new Set(['a'])
    const found = explainChange(index, 'Q', 2020, 2021, 'INDEX', broken) as ScoreChange
    expect(found.parts.map(({ indicator }) => indicator)).not.toContain('a')
    expect(found.change).toBeCloseTo(matchedChange(index, 'Q', 2020, 2021, 'INDEX', broken) ?? Number.NaN, 9)
    expect(explainChange(index, 'P', 2020, 2021, 'B', new Set(['e']))).toBe('no-change')
  })

  it('splits below a node that is no mean', () => {
    const index = indexBy({ aggregate: { method: 'arithmetic', byLevel: { 3: 'mpi' } } })
    expect(explainChange(index, 'Q', 2020, 2021, 'INDEX')).toBe('method')
    const found = explainChange(index, 'Q', 2020, 2021, 'A') as ScoreChange
    expect(found.parts).toHaveLength(3)
  })

  it('says why there is nothing to split', () => {
    const index = indexBy({ coverage: { minimum: 0.6 } })
    expect(explainChange(index, 'P', 2020, 2021, 'B')).toBe('no-change')
    expect(explainChange(index, 'nobody', 2020, 2021, 'B')).toBe('no-change')
    expect(explainChange(index, 'P', 1999, 2021, 'B')).toBe('no-change')
    expect(explainChange(indexBy({ aggregate: { method: 'median' } }), 'Q', 2020, 2021, 'INDEX')).toBe(
      'method',
    )
    expect(() => explainChange(index, 'P', 2020, 2021, 'a')).toThrow(RangeError)
    expect(() => explainChange(index, 'P', 2020, 2021, 'nowhere')).toThrow(RangeError)
  })
})
