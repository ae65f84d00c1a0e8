import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pearson } from '../structure/correlate'
import { optimiseWeights } from './optimise-weights'

function importancesUnder(columns: readonly Float64Array[], weights: readonly number[]): number[] {
  const mean = (columns[0] ?? new Float64Array()).map((_, i) =>
    columns.reduce((sum, column, c) => sum + (weights[c] as number) * (column[i] as number), 0),
  )
  const correlations = columns.map((column) => pearson(column, mean) ?? 0)
  const sum = correlations.reduce((a, b) => a + b, 0)
  return correlations.map((one) => one / sum)
}

const lossOf = (shares: readonly number[], targets: readonly number[]) =>
  shares.reduce((sum, share, c) => sum + (share - (targets[c] as number)) ** 2, 0)

/** Three children that have something in common, on different scales. */
const columns = [
  Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  Float64Array.of(20, 10, 40, 30, 60, 50, 80, 70),
  Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6),
]

describe('optimiseWeights', () => {
  it('meets targets that can be met', () => {
    const { weights, importances, loss } = optimiseWeights(columns, [4, 4, 3])
    expect(loss).toBeLessThan(1e-20)
    importances.forEach((share, c) => {
      expect(share).toBeCloseTo([4, 4, 3][c] === 3 ? 3 / 11 : 4 / 11, 9)
    })
    importancesUnder(columns, weights).forEach((share, c) => {
      expect(share).toBeCloseTo(importances[c] as number, 9)
    })
  })

  it('comes as near as weights of at least 0 can, where they cannot', () => {
    const targets = [0.8, 0.1, 0.1]
    const { weights, loss } = optimiseWeights(columns, targets)
    expect(weights.every((weight) => weight >= 0)).toBe(true)
    expect(loss).toBeGreaterThan(0)
    expect(lossOf(importancesUnder(columns, weights), targets)).toBeCloseTo(loss, 12)
    const weight = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(weight, { minLength: 3, maxLength: 3 }), (other) => {
        if (other.every((one) => one < 1e-3)) return true
        return lossOf(importancesUnder(columns, other), targets) >= loss - 1e-9
      }),
    )
  })

  it('is beaten by no other weights, whatever the data and the targets', () => {
    const value = fc.integer({ min: 0, max: 20 })
    const child = fc.array(value, { minLength: 12, maxLength: 12 }).filter((one) => new Set(one).size > 3)
    const share = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(
        fc.array(child, { minLength: 4, maxLength: 4 }),
        fc.array(share, { minLength: 4, maxLength: 4 }),
        fc.array(share, { minLength: 4, maxLength: 4 }),
        (children, asked, other) => {
          // Something in common, without which the correlations may sum to nothing.
          const data = children.map((one) => Float64Array.from(one, (x, i) => x + 2 * i))
          const sum = asked.reduce((a, b) => a + b, 0)
          const targets = asked.map((one) => one / sum)
          const { weights, loss } = optimiseWeights(data, asked)
          expect(lossOf(importancesUnder(data, weights), targets)).toBeCloseTo(loss, 9)
          return lossOf(importancesUnder(data, other), targets) >= loss - 1e-9
        },
      ),
    )
  })

  it('takes back a child that it had let go of too early', () => {
    const children = [
      [14.8, 18.8, 9.4, 17.9, 11.6, 6.6, 8.3, 6.4, 16.9, 13.3, 19, 8.8],
      [12.2, 5.9, 12, 12.7, 6.4, 22.4, 18.5, 9.2, 23.2, 17.6, 13.1, 23.9],
      [14.1, 10.7, 17.9, 7.2, 11, 7.5, 7, 16.1, 14.3, 16.2, 18.8, 19],
      [9.3, 9, 14.9, 12.7, 23.4, 8.6, 8.4, 9.1, 17.5, 22.3, 12, 20.6],
      [13.9, 17.1, 20.6, 0.8, 0.4, 10.2, 20.9, 5, 11.6, 7.8, 0.2, 13.4],
      [9.2, 1.5, 11.1, 8.7, 14.6, 18.2, 15, 19.1, 18.9, 27, 18.1, 30.3],
    ].map((child) => Float64Array.from(child))
    // Found among random data; stopping at the first set without negative parts leaves 0.0395.
    expect(optimiseWeights(children, [8, 9, 1, 3, 7, 9]).loss).toBeLessThan(0.02455)
  })

  it('does not change with the unit of a child but for the weight that takes it back', () => {
    const scaled = columns.map((column, c) => (c === 1 ? column.map((one) => one * 100) : column))
    const before = optimiseWeights(columns, [1, 1, 1]).weights
    const after = optimiseWeights(scaled, [1, 1, 1]).weights
    const ratio = (weights: readonly number[]) => (weights[1] as number) / (weights[0] as number)
    expect(ratio(after) * 100).toBeCloseTo(ratio(before), 9)
  })

  it('shares between two children that say the same, and gives one child everything', () => {
    const [first = new Float64Array()] = columns
    const { weights } = optimiseWeights([first, first.slice()], [1, 1])
    expect(weights[0]).toBeCloseTo(0.5, 9)
    expect(optimiseWeights([first], [5]).weights).toEqual([1])
  })

  it('counts the rows that all children have', () => {
    const gaps = [...columns.map((column) => Float64Array.of(...column, Number.NaN))]
    gaps[0]?.set([99], 8)
    expect(optimiseWeights(gaps, [1, 1, 1])).toEqual(optimiseWeights(columns, [1, 1, 1]))
  })

  it.each([
    ['targets for another number of children', columns, [1, 1], '3 targets'],
    ['no child', [], [], '0 targets'],
    ['a negative target', columns, [1, 1, -1], 'finite targets'],
    ['no target above 0', columns, [0, 0, 0], 'finite targets'],
    ['a constant child', [Float64Array.of(1, 2, 3), Float64Array.of(5, 5, 5)], [1, 1], 'constant'],
    ['fewer than three rows', [Float64Array.of(1, 2), Float64Array.of(2, 1)], [1, 1], 'three rows'],
    ['children that cancel out', [Float64Array.of(1, 2, 4), Float64Array.of(4, 3, 1)], [1, 1], 'cancel'],
  ] as const)('refuses %s', (_, children, targets, words) => {
    expect(() => optimiseWeights(children, targets)).toThrow(RangeError)
    expect(() => optimiseWeights(children, targets)).toThrow(words)
  })
})
