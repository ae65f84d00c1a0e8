import type { Weighing, WeightWarning } from './method'

/**
 * Weights in proportion to what a method measures of each child: mᵢ / Σm. Where nothing is measured of any, equal
 * weights, and a word that says so.
 *
 * @param measures k finite numbers ≥ 0
 * @returns k weights that sum to 1
 */
export function sharesOf(measures: readonly number[]): Weighing {
  const largest = measures.reduce((a, b) => Math.max(a, b), 0)
  if (largest === 0) return equalShares(measures.length, 'uninformative')
  // Against the largest first: a sum of huge measures would overflow, a sum of tiny ones lose its digits.
  const relative = measures.map((measure) => measure / largest)
  const sum = relative.reduce((a, b) => a + b, 0)
  return { weights: relative.map((measure) => measure / sum), warning: null }
}

/** Equal weights in the place of those that the data do not give, and why. */
export function equalShares(children: number, warning: WeightWarning): Weighing {
  return { weights: Array.from({ length: children }, () => 1 / children), warning }
}

/** The weights of no child or of one, about which there is nothing to ask the data; null when there are more. */
export function weightsOfFew(scores: readonly Float64Array[]): Weighing | null {
  return scores.length > 1 ? null : { weights: scores.map(() => 1), warning: null }
}

/**
 * Refuse to weigh by data that compare nobody.
 *
 * @param method name of the caller, for the sentence
 * @param scores k columns of n scores; NaN = no score
 * @throws {RangeError} no column has two scores, or they are not of one length
 */
export function checkRows(method: string, scores: readonly Float64Array[]): void {
  if (scores.some((column) => column.length !== scores[0]?.length)) {
    throw new RangeError(`${method} needs columns of one length`)
  }
  if (!scores.some(hasTwo)) throw new RangeError(`${method} needs the scores of at least two units`)
}

function hasTwo(column: Float64Array): boolean {
  let observed = 0
  for (let i = 0; i < column.length && observed < 2; i++) if (!Number.isNaN(column[i] as number)) observed++
  return observed === 2
}
