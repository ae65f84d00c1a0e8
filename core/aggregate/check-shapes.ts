/**
 * Refuse columns, weights and results that do not belong together.
 *
 * @param method   name of the caller, for the sentence
 * @param children k columns of n scores
 * @param weights  k weights
 * @param result   n places
 * @throws {RangeError} a column has not n scores, there are not k weights, or one is negative or not finite
 */
export function checkShapes(
  method: string,
  children: readonly Float64Array[],
  weights: Float64Array,
  result: Float64Array,
): void {
  if (weights.length !== children.length) {
    throw new RangeError(`${method} needs ${children.length} weights, got ${weights.length}`)
  }
  for (const weight of weights) {
    if (!(weight >= 0 && Number.isFinite(weight))) {
      throw new RangeError(`${method} needs finite weights of at least 0, got ${weight}`)
    }
  }
  for (const scores of children) {
    if (scores.length !== result.length) {
      throw new RangeError(`${method} needs ${result.length} scores of each child, got ${scores.length}`)
    }
  }
}

/**
 * Refuse scores that a method has no meaning for.
 *
 * @param method   name of the caller, for the sentence
 * @param children columns of scores; NaN = not observed, passed over
 * @param least    'above-0' or 'at-least-0'
 * @throws {RangeError} a score is 0 (where it must be above) or negative; says what to do
 */
export function checkSign(
  method: string,
  children: readonly Float64Array[],
  least: 'above-0' | 'at-least-0',
): void {
  for (const scores of children) {
    for (let unit = 0; unit < scores.length; unit++) {
      const score = scores[unit] as number
      if (score > 0 || Number.isNaN(score) || (score === 0 && least === 'at-least-0')) continue
      throw new RangeError(
        least === 'above-0'
          ? `${method} needs scores above 0, got ${score}: normalise to a scale that starts above 0, such as 1 to 100`
          : `${method} needs scores of at least 0, got ${score}: normalise to a scale that starts at 0 or above`,
      )
    }
  }
}
