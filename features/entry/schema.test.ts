import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RegionInfo } from '@/features/regions/schema'
import { type BesideRow, chooseBeside, columnChoices, type EntryCell, packCells, unpackCells } from './schema'

const rows = ['R1', 'R2', 'R-3']
const columns = ['2020', '2021', '2022', '2023']
const keys = rows.flatMap((row) => columns.map((column) => `${row}|${column}`))

const cell: fc.Arbitrary<EntryCell> = fc
  .record(
    {
      value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      version: fc.nat(9),
      letter: fc.constant('P'),
      note: fc.string(),
      locked: fc.constant(true),
      commented: fc.integer({ min: 1, max: 9 }),
      imputed: fc.double({ noNaN: true, noDefaultInfinity: true }),
    },
    { requiredKeys: ['value', 'version'] },
  )
  .map((made) => ({ ...made }))

describe('packCells', () => {
  it('is undone by unpackCells, through JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), cell), (cells) => {
        const packed = packCells(new Map(Object.entries(cells)), rows, columns)
        const sent: typeof packed = JSON.parse(JSON.stringify(packed))
        // JSON knows no negative zero.
        const plain: unknown = JSON.parse(JSON.stringify(cells))
        expect(unpackCells(sent, rows, columns, (one) => one)).toEqual(plain)
      }),
    )
  })

  it('leaves out what stands in no row or column', () => {
    const cells = new Map([
      ['R1|2020', { value: 1, version: 1 }],
      ['R9|2020', { value: 2, version: 1 }],
      ['R1|1999', { value: 3, version: 1 }],
    ])
    const packed = packCells(cells, rows, columns)
    expect(Object.keys(unpackCells(packed, rows, columns, (one) => one))).toEqual(['R1|2020'])
  })

  it('says a full grid of 3,000 rows x 60 columns in under two megabytes', () => {
    const many = Array.from({ length: 3000 }, (_, r) => `CN-${r}`)
    const wide = Array.from({ length: 60 }, (_, c) => String(1966 + c))
    const full = new Map(
      many.flatMap((row) =>
        wide.map((column) => [`${row}|${column}`, { value: 1234.5, version: 1 }] as const),
      ),
    )
    expect(JSON.stringify(packCells(full, many, wide)).length).toBeLessThan(2_000_000)
  })
})

const region = (code: string, more: Partial<RegionInfo> = {}): RegionInfo => ({
  code,
  gbCode: null,
  nutsCode: null,
  name: { en: code, zh: code },
  level: 'province',
  parent: null,
  group: null,
  validFrom: null,
  validTo: null,
  isSample: false,
  version: 1,
  ...more,
})

describe('columnChoices', () => {
  it('offers levels, groups and the regions within another one', () => {
    const east = { en: 'East', zh: '东部' }
    const choices = columnChoices([
      region('CN', { level: 'country' }),
      region('CN-GD', { parent: 'CN', group: east }),
      region('CN-JS', { parent: 'CN', group: east }),
      region('CN-XZ', { parent: 'gone' }),
    ])
    expect(choices.map(({ code, kind, regions }) => [code, kind, regions.length])).toEqual([
      ['country', 'level', 1],
      ['province', 'level', 3],
      ['group:East', 'group', 2],
      ['within:CN', 'within', 2],
    ])
  })

  it('parts what does not fit side by side, each region once', () => {
    const many = Array.from({ length: 137 }, (_, i) => region(`C${i}`, { level: 'city' }))
    const choices = columnChoices(many)
    expect(choices.map(({ code, part }) => [code, part])).toEqual([
      ['city', { from: 1, to: 60, total: 137 }],
      ['city:2', { from: 61, to: 120, total: 137 }],
      ['city:3', { from: 121, to: 137, total: 137 }],
    ])
    expect(choices.flatMap(({ regions }) => regions)).toEqual(many.map(({ code }) => code))
  })
})

describe('chooseBeside', () => {
  const ranked = Array.from(
    { length: 31 },
    (_, i): BesideRow => ({
      region: `R${i + 1}`,
      name: { en: '', zh: '' },
      value: 100 - i,
      status: 'A',
      rank: i + 1,
      isPeer: [1, 20, 25, 31].includes(i + 1),
    }),
  )
  const beside = (of: string, rows = ranked) => chooseBeside(rows, of).map((row) => row.region)

  it('takes two before and two after, and the peers', () => {
    expect(beside('R10')).toEqual(['R1', 'R8', 'R9', 'R10', 'R11', 'R12', 'R20', 'R25'])
    expect(beside('R1')).toEqual(['R1', 'R2', 'R3', 'R20', 'R25', 'R31'])
  })

  it('shows a region that is not observed at the end, after its peers', () => {
    const unobserved = [
      ...ranked.slice(0, 30),
      { ...ranked[30], value: null, rank: null, isPeer: false } as BesideRow,
    ]
    expect(beside('R31', unobserved)).toEqual(['R1', 'R20', 'R25', 'R29', 'R30', 'R31'])
  })
})
