import { inverse, Matrix, QrDecomposition } from 'ml-matrix'
import { studentT } from '../forecast/student-t'

/** Rows of a panel in any order. */
export type PanelRows = {
  /** n codes: the unit of each row */
  readonly units: readonly string[]
  /** n values of what is explained; null = not observed */
  readonly explained: readonly (number | null)[]
  /** k columns of n values of what explains it; null = not observed */
  readonly explaining: readonly (readonly (number | null)[])[]
}

/** The effect of one variable. */
export type WithinCoefficient = {
  readonly estimate: number
  readonly standardError: number
  /** estimate / standardError; null when the rows fit exactly */
  readonly t: number | null
  /** P(|T| ≥ |t|) if there were no effect; two-sided; null as t */
  readonly probability: number | null
}

/** A panel regression, or why there is none. */
export type WithinEstimate =
  | {
      readonly reason: null
      /** k effects in the order of the columns */
      readonly coefficients: readonly WithinCoefficient[]
      /** rows used, the units in them, and n - N - k */
      readonly rows: number
      readonly units: number
      readonly degreesOfFreedom: number
      /** share of the variation within units that is explained, 0..1 */
      readonly rSquared: number
    }
  | { readonly reason: 'too-few-rows' | 'dependent-columns' | 'no-variation' }

/** What is shorter than this share of its column depends on the columns before it. */
const dependence = 1e-9

/**
 * The within (fixed-effects) estimator of a panel: least squares after taking the unit's own mean from every value,
 * (y - ȳᵢ) = β·(x - x̄ᵢ) + e, so that everything about a unit that does not change drops out. With logarithms of output,
 * capital and labour, β are their elasticities. σ² = Σe² / (n - N - k).
 *
 * It assumes one β for all units, and that x does not answer to e. Standard errors take e as independent.
 *
 * @param panel n rows; rows with a missing value are left out
 * @returns effects with their standard errors, or the reason there are none: 'too-few-rows' (n - N - k < 1),
 *   'dependent-columns' (a column is constant within units, or made of the others), 'no-variation' (y is constant
 *   within units)
 * @throws {RangeError} lengths differ, no column, or a value is not finite
 * @see Baltagi, Econometric Analysis of Panel Data, chapter 2
 */
export function withinEstimator(panel: PanelRows): WithinEstimate {
  const complete = completeRows(panel)
  const width = panel.explaining.length
  const names = new Set(complete.map((row) => row.unit))
  const degreesOfFreedom = complete.length - names.size - width
  if (degreesOfFreedom < 1) return { reason: 'too-few-rows' }
  const centred = centre(complete, width + 1)
  const lengths = columnLengths(centred, width + 1)
  const sizes = columnLengths(
    complete.map((row) => row.values),
    width + 1,
  )
  if ((lengths[0] as number) <= dependence * (sizes[0] as number)) return { reason: 'no-variation' }
  if (lengths.some((length, c) => length <= dependence * (sizes[c] as number)))
    return { reason: 'dependent-columns' }
  // Columns of length 1: what makes a column dependent is then the same number for every unit of measurement.
  const x = new Matrix(centred.map((row) => row.slice(1).map((one, c) => one / (lengths[c + 1] as number))))
  const y = Matrix.columnVector(centred.map((row) => (row[0] as number) / (lengths[0] as number)))
  const qr = new QrDecomposition(x)
  const upper = qr.upperTriangularMatrix
  if (upper.diagonal().some((one) => Math.abs(one) <= dependence)) return { reason: 'dependent-columns' }
  const scaled = qr.solve(y).getColumn(0)
  const residual = Matrix.sub(y, x.mmul(Matrix.columnVector(scaled)))
  const squares = residual.dot(residual)
  const error = Math.sqrt(squares / degreesOfFreedom)
  const spread = inverse(upper)
  const coefficients = scaled.map((one, c) => {
    const unit = (lengths[0] as number) / (lengths[c + 1] as number)
    const estimate = one * unit
    const standardError = error * lengthOf(spread.getRow(c)) * unit
    const t = standardError > 0 ? estimate / standardError : null
    const probability = t === null ? null : 2 * studentT(-Math.abs(t), degreesOfFreedom)
    return { estimate, standardError, t, probability }
  })
  const rSquared = Math.max(0, 1 - squares)
  return { reason: null, coefficients, rows: complete.length, units: names.size, degreesOfFreedom, rSquared }
}

type Row = { readonly unit: string; readonly values: readonly number[] }

function completeRows({ units, explained, explaining }: PanelRows): Row[] {
  const columns = [explained, ...explaining]
  if (explaining.length === 0 || columns.some((column) => column.length !== units.length)) {
    throw new RangeError(`withinEstimator needs columns of ${units.length} values`)
  }
  return units.flatMap((unit, i) => {
    const values = columns.flatMap((column) => column[i] ?? [])
    if (values.some((value) => !Number.isFinite(value)))
      throw new RangeError('withinEstimator needs finite values')
    return values.length === columns.length ? [{ unit, values }] : []
  })
}

/** Rows less the mean of their unit. */
function centre(rows: readonly Row[], width: number): number[][] {
  const sums = new Map<string, { count: number; sums: Float64Array }>()
  for (const { unit, values } of rows) {
    const own = sums.get(unit) ?? { count: 0, sums: new Float64Array(width) }
    own.count++
    values.forEach((value, c) => {
      own.sums[c] = (own.sums[c] as number) + value
    })
    sums.set(unit, own)
  }
  return rows.map(({ unit, values }) => {
    const own = sums.get(unit)
    return values.map((value, c) => value - (own?.sums[c] as number) / (own?.count as number))
  })
}

function columnLengths(rows: readonly (readonly number[])[], width: number): number[] {
  return Array.from({ length: width }, (_, c) => lengthOf(rows.map((row) => row[c] as number)))
}

/** √Σx². Math.hypot takes its numbers as arguments, of which there may not be as many as a panel has rows. */
function lengthOf(values: readonly number[]): number {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1
  return largest * Math.sqrt(values.reduce((sum, value) => sum + (value / largest) ** 2, 0))
}
