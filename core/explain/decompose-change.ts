/** A change split over k parts that add up to it. */
export type ChangeDecomposition = {
  readonly change: number
  /** k numbers: what each part gave to the change */
  readonly parts: readonly number[]
}

/**
 * Change of a weighted sum with fixed weights: Σ w·z' - Σ w·z = Σ w·Δz. Exact.
 *
 * @param before  k scores of the earlier time
 * @param after   k scores of the later time
 * @param weights k weights
 * @returns the change and its parts, on the scale of the scores
 * @throws {RangeError} lengths differ, or a number is not finite
 */
export function fixedWeightChange(
  before: readonly number[],
  after: readonly number[],
  weights: readonly number[],
): ChangeDecomposition {
  checkColumns(before, after, weights)
  return summed(weights.map((weight, i) => weight * ((after[i] as number) - (before[i] as number))))
}

/** A change of which each part has come from scores or from weights. */
export type WeightedChangeDecomposition = ChangeDecomposition & {
  /** k numbers: mean weight times change of the score */
  readonly fromScores: readonly number[]
  /** k numbers: mean score times change of the weight */
  readonly fromWeights: readonly number[]
}

/**
 * Change of a weighted sum whose weights have changed too: Σ w'·z' - Σ w·z = Σ w̄·Δz + Σ z̄·Δw, with w̄ and z̄ the means of
 * earlier and later. Exact, and the same backwards but for the sign.
 *
 * @param before        k scores of the earlier time
 * @param after         k scores of the later time
 * @param weightsBefore k weights of the earlier time
 * @param weightsAfter  k weights of the later time
 * @returns the change, its parts, and how much of each came from scores and from weights
 * @throws {RangeError} lengths differ, or a number is not finite
 * @see Bennet (1920); Kitagawa (1955), Components of a Difference Between Two Rates, JASA 50(272)
 */
export function changingWeightChange(
  before: readonly number[],
  after: readonly number[],
  weightsBefore: readonly number[],
  weightsAfter: readonly number[],
): WeightedChangeDecomposition {
  checkColumns(before, after, weightsBefore, weightsAfter)
  const at = (list: readonly number[], i: number) => list[i] as number
  const fromScores = before.map(
    (score, i) => ((at(weightsBefore, i) + at(weightsAfter, i)) / 2) * (at(after, i) - score),
  )
  const fromWeights = before.map(
    (score, i) => ((score + at(after, i)) / 2) * (at(weightsAfter, i) - at(weightsBefore, i)),
  )
  return { ...summed(fromScores.map((part, i) => part + at(fromWeights, i))), fromScores, fromWeights }
}

/**
 * Change of a weighted geometric mean Π z^w by the logarithmic mean Divisia index: G' - G = Σ L(G', G)·w·ln(z' / z), with
 * the logarithmic mean L(a, b) = (a - b) / (ln a - ln b), and L(a, a) = a. Exact.
 *
 * @param before  k scores of the earlier time, each > 0
 * @param after   k scores of the later time, each > 0
 * @param weights k weights that sum to 1
 * @returns the change and its parts, on the scale of the scores
 * @throws {RangeError} lengths differ, a number is not finite, or a score is not above 0
 * @see Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33(7)
 */
export function geometricChange(
  before: readonly number[],
  after: readonly number[],
  weights: readonly number[],
): ChangeDecomposition {
  checkColumns(before, after, weights)
  if ([...before, ...after].some((score) => !(score > 0))) {
    throw new RangeError('geometricChange needs scores above 0')
  }
  const logs = weights.map((weight, i) => weight * Math.log((after[i] as number) / (before[i] as number)))
  const geometric = (scores: readonly number[]) =>
    Math.exp(scores.reduce((sum, score, i) => sum + (weights[i] as number) * Math.log(score), 0))
  const mean = logarithmicMean(geometric(before), geometric(after))
  return summed(logs.map((log) => mean * log))
}

/** L(a, b), without loss of digits where the two are close. */
function logarithmicMean(a: number, b: number): number {
  const change = (b - a) / a
  return change === 0 ? a : (a * change) / Math.log1p(change)
}

function summed(parts: readonly number[]): ChangeDecomposition {
  return { change: parts.reduce((sum, part) => sum + part, 0), parts }
}

function checkColumns(first: readonly number[], ...others: readonly (readonly number[])[]): void {
  for (const column of [first, ...others]) {
    if (column.length !== first.length) {
      throw new RangeError(`a change needs columns of one length, got ${first.length} and ${column.length}`)
    }
    if (!column.every(Number.isFinite)) throw new RangeError('a change needs finite numbers')
  }
}
