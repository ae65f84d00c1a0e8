import { describe, expect, it } from 'vitest'
import { readOracle } from '@/scripts/testing/oracle'
import { coordinationLevel, coordinationLevels } from './coordination-level'
import { couplingCoordination } from './coupling-coordination'

describe('coupling coordination against the reference for 30 provinces, 2013 to 2018', () => {
  const rows = readOracle('mcdm/expected_china30_coupling.csv')

  it.each([
    [
      ['ST', 'IND', 'GREEN', 'SYS', 'TAL'],
      ['C5', 'T5', 'D5'],
    ],
    [
      ['ST', 'IND'],
      ['C_ST_IND', 'T_ST_IND', 'D_ST_IND'],
    ],
  ])('gives the same degrees of %s', (systems, columns) => {
    expect(rows).toHaveLength(180)
    for (const row of rows) {
      const found = couplingCoordination(systems.map((name) => Number(row[name])))
      const values = [found.coupling, found.development, found.coordination]
      columns.forEach((column, i) => {
        expect(Math.abs((values[i] ?? Number.NaN) - Number(row[column]))).toBeLessThan(1e-9)
      })
    }
  })

  it('gives the same levels', () => {
    for (const row of rows) {
      const level = coordinationLevel(Number(row.D5))
      expect(level === null ? null : coordinationLevels.indexOf(level) + 1).toBe(Number(row.class5))
    }
  })
})
