import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/exports/route'
import { sheetWords } from '@/app/api/exports/sheet-words'
import { importObservations } from '@/features/bulk/mutations'
import { readCandidates } from '@/features/imports/queries'
import { createIndicator } from '@/features/indicators/mutations'
import { createRegion } from '@/features/regions/mutations'
import { obsStatusCodes } from '@/lib/obs-status'
import { candidatesOf, type FileValue } from '@/scripts/testing/candidates'
import { readXlsx } from '@/scripts/testing/read-files'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { countExport, writeExport } from './queries'
import { type ExportFormat, exportFormats, formatFacts } from './schema'

const admin = systemActor('test')
const nobody = { kind: 'user', id: 'n', name: 'n', role: 'guest' } as unknown as Actor
const folder = mkdtempSync(path.join(tmpdir(), 'pentad-exports-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeAll(async () => {
  await db().area.create({ data: { code: 'ST', slug: 'st', nameEn: 'Science', nameZh: '科技', position: 1 } })
  const texts = {
    nameEn: 'R&D <1> "a"',
    nameZh: '研发',
    definitionEn: '',
    definitionZh: '',
    unitEn: '%',
    unitZh: '%',
  }
  const rest = { decimals: 2, direction: 1, weight: 1, pace: 'linear', factor: null, origin: null } as const
  const open = {
    sourceEn: '',
    sourceZh: '',
    hardMin: null,
    hardMax: null,
    plausibleMin: null,
    plausibleMax: null,
  }
  for (const code of ['T.1', 'T2']) {
    await createIndicator(admin, {
      ...{ ...texts, ...rest, ...open, nameEn: `${texts.nameEn} ${code}`, nameZh: `研发${code}` },
      ...{ area: 'ST', themeId: null, code, kind: 'numeric', levels: [] },
    })
  }
  for (const code of ['CN-GD', 'CN-JS']) {
    const names = { code, gbCode: null, nutsCode: null, nameEn: `Province ${code}`, nameZh: `省${code}` }
    const place = { level: 'province' as const, parent: null, group: null, validFrom: null, validTo: null }
    await createRegion(admin, { ...names, ...place })
  }
})
const empty = () => db().$executeRaw`TRUNCATE observation, revision, batch, source CASCADE`
beforeEach(empty)

const cells = () => db().$queryRaw`
  SELECT r.code AS region, i.code AS indicator, o.year, o.value, o.status, s.citation_en AS source, o.note
  FROM observation o JOIN region r ON r.id = o.region_id JOIN indicator i ON i.id = o.indicator_id
  LEFT JOIN source s ON s.id = o.source_id ORDER BY 1, 2, 3`

async function fill(values: readonly FileValue[]) {
  const outcome = await importObservations(admin, { candidates: candidatesOf(values) })
  if (!outcome.ok) throw new Error(outcome.reason)
}

async function write(format: ExportFormat, locale: 'en' | 'zh' = 'en', more = {}) {
  const file = path.join(folder, `file${formatFacts[format].ending}`)
  const count = await writeExport(admin, { ...more, format, words: sheetWords(locale), path: file })
  return { file, count }
}

async function readBack(file: string) {
  const read = await readCandidates(admin, { path: file, fileName: path.basename(file), settings: {} })
  if (!read.ok) throw new Error(read.problem.code)
  const { candidates, problems } = read.value
  expect(problems).toEqual([])
  return importObservations(admin, { candidates })
}

const one = (more: Partial<FileValue> = {}): FileValue => ({
  region: 'CN-GD',
  indicator: 'T.1',
  year: 2020,
  value: 1.5,
  ...more,
})

/** Texts as people and spreadsheets make them: each of them has broken some exchange of data. */
const nasty = fc.oneof(
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '"', ',', '\n', '\r', '\t', ' ', 'a', '广', ';'),
  }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '=1+1',
    "'=1+1",
    "'",
    "''@x",
    '_x000D_',
    '\u0001',
    '\r\n',
    ' x ',
    '#N/A',
    'NaN',
    '1e5',
    '2020',
    '<b>&amp;',
  ),
  fc.constantFrom(
    'NULL',
    'A',
    '—',
    '...',
    '\u00a0x\u00a0',
    '\ufeffx',
    '0012',
    'TRUE',
    '2020-01-01',
    '👩‍🔬',
    '\u2028',
  ),
)
const text = nasty.map((one) => one.replaceAll('\0', '')).filter((one) => one !== '')
const missing = obsStatusCodes.filter((code) => 'HLMOQ'.includes(code))
const present = obsStatusCodes.filter((code) => !missing.includes(code))
const figure = fc.oneof(
  fc.double({ noNaN: true, min: -9.99e299, max: 9.99e299 }),
  fc.constantFrom(
    0,
    0.1 + 0.2,
    1 / 3,
    9.999999999999999e299,
    5e-324,
    1e-300,
    123456789012345680000,
    2020,
    -5,
  ),
)
const content = fc.oneof(
  fc.record({ value: fc.constant(null), status: fc.constantFrom(...missing) }),
  fc.record({
    value: figure.map((value) => (Object.is(value, -0) ? 0 : value)),
    status: fc.constantFrom(...present),
  }),
)
const values = fc.uniqueArray(
  fc.record({
    region: fc.constantFrom('CN-GD', 'CN-JS'),
    indicator: fc.constantFrom('T.1', 'T2'),
    year: fc.integer({ min: 1990, max: 2030 }),
    source: fc.option(text, { nil: undefined }),
    note: fc.option(text, { nil: undefined }),
    content,
  }),
  { minLength: 1, maxLength: 15, selector: (value) => `${value.region}${value.indicator}${value.year}` },
)

describe('export then import', () => {
  it.each(exportFormats)('is the identity: %s', { timeout: 180_000 }, async (format) => {
    await fc.assert(
      fc.asyncProperty(values, fc.constantFrom('en' as const, 'zh' as const), async (some, locale) => {
        await empty()
        await fill(some.map(({ content: { value, status }, ...rest }) => ({ ...rest, value, status })))
        const before = await cells()
        const { file, count } = await write(format, locale)
        expect(count).toBe(some.length)
        expect(await readBack(file)).toMatchObject({ ok: true, value: { batchId: null } })
        await empty()
        expect(await readBack(file)).toMatchObject({ ok: true })
        expect(await cells()).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a selection', () => {
  const all = [
    one(),
    one({ year: 2021, status: 'P' }),
    one({ region: 'CN-JS' }),
    one({ indicator: 'T2', value: null, status: 'M' }),
  ]
  beforeEach(() => fill(all))

  it('chooses regions, indicators, years and statuses, in display order', async () => {
    const lines = async (more: object) => {
      const { file, count } = await write('csv', 'en', more)
      const text = readFileSync(file, 'utf8').trimEnd().split('\r\n').slice(1)
      expect([text.length, await countExport(admin, more)]).toEqual([count, count])
      return text
    }
    expect(await lines({})).toEqual([
      'CN-GD,T.1,2020,1.5,A,,',
      'CN-GD,T.1,2021,1.5,P,,',
      'CN-GD,T2,2020,,M,,',
      'CN-JS,T.1,2020,1.5,A,,',
    ])
    expect(await lines({ regions: ['CN-JS', 'XX'] })).toHaveLength(1)
    expect(await lines({ indicators: ['T.1'], from: 2020, to: 2020 })).toHaveLength(2)
    expect(await lines({ statuses: ['M', 'P'] })).toHaveLength(2)
    expect((await write('csv', 'en', { from: 2050 })).count).toBe(0)
  })

  it('opens as a workbook: numbers as numbers in full, texts as texts, a header that stays', async () => {
    await fill([one({ year: 2022, value: 0.1 + 0.2, note: '=1+1', source: 'a\nb' })])
    const { file } = await write('xlsx', 'zh', { from: 2022 })
    const [head, row] = (await readXlsx(readFileSync(file))).get('观测值') ?? []
    expect(head).toEqual([
      ...['地区代码', '地区', '指标代码', '指标', '年份', '数值', '计量单位', '状态', '数据来源', '备注'],
    ])
    expect(row).toEqual([
      ...['CN-GD', '省CN-GD', 'T.1', '研发T.1', 2022, 0.1 + 0.2, '%', 'A', 'a\nb', '=1+1'],
    ])
    const sheet = strFromU8(unzipSync(readFileSync(file))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('state="frozen"')
    expect(sheet).not.toContain('<f>')
  })

  it('is refused to whoever may not read', async () => {
    const input = { format: 'csv' as const, words: sheetWords('en'), path: path.join(folder, 'no') }
    await expect(writeExport(nobody, input)).rejects.toThrow()
    expect(() => statSync(path.join(folder, 'no'))).toThrow()
  })

  it('is answered as a file with its type and name, or with what is wrong', async () => {
    const ask = (query: string) =>
      GET(
        Object.assign(new Request(`http://localhost/api/exports?${query}`), {
          nextUrl: new URL(`http://localhost/?${query}`),
        }) as never,
      )
    const sdmx = await ask('format=sdmx-csv&region=CN-GD&region=CN-JS&from=2021&status=P,E')
    expect(sdmx.headers.get('content-type')).toContain('application/vnd.sdmx.data+csv')
    expect(sdmx.headers.get('content-disposition')).toContain('pentad-observations.sdmx.csv')
    expect(await sdmx.text()).toBe(
      'STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,SOURCE_DETAIL,COMMENT_OBS\r\n' +
        'dataflow,PENTAD:OBSERVATIONS(1.0),I,CN-GD,T.1,2021,1.5,P,,\r\n',
    )
    for (const query of ['format=doc', 'from=abc', 'status=ZZ', `region=${'x'.repeat(65)}`])
      expect((await ask(query)).status).toBe(400)
    expect((await ask('region=XX')).status).toBe(404)
  })
})
