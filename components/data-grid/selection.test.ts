import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  clampPoint,
  cycleInRange,
  isInRange,
  jump,
  pointsOf,
  rangeOf,
  rangeSize,
  samePoint,
} from './selection'

const at = (row: number, column: number) => ({ row, column })

describe('selection', () => {
  test('a range has the same corners whichever way it was drawn', () => {
    expect(rangeOf(at(5, 1), at(2, 3))).toEqual({ top: 2, left: 1, bottom: 5, right: 3 })
    expect(rangeSize(rangeOf(at(5, 1), at(2, 3)))).toEqual({ rows: 4, columns: 3 })
  })

  test('a point outside the grid is brought to its edge', () => {
    expect(clampPoint(at(-1, 99), { rows: 3, columns: 4 })).toEqual(at(0, 3))
  })

  const point = fc.record({ row: fc.nat(6), column: fc.nat(6) })

  test('cycling visits every cell of a range once and comes home, both ways', () => {
    fc.assert(
      fc.property(
        point,
        point,
        fc.constantFrom('rows' as const, 'columns' as const),
        fc.boolean(),
        (a, b, along, back) => {
          const range = rangeOf(a, b)
          const points = [...pointsOf(range)]
          const seen = new Set<string>()
          let p = a
          for (const _ of points) {
            p = cycleInRange(range, p, along, back)
            expect(isInRange(range, p.row, p.column)).toBe(true)
            seen.add(`${p.row},${p.column}`)
          }
          expect(seen.size).toBe(points.length)
          expect(samePoint(p, a)).toBe(true)
        },
      ),
    )
  })

  test('cycling back undoes cycling forth', () => {
    fc.assert(
      fc.property(point, point, (a, b) => {
        const range = rangeOf(a, b)
        expect(cycleInRange(range, cycleInRange(range, a, 'rows', false), 'rows', true)).toEqual(a)
      }),
    )
  })
})

describe('jump', () => {
  const filled = new Set(['0,1', '0,2', '0,3', '0,6'])
  const isFilled = (p: { row: number; column: number }) => filled.has(`${p.row},${p.column}`)
  const right = at(0, 1)
  const size = { rows: 2, columns: 9 }

  test('goes to the end of a filled run', () => {
    expect(jump(at(0, 1), right, size, isFilled)).toEqual(at(0, 3))
  })
  test('goes over a gap to the next filled cell', () => {
    expect(jump(at(0, 3), right, size, isFilled)).toEqual(at(0, 6))
    expect(jump(at(0, 0), right, size, isFilled)).toEqual(at(0, 1))
  })
  test('goes to the edge when nothing follows, and stays there', () => {
    expect(jump(at(0, 6), right, size, isFilled)).toEqual(at(0, 8))
    expect(jump(at(0, 8), right, size, isFilled)).toEqual(at(0, 8))
  })
})
