import { describe, expect, it } from 'vitest'
import { framework, panel } from '@/core/index/examples'
import { completeRecipe, type RecipeInput } from '@/core/index/recipe'
import { runIndex } from '@/core/index/run-index'
import { calculationProblem, recipeProblem } from './core-words'
import { sentences } from './words'

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('the two languages', () => {
  it('say the same with the same placeholders', () => {
    const zh = new Map(Object.entries(sentences.zh))
    for (const [key, text] of Object.entries(sentences.en)) {
      expect([key, placeholders(zh.get(key) ?? '')]).toEqual([key, placeholders(text)])
    }
  })
})

describe('recipeProblem', () => {
  it.each([
    [{ normalize: {} }, 'normalize 不是可用的名称'],
    [{ weights: 1 }, 'weights 须为对象'],
    [[], 'recipe 须为对象'],
    [{ coverage: { minimum: 2 } }, 'coverage.minimum 须为 0 至 1 之间的比例，现为 2'],
    [{ treat: { skew: -1 } }, 'treat.skew 须为不小于 0 的数字，现为 -1'],
    [{ treat: { kurtosis: '3' } }, 'treat.kurtosis 须为数字，现为 "3"'],
    [{ treat: { maxPoints: 0.5 } }, 'treat.maxPoints 须为不小于 0 的整数，现为 0.5'],
    [{ normalise: { sd: 0 } }, 'normalise.sd 须为大于 0 的数字，现为 0'],
    [{ normalise: { lower: 200 } }, 'normalise.lower 须小于 upper，现为 200 和 100'],
    [{ uncertainty: { seed: -1 } }, 'uncertainty.seed 须为不小于 0 的整数，现为 -1'],
  ])('says in Chinese what is wrong with %j', (input, words) => {
    expect(problemIn('zh', input)).toBe(words)
  })

  it.each([
    [{ weights: { method: 'luck' } }, /^weights\.method 须为 framework, equal.* 之一，现为 "luck"$/],
    [
      { aggregate: { byLevel: { 0: 'arithmetic' } } },
      /^aggregate\.byLevel 须为各层级指定方法（arithmetic.*），最低层级为/,
    ],
    [
      { treat: { method: 'log' }, normalise: { method: 'goalposts' } },
      /^normalise\.method goalposts 需要原单位的数值，而 treat 中的 log 会改变单位$/,
    ],
  ])('says in Chinese which words may stand there: %j', (input, words) => {
    expect(problemIn('zh', input)).toMatch(words)
  })

  it('keeps the words of the core in English', () => {
    expect(problemIn('en', { weights: 1 })).toBe('weights must be an object')
  })
})

describe('calculationProblem', () => {
  const below: RecipeInput['normalise'] = { lower: -50, upper: 50 }
  it.each<[RecipeInput, RegExp]>([
    [{ impute: { method: 'group-mean' } }, /^impute\.method 为 group-mean 时，须用 --regions/],
    [{ aggregate: { method: 'geometric' }, normalise: below }, /^geometricMean 要求得分/],
    [{ weights: { method: 'entropy' }, normalise: below }, /^entropyWeights 要求得分不小于 0，现有 -50；/],
  ])('says in Chinese why %j cannot be calculated', (recipe, words) => {
    expect(reasonOf(recipe)).toMatch(words)
  })

  it('gives a sentence that it does not know as it is', () => {
    expect(calculationProblem('something new', 'zh')).toBe('something new')
  })
})

function reasonOf(recipe: RecipeInput): string {
  try {
    runIndex(panel, framework, recipe)
  } catch (error) {
    if (error instanceof RangeError) return calculationProblem(error.message, 'zh')
    throw error
  }
  return 'no problem'
}

function problemIn(language: 'en' | 'zh', input: unknown): string {
  try {
    completeRecipe(input)
  } catch (error) {
    if (error instanceof RangeError) return recipeProblem(error.message, language).problem
    throw error
  }
  return 'no problem'
}
