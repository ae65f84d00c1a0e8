import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeRecipe, defaultRecipe, type Recipe } from '@/core/index/recipe'
import {
  changedChoices,
  choicesOf,
  isOnPageScale,
  type RecipeChoices,
  readChoices,
  recipeOf,
  recipeWords,
  saveRecipeSchema,
} from './schema'

const withChoices = (changes: Partial<RecipeChoices>, base: Recipe = defaultRecipe) =>
  recipeOf({ ...choicesOf(base), ...changes }, base)

const anyChoices: fc.Arbitrary<RecipeChoices> = fc.record({
  impute: fc.constantFrom(...recipeWords.impute),
  treat: fc.constantFrom(...recipeWords.treat),
  fallback: fc.constantFrom(...recipeWords.fallback),
  normalise: fc.constantFrom('min-max', 'z-score', 'rank', 'percentile', 'fraction-of-max'),
  frame: fc.constantFrom(...recipeWords.frame),
  weights: fc.constantFrom(...recipeWords.weights),
  aggregate: fc.constantFrom(...recipeWords.aggregate),
  between: fc.constantFrom(...recipeWords.between),
  coverage: fc.constantFrom('0', '33.333333', '50', '100'),
  power: fc.constantFrom('1', '-1', '0.5'),
})

describe('a recipe in the address', () => {
  it('is the one it starts from where the address says nothing', () => {
    expect(readChoices({}, defaultRecipe)).toEqual(choicesOf(defaultRecipe))
    expect(recipeOf(readChoices({}, defaultRecipe), defaultRecipe)).toEqual(defaultRecipe)
  })

  it('passes over words and numbers that nobody can mean', () => {
    const written = {
      weights: 'guess',
      coverage: '140',
      power: '',
      frame: ['year', 'pooled'],
      treat: undefined,
    }
    expect(readChoices(written, defaultRecipe)).toEqual({ ...choicesOf(defaultRecipe), frame: 'year' })
    expect(readChoices({ coverage: '-1', power: 'x' }, defaultRecipe)).toEqual(choicesOf(defaultRecipe))
  })

  it('comes back from an address as it went in', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const written = changedChoices(choices, defaultRecipe)
        expect(readChoices(written, defaultRecipe)).toEqual(choices)
      }),
    )
  })

  it('makes a recipe whose choices are those of the address', () => {
    fc.assert(
      fc.property(anyChoices, (choices) => {
        const again = choicesOf(recipeOf(choices, defaultRecipe))
        const between = choices.between === choices.aggregate ? '' : choices.between
        const fallback = choices.treat === 'none' ? 'none' : choices.fallback
        expect({ ...again, coverage: choices.coverage }).toEqual({ ...choices, between, fallback })
        expect(Number(again.coverage)).toBeCloseTo(Number(choices.coverage), 6)
      }),
    )
  })

  it('keeps what no form offers, such as the limits of the treatment', () => {
    const base = completeRecipe({ treat: { method: 'winsorise', skew: 1.5, maxPoints: 9 } })
    expect(withChoices({ weights: 'sd' }, base).treat).toEqual(base.treat)
  })

  it('begins the scale at 1 where a mean needs scores above 0, and at 0 again without it', () => {
    const geometric = withChoices({ aggregate: 'geometric' })
    expect([geometric.normalise.lower, geometric.normalise.upper]).toEqual([1, 100])
    expect(withChoices({ between: 'harmonic' }).normalise.lower).toBe(1)
    expect(withChoices({ aggregate: 'arithmetic' }, geometric).normalise.lower).toBe(0)
  })

  it('is refused where its choices do not go together', () => {
    expect(() => withChoices({ treat: 'log', normalise: 'scaled' })).toThrow(RangeError)
  })
})

describe('the scale of the pages', () => {
  it('is kept by means and medians of min-max scores', () => {
    for (const aggregate of ['arithmetic', 'geometric', 'harmonic', 'power', 'median']) {
      expect(isOnPageScale(withChoices({ aggregate }))).toBe(true)
    }
    expect(isOnPageScale(withChoices({ weights: 'entropy', frame: 'year', treat: 'winsorise' }))).toBe(true)
  })

  it('is left by other normalisations, and by aggregations with a scale of their own', () => {
    for (const normalise of ['z-score', 'rank', 'percentile', 'scaled']) {
      expect(isOnPageScale(withChoices({ normalise }))).toBe(false)
    }
    for (const between of ['topsis', 'copeland', 'mpi', 'ampi']) {
      expect(isOnPageScale(withChoices({ between }))).toBe(false)
    }
  })
})

describe('a recipe to be saved', () => {
  it('is completed by core, and refused with the reason that core gives', () => {
    const saved = saveRecipeSchema.parse({ name: ' A ', body: { weights: { method: 'pca' } }, version: 0 })
    expect(saved.name).toBe('A')
    expect(saved.body).toEqual(completeRecipe({ weights: { method: 'pca' } }))
    const refused = saveRecipeSchema.safeParse({ name: 'A', body: { weights: { method: 'x' } }, version: 0 })
    expect(refused.error?.issues[0]).toMatchObject({ path: ['body'], message: 'recipe' })
  })
})
