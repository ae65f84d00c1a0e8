import { describe, expect, it } from 'vitest'
import { completeRecipe, defaultRecipe } from './recipe'

describe('completeRecipe', () => {
  it('does nothing that was not asked for', () => {
    expect(completeRecipe({})).toEqual({
      impute: { method: 'none' },
      treat: { method: 'none', skew: 2, kurtosis: 3.5, maxPoints: 5, fallback: 'none' },
      normalise: { method: 'min-max', frame: 'pooled', lower: 0, upper: 100, mean: 0, sd: 1 },
      weights: { method: 'framework' },
      aggregate: { method: 'arithmetic', power: 1, byLevel: {} },
      coverage: { minimum: 0 },
      uncertainty: { runs: 0, seed: 1 },
    })
  })

  it('fills in key by key what a family leaves out', () => {
    const recipe = completeRecipe({ normalise: { lower: 1 }, aggregate: { byLevel: { 1: 'arithmetic' } } })
    expect(recipe.normalise).toEqual({
      method: 'min-max',
      frame: 'pooled',
      lower: 1,
      upper: 100,
      mean: 0,
      sd: 1,
    })
    expect(recipe.aggregate.byLevel).toEqual({ 1: 'arithmetic' })
  })

  it('is plain JSON that completes to itself', () => {
    const text = JSON.stringify(defaultRecipe)
    expect(completeRecipe(JSON.parse(text))).toEqual(defaultRecipe)
    expect(JSON.stringify(completeRecipe(JSON.parse(text)))).toBe(text)
  })

  it('shares nothing with what was written', () => {
    const byLevel = { 1: 'arithmetic' }
    const recipe = completeRecipe({ aggregate: { byLevel } })
    expect(recipe.aggregate.byLevel).not.toBe(byLevel)
    expect(completeRecipe({}).aggregate.byLevel).not.toBe(completeRecipe({}).aggregate.byLevel)
  })

  it.each([
    [null, 'recipe must be an object'],
    [[], 'recipe must be an object'],
    [{ normalize: {} }, 'recipe.normalize is not known'],
    [{ toString: {} }, 'recipe.toString is not known'],
    [{ weights: 'equal' }, 'recipe.weights must be an object'],
    [{ weights: { methods: 'equal' } }, 'recipe.weights.methods is not known'],
    [{ weights: { constructor: 'equal' } }, 'recipe.weights.constructor is not known'],
    [
      { weights: { method: 'chance' } },
      /^recipe\.weights\.method must be one of framework, equal, .*, got "chance"$/,
    ],
    [{ normalise: { lower: '0' } }, 'recipe.normalise.lower must be a number'],
    [{ normalise: { lower: 100 } }, 'recipe.normalise.lower must be below upper'],
    [{ normalise: { sd: 0 } }, 'recipe.normalise.sd must be a number above 0'],
    [{ coverage: { minimum: 1.1 } }, 'recipe.coverage.minimum must be a share'],
    [{ treat: { skew: -1 } }, 'recipe.treat.skew must be a number of at least 0'],
    [{ treat: { maxPoints: 1.5 } }, 'recipe.treat.maxPoints must be a whole number'],
    [{ aggregate: { byLevel: { 0: 'arithmetic' } } }, 'recipe.aggregate.byLevel must be a method'],
    [{ aggregate: { byLevel: { 1: 'toString' } } }, 'recipe.aggregate.byLevel must be a method'],
    [{ aggregate: { byLevel: [] } }, 'recipe.aggregate.byLevel must be a method'],
    [{ impute: { method: 'guess' } }, 'recipe.impute.method must be one of none, mean'],
    [{ treat: { method: 'trim' } }, 'recipe.treat.method must be one of none, winsorise'],
    [{ treat: { fallback: 'winsorise' } }, 'recipe.treat.fallback must be one of none, log, box-cox'],
    [
      { treat: { method: 'winsorise', fallback: 'log' }, normalise: { method: 'goalposts' } },
      'goalposts needs values in their unit',
    ],
    [
      { treat: { method: 'box-cox' }, normalise: { method: 'distance-to-target' } },
      'distance-to-target needs values in their unit',
    ],
  ])('refuses %j and says where', (input, words) => {
    expect(() => completeRecipe(input)).toThrow(RangeError)
    expect(() => completeRecipe(input)).toThrow(words)
  })
})

describe('choices that go together', () => {
  it('are goalposts with values that are drawn in, or with a fallback of a treatment that is not asked for', () => {
    const goalposts = { normalise: { method: 'goalposts' } }
    expect(completeRecipe({ ...goalposts, treat: { method: 'winsorise' } }).treat.fallback).toBe('none')
    expect(completeRecipe({ ...goalposts, treat: { fallback: 'log' } }).treat.method).toBe('none')
  })
})

describe('defaultRecipe', () => {
  it('weighs equally and asks for half of the weight', () => {
    expect(defaultRecipe.weights.method).toBe('equal')
    expect(defaultRecipe.coverage.minimum).toBe(0.5)
    expect(defaultRecipe.normalise).toMatchObject({
      method: 'min-max',
      frame: 'pooled',
      lower: 0,
      upper: 100,
    })
    expect(defaultRecipe.aggregate.method).toBe('arithmetic')
  })
})
