import { describe, expect, it } from 'vitest'
import { type AggregateMethodName, aggregateMethods } from '../aggregate/methods'
import { carryOut, prepareIndex } from '../index/carry-out'
import { leaf, node, panelOf } from '../index/examples'
import type { FrameworkNode } from '../index/framework'
import { completeRecipe, type RecipeInput } from '../index/recipe'
import { type NormaliseMethodName, normaliseMethods } from '../normalise/methods'
import type { Panel } from '../panel'
import { type WeightMethodName, weightMethods } from '../weight/methods'
import { assumptions, recipeWith, usualAlternatives } from './alternatives'
import { seededRandom } from './random'
import { rankIntervals } from './rank-intervals'
import { rankSensitivity } from './rank-sensitivity'
import { simulate } from './simulate'

const random = seededRandom(11)
const codes = ['a1', 'a2', 'a3', 'b1', 'b2']
/** Ten regions, two years, five indicators: one with an outlier, a gap here and there. */
const wild: Panel = panelOf(
  codes,
  Object.fromEntries(
    Array.from({ length: 20 }, (_, cell) => [
      `R${cell % 10} ${2020 + Math.floor(cell / 10)}`,
      codes.map((_, i) => (random() < 0.1 ? null : i === 1 && cell === 3 ? 500 : 10 + 20 * random())),
    ]),
  ),
)
const points = { goalpostLow: 0, goalpostHigh: 40, target: 35 }
const tree: readonly FrameworkNode[] = [
  node('I', null),
  node('A', 'I', 2),
  { ...leaf('a1', 'A', 1, 3), ...points },
  { ...leaf('a2', 'A'), ...points },
  { ...leaf('a3', 'A', -1), ...points, target: 5 },
  node('B', 'I'),
  { ...leaf('b1', 'B'), ...points },
  { ...leaf('b2', 'B', 1, 2), ...points },
]

describe('simulate', () => {
  it('gives what each way gives when it is carried out by itself', () => {
    const recipe = completeRecipe({ weights: { method: 'framework' } })
    const alternatives = usualAlternatives(recipe)
    const input = prepareIndex(wild, tree)
    const ways = Array.from({ length: 40 }, () => Float64Array.from(assumptions, random))
    const seen = new Set<number>()
    simulate(input, recipe, alternatives, ways, [0, 1], (run, { scores }) => {
      seen.add(run)
      const [i = 0, t = 0, n = 0, chance = 0, a = 0] = ways[run] ?? []
      const pick = <T>(list: readonly T[], share: number) => list[Math.floor(share * list.length)] as T
      const choice = {
        impute: pick(alternatives.impute, i),
        treat: pick(alternatives.treat, t),
        normalise: pick(alternatives.normalise, n),
        aggregate: pick(alternatives.aggregate, a),
      }
      const noise = seededRandom(Math.floor(chance * 2 ** 32))
      const numbered = [...codes, ...input.plan.aggregates]
      const factors = new Map(numbered.map((code) => [code, 1 + 0.25 * (2 * noise() - 1)]))
      const moved = tree.map((one) => ({ ...one, weight: one.weight * (factors.get(one.code) ?? 1) }))
      const alone = carryOut(prepareIndex(wild, moved), recipeWith(recipe, choice, 20))
      scores.forEach((score, cell) => {
        const expected = alone.scores[cell] as number
        if (Number.isNaN(expected)) expect(score).toBeNaN()
        else expect(Math.abs(score - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)))
      })
    })
    expect(seen.size).toBe(40)
  })

  it.each(Object.keys(normaliseMethods) as NormaliseMethodName[])(
    'can carry out the usual alternatives of every recipe of %s that can be carried out',
    (method) => {
      const recipes: RecipeInput[] = [
        ...Object.keys(aggregateMethods).map((aggregate) => ({
          normalise: { method },
          aggregate: { method: aggregate as AggregateMethodName },
        })),
        ...Object.keys(weightMethods).map((weights) => ({
          normalise: { method },
          weights: { method: weights as WeightMethodName },
        })),
      ]
      const possible = recipes.filter(isPossible)
      expect(possible.length).toBeGreaterThan(5)
      for (const recipe of possible) {
        const asked = { ...recipe, uncertainty: { runs: 8, seed: 1 } }
        expect(() => rankIntervals(wild, tree, asked, { years: [2021] })).not.toThrow()
      }
    },
  )
})

function isPossible(recipe: RecipeInput): boolean {
  try {
    carryOut(prepareIndex(wild, tree), completeRecipe(recipe))
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

describe('rankSensitivity', () => {
  const asked = { node: 'I', year: 2021, samples: 64 }

  it('shares the movement of the ranks out among the assumptions that vary', () => {
    const sensitivity = rankSensitivity(wild, tree, {}, asked)
    expect(sensitivity?.runs).toBe(64 * 7)
    expect(sensitivity?.meanShift).toBeGreaterThan(0)
    expect(sensitivity?.assumptions.map((one) => one.assumption)).toEqual([...assumptions])
    for (const { total } of sensitivity?.assumptions ?? []) expect(total).toBeGreaterThanOrEqual(0)
    expect(rankSensitivity(wild, tree, {}, asked)).toEqual(sensitivity)
  })

  it('gives an assumption that varies alone about all of it', () => {
    const recipe = completeRecipe({})
    const { impute, treat, normalise, aggregate } = recipe
    const alternatives = {
      impute: [impute],
      treat: [treat],
      normalise: [normalise],
      aggregate: [aggregate],
      weightNoise: 0.9,
    }
    const sensitivity = rankSensitivity(wild, tree, {}, { ...asked, samples: 500, alternatives })
    expect(sensitivity?.assumptions).toHaveLength(1)
    expect(Math.abs((sensitivity?.assumptions[0]?.total ?? 0) - 1)).toBeLessThan(0.15)
    const still = { ...alternatives, weightNoise: 0 }
    expect(rankSensitivity(wild, tree, {}, { ...asked, alternatives: still })).toBeNull()
  })

  it('is none when no rank ever moves', () => {
    const clear = panelOf(['x', 'y'], { 'P 2020': [3, 3], 'Q 2020': [2, 2], 'R 2020': [1, 1] })
    const pair = [node('I', null), leaf('x', 'I'), leaf('y', 'I')]
    expect(rankSensitivity(clear, pair, {}, { node: 'I', year: 2020, samples: 20 })).toBeNull()
  })
})
