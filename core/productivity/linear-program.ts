import { createFactors, factorise, solveInto, solveTransposedInto } from './lu'

/** Maximise c·x subject to A·x = b and x ≥ 0: m rows, n columns, few rows and many columns. */
export type LinearProgram = {
  /** n columns of A, m numbers each */
  readonly columns: readonly Float64Array[]
  /** c, n numbers */
  readonly objective: Float64Array
  /** b, m numbers ≥ 0 */
  readonly bounds: Float64Array
  /** per row the column that is 1 there, 0 in every other row and 0 in c (its slack), or -1 where there is none */
  readonly slacks: Int32Array
}

/** The best point of a linear program. */
export type Optimum = { readonly value: number; readonly point: Float64Array }

/** What is smaller than this, beside numbers of size 1, is rounding. */
const tolerance = 1e-11

/**
 * The simplex method in its revised form: the basis is solved afresh from the given numbers in every step, so that
 * errors do not add up and the optimum is as exact as its last system of equations. Columns are scaled to a largest
 * entry of 1. The column of the largest gain enters; after a step that gains nothing the first that gains (Bland's
 * rule) does, until one gains again, so that it cannot go round in circles. Rows without a slack begin with an
 * artificial variable that is driven out first.
 *
 * Our own, because the libraries that run in a browser were wrong or did not end on frontiers with ties: see
 * docs/methodology/productivity.md.
 *
 * @param program finite numbers; rows should be scaled so that b is about 1
 * @returns the optimum, 'infeasible' when no x satisfies the rows, or 'unbounded' when c·x has no largest value
 * @throws {RangeError} lengths do not fit, a bound is below 0, a number is not finite, or rounding keeps the method from
 *   ending
 * @see Dantzig & Thapa, Linear Programming 1: Introduction (1997); Bland (1977), New Finite Pivoting Rules for the
 *   Simplex Method, Mathematics of Operations Research 2(2)
 */
export function maximise(program: LinearProgram): Optimum | 'infeasible' | 'unbounded' {
  const { columns, objective, bounds, slacks } = program
  const rows = bounds.length
  if (objective.length !== columns.length || slacks.length !== rows) {
    throw new RangeError('maximise needs a coefficient per column and a slack per row')
  }
  if (columns.some((column) => column.length !== rows) || bounds.some((bound) => !(bound >= 0))) {
    throw new RangeError(`maximise needs columns of ${rows} numbers and bounds of at least 0`)
  }
  if (columns.some((column) => !column.every(Number.isFinite)) || !bounds.every(Number.isFinite)) {
    throw new RangeError('maximise needs finite numbers: these are too far apart')
  }
  const scales = Float64Array.from(
    columns,
    (column) => column.reduce((a, b) => Math.max(a, Math.abs(b)), 0) || 1,
  )
  const scaled = columns.map((column, j) => column.map((one) => one / (scales[j] as number)))
  const run = createRun(scaled, bounds, slacks)
  if (slacks.includes(-1)) {
    climb(run, new Float64Array(columns.length), -1)
    const left = run.basis.reduce(
      (sum, j, i) => (j < columns.length ? sum : sum + (run.values[i] as number)),
      0,
    )
    if (left > 1e-9) return 'infeasible'
  }
  const gains = objective.map((one, j) => one / (scales[j] as number))
  if (!climb(run, gains, 0)) return 'unbounded'
  const point = new Float64Array(columns.length)
  run.basis.forEach((j, i) => {
    if (j < columns.length) point[j] = Math.max(0, run.values[i] as number) / (scales[j] as number)
  })
  return { value: point.reduce((sum, one, j) => sum + one * (objective[j] as number), 0), point }
}

type Run = ReturnType<typeof createRun>

function createRun(columns: readonly Float64Array[], bounds: Float64Array, slacks: Int32Array) {
  const rows = bounds.length
  const artificial = Array.from(bounds, (_, i) => Float64Array.from(bounds, (_, k) => (k === i ? 1 : 0)))
  return {
    bounds,
    /** n columns, then m artificial ones */
    columns: [...columns, ...artificial],
    width: columns.length,
    /** per row, the column that stands in the basis */
    basis: slacks.map((slack, i) => (slack < 0 ? columns.length + i : slack)),
    isBasic: new Uint8Array(columns.length + rows),
    factors: createFactors(rows),
    values: new Float64Array(rows),
    prices: new Float64Array(rows),
    direction: new Float64Array(rows),
    scratch: new Float64Array(rows),
  }
}

/** From basis to basis to the largest Σ gain·x; false when there is none. Artificial variables gain `artificialGain`. */
function climb(run: Run, gains: Float64Array, artificialGain: number): boolean {
  const { basis, isBasic, columns, width, bounds, factors, values, direction } = run
  const mostSteps = 1000 + 50 * columns.length
  let isStalled = false
  for (let step = 0; step < mostSteps; step++) {
    isBasic.fill(0)
    for (const j of basis) isBasic[j] = 1
    factoriseBasis(run)
    solveInto(factors, bounds, values)
    const entering = enteringColumn(run, gains, artificialGain, isStalled)
    if (entering < 0) return true
    solveInto(factors, columns[entering] as Float64Array, direction)
    const leaving = leavingRow(run, artificialGain === 0, isStalled)
    if (leaving < 0) return false
    const isArtificial = (basis[leaving] as number) >= width
    isStalled = Math.max(0, values[leaving] as number) <= tolerance * Math.abs(direction[leaving] as number)
    // An artificial variable that leaves never comes back, so that its leaving is progress.
    if (isArtificial) isStalled = false
    basis[leaving] = entering
  }
  throw new RangeError('maximise does not end: the rows are too close to depending on each other')
}

function factoriseBasis({ basis, columns, factors }: Run): void {
  const { size, factors: matrix } = factors
  for (let k = 0; k < size; k++) {
    const column = columns[basis[k] as number] as Float64Array
    for (let i = 0; i < size; i++) matrix[i * size + k] = column[i] as number
  }
  factorise(factors)
}

/** The column whose entry raises the objective, or -1. */
function enteringColumn(run: Run, gains: Float64Array, artificialGain: number, isStalled: boolean): number {
  const { basis, isBasic, columns, width, factors, prices, scratch } = run
  basis.forEach((j, i) => {
    scratch[i] = j < width ? (gains[j] as number) : artificialGain
  })
  solveTransposedInto(factors, scratch, prices)
  let best = -1
  let most = tolerance
  for (const price of prices) most = Math.max(most, tolerance * Math.abs(price))
  for (let j = 0; j < width; j++) {
    if (isBasic[j] === 1) continue
    const column = columns[j] as Float64Array
    let gain = gains[j] as number
    for (let i = 0; i < column.length; i++) gain -= (prices[i] as number) * (column[i] as number)
    if (gain <= most) continue
    best = j
    if (isStalled) break
    most = gain
  }
  return best
}

/** The row whose variable reaches 0 first as the entering one grows, or -1 when none ever does. */
function leavingRow(run: Run, mustStayOut: boolean, isStalled: boolean): number {
  const { basis, width, values, direction } = run
  let leaving = -1
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < basis.length; i++) {
    const slope = direction[i] as number
    const isArtificial = (basis[i] as number) >= width
    // An artificial variable that stayed behind at 0 may not rise again: it leaves at once, whatever its slope.
    const leavesAtOnce = mustStayOut && isArtificial && Math.abs(slope) > tolerance
    if (!leavesAtOnce && slope <= tolerance) continue
    const ratio = leavesAtOnce ? 0 : Math.max(0, values[i] as number) / slope
    if (ratio > least + tolerance) continue
    const isTie = leaving >= 0 && ratio >= least - tolerance
    if (isTie) {
      const first = isStalled
        ? (basis[i] as number) < (basis[leaving] as number)
        : Math.abs(slope) > Math.abs(direction[leaving] as number)
      if (!first) continue
    }
    leaving = i
    least = Math.min(least, ratio)
  }
  return leaving
}
