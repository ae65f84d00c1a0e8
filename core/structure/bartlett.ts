import { chiSquaredTail } from './chi-squared'
import type { PrincipalComponents } from './principal-components'
import { areIndependent } from './sampling-adequacy'

/** The answer of a test of chi squared. */
export type ChiSquaredTest = {
  readonly chiSquared: number
  readonly degreesOfFreedom: number
  /** 0..1: how often chance alone gives as much */
  readonly p: number
}

/**
 * Bartlett's test of sphericity: χ² = -(m - 1 - (2k + 5)/6)·ln|R| with k(k-1)/2 degrees of freedom. A small p says
 * that the columns are correlated at all, which with many rows nearly all are; it says nothing about how well.
 *
 * @param components of k columns over m complete rows; ln|R| = Σ ln λ
 * @returns the test; null with fewer than 2 columns, when R has no inverse, or when m is so small that the factor is
 *   not positive
 * @see Bartlett (1951), The effect of standardization on a χ² approximation in factor analysis, Biometrika 38;
 *   R's psych::cortest.bartlett
 */
export function bartlettTest(components: PrincipalComponents): ChiSquaredTest | null {
  const k = components.eigenvalues.length
  const factor = components.rows - 1 - (2 * k + 5) / 6
  if (k < 2 || factor <= 0 || !areIndependent(components)) return null
  const logDeterminant = components.eigenvalues.reduce((sum, value) => sum + Math.log(value), 0)
  // |R| is 1 at most; rounding may leave it a little above.
  const chiSquared = Math.max(0, -factor * logDeterminant)
  const degreesOfFreedom = (k * (k - 1)) / 2
  return { chiSquared, degreesOfFreedom, p: chiSquaredTail(chiSquared, degreesOfFreedom) }
}
