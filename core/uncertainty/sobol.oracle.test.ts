import { describe, expect, it } from 'vitest'
import { readOracle } from '@/scripts/testing/oracle'
import { sobolIndices, sobolPoints } from './sobol'

const [a, b] = [7, 0.1]

/** The function of Ishigami and Homma (1990), of three inputs in -π..π. */
function ishigami(point: Float64Array): number {
  const [x1, x2, x3] = Array.from(point, (share) => Math.PI * (2 * share - 1)) as [number, number, number]
  return Math.sin(x1) + a * Math.sin(x2) ** 2 + b * x3 ** 4 * Math.sin(x1)
}

describe('sobolIndices of the Ishigami function against its exact indices', () => {
  const outputs = Float64Array.from(sobolPoints(3, 2 ** 16, 1), ishigami)
  const indices = sobolIndices(outputs, 3, 2)
  const rows = readOracle('mcdm/expected_sobol_ishigami.csv')

  it('finds first and total order to 0.01 with 65,536 samples', () => {
    expect(rows).toHaveLength(3)
    rows.forEach((row, input) => {
      expect(Math.abs((indices?.[input]?.first ?? Number.NaN) - Number(row.S1))).toBeLessThan(0.01)
      expect(Math.abs((indices?.[input]?.total ?? Number.NaN) - Number(row.ST))).toBeLessThan(0.01)
    })
  })

  it('and gives intervals about as wide as the error', () => {
    for (const index of indices ?? []) {
      const [low, high] = index.firstInterval
      expect(low).toBeLessThanOrEqual(index.first)
      expect(high).toBeGreaterThanOrEqual(index.first)
      expect(high - low).toBeLessThan(0.04)
    }
  })
})
