import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RawCell } from '@/features/imports/schema'
import { installation, observations, readTable } from './test-table'

type Cell = {
  readonly region: number
  readonly indicator: number
  readonly year: number
  readonly value: number
}
type Table = { readonly cells: readonly Cell[]; readonly years: readonly number[] }

const regions = installation.regions.slice(1, 9)
const indicators = installation.indicators.slice(0, 3)

const figure = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  fc.integer({ min: 1900, max: 2200 }),
  fc.integer({ min: -1000, max: 100_000 }).map((n) => n / 100),
)

/** Some cells of a block of regions, indicators and years; every row and column of the block has one at least. */
const tables = fc
  .record({
    regions: fc.integer({ min: 2, max: regions.length }),
    indicators: fc.integer({ min: 2, max: indicators.length }),
    from: fc.integer({ min: 1950, max: 2100 }),
    years: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ regions: r, indicators: i, from, years: y }) =>
    fc
      .array(fc.option(figure, { nil: null, freq: 6 }), { minLength: r * i * y, maxLength: r * i * y })
      .map((values): Table => {
        const cells = values.flatMap((value, at): Cell[] => {
          const place = {
            region: at % r,
            indicator: Math.floor(at / r) % i,
            year: from + Math.floor(at / (r * i)),
          }
          const isCorner = place.region === 0 || place.indicator === 0 || place.year === from
          return value === null && !isCorner ? [] : [{ ...place, value: (value ?? 0.5) + 0 }]
        })
        return { cells, years: Array.from({ length: y }, (_, n) => from + n) }
      }),
  )

const region = (cell: Cell) => regions[cell.region]
const indicator = (cell: Cell) => indicators[cell.indicator]
const distinct = <T>(items: readonly T[]) => [...new Set(items)]

/** A wide table: one row per `down`, one column per `across`. */
function wide(
  cells: readonly Cell[],
  down: (cell: Cell) => readonly RawCell[],
  across: (cell: Cell) => string,
  header: readonly string[],
): RawCell[][] {
  const columns = distinct(cells.map(across))
  const rows = new Map<string, RawCell[]>()
  for (const cell of cells) {
    const key = JSON.stringify(down(cell))
    const row = rows.get(key) ?? [...down(cell), ...columns.map(() => null)]
    row[header.length + columns.indexOf(across(cell))] = String(cell.value)
    rows.set(key, row)
  }
  return [[...header, ...columns], ...rows.values()]
}

const long = (
  header: readonly string[],
  cells: readonly Cell[],
  row: (cell: Cell) => RawCell[],
): RawCell[][] => [[...header], ...cells.map(row)]

const layouts: Readonly<Record<string, (table: Table) => RawCell[][]>> = {
  long: ({ cells }) =>
    long(['region', 'indicator', 'year', 'value'], cells, (c) => [
      region(c)?.code ?? '',
      indicator(c)?.code ?? '',
      String(c.year),
      String(c.value),
    ]),
  'long with Chinese names': ({ cells }) =>
    long(['年份', '指标', '地区', '数值'], cells, (c) => [
      `${c.year}年`,
      indicator(c)?.name.zh ?? '',
      region(c)?.name.zh ?? '',
      c.value,
    ]),
  'years across': ({ cells }) =>
    wide(
      cells,
      (c) => [region(c)?.name.en ?? '', indicator(c)?.code ?? ''],
      (c) => String(c.year),
      ['Region', 'Indicator'],
    ),
  'indicators across': ({ cells }) =>
    wide(
      cells,
      (c) => [region(c)?.name.en ?? '', String(c.year)],
      (c) => indicator(c)?.code ?? '',
      ['Region', 'Year'],
    ),
  'regions across': ({ cells }) =>
    wide(
      cells,
      (c) => [indicator(c)?.name.zh ?? '', `${c.year}年`],
      (c) => region(c)?.name.zh ?? '',
      ['指标', '年份'],
    ),
  'SDMX-CSV': ({ cells }) =>
    long(
      [
        'STRUCTURE',
        'STRUCTURE_ID',
        'ACTION',
        'FREQ',
        'REF_AREA',
        'INDICATOR',
        'TIME_PERIOD',
        'OBS_VALUE',
        'OBS_STATUS',
      ],
      cells,
      (c) => [
        'dataflow',
        'X:Y(1.0)',
        'I',
        'A',
        region(c)?.code ?? '',
        indicator(c)?.code ?? '',
        String(c.year),
        String(c.value),
        null,
      ],
    ),
  Eurostat: ({ cells }) =>
    wide(
      cells,
      (c) => [`A,${indicator(c)?.code},${region(c)?.code}`],
      (c) => `${c.year} `,
      ['freq,indic,geo\\TIME_PERIOD'],
    ),
  'World Bank': ({ cells }) => [
    ['Data Source', 'World Development Indicators'],
    [],
    ...wide(
      cells,
      (c) => [
        region(c)?.name.en ?? '',
        region(c)?.code ?? '',
        indicator(c)?.name.en ?? '',
        indicator(c)?.code ?? '',
      ],
      (c) => String(c.year),
      ['Country Name', 'Country Code', 'Indicator Name', 'Indicator Code'],
    ),
  ],
  'Our World in Data': ({ cells }) =>
    wide(
      cells,
      (c) => [region(c)?.name.en ?? '', region(c)?.code ?? '', String(c.year)],
      (c) => indicator(c)?.code ?? '',
      ['Entity', 'Code', 'Year'],
    ),
  bureau: ({ cells }) => [
    ['表1 地区生产总值'],
    ['单位：亿元'],
    ...wide(
      cells.filter((c) => c.indicator === 0),
      (c) => [region(c)?.name.zh ?? ''],
      (c) => `${c.year}年`,
      ['地区'],
    ),
    ['注：本表按当年价格计算。'],
  ],
}

describe('a random table', () => {
  for (const [name, write] of Object.entries(layouts)) {
    it(`comes back from the layout ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(tables, async (table) => {
          const cells = name === 'bureau' ? table.cells.filter((c) => c.indicator === 0) : table.cells
          const read = await readTable(write(table), { settings: { decimalComma: false } })
          expect(read.problems).toEqual([])
          const wanted = cells.map((c) => `${region(c)?.code} ${indicator(c)?.code} ${c.year} = ${c.value}`)
          expect([...observations(read)].sort()).toEqual(wanted.sort())
        }),
        { numRuns: 60 },
      )
    })
  }
})

describe('what is read', () => {
  const junk = fc.oneof(
    fc.constantFrom(
      'CN-BJ',
      'Beijing',
      'Nowhere',
      'GDP',
      'POP',
      '2020',
      '1',
      'NaN',
      '..',
      ': c',
      '12.3p',
      '1e999',
      '#REF!',
      '',
      'P',
      '万',
    ),
    fc.string({ maxLength: 6 }),
    fc.double(),
    fc.constant(null),
  )

  it('adds up: every value is a candidate, a problem or left out', async () => {
    const header: RawCell[] = ['region', 'indicator', 'year', 'value', 'status']
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(junk, { minLength: 5, maxLength: 6 }), { maxLength: 25 }),
        async (rows) => {
          const settings = { regions: { nowhere: { to: 'skip' as const } } }
          const read = await readTable([header, ...rows.map((row) => row.map(finite))], { settings })
          const skipped = read.inspection.skipped ?? 0
          expect(read.candidates.length + read.problems.length + skipped).toBe(read.rows)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('never throws, whatever the table is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(junk, { maxLength: 8 }), { maxLength: 12 }), async (rows) => {
        const read = await readTable(rows.map((row) => row.map(finite)))
        for (let i = 0; i < read.candidates.length; i += 1)
          expect(read.candidates.year[i]).toBeGreaterThanOrEqual(1900)
      }),
      { numRuns: 200 },
    )
  })
})

/** What a workbook may hold as a number: no file has another. */
const finite = (cell: RawCell): RawCell => (typeof cell === 'number' && !Number.isFinite(cell) ? null : cell)
