import { Matrix, solve } from 'ml-matrix'
import { spreadOf } from '../stats/spread'
import { completeRows } from '../structure/complete-rows'
import { correlationMatrix } from '../structure/correlation-matrix'

/** What counts as 0 beside numbers of about 1. */
const tiny = 1e-12

/** Weights that come as near as weights can to the importance asked for. */
export type OptimisedWeights = {
  /** k weights ≥ 0 that sum to 1 */
  readonly weights: readonly number[]
  /** k shares that the children's correlations with their mean have in the sum of the correlations */
  readonly importances: readonly number[]
  /** Σ(importance - target)²: 0 when the targets can be met */
  readonly loss: number
}

/**
 * Correlation-optimised weights: those under which the correlation of each child with the weighted mean I of all takes
 * the share that is asked for. Minimises Σ(r(zᵢ, I) / Σr - tᵢ)² over w ≥ 0.
 *
 * In u = w·σ the shares are R·u / 1ᵀR·u, R being the correlation matrix, so that this is a quadratic programme with one
 * answer and not a search: u = R⁻¹t where that has no negative part, otherwise with those that would be negative at 0.
 *
 * @param scores  k columns of n scores on one scale; NaN = no score, and only rows that all children have count
 * @param targets k importances ≥ 0, relative: [1, 2, 1] asks that the second correlate twice as much as each other
 * @returns the weights, and what they achieve
 * @throws {RangeError} not a target per child, a target that is negative or not finite, none above 0, a child that is
 *   constant, fewer than three complete rows, or a mean that is the same everywhere whatever the weights
 * @see Becker, Saisana, Paruolo & Vandecasteele (2017), Weights and importance in composite indicators, Ecological
 *   Indicators 80, 12-22, in its linear form; COINr, get_opt_weights, which searches and by default stops early
 */
export function optimiseWeights(
  scores: readonly Float64Array[],
  targets: readonly number[],
): OptimisedWeights {
  if (scores.length === 0 || targets.length !== scores.length) {
    throw new RangeError(`optimiseWeights needs ${scores.length} targets, got ${targets.length}`)
  }
  const asked = targets.reduce((sum, target) => sum + target, 0)
  if (!targets.every((target) => target >= 0) || !(asked > 0 && Number.isFinite(asked))) {
    throw new RangeError('optimiseWeights needs finite targets of at least 0, one of them above')
  }
  const rows = completeRows(scores)
  const deviations = rows.map((column) => spreadOf(column)?.sd ?? 0)
  const known = correlationMatrix(rows).coefficients.map((row) => row.filter((one) => one !== null))
  if (known.some((row) => row.length < scores.length)) {
    throw new RangeError(
      'optimiseWeights needs three rows in which every child has a score, and no child that is constant in them',
    )
  }
  const aim = Matrix.columnVector(targets.map((target) => target / asked))
  const correlations = new Matrix(known)
  const u = nearestShares(correlations, aim)
  const importances = correlations.mmul(Matrix.columnVector(u)).to1DArray()
  const relative = u.map((part, c) => part / (deviations[c] as number))
  const sum = relative.reduce((total, part) => total + part, 0)
  return {
    weights: relative.map((part) => part / sum),
    importances,
    loss: importances.reduce((total, share, c) => total + (share - aim.get(c, 0)) ** 2, 0),
  }
}

/**
 * u ≥ 0 with 1ᵀR·u = 1 that minimises |R·u - t|²: an active set, which solves with the parts of u that are free, lets
 * go of those that turn negative, and takes back the one whose return would lower the loss most, until none would.
 */
function nearestShares(correlations: Matrix, aim: Matrix): number[] {
  const size = correlations.rows
  const sums = correlations.sum('row')
  const total = sums.reduce((a, b) => a + b, 0)
  if (total < tiny) throw new RangeError('optimiseWeights: the children cancel each other out')
  const square = correlations.mmul(correlations)
  const pull = correlations.mmul(aim).to1DArray()
  let u = sums.map(() => 1 / total)
  let free = sums.map((_, c) => c)
  // Each round ends with a smaller loss than the one before, so that no set of free parts comes twice.
  for (let step = 0; step < 100 * size; step++) {
    const { parts, multiplier } = solveFree(square, sums, pull, free)
    const blocked = free.filter((c) => (parts[c] as number) < -tiny)
    if (blocked.length > 0) {
      const reach = Math.min(...blocked.map((c) => shareOfWay(u[c] as number, parts[c] as number)))
      u = u.map((part, c) => part + reach * ((parts[c] as number) - part))
      free = free.filter((c) => (u[c] as number) > tiny)
      continue
    }
    u = parts.map((part) => Math.max(0, part))
    const slopes = square.mmul(Matrix.columnVector(u)).to1DArray()
    const gain = (c: number) => (pull[c] as number) + multiplier * (sums[c] as number) - (slopes[c] as number)
    const held = sums.map((_, c) => c).filter((c) => !free.includes(c))
    const best = held.reduce((top, c) => (top === -1 || gain(c) > gain(top) ? c : top), -1)
    if (best === -1 || gain(best) <= tiny) break
    free = [...free, best].sort((a, b) => a - b)
  }
  return u
}

/** How far one may go from a part ≥ 0 towards a negative one. */
function shareOfWay(from: number, to: number): number {
  return from / (from - to)
}

/** The least loss with the parts that are free, whatever their sign, and the multiplier of the condition on the sum. */
function solveFree(
  square: Matrix,
  sums: readonly number[],
  pull: readonly number[],
  free: readonly number[],
): { readonly parts: number[]; readonly multiplier: number } {
  const size = free.length
  const system = Matrix.zeros(size + 1, size + 1)
  const right = Matrix.zeros(size + 1, 1)
  free.forEach((i, row) => {
    free.forEach((j, column) => {
      system.set(row, column, square.get(i, j))
    })
    system.set(row, size, -(sums[i] as number))
    system.set(size, row, sums[i] as number)
    right.set(row, 0, pull[i] as number)
  })
  right.set(size, 0, 1)
  // By singular values: of two children that say the same, each gets half.
  const solution = solve(system, right, true).to1DArray()
  const parts = sums.map(() => 0)
  free.forEach((c, row) => {
    parts[c] = solution[row] as number
  })
  return { parts, multiplier: solution[size] as number }
}
