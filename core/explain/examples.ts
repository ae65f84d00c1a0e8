import type { FrameworkNode } from '../index/framework'
import type { RecipeInput } from '../index/recipe'
import { type IndexResult, runIndex } from '../index/run-index'
import { createPanel, type Panel } from '../panel'

/** Two areas of an index for tests, one of them of two levels. */
export const tree: readonly FrameworkNode[] = [
  { code: 'INDEX', parent: null, weight: 1 },
  { code: 'A', parent: 'INDEX', weight: 2 },
  { code: 'A1', parent: 'A', weight: 1 },
  { code: 'a', parent: 'A1', weight: 3, direction: 1 },
  { code: 'b', parent: 'A1', weight: 1, direction: -1 },
  { code: 'c', parent: 'A', weight: 1, direction: 1, goalpostLow: 0, goalpostHigh: 20, target: 15 },
  { code: 'B', parent: 'INDEX', weight: 1 },
  { code: 'd', parent: 'B', weight: 1, direction: 1 },
  { code: 'e', parent: 'B', weight: 1, direction: 1 },
]

const codes = ['a', 'b', 'c', 'd', 'e']

/** Seven regions in two years; P lacks d in 2020, Q is the best in everything, R nearly the worst. */
const values: Readonly<Record<string, readonly (number | null)[]>> = {
  'P 2020': [4, 30, 9, null, 5],
  'P 2021': [6, 25, 9, 12, 8],
  'Q 2020': [9, 10, 14, 19, 9],
  'Q 2021': [10, 8, 16, 20, 10],
  'R 2020': [1, 58, 2, 3, 1],
  'R 2021': [1.5, 60, 1, 2, 1.5],
  'S 2020': [5, 20, 11, 8, 3],
  'S 2021': [5, 22, 12, 9, 7],
  'T 2020': [7, 40, 6, 15, 6],
  'T 2021': [8, 44, 5, 16, 4],
  'U 2020': [3, 15, 8, 11, 2],
  'U 2021': [3.5, 12, 10, 13, 2],
  'V 2020': [2, 50, 4, 5, 8],
  'V 2021': [2.5, 35, 7, 6, 9],
}

export const panel: Panel = createPanel(
  [...new Set(Object.keys(values).map((key) => key.charAt(0)))],
  [2020, 2021],
  codes,
  Object.entries(values).flatMap(([key, row]) =>
    row.map((value, i) => ({
      region: key.charAt(0),
      year: Number(key.slice(2)),
      indicator: codes[i] ?? '',
      value,
    })),
  ),
)

/** The example by a recipe; scores from 1 to 100, so that every mean can be taken. */
export function indexBy(recipe: RecipeInput = {}, groups?: ReadonlyMap<string, string>): IndexResult {
  const complete = { ...recipe, normalise: { lower: 1, upper: 100, ...recipe.normalise } }
  return runIndex(panel, tree, complete, { groups })
}

/** The means under which a score can be split. */
export const meanRecipes: readonly (readonly [string, RecipeInput])[] = [
  ['arithmetic', {}],
  ['geometric', { aggregate: { method: 'geometric' } }],
  ['harmonic', { aggregate: { method: 'harmonic' } }],
  ['power 2', { aggregate: { method: 'power', power: 2 } }],
  ['power 0', { aggregate: { method: 'power', power: 0 } }],
  ['power 2 from 0', { aggregate: { method: 'power', power: 2 }, normalise: { lower: 0 } }],
  ['power 0.5 from 0', { aggregate: { method: 'power', power: 0.5 }, normalise: { lower: 0 } }],
  ['power -0.5', { aggregate: { method: 'power', power: -0.5 } }],
  ['a mixture by level', { aggregate: { method: 'arithmetic', byLevel: { 1: 'harmonic', 3: 'geometric' } } }],
]
