import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LinearProgram, maximise } from './linear-program'
import { createFactors, factorise, solveInto, solveTransposedInto } from './lu'

/** Maximise c·x with A·x ≤ b, x ≥ 0: rows of A, each with its slack. */
function atMost(
  objective: readonly number[],
  rows: readonly (readonly number[])[],
  bounds: readonly number[],
): LinearProgram {
  const width = objective.length
  const columns = objective.map((_, j) => Float64Array.from(rows, (row) => row[j] as number))
  const slacks = rows.map((_, i) => Float64Array.from(rows, (_, k) => (k === i ? 1 : 0)))
  return {
    columns: [...columns, ...slacks],
    objective: Float64Array.from([...objective, ...rows.map(() => 0)]),
    bounds: Float64Array.from(bounds),
    slacks: Int32Array.from(rows, (_, i) => width + i),
  }
}

/** The same with A·x = b. */
const equal = (
  objective: readonly number[],
  rows: readonly (readonly number[])[],
  bounds: readonly number[],
): LinearProgram => ({
  columns: objective.map((_, j) => Float64Array.from(rows, (row) => row[j] as number)),
  objective: Float64Array.from(objective),
  bounds: Float64Array.from(bounds),
  slacks: new Int32Array(bounds.length).fill(-1),
})

const bestValue = (program: LinearProgram) => {
  const best = maximise(program)
  return typeof best === 'string' ? best : best.value
}

describe('maximise', () => {
  it('finds the corner of the largest value', () => {
    // x ≤ 4, 2y ≤ 12, 3x + 2y ≤ 18: Hillier & Lieberman, Introduction to Operations Research, the Wyndor Glass Co.
    const best = maximise(
      atMost(
        [3, 5],
        [
          [1, 0],
          [0, 2],
          [3, 2],
        ],
        [4, 12, 18],
      ),
    )
    expect(best).toMatchObject({ value: 36 })
    if (typeof best !== 'string') expect([...best.point.slice(0, 2)]).toEqual([2, 6])
  })

  it('ends where the rule of the largest gain goes round in circles', () => {
    // Beale (1955), Cycling in the Dual Simplex Algorithm: optimum 0.05.
    const rows = [
      [0.25, -60, -1 / 25, 9],
      [0.5, -90, -1 / 50, 3],
      [0, 0, 1, 0],
    ]
    expect(bestValue(atMost([0.75, -150, 1 / 50, -6], rows, [0, 0, 1]))).toBeCloseTo(0.05, 12)
  })

  it('says when no point satisfies the rows, or none is the best', () => {
    expect(
      bestValue(
        equal(
          [1, 1],
          [
            [1, 1],
            [1, 1],
          ],
          [1, 2],
        ),
      ),
    ).toBe('infeasible')
    expect(bestValue(atMost([1, 0], [[-1, 1]], [1]))).toBe('unbounded')
  })

  it('takes rows that repeat each other, and columns of very different size', () => {
    expect(
      bestValue(
        equal(
          [1, 2],
          [
            [1, 1],
            [2, 2],
          ],
          [1, 2],
        ),
      ),
    ).toBeCloseTo(2, 12)
    expect(bestValue(atMost([1e9, 1], [[1e9, 1e-6]], [1]))).toBeCloseTo(1e6, 3)
  })

  it('refuses what does not fit together and bounds below 0', () => {
    expect(() => maximise(atMost([1], [[1]], [-1]))).toThrow(RangeError)
    expect(() => maximise({ ...atMost([1], [[1]], [1]), objective: new Float64Array(1) })).toThrow(RangeError)
    expect(() =>
      maximise({ ...atMost([1], [[1]], [1]), columns: [new Float64Array(2), new Float64Array(1)] }),
    ).toThrow(RangeError)
  })

  it('gives a point that keeps the rows, and its dual the same value', () => {
    const entry = fc.double({ min: 0.1, max: 10, noNaN: true })
    const size = fc.record({ rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 8 }) })
    const program = size.chain(({ rows, columns }) =>
      fc.record({
        matrix: fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), {
          minLength: rows,
          maxLength: rows,
        }),
        bounds: fc.array(entry, { minLength: rows, maxLength: rows }),
        objective: fc.array(entry, { minLength: columns, maxLength: columns }),
      }),
    )
    fc.assert(
      fc.property(program, ({ matrix, bounds, objective }) => {
        const best = maximise(atMost(objective, matrix, bounds))
        if (typeof best === 'string') return false
        const keeps = matrix.every(
          (row, i) =>
            row.reduce((sum, a, j) => sum + a * (best.point[j] as number), 0) <= (bounds[i] as number) + 1e-9,
        )
        // The dual: the least b·y with Aᵀ·y ≥ c, as rows Aᵀ·y - s = c.
        const rows = objective.map((_, j) => [
          ...matrix.map((row) => row[j] as number),
          ...objective.map((_, k) => (k === j ? -1 : 0)),
        ])
        const dual = bestValue(equal([...bounds.map((b) => -b), ...objective.map(() => 0)], rows, objective))
        return (
          keeps && typeof dual === 'number' && Math.abs(best.value + dual) < 1e-9 * Math.max(1, best.value)
        )
      }),
    )
  })
})

describe('the factors of a matrix', () => {
  it('solve A·x = b and Aᵀ·y = c, whatever row must come first', () => {
    const room = createFactors(3)
    const matrix = [0, 2, 1, 1, 1, 0, 3, 0, 1]
    room.factors.set(matrix)
    factorise(room)
    const x = new Float64Array(3)
    solveInto(room, Float64Array.of(7, 3, 6), x)
    expect([...x].map((one) => Number(one.toFixed(12)))).toEqual([1, 2, 3])
    solveTransposedInto(room, Float64Array.of(11, 4, 4), x)
    expect([...x].map((one) => Number(one.toFixed(12)))).toEqual([1, 2, 3])
  })

  it('do not exist for a singular matrix', () => {
    const room = createFactors(2)
    room.factors.set([1, 2, 2, 4])
    expect(() => factorise(room)).toThrow(RangeError)
  })
})
