import { group } from 'd3-array'
import { describe, expect, it } from 'vitest'
import { readOracle } from '@/scripts/testing/oracle'
import { convergenceClubs } from './convergence-clubs'
import { logT } from './log-t'

const rows = readOracle('inequality/phillips_sul_filtered_gdp_152.csv')
const series = rows.map(({ Countries: _, ...years }) => Object.values(years).map(Number))

describe('log t against ConvergenceClubs, for the incomes of 152 countries of Phillips & Sul', () => {
  it('rejects convergence of all', () => {
    const [expected = {}] = readOracle('inequality/expected_phillips_sul_logt.csv')
    const found = logT(series)
    if (found.reason !== null) throw new Error(found.reason)
    expect(Math.abs(found.slope - Number(expected.beta))).toBeLessThan(1e-9)
    expect(Math.abs((found.standardError ?? 0) - Number(expected['std.err']))).toBeLessThan(1e-9)
    expect(Math.abs((found.t ?? 0) - Number(expected.tvalue))).toBeLessThan(1e-7)
    expect(found).toMatchObject({ converges: false, periods: 23 })
  })

  it('sorts them into seven clubs', () => {
    const expected = [...group(readOracle('inequality/expected_phillips_sul_clubs.csv'), (row) => row.club)]
    const { clubs, divergent } = convergenceClubs(series)
    expect(clubs.map((club) => club.units.length)).toEqual([50, 30, 21, 24, 14, 11, 2])
    expect(divergent).toEqual([])
    expected.forEach(([, members], i) => {
      const club = clubs[i]
      const names = club?.units.map((unit) => rows[unit]?.Countries)
      expect(names?.toSorted()).toEqual(members.map((row) => row.country).toSorted())
      const test = club?.test
      if (test?.reason !== null) throw new Error(test?.reason)
      expect(Math.abs(test.slope - Number(members[0]?.beta))).toBeLessThan(1e-9)
      expect(Math.abs((test.standardError ?? 0) - Number(members[0]?.std_err))).toBeLessThan(1e-9)
      expect(Math.abs((test.t ?? 0) - Number(members[0]?.tvalue))).toBeLessThan(1e-9)
    })
  })
})
