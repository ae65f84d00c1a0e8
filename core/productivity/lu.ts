/**
 * P·A = L·U of a small dense matrix by Gaussian elimination with partial pivoting, on memory that the caller keeps, so
 * that a solver that needs one after another allocates nothing.
 *
 * `factors` holds L below the diagonal (whose ones are not written) and U on and above it, row by row;
 * `order[i]` is the row of A that stands in row i.
 */
export type Factors = {
  readonly size: number
  readonly factors: Float64Array
  readonly order: Int32Array
}

/** Room for the factors of a matrix of `size` x `size`. */
export function createFactors(size: number): Factors {
  return { size, factors: new Float64Array(size * size), order: new Int32Array(size) }
}

/**
 * Replaces the matrix in `factors`, row by row, by its factors.
 *
 * @param room `factors` holds A; `order` is written
 * @throws {RangeError} A is singular
 */
export function factorise({ size, factors, order }: Factors): void {
  for (let i = 0; i < size; i++) order[i] = i
  for (let k = 0; k < size; k++) {
    const pivot = largestBelow(factors, size, k)
    if (factors[pivot * size + k] === 0) throw new RangeError('factorise needs a matrix that is not singular')
    if (pivot !== k) swapRows(factors, order, size, pivot, k)
    const divisor = factors[k * size + k] as number
    for (let i = k + 1; i < size; i++) {
      const factor = (factors[i * size + k] as number) / divisor
      factors[i * size + k] = factor
      if (factor === 0) continue
      for (let j = k + 1; j < size; j++) {
        factors[i * size + j] = (factors[i * size + j] as number) - factor * (factors[k * size + j] as number)
      }
    }
  }
}

function largestBelow(factors: Float64Array, size: number, column: number): number {
  let at = column
  for (let i = column + 1; i < size; i++) {
    const here = Math.abs(factors[i * size + column] as number)
    if (here > Math.abs(factors[at * size + column] as number)) at = i
  }
  return at
}

function swapRows(factors: Float64Array, order: Int32Array, size: number, a: number, b: number): void {
  for (let j = 0; j < size; j++) {
    const kept = factors[a * size + j] as number
    factors[a * size + j] = factors[b * size + j] as number
    factors[b * size + j] = kept
  }
  const kept = order[a] as number
  order[a] = order[b] as number
  order[b] = kept
}

/**
 * x with A·x = b.
 *
 * @param room   factors of A
 * @param right  b, n numbers; read
 * @param result n places, written; not `right`
 */
export function solveInto(
  { size, factors, order }: Factors,
  right: Float64Array,
  result: Float64Array,
): void {
  for (let i = 0; i < size; i++) {
    let sum = right[order[i] as number] as number
    for (let j = 0; j < i; j++) sum -= (factors[i * size + j] as number) * (result[j] as number)
    result[i] = sum
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = result[i] as number
    for (let j = i + 1; j < size; j++) sum -= (factors[i * size + j] as number) * (result[j] as number)
    result[i] = sum / (factors[i * size + i] as number)
  }
}

/**
 * y with Aᵀ·y = c.
 *
 * @param room   factors of A
 * @param right  c, n numbers; overwritten
 * @param result n places, written; not `right`
 */
export function solveTransposedInto(
  { size, factors, order }: Factors,
  right: Float64Array,
  result: Float64Array,
): void {
  for (let i = 0; i < size; i++) {
    let sum = right[i] as number
    for (let j = 0; j < i; j++) sum -= (factors[j * size + i] as number) * (right[j] as number)
    right[i] = sum / (factors[i * size + i] as number)
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i] as number
    for (let j = i + 1; j < size; j++) sum -= (factors[j * size + i] as number) * (right[j] as number)
    right[i] = sum
  }
  for (let i = 0; i < size; i++) result[order[i] as number] = right[i] as number
}
