import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { completeRows } from './complete-rows'
import { correlationMatrix } from './correlation-matrix'

/** What k columns have in common, component by component, the one of the largest variance first. */
export type PrincipalComponents = {
  /** m, the rows that all columns have */
  readonly rows: number
  /** k variances along the components; they sum to k, for each column counts 1 */
  readonly eigenvalues: readonly number[]
  /** k shares of the variance; they sum to 1 */
  readonly shares: readonly number[]
  /** k x k, column x component: each component has length 1 and the sign that makes its sum positive */
  readonly loadings: readonly (readonly number[])[]
}

/**
 * Principal components of standardised columns: the eigenvalues and eigenvectors of their correlation matrix R,
 * R·v = λ·v.
 *
 * @param columns k columns of n values, in any units; NaN = not observed. Only rows that all columns have count
 * @returns the components; null with fewer than 3 complete rows, no column, or a column that is the same in all of
 *   them. Loadings are eigenvectors, as in R's prcomp; multiplied by √λ they are correlations with the component
 * @throws {RangeError} columns of different lengths, or a value is infinite
 * @see OECD/JRC, Handbook on Constructing Composite Indicators (2008), Step 4; R's prcomp(scale. = TRUE)
 */
export function principalComponents(columns: readonly Float64Array[]): PrincipalComponents | null {
  const complete = completeRows(columns)
  const { coefficients } = correlationMatrix(complete)
  const known = coefficients.map((row) => row.filter((one) => one !== null))
  if (known.length === 0 || known.some((row) => row.length < columns.length)) return null
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(new Matrix(known), {
    assumeSymmetric: true,
  })
  const order = realEigenvalues.map((_, c) => c).sort((a, b) => valueAt(b) - valueAt(a))
  // Rounding leaves the variance of a component that there is not a little below 0.
  function valueAt(component: number): number {
    return Math.max(0, realEigenvalues[component] as number)
  }
  const signs = order.map((c) => (eigenvectorMatrix.getColumn(c).reduce((a, b) => a + b, 0) < 0 ? -1 : 1))
  const eigenvalues = order.map(valueAt)
  return {
    rows: (complete[0] as Float64Array).length,
    eigenvalues,
    shares: eigenvalues.map((value) => value / columns.length),
    loadings: columns.map((_, row) =>
      order.map((c, place) => (signs[place] as number) * eigenvectorMatrix.get(row, c)),
    ),
  }
}
