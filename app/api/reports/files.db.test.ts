import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { scoreOf } from '@/core/index/run-index'
import { saveObservations } from '@/features/observations/mutations'
import { listSourcedObservations } from '@/features/observations/queries'
import type { ReportEvent } from '@/features/reports/schema'
import { loadSample } from '@/features/sample/mutations'
import { getWorkspace } from '@/features/scores/queries'
import { readDocx, readPdf, readXlsx } from '@/scripts/testing/read-files'
import { db } from '@/server/db'
import { systemActor } from '@/server/session'
import { GET as getFile } from './[region]/[file]/route'
import { keepMade } from './made-files'
import { GET as getForm, POST } from './route'

const actor = systemActor('test')
const host = 'http://localhost'

beforeAll(async () => {
  await loadSample(actor, {})
})

function fetchFile(region: string, file: string, query = ''): Promise<Response> {
  const path = [region, file].map(encodeURIComponent).join('/')
  const request = new NextRequest(`${host}/api/reports/${path}${query}`)
  return getFile(request, { params: Promise.resolve({ region, file }) })
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

async function ask(body: object): Promise<ReportEvent[]> {
  const response = await POST(
    new NextRequest(`${host}/api/reports`, { method: 'POST', body: JSON.stringify(body) }),
  )
  const lines = (await response.text()).trim().split('\n')
  return lines.map((line) => JSON.parse(line))
}

describe('the PDF', () => {
  it.each([
    ['en', 'Guangdong: progress report 2019', 'en-GB', 'of31regions'],
    ['zh', '广东省2019年进展报告', 'zh-CN', '在31个地区中列第'],
  ] as const)(
    'in %s is tagged, has its language, title and outline, and the figures of the workspace',
    async (lang, title, language, words) => {
      const pdf = await readPdf(await bytesOf(await fetchFile('CN-GD', '2019.pdf', `?lang=${lang}`)))
      const workspace = await getWorkspace(actor, {})
      const { score } = scoreOf(workspace.index, 'CN-GD', 2019, 'INDEX')
      expect(pdf.title).toBe(title)
      expect(pdf.language).toBe(language)
      expect(pdf.isTagged).toBe(true)
      expect(pdf.isUniversal).toBe(true)
      expect(pdf.pages).toBeGreaterThan(12)
      expect(pdf.text).toContain(score?.toFixed(1))
      expect(pdf.text).toContain(words)
      expect(pdf.text).not.toMatch(/report\.[a-z]+\.|undefined|NaN|\[object/)
      // Cover and contents apart: summary, productivity, five areas, peers, method, two annexes.
      expect(pdf.outline).toHaveLength(11)
      expect(pdf.alts).toHaveLength(14)
      expect(pdf.alts.every((alt) => alt.length > 20)).toBe(true)
      for (const role of ['H1', 'H2', 'Table', 'TH', 'Figure', 'L'])
        expect(pdf.roles.get(role), role).toBeGreaterThan(0)
    },
  )

  it('is the same for the same data, its time apart', async () => {
    const read = async (region: string) =>
      (await readPdf(await bytesOf(await fetchFile(region, '2018.pdf')))).text
    const first = await read('CN-AH')
    // Others push it out of what is kept, so that it is made anew.
    for (let i = 0; i < 12; i++)
      keepMade(`other ${i}`, { name: '', bytes: new Uint8Array(), isUniversal: true })
    const stamp = /Madeon.*?UTC/
    expect((await read('CN-AH')).replace(stamp, '')).toBe(first.replace(stamp, ''))
  })
})

describe('the Word document', () => {
  it.each([
    ['en', '1 Summary', 'Science and technology'],
    ['zh', '一、总体情况', '科技创新'],
  ] as const)(
    'in %s has native headings, header rows, charts with alternative texts and an East Asian face',
    async (lang, first, area) => {
      const docx = readDocx(await bytesOf(await fetchFile('CN-GD', '2019.docx', `?lang=${lang}`)))
      expect(docx.headings[0]).toBe(first)
      expect(docx.headings.some((heading) => heading.includes(area))).toBe(true)
      expect(docx.tables.length).toBeGreaterThan(12)
      // The cover's table of facts has no header; every other begins with one and has no second.
      for (const table of docx.tables.slice(1)) {
        expect(table.map((row) => row.isHeader)).toEqual(table.map((_, i) => i === 0))
      }
      expect(docx.alts).toHaveLength(14)
      expect(docx.pictures.filter((name) => name.endsWith('.svg'))).toHaveLength(14)
      expect(docx.pictures.filter((name) => name.endsWith('.png'))).toHaveLength(14)
      expect(docx.styles).toContain('w:eastAsia="Microsoft YaHei"')
      expect(docx.text).not.toMatch(/report\.[a-z]+\.|undefined|NaN|\[object/)
    },
  )

  it('says the same as the PDF', async () => {
    const docx = readDocx(await bytesOf(await fetchFile('CN-GD', '2019.docx', '?lang=zh')))
    const pdf = await readPdf(await bytesOf(await fetchFile('CN-GD', '2019.pdf', '?lang=zh')))
    const squeezed = (text: string) => text.replaceAll(/\s/g, '')
    for (const heading of docx.headings) expect(pdf.text).toContain(squeezed(heading))
    for (const table of docx.tables.slice(1)) {
      for (const cell of table[1]?.cells ?? [])
        expect(pdf.text).toContain(squeezed(cell).replace(/^[✓↑↗→↓·]/, ''))
    }
  })
})

describe('the workbook', () => {
  it('holds every observation of the compared regions in full precision, with status code and source', async () => {
    const book = await readXlsx(await bytesOf(await fetchFile('CN-GD', '2019.xlsx', '?lang=en')))
    expect([...book.keys()]).toEqual(['Summary', 'Areas', 'Peers', 'Indicators', 'Observations', 'Method'])
    const stored = await listSourcedObservations(actor, {})
    const rows = book.get('Observations')?.slice(1) ?? []
    expect(rows).toHaveLength(stored.length)
    const written = rows.map((row) => [row[0], row[2], row[5], row[6], row[7], row[8]])
    expect(written).toEqual(
      stored.map((row) => [row.region, row.indicator, row.year, row.value, row.status, row.sourceEn]),
    )
  })

  it('holds scores and latest values unrounded, in Chinese too', async () => {
    const book = await readXlsx(await bytesOf(await fetchFile('CN-GD', '2019.xlsx', '?lang=zh')))
    const workspace = await getWorkspace(actor, {})
    const areas = book.get('领域')?.slice(1) ?? []
    expect(areas.map((row) => row[1])).toContain('科技创新')
    for (const row of areas.slice(1)) {
      expect(row[2]).toBe(scoreOf(workspace.index, 'CN-GD', 2019, String(row[0])).score)
    }
    // Productivity has no score that could pass for a sixth area's.
    expect(areas[0]?.slice(0, 3)).toEqual(['PR', '全要素生产率', null])
    const [observed] = await listSourcedObservations(actor, { region: 'CN-GD', indicator: 'ST01' }).then(
      (rows) => rows.filter((row) => row.year === 2019),
    )
    const indicator = book.get('指标')?.find((row) => row[0] === 'ST01')
    expect(indicator?.[6]).toBe(observed?.value)
  })
})

describe('the address of a file', () => {
  it('names the file in its language, and plainly for old programs', async () => {
    const response = await fetchFile('CN-GD', '2019.pdf', '?lang=zh')
    const disposition = response.headers.get('content-disposition') ?? ''
    expect(disposition).toContain('filename="pentad-CN-GD-2019.pdf"')
    expect(decodeURIComponent(disposition)).toContain("filename*=UTF-8''广东省2019年进展报告.pdf")
    expect(response.headers.get('content-type')).toBe('application/pdf')
  })

  it('takes the peers that are asked for', async () => {
    const query = '?lang=en&peers=CN-JS,CN-ZJ'
    const docx = readDocx(await bytesOf(await fetchFile('CN-GD', '2019.docx', query)))
    const peers = docx.tables.slice(1).find((table) => table[0]?.cells[0] === 'Region')
    expect(peers?.slice(1).map((row) => row.cells[0])).toEqual(['Guangdong', 'Jiangsu', 'Zhejiang'])
  })

  it.each([
    ['CN-ZZ', '2019.pdf', 'zh', 404, '没有代码为CN-ZZ的地区'],
    ['CN-GD', '1999.pdf', 'zh', 404, '1999年没有数据'],
    ['CN-GD', '1999.docx', 'en', 404, 'no data for 1999'],
    ['CN', '2019.pdf', 'en', 404, 'no values up to 2019'],
    ['CN-GD', '2019.odt', 'zh', 404, 'PDF（.pdf）'],
    ['CN-GD', '2019', 'en', 404, 'PDF (.pdf)'],
    ['CN-GD', 'x.pdf', 'en', 400, 'not complete'],
    ['CN-GD', '2019.pdf', 'fr', 400, 'English (lang=en)'],
    ['CN-GD', '\n2019.xlsx', 'en', 400, 'not complete'],
    ['CN-GD', ' 2019.xlsx', 'en', 400, 'not complete'],
    ['CN-GD', '+2019.xlsx', 'en', 400, 'not complete'],
    ['CN-GD', '0x7E3.xlsx', 'en', 400, 'not complete'],
    ['%E0', '2019.pdf', 'en', 404, 'no region with the code %E0'],
    ['\0', '2019.pdf', 'en', 400, 'not complete'],
  ])('%s/%s in %s is %i, with a sentence', async (region, file, lang, status, sentence) => {
    const response = await fetchFile(region, file, `?lang=${lang}`)
    expect(response.status).toBe(status)
    expect(await response.text()).toContain(sentence)
  })
})

describe('the making', () => {
  it('tells its stages in order and ends with the address of the file', async () => {
    const events = await ask({ region: 'CN-SC', year: '2019', lang: 'zh', format: 'pdf', peers: 'CN-YN' })
    const stages = events.flatMap((event) => (event.kind === 'stage' ? [event.stage] : []))
    expect([...new Set(stages)]).toEqual(['data', 'words', 'charts', 'file'])
    expect(stages.filter((stage) => stage === 'charts')).toHaveLength(14)
    expect(events.at(-1)).toMatchObject({
      kind: 'made',
      address: '/api/reports/CN-SC/2019.pdf?lang=zh&peers=CN-YN',
      name: '四川省2019年进展报告.pdf',
    })
  })

  it('says of a PDF that a character keeps it from being PDF/UA-1', async () => {
    await db().region.update({ where: { code: 'CN-HE' }, data: { nameEn: 'Hebei \u{1F984}' } })
    // Moves the version of the data, so that the name is read again.
    await saveObservations(actor, {
      kind: 'entry',
      changes: [{ region: 'CN-HE', indicator: 'ST01', year: 2001, value: 1, expectedVersion: 0 }],
    })
    const events = await ask({ region: 'CN-HE', year: '2016', lang: 'en', format: 'pdf' })
    expect(events.at(-1)).toMatchObject({ kind: 'made', isUniversal: false })
    const pdf = await readPdf(await bytesOf(await fetchFile('CN-HE', '2016.pdf')))
    expect([pdf.isTagged, pdf.isUniversal]).toEqual([true, false])
  })

  it('says why there is no report, and answers 400 to what it cannot read', async () => {
    const events = await ask({ region: 'CN-GD', year: 1999, lang: 'zh', format: 'pdf' })
    expect(events.at(-1)).toEqual({ kind: 'refused', message: '1999年没有数据，请另选年份。' })
    for (const body of ['', '{}', '{"region":"CN-GD","year":2019,"lang":"fr","format":"pdf"}']) {
      const response = await POST(new NextRequest(`${host}/api/reports`, { method: 'POST', body }))
      expect(response.status).toBe(400)
      expect(await response.text()).toContain('not complete')
    }
  })

  it('ends when the reader goes away', async () => {
    const body = JSON.stringify({ region: 'CN-GD', year: 2017, lang: 'en', format: 'docx' })
    const response = await POST(new NextRequest(`${host}/api/reports`, { method: 'POST', body }))
    const reader = response.body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect((await reader?.read())?.done).toBe(true)
  })

  it('sends a form without scripts on to the file', async () => {
    const response = await getForm(
      new NextRequest(`${host}/api/reports?region=CN-GD&year=2019&lang=zh&format=xlsx`),
    )
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/api/reports/CN-GD/2019.xlsx?lang=zh')
    expect((await getForm(new NextRequest(`${host}/api/reports?region=CN-GD`))).status).toBe(400)
  })
})
