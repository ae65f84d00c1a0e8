import { z } from 'zod'
import { aggregateMethods, boundsOf } from '@/core/aggregate/methods'
import { imputeMethods } from '@/core/impute/methods'
import { completeRecipe, type Recipe } from '@/core/index/recipe'
import { normaliseMethods, scoreBounds } from '@/core/normalise/methods'
import { transformations, treatMethods } from '@/core/treat/methods'
import { weightMethods } from '@/core/weight/methods'
import type { SearchParams } from '@/lib/selection'

/** A recipe as somebody wrote it, checked by core: what it refuses names the key and the reason. */
const recipeBody = z.unknown().transform((written, context): Recipe => {
  try {
    return completeRecipe(written)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    context.addIssue({ code: 'custom', message: 'recipe', path: [], params: { detail: error.message } })
    return z.NEVER
  }
})

export const saveRecipeSchema = z.object({
  name: z.string().trim().min(1).max(120),
  body: recipeBody,
  /** The version that was opened; 0 = a new recipe. */
  version: z.number().int().min(0),
})

/** The recipe that makes the scores from now on; null = the one that Pentad starts with. */
export const chooseRecipeSchema = z.object({ name: z.string().nullable() })

export const deleteRecipeSchema = z.object({ name: z.string() })

export type SavedRecipe = {
  readonly name: string
  readonly recipe: Recipe
  readonly isDefault: boolean
  readonly version: number
}

export type RecipeRefusal = {
  readonly ok: false
  readonly reason: 'nameTaken' | 'changedMeanwhile' | 'notFound' | 'isDefault' | 'otherScale'
}

/** The choices of a recipe that the address may hold, with the words that each may have. */
export const recipeWords = {
  impute: ['none', ...Object.keys(imputeMethods)],
  treat: ['none', ...Object.keys(treatMethods)],
  fallback: ['none', ...transformations],
  normalise: Object.keys(normaliseMethods),
  frame: ['pooled', 'year'],
  weights: Object.keys(weightMethods),
  aggregate: Object.keys(aggregateMethods),
  /** of the areas; '' = as within them */
  between: ['', ...Object.keys(aggregateMethods)],
} as const

export type RecipeChoice = keyof typeof recipeWords
/** The choices as the address writes them. `coverage`: percent of the weight, `power`: exponent of the power mean. */
export type RecipeChoices = Readonly<Record<RecipeChoice | 'coverage' | 'power', string>>

const recipeChoiceKeys = [...Object.keys(recipeWords), 'coverage', 'power'] as (keyof RecipeChoices)[]

/** A recipe as the choices that a form can offer. */
export function choicesOf(recipe: Recipe): RecipeChoices {
  const { impute, treat, normalise, weights, aggregate, coverage } = recipe
  return {
    impute: impute.method,
    treat: treat.method,
    fallback: treat.fallback,
    normalise: normalise.method,
    frame: normalise.frame,
    weights: weights.method,
    aggregate: aggregate.byLevel['1'] ?? aggregate.method,
    between: aggregate.byLevel['2'] ?? '',
    coverage: String(Number((coverage.minimum * 100).toFixed(6))),
    power: String(aggregate.power),
  }
}

/** The choices of an address; what it does not name, or names wrongly, is as in the recipe that it starts from. */
export function readChoices(params: SearchParams, base: Recipe): RecipeChoices {
  const own = choicesOf(base)
  const entries = recipeChoiceKeys.map((key) => {
    const given = params[key]
    const written = Array.isArray(given) ? given[0] : given
    return [key, written !== undefined && isWord(key, written) ? written : own[key]]
  })
  return Object.fromEntries(entries) as RecipeChoices
}

function isWord(key: keyof RecipeChoices, written: string): boolean {
  const value = Number(written)
  if (key === 'coverage') return written.trim() !== '' && value >= 0 && value <= 100
  if (key === 'power') return written.trim() !== '' && Number.isFinite(value)
  return (recipeWords[key] as readonly string[]).includes(written)
}

/** The choices that differ from the recipe they start from, for an address. */
export function changedChoices(choices: RecipeChoices, base: Recipe): Partial<RecipeChoices> {
  const own = choicesOf(base)
  return Object.fromEntries(
    recipeChoiceKeys.flatMap((key) => (choices[key] === own[key] ? [] : [[key, choices[key]]])),
  )
}

const positiveMeans: readonly string[] = ['geometric', 'harmonic', 'power']

/** Whether choices hold a mean that multiplies or divides, and so needs scores above 0. */
export function needsPositive({ aggregate, between }: RecipeChoices): boolean {
  return positiveMeans.includes(aggregate) || positiveMeans.includes(between)
}

/**
 * The recipe that choices make of another. Means that need scores above 0 get a scale that begins at 1, since a score
 * of 0 would end them; without them the scale is that of the recipe started from, or 0..100.
 *
 * @throws {RangeError} choices that do not go together
 */
export function recipeOf(choices: RecipeChoices, base: Recipe): Recipe {
  const { impute, treat, fallback, normalise, frame, weights, aggregate, between, coverage, power } = choices
  const lower = needsPositive(choices)
    ? Math.max(base.normalise.lower, 1)
    : base.normalise.lower === 1
      ? 0
      : base.normalise.lower
  return completeRecipe({
    ...base,
    impute: { method: impute },
    treat: { ...base.treat, method: treat, fallback: treat === 'none' ? 'none' : fallback },
    normalise: { ...base.normalise, method: normalise, frame, lower },
    weights: { method: weights },
    aggregate: {
      method: aggregate,
      power: Number(power),
      byLevel: between === '' || between === aggregate ? {} : { 2: between },
    },
    coverage: { minimum: Number(coverage) / 100 },
  })
}

/** Whether the scores of a recipe, from the indicators up, stand between 0 and 100, as every page draws them. */
export function isOnPageScale({ normalise, aggregate }: Recipe): boolean {
  const bounds = scoreBounds(normalise.method, normalise)
  const [low, high] = bounds ?? [Number.NaN, Number.NaN]
  const methods = [aggregate.method, ...Object.values(aggregate.byLevel)]
  const isKept = methods.every((method) => {
    const own = boundsOf(method, [bounds])
    return own !== null && own[0] === low && own[1] === high
  })
  return isKept && low >= 0 && low <= 1 && high === 100
}
