import type { PrincipalComponents } from './principal-components'

/** Whether k columns have enough in common for components to be worth looking at. */
export type SamplingAdequacy = {
  /** 0..1: below 0.5 they have not, from 0.8 they clearly have */
  readonly overall: number
  /** the same for each of the k columns */
  readonly items: readonly number[]
}

/** Below this a direction has no variance: a column is a sum of others, and the matrix has no inverse. */
const smallestVariance = 1e-10

/**
 * Whether columns are free of exact dependence: every component of theirs has variance.
 *
 * @param components of the columns
 * @returns true when their correlation matrix has an inverse
 */
export function areIndependent({ eigenvalues }: PrincipalComponents): boolean {
  return eigenvalues.every((value) => value > smallestVariance)
}

/**
 * Kaiser, Meyer and Olkin's measure of sampling adequacy: Σr² / (Σr² + Σp²) over all pairs of different columns, where
 * p is the partial correlation given all other columns, pᵢⱼ = -qᵢⱼ/√(qᵢᵢ·qⱼⱼ) with Q the inverse of the correlation
 * matrix. Per column: the same sums over its own pairs.
 *
 * @param components of the columns; Q = Σ v·vᵀ/λ
 * @returns overall and per column; null with fewer than 2 columns, or when Q does not exist (a column is a sum of
 *   others, or there are no more rows than columns); also when no two columns have anything to do with each other
 * @see Kaiser & Rice (1974), Little Jiffy, Mark IV, Educational and Psychological Measurement 34(1); R's psych::KMO
 */
export function samplingAdequacy(components: PrincipalComponents): SamplingAdequacy | null {
  const { eigenvalues, loadings } = components
  const k = loadings.length
  if (k < 2 || !areIndependent(components)) return null
  const summed = (i: number, j: number, factor: (value: number) => number): number =>
    eigenvalues.reduce(
      (sum, value, c) => sum + (loadings[i]?.[c] ?? 0) * (loadings[j]?.[c] ?? 0) * factor(value),
      0,
    )
  const precisions = loadings.map((_, i) => summed(i, i, (value) => 1 / value))
  const simple = new Float64Array(k)
  const partial = new Float64Array(k)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      if (i === j) continue
      const scale = (precisions[i] as number) * (precisions[j] as number)
      simple[i] = (simple[i] as number) + summed(i, j, (value) => value) ** 2
      partial[i] = (partial[i] as number) + summed(i, j, (value) => 1 / value) ** 2 / scale
    }
  }
  const allSimple = simple.reduce((a, b) => a + b, 0)
  const allPartial = partial.reduce((a, b) => a + b, 0)
  if (allSimple + allPartial === 0) return null
  return {
    overall: allSimple / (allSimple + allPartial),
    // A column that has to do with none of the others is adequate to nothing.
    items: loadings.map((_, i) => {
      const both = (simple[i] as number) + (partial[i] as number)
      return both === 0 ? 0 : (simple[i] as number) / both
    }),
  }
}
