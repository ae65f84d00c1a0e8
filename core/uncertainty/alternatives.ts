import type { AggregateMethodName } from '../aggregate/methods'
import { completeRecipe, type Recipe } from '../index/recipe'
import { isRelative } from '../normalise/methods'
import type { WeightMethodName } from '../weight/methods'

/** The choices of a recipe that another analyst might have made otherwise, in the order of the pipeline. */
export const assumptions = ['impute', 'treat', 'normalise', 'weights', 'aggregate'] as const

/** One of the choices that are varied. */
export type Assumption = (typeof assumptions)[number]

/** The ways in which a recipe may be carried out, each as likely as the other. Each list holds one way at least. */
export type Alternatives = {
  readonly impute: readonly Recipe['impute'][]
  readonly treat: readonly Recipe['treat'][]
  readonly normalise: readonly Recipe['normalise'][]
  /** each weight is multiplied by a number in 1 - noise … 1 + noise, evenly spread; 0 ≤ noise < 1 */
  readonly weightNoise: number
  readonly aggregate: readonly Recipe['aggregate'][]
}

/** A quarter up or down: COINr's example, and wide enough to change the order of two weights that are close. */
const usualNoise = 0.25

const otherImputation = {
  none: 'median',
  mean: 'median',
  median: 'mean',
  'group-mean': 'group-median',
  'group-median': 'group-mean',
  last: 'linear',
  linear: 'last',
} as const satisfies Record<Recipe['impute']['method'], Recipe['impute']['method']>

/**
 * What is varied when nothing else is said: the recipe's own choice and one other of each family.
 *
 * Imputation: none - median, mean - median, group mean - group median, last - linear. Treatment: none - winsorised
 * (with the recipe's limits, then the log; without it where goalposts or targets need the unit). Normalisation: z-score,
 * or min-max where the recipe has the z-score or neither. Aggregation: geometric, or arithmetic where the recipe has
 * another than that; none other where the recipe's scores cannot be made positive. Weights: ± 25 %.
 *
 * @param recipe complete
 */
export function usualAlternatives(recipe: Recipe): Alternatives {
  const { impute, treat, normalise, aggregate } = recipe
  const isAbsolute = !isRelative(normalise.method)
  return {
    impute: [impute, { method: otherImputation[impute.method] }],
    treat: [
      treat,
      treat.method === 'none'
        ? { ...treat, method: 'winsorise', fallback: isAbsolute ? 'none' : 'log' }
        : { ...treat, method: 'none', fallback: 'none' },
    ],
    normalise: [
      normalise,
      { ...normalise, ...(normalise.method === 'min-max' ? { method: 'z-score' } : usualScale) },
    ],
    weightNoise: usualNoise,
    aggregate: isShiftable(normalise) ? [aggregate, otherAggregation(aggregate)] : [aggregate],
  }
}

const usualScale = { method: 'min-max', lower: 0, upper: 100 } as const

function otherAggregation({ method, power }: Recipe['aggregate']): Recipe['aggregate'] {
  return { method: method === 'arithmetic' ? 'geometric' : 'arithmetic', power, byLevel: {} }
}

/** Methods whose scores stand above 0, or can be put there without another order of the regions. */
function isShiftable({ method }: Recipe['normalise']): boolean {
  return method === 'min-max' || method === 'z-score' || method === 'rank'
}

/** The aggregations that are made for scores above 0. */
const positiveAggregations: ReadonlySet<AggregateMethodName> = new Set(['geometric', 'harmonic', 'power'])
/** The weights that can make nothing of scores around 0. */
const positiveWeights: ReadonlySet<WeightMethodName> = new Set(['entropy', 'cv'])

/**
 * One way of carrying out a recipe, with a scale on which its parts go together.
 *
 * Where an aggregation or a weighting that needs scores above 0 meets a scale that has others, and it is not the recipe's
 * own pair, the scale is moved: min-max to 1..100, z-scores to the mean 100 with a deviation so small that no score of n can reach 0
 * (|z| < √n; 10 up to 98 of them). Neither changes the order of the regions on any indicator.
 *
 * @param recipe complete
 * @param choice one of each list of the alternatives
 * @param n      scores that are normalised together
 * @returns a complete recipe
 * @throws {RangeError} choices that do not go together
 */
export function recipeWith(
  recipe: Recipe,
  choice: Pick<Recipe, 'impute' | 'treat' | 'normalise' | 'aggregate'>,
  n: number,
): Recipe {
  const { normalise, aggregate } = choice
  // Untreated or otherwise filled, the same normalisation may reach below 0 where the recipe's own does not.
  const hasOwnScores =
    choice.impute === recipe.impute && choice.treat === recipe.treat && normalise === recipe.normalise
  const isOwn = hasOwnScores && aggregate === recipe.aggregate
  const needsPositive = [aggregate.method, ...Object.values(aggregate.byLevel)].some((method) =>
    positiveAggregations.has(method),
  )
  const weighsPositive =
    positiveWeights.has(recipe.weights.method) && !hasOwnScores && normalise.method === 'z-score'
  const fitted = (needsPositive && !isOwn) || weighsPositive ? aboveZero(normalise, n) : normalise
  return completeRecipe({ ...recipe, ...choice, normalise: fitted })
}

function aboveZero(normalise: Recipe['normalise'], n: number): Recipe['normalise'] {
  if (normalise.method === 'min-max' && normalise.lower <= 0) return { ...normalise, lower: 1, upper: 100 }
  if (normalise.method === 'z-score') {
    return { ...normalise, mean: 100, sd: Math.min(10, 99 / Math.sqrt(n)) }
  }
  return normalise
}
