import { type AggregateMethodName, aggregateMethods } from '../aggregate/methods'
import type { Frame } from '../frame'
import { type ImputeMethodName, imputeMethods } from '../impute/methods'
import { isRelative, type NormaliseMethodName, normaliseMethods } from '../normalise/methods'
import { type Transformation, type TreatMethodName, transformations, treatMethods } from '../treat/methods'
import { type WeightMethodName, weightMethods } from '../weight/methods'

/** The choices that make scores, complete. Plain JSON: what is stored, shown and sent is this object. */
export type Recipe = {
  /** how gaps are filled before anything else; 'none' = they stay gaps */
  readonly impute: { readonly method: ImputeMethodName | 'none' }
  /**
   * how outliers are treated: a frame whose |skewness| > `skew` and kurtosis > `kurtosis` is treated by `method`, which
   * draws in `maxPoints` values (and those tied with the last of them) if it draws in at all, and by `fallback`, from
   * the untreated values, when that is not enough; 'none' = never
   */
  readonly treat: {
    readonly method: TreatMethodName | 'none'
    readonly skew: number
    readonly kurtosis: number
    readonly maxPoints: number
    readonly fallback: Transformation | 'none'
  }
  /** `lower`, `upper`: the scale of methods with a range; `mean`, `sd`: of those with a centre */
  readonly normalise: {
    readonly method: NormaliseMethodName
    readonly frame: Frame
    readonly lower: number
    readonly upper: number
    readonly mean: number
    readonly sd: number
  }
  readonly weights: { readonly method: WeightMethodName }
  /**
   * `byLevel`: another method for a level of the tree, '1' = the lowest aggregation; levels the tree does not have
   * are passed over. `power`: the exponent of a power mean
   */
  readonly aggregate: {
    readonly method: AggregateMethodName
    readonly power: number
    readonly byLevel: Readonly<Record<string, AggregateMethodName>>
  }
  /** share of the weight that must be observed for a score, 0..1; 0 = no rule, score whatever can be scored */
  readonly coverage: { readonly minimum: number }
  /** rank intervals: how many runs (0 = none), and the seed of their chance */
  readonly uncertainty: { readonly runs: number; readonly seed: number }
}

/** A recipe as written: every family and every key may be left out. */
export type RecipeInput = { readonly [Family in keyof Recipe]?: Partial<Recipe[Family]> }

/**
 * What a key means that is left out: nothing is done that was not asked for. Gaps stay, outliers stay, the
 * framework's own weights hold, and no score is withheld.
 */
const leftOut: Recipe = {
  impute: { method: 'none' },
  treat: { method: 'none', skew: 2, kurtosis: 3.5, maxPoints: 5, fallback: 'none' },
  normalise: { method: 'min-max', frame: 'pooled', lower: 0, upper: 100, mean: 0, sd: 1 },
  weights: { method: 'framework' },
  aggregate: { method: 'arithmetic', power: 1, byLevel: {} },
  coverage: { minimum: 0 },
  uncertainty: { runs: 0, seed: 1 },
}

/**
 * The recipe that Pentad starts with: min-max to 0..100 over all regions and years together, equal weights within
 * each area and between the areas, arithmetic means, and no score below half of the weight observed.
 */
export const defaultRecipe: Recipe = {
  ...leftOut,
  weights: { method: 'equal' },
  coverage: { minimum: 0.5 },
}

/** For each key: the words that may stand there, or what is asked of the number. */
const rules: { readonly [Family in keyof Recipe]: Readonly<Record<keyof Recipe[Family], Rule>> } = {
  impute: { method: ['none', ...Object.keys(imputeMethods)] },
  treat: {
    method: ['none', ...Object.keys(treatMethods)],
    skew: atLeast(0),
    kurtosis: isNumber,
    maxPoints: wholeAtLeast(0),
    fallback: ['none', ...transformations],
  },
  normalise: {
    method: Object.keys(normaliseMethods),
    frame: ['pooled', 'year'],
    lower: isNumber,
    upper: isNumber,
    mean: isNumber,
    sd: above(0),
  },
  weights: { method: Object.keys(weightMethods) },
  aggregate: { method: Object.keys(aggregateMethods), power: isNumber, byLevel: checkLevels },
  coverage: { minimum: share },
  uncertainty: { runs: wholeAtLeast(0), seed: wholeAtLeast(0) },
}

type Rule = readonly string[] | ((value: unknown) => string | null)

/**
 * Check a recipe as written and fill in what was left out. Left out means: no imputation, no treatment (its limits
 * 2, 3.5 and 5 points, no fallback), min-max pooled to 0..100 (mean 0, sd 1), the framework's weights, arithmetic
 * (power 1) on every level, coverage 0, 0 runs with seed 1.
 *
 * @param input parsed JSON of any origin
 * @returns a complete recipe that shares nothing with the input
 * @throws {RangeError} a key or word that is not known, a number out of its range, or choices that do not go together;
 *   says where
 */
export function completeRecipe(input: unknown): Recipe {
  const families = objectAt('recipe', input)
  for (const family of Object.keys(families)) {
    if (!Object.hasOwn(rules, family)) throw new RangeError(`recipe.${family} is not known`)
  }
  const recipe = Object.fromEntries(
    Object.entries(rules).map(([family, keys]) => [
      family,
      completeFamily(family as keyof Recipe, keys, families[family]),
    ]),
  ) as Recipe
  const { lower, upper } = recipe.normalise
  if (!(lower < upper)) {
    throw new RangeError(`recipe.normalise.lower must be below upper, got ${lower} and ${upper}`)
  }
  checkTogether(recipe)
  return recipe
}

/** Goalposts and targets are given in the unit of the values, and have no place on a bent scale. */
function checkTogether({ treat, normalise }: Recipe): void {
  const words: readonly string[] = treat.method === 'none' ? [] : [treat.method, treat.fallback]
  const bent = transformations.find((word) => words.includes(word))
  if (bent === undefined || isRelative(normalise.method)) return
  throw new RangeError(
    `recipe.normalise.method ${normalise.method} needs values in their unit, which recipe.treat ${bent} takes away`,
  )
}

function completeFamily(family: keyof Recipe, keys: Readonly<Record<string, Rule>>, input: unknown): object {
  const written = input === undefined ? {} : objectAt(`recipe.${family}`, input)
  const complete: Record<string, unknown> = structuredClone({ ...leftOut[family] })
  for (const [key, value] of Object.entries(written)) {
    const rule = Object.hasOwn(keys, key) ? keys[key] : undefined
    if (rule === undefined) throw new RangeError(`recipe.${family}.${key} is not known`)
    if (value === undefined) continue
    const problem = typeof rule === 'function' ? rule(value) : isOneOf(rule, value)
    if (problem !== null) {
      throw new RangeError(`recipe.${family}.${key} must be ${problem}, got ${JSON.stringify(value)}`)
    }
    complete[key] = structuredClone(value)
  }
  return complete
}

function objectAt(where: string, value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RangeError(`${where} must be an object`)
  }
  return { ...value }
}

function isOneOf(words: readonly string[], value: unknown): string | null {
  return typeof value === 'string' && words.includes(value) ? null : `one of ${words.join(', ')}`
}

function isNumber(value: unknown): string | null {
  return typeof value === 'number' && Number.isFinite(value) ? null : 'a number'
}

function atLeast(low: number) {
  return (value: unknown) =>
    isNumber(value) === null && Number(value) >= low ? null : `a number of at least ${low}`
}

function above(low: number) {
  return (value: unknown) =>
    isNumber(value) === null && Number(value) > low ? null : `a number above ${low}`
}

function wholeAtLeast(low: number) {
  return (value: unknown) =>
    Number.isSafeInteger(value) && Number(value) >= low ? null : `a whole number of at least ${low}`
}

function share(value: unknown): string | null {
  return isNumber(value) === null && Number(value) >= 0 && Number(value) <= 1
    ? null
    : 'a share between 0 and 1'
}

function checkLevels(value: unknown): string | null {
  const expected = `a method (${Object.keys(aggregateMethods).join(', ')}) per level, the lowest being "1"`
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return expected
  const isValid = Object.entries(value).every(
    ([level, method]) => /^[1-9]\d*$/.test(level) && Object.hasOwn(aggregateMethods, method),
  )
  return isValid ? null : expected
}
