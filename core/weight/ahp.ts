import { EigenvalueDecomposition, Matrix } from 'ml-matrix'

/**
 * Mean consistency index of random matrices of 1..15 children, as Saaty published it in 2007 (5 children: 1.11) and in
 * 1980 (1.12). Beyond 15 there is none, and no ratio.
 */
const randomIndices = {
  'saaty-2007': [0, 0, 0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
  'saaty-1980': [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59],
} as const

/** How far a·b of two answers that should be inverse may be from 1: 1/3 is often written as 0.33. */
const tolerance = 0.02

/** Weights out of pairwise comparison, and how far the comparisons agree with each other. */
export type PairwiseWeights = {
  /** k weights that sum to 1 */
  readonly weights: readonly number[]
  /** principal eigenvalue, k when the comparisons agree perfectly */
  readonly lambdaMax: number
  /** (λ - k) / (k - 1) */
  readonly consistencyIndex: number
  /** mean index of random matrices of this size; null beyond the table */
  readonly randomIndex: number | null
  /** consistency index / random index; 0.10 at most is taken as acceptable. 0 for one or two; null beyond the table */
  readonly consistencyRatio: number | null
}

/**
 * Analytic hierarchy process: the weights are the principal eigenvector of the matrix of comparisons, A·w = λ·w.
 *
 * @param comparisons k x k; a[i][j] > 0 = how many times as important i is as j, a[j][i] = 1 / a[i][j], a[i][i] = 1
 * @param table       the random indices to compare with
 * @returns weights and consistency
 * @throws {RangeError} not square, empty, an entry that is not above 0, or a pair of which one is not 1 / the other
 *   (within 2 %, for answers written as 0.33); says which
 * @see Saaty (1980), The Analytic Hierarchy Process; Saaty (2004), Decision making, JSSSE 13(1), 1-35
 */
export function analyticHierarchy(
  comparisons: readonly (readonly number[])[],
  table: keyof typeof randomIndices = 'saaty-2007',
): PairwiseWeights {
  checkReciprocal(comparisons)
  const size = comparisons.length
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Matrix(comparisons.map((row) => [...row])),
  )
  // A matrix of positive entries has one eigenvalue larger than all others, real, with a vector of one sign (Perron).
  const principal = realEigenvalues.reduce(
    (best, value, c) => (value > (realEigenvalues[best] as number) ? c : best),
    0,
  )
  const vector = eigenvectorMatrix.getColumn(principal)
  const sum = vector.reduce((total, part) => total + part, 0)
  const lambdaMax = realEigenvalues[principal] as number
  // Never below k but for rounding.
  const consistencyIndex = size === 1 ? 0 : Math.max(0, lambdaMax - size) / (size - 1)
  const randomIndex = randomIndices[table][size - 1] ?? null
  return {
    weights: vector.map((part) => part / sum),
    lambdaMax,
    consistencyIndex,
    randomIndex,
    consistencyRatio: randomIndex === null ? null : randomIndex === 0 ? 0 : consistencyIndex / randomIndex,
  }
}

function checkReciprocal(comparisons: readonly (readonly number[])[]): void {
  const size = comparisons.length
  if (size === 0 || comparisons.some((row) => row.length !== size)) {
    throw new RangeError('analyticHierarchy needs a square matrix of comparisons')
  }
  comparisons.forEach((row, i) => {
    row.forEach((answer, j) => {
      const where = `analyticHierarchy, row ${i + 1}, column ${j + 1}:`
      if (!(answer > 0 && Number.isFinite(answer))) throw new RangeError(`${where} ${answer} is not above 0`)
      const inverse = comparisons[j]?.[i] ?? Number.NaN
      if (Math.abs(answer * inverse - 1) > tolerance) {
        throw new RangeError(`${where} ${answer} is not 1 / ${inverse}, the answer the other way round`)
      }
    })
  })
}
