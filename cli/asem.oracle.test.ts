import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { folderOf, spawnPentad } from '@/scripts/testing/command-line'
import { readOracle } from '@/scripts/testing/oracle'

/** The ASEM sustainable connectivity index of COINr 1.1.14, from its denominated values on. */
const meta = readOracle('coinr/asem_imeta.csv').filter((row) =>
  ['Indicator', 'Aggregate'].includes(row.Type ?? ''),
)
const indicators = meta.flatMap((row) => (row.Type === 'Indicator' ? [row.iCode ?? ''] : []))
const nodes = meta.map((row) => row.iCode ?? '')

const table = (rows: readonly (readonly (string | undefined)[])[]) =>
  rows.map((row) => row.map((cell) => (cell === 'NA' ? '' : (cell ?? ''))).join(',')).join('\n')

const files = {
  'framework.csv': table([
    ['code', 'parent', 'direction', 'weight'],
    ...meta.map((row) => [row.iCode, row.Parent, row.Direction, row.Weight]),
  ]),
  'data.csv': table([
    ['region', 'indicator', 'year', 'value'],
    ...readOracle('coinr/expected_asem_dset_denominated.csv').flatMap((row) =>
      indicators.map((indicator) => [row.uCode, indicator, '2018', row[indicator]]),
    ),
  ]),
  'regions.csv': table([
    ['code', 'group'],
    ...readOracle('coinr/asem_idata.csv').map((row) => [row.uCode, row.EurAsia_group]),
  ]),
  'recipe.json': JSON.stringify({
    impute: { method: 'group-mean' },
    treat: { method: 'winsorise', skew: 2, kurtosis: 3.5, maxPoints: 5, fallback: 'log' },
  }),
}

it('ASEM through the files of the command line agrees with COINr at every stage within 1e-9', async () => {
  const folder = folderOf(files)
  const inputs = Object.keys(files).flatMap((name) => [`--${name.split('.')[0]}`, name])
  const { code, stderr } = await spawnPentad(['index', ...inputs, '--out', 'out'], folder)
  expect([code, stderr]).toEqual([0, ''])

  const stages = [
    { file: 'imputed.csv', column: 'value', expected: 'imputed', codes: indicators },
    { file: 'treated.csv', column: 'value', expected: 'treated', codes: indicators },
    { file: 'normalised.csv', column: 'value', expected: 'normalised', codes: indicators },
    { file: 'scores.csv', column: 'score', expected: 'aggregated', codes: nodes },
  ]
  for (const { file, column, expected, codes } of stages) {
    const found = new Map<string, number>()
    for (const row of readResult(folder, file)) {
      found.set(`${row.region} ${row.node ?? row.indicator}`, Number(row[column]))
    }
    const rows = readOracle(`coinr/expected_asem_dset_${expected}.csv`)
    expect(found.size).toBe(rows.length * codes.length)
    for (const row of rows) {
      for (const node of codes) {
        const difference = Math.abs((found.get(`${row.uCode} ${node}`) ?? Number.NaN) - Number(row[node]))
        expect(
          difference / Math.max(1, Math.abs(Number(row[node]))),
          `${file} ${row.uCode} ${node}`,
        ).toBeLessThan(1e-9)
      }
    }
  }
  const effective = new Map(readResult(folder, 'weights.csv').map((row) => [row.node, Number(row.effective)]))
  for (const row of readOracle('coinr/expected_asem_effective_weights.csv')) {
    expect(effective.get(row.iCode)).toBeCloseTo(Number(row.EffWeight), 12)
  }
}, 60_000)

const readResult = (folder: string, file: string): Record<string, string>[] =>
  parse(readFileSync(path.join(folder, 'out', file)), { columns: true })
