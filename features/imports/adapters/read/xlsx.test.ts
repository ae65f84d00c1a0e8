import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import {
  cellsOf,
  craftCompound,
  craftParts,
  craftXlsx,
  craftZip,
  problemOf,
  readGood,
  removeCrafted,
  sheetRows,
  writeCrafted,
} from './crafted-files'

afterAll(removeCrafted)

const name = 'table.xlsx'
const oneSheet = (rows: string, more: { before?: string; after?: string } = {}) =>
  craftXlsx({ sheets: [{ name: 'Data', rows, ...more }] })

describe('cells of a workbook', () => {
  it('are texts of all kinds, numbers in full, truth values and errors', async () => {
    const file = craftXlsx({
      strings:
        '<si><t>地区</t></si><si><r><t xml:space="preserve">R&amp;D </t></r><r><rPr><b/></rPr><t>投入</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si><si><t>a_x000D_b &lt;&#x4e2d;&gt;</t></si>',
      sheets: [
        {
          name: 'Data',
          rows: `<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row>
            <row r="4" spans="1:3"><c r='A4'><v>0.30000000000000004</v></c><c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><v>#DIV/0!</v></c><c r="D4" t="str"><f>1</f><v>x</v></c><c
            r="E4"><v>1e999</v></c><c r="F4" t="inlineStr"><is><t>in</t></is></c><c r="G4" s="5"/></row><row r="9"><c r="A9"/></row>`,
        },
      ],
    })
    const { rows } = await readGood(file, {}, name)
    expect(rows).toEqual([
      { row: 2, cells: [null, '地区', 'R&D 投入', 'a\rb <中>'] },
      { row: 4, cells: [0.30000000000000004, 'TRUE', '#DIV/0!', 'x', '1e999', 'in'] },
    ])
  })

  it('are read with or without references, and with a prefix before every tag', async () => {
    expect(await cellsOf(oneSheet(sheetRows([['a', null, 1]])), {}, name)).toEqual([['a', null, 1]])
    const parts = craftParts({ sheets: [{ name: 'Data', rows: sheetRows([['a', 2]]) }] })
    const prefixed = parts.map(({ name: part, content }) => ({
      name: part,
      content: String(content)
        .replaceAll(/<(\/?)(\w)/g, '<$1x:$2')
        .replaceAll('xmlns=', 'xmlns:x='),
    }))
    expect(await cellsOf(craftZip(prefixed), {}, name)).toEqual([['a', 2]])
  })

  it('are years where a date is 1 January, a plain year or shown as a year; otherwise dates; percentages as shown', async () => {
    const formats = [14, 164, 165, 10, 166, 167, 0].map((id) => `<xf numFmtId="${id}"/>`).join('')
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;"/><numFmt numFmtId="165" formatCode="0.00E+00"/><numFmt numFmtId="166" formatCode="[$-804]yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="167" formatCode="[Red]0.0%;&quot;day&quot;0%"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${formats}</cellXfs>`
    const cells = [
      [0, 43831],
      [0, 2020],
      [0, 43860],
      [1, 43860],
      [2, 43831],
      [3, 0.123],
      [4, 43860.5],
      [5, 0.07],
      [6, 43831],
    ]
    const rows = `<row>${cells.map(([style, value]) => `<c s="${style}"><v>${value}</v></c>`).join('')}<c t="d"><v>2020-01-01T00:00:00</v></c><c t="d"><v>2020-03-01</v></c></row>`
    const book = { styles, sheets: [{ name: 'Data', rows }] }
    const read = [
      2020,
      2020,
      '2020-01-30',
      2020,
      43831,
      '12.3%',
      '2020-01-30T12:00:00',
      '7%',
      43831,
      2020,
      '2020-03-01',
    ]
    expect(await cellsOf(craftXlsx(book), {}, name)).toEqual([read])
    const properties = '<workbookPr date1904="1"/>'
    const since1904 = `<row><c s="0"><v>${43831 - 1462}</v></c><c s="0"><v>${43860 - 1462}</v></c></row>`
    const old = craftXlsx({ styles, properties, sheets: [{ name: 'Data', rows: since1904 }] })
    expect(await cellsOf(old, {}, name)).toEqual([[2020, '2020-01-30']])
  })

  it('repeat what headers are merged over, but neither titles nor figures', async () => {
    const rows = sheetRows([
      ['各地区研发强度', null, null, null, null],
      ['地区', '2019年', null, 2020, null],
      [null, '总额', '强度', '总额', '强度'],
      ['北京', 1, 2, 3, null],
      ['上海', 5, 6, 7, 8],
      ['注：初步数据', null, null, null, null],
    ])
    const merges = ['A1:E1', 'A2:A3', 'B2:C2', 'D2:E2', 'D4:E4', 'A6:E6']
    const after = `<mergeCells>${merges.map((merge) => `<mergeCell ref="${merge}"/>`).join('')}</mergeCells>`
    expect(await cellsOf(oneSheet(rows, { after }), {}, name)).toEqual([
      ['各地区研发强度'],
      ['地区', '2019年', '2019年', 2020, 2020],
      ['地区', '总额', '强度', '总额', '强度'],
      ['北京', 1, 2, 3],
      ['上海', 5, 6, 7, 8],
      ['注：初步数据'],
    ])
  })

  it('are those that a real writer wrote', async () => {
    const bytes = await writeXlsxFile(
      [
        ['地区', '年份', '数值'].map((value) => ({ value, type: String })),
        [
          { value: '北京', type: String },
          { value: new Date(Date.UTC(2020, 0, 1)), type: Date, format: 'yyyy-mm-dd' },
          { value: 6.44, type: Number, format: '0.00' },
        ],
      ],
      { sheet: '数据' },
    ).toBuffer()
    const { file, rows } = await readGood(bytes, {}, name)
    expect(file.sheets).toEqual([{ name: '数据', rows: 2, columns: 3 }])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['地区', '年份', '数值'],
      ['北京', 2020, 6.44],
    ])
  })
})

describe('sheets and ranges', () => {
  const book = craftXlsx({
    sheets: [
      { name: 'Hidden', state: 'hidden', rows: sheetRows([['h']]) },
      { name: 'Blank', rows: '<row r="5"><c r="A5" s="1"/></row>' },
      { name: 'Data &amp; more', rows: sheetRows([['t'], ['a', 'b', 'c'], [1, 2, 3]]) },
      { name: 'Other', rows: sheetRows([['o', 1]]), state: 'visible' },
    ],
  })

  it('are listed with their sizes; the first visible one that holds something is taken', async () => {
    const { file } = await readGood(book, {}, name)
    expect(file.sheets).toEqual([
      { name: 'Hidden', rows: 1, columns: 1 },
      { name: 'Blank', rows: 0, columns: 0 },
      { name: 'Data & more', rows: 3, columns: 3 },
      { name: 'Other', rows: 1, columns: 2 },
    ])
    expect(file.sheet).toBe('Data & more')
    expect(file.warnings()).toEqual([{ code: 'hiddenSheets', params: { count: 1, sheets: 'Hidden' } }])
  })

  it('are taken as chosen', async () => {
    expect(await cellsOf(book, { sheet: 'Other' }, name)).toEqual([['o', 1]])
    expect(await cellsOf(book, { range: 'B2:B3' }, name)).toEqual([
      [null, 'b'],
      [null, 2],
    ])
    expect(await problemOf(book, { sheet: 'Nowhere' }, name)).toEqual({
      code: 'noSuchSheet',
      params: { sheet: 'Nowhere' },
    })
    expect((await problemOf(book, { range: 'Z1:Z9' }, name)).code).toBe('badRange')
    expect((await problemOf(book, { sheet: 'Blank' }, name)).code).toBe('empty')
  })

  it('warn of what is easily overlooked', async () => {
    const rows = `<row r="1"><c r="A1"><f>B9*2</f><v>4</v></c><c r="B1"><f>[1]Sheet1!A1</f></c><c r="C1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3" hidden="1"/>`
    const file = craftXlsx({
      sheets: [{ name: 'Data', rows, before: '<cols><col min="2" max="16384" hidden="1"/></cols>' }],
      more: [
        { name: 'xl/vbaProject.bin', content: 'x' },
        { name: 'xl/externalLinks/externalLink1.xml', content: '<x/>' },
        { name: '../../etc/passwd', content: 'ignored' },
      ],
      relations:
        '<Relationship Id="e1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>',
    })
    const read = await readGood(file, {}, 'table.xlsm')
    expect(read.rows.map(({ cells }) => cells)).toEqual([[4, null, 1], [1]])
    expect(read.file.warnings()).toEqual([
      { code: 'macros' },
      { code: 'externalLinks', params: { count: 1 } },
      { code: 'formulas', params: { row: 1, count: 1 } },
      { code: 'formulasWithoutValue', params: { row: 1, count: 1 } },
      { code: 'hiddenRows', params: { row: 2, count: 1 } },
      { code: 'hiddenColumns', params: { count: 2 } },
    ])
  })
})

describe('what is no workbook, or a dangerous one, is refused', () => {
  const codeOf = async (content: Buffer) => (await problemOf(content, {}, name)).code

  it('with a password, or of Excel before 2007', async () => {
    expect(await codeOf(craftCompound('EncryptedPackage'))).toBe('password')
    expect(await codeOf(craftCompound('Workbook'))).toBe('oldExcel')
    expect(await problemOf(craftCompound('WordDocument'))).toEqual({
      code: 'notAFile',
      params: { found: 'word' },
    })
    expect(await codeOf(craftZip([{ name: 'a', content: 'x', claims: { flags: 1 } }]))).toBe('password')
  })

  it('other packages', async () => {
    const found = async (...parts: readonly string[]) =>
      (await problemOf(craftZip(parts.map((part) => ({ name: part, content: '<x/>' }))))).params?.found
    expect(await found('mimetype', 'content.xml')).toBe('ods')
    expect(await found('_rels/.rels', 'word/document.xml')).toBe('word')
    expect(await found('xl/workbook.bin')).toBe('xlsb')
    expect(await found('readme.txt')).toBe('archive')
  })

  it('a zip bomb, whether the directory admits it or not', { timeout: 60_000 }, async () => {
    const zeros = Buffer.alloc(101_000_000)
    const parts = craftParts({ sheets: [{ name: 'Data', rows: '' }] })
    const bomb = (claims?: { bytes: number }) =>
      craftZip(
        parts.map((part) =>
          part.name.includes('sheet1') ? { ...part, content: zeros, ...(claims ? { claims } : {}) } : part,
        ),
      )
    expect(await codeOf(bomb())).toBe('zipBomb')
    expect(await codeOf(bomb({ bytes: 4_000_000_000 }))).toBe('zipBomb')
    expect(await codeOf(bomb({ bytes: 1000 }))).toBe('damaged')
  })

  it('entities that grow', async () => {
    const doctype = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const parts = craftParts({ sheets: [{ name: 'Data', rows: sheetRows([['a']]) }] })
    const withDoctype = parts.map((part) =>
      part.name === 'xl/workbook.xml'
        ? { ...part, content: String(part.content).replace('<workbook', `${doctype}<workbook`) }
        : part,
    )
    expect(await codeOf(craftZip(withDoctype))).toBe('damaged')
    expect(await codeOf(oneSheet(sheetRows([['&b;']])))).toBe('damaged')
  })

  it('damage', async () => {
    const good = oneSheet(sheetRows([['a', 1]]))
    expect(await codeOf(good.subarray(0, good.length - 30))).toBe('damaged')
    expect(await codeOf(oneSheet('<row><c><v>1</v></row>'))).toBe('damaged')
    expect(await codeOf(oneSheet('<row r="2"/><row r="1"/>'))).toBe('damaged')
    expect(await codeOf(oneSheet('<row><c t="s"><v>7</v></c></row>'))).toBe('damaged')
  })

  it('merges that lie on each other', async () => {
    const width = 16_384
    const wide = `<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c><c r="XFD1"><v>1</v></c></row>`
    const rows = Array.from({ length: 40 }, (_, i) => `<row r="${i + 2}"><c r="A${i + 2}"><v>1</v></c></row>`)
    const merge = `<mergeCell ref="B1:XFD1048576"/>`
    const sheet = (count: number) =>
      oneSheet(wide + rows.join(''), { after: `<mergeCells>${merge.repeat(count)}</mergeCells>` })
    expect((await cellsOf(sheet(1), {}, name)).at(-1)).toHaveLength(width)
    expect(await codeOf(sheet(5000))).toBe('damaged')
  })

  it('a cell that goes on in pieces, and parts in an encoding that workbooks have not', async () => {
    const pieces = `${'x'.repeat(1000)}<![CDATA[y]]>`.repeat(300)
    expect(await codeOf(oneSheet(`<row><c t="str"><v>${pieces}</v></c></row>`))).toBe('cellTooLong')
    expect(await codeOf(oneSheet(`<row><c t="inlineStr"><is><t>${pieces}</t></is></c></row>`))).toBe(
      'cellTooLong',
    )
    const mark = Buffer.from([0x84, 0x31, 0x95, 0x33])
    const parts = craftParts({ sheets: [{ name: 'Data', rows: sheetRows([['a']]) }] }).map((part) =>
      part.name.includes('worksheets')
        ? { ...part, content: Buffer.concat([mark, Buffer.from(part.content)]) }
        : part,
    )
    expect(await codeOf(craftZip(parts))).toBe('damaged')
  })

  it('not attributes without end, but they are not looked at for ever', async () => {
    const row = `<row ${'r'.repeat(1_000_000)}\t><c><v>1</v></c></row>`
    expect(await cellsOf(oneSheet(row), {}, name)).toEqual([[1]])
  })

  it('cells outside a sheet', async () => {
    expect(await codeOf(oneSheet('<row r="1048577"><c><v>1</v></c></row>'))).toBe('tooManyRows')
    expect(await codeOf(oneSheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'))).toBe('tooManyColumns')
    expect(await codeOf(oneSheet(sheetRows([['x'.repeat(32_768)]])))).toBe('cellTooLong')
  })
})

it('a full sheet of 1,048,576 rows is read in bounded memory', { timeout: 120_000 }, () => {
  const most = 1_048_576
  const rows = Array.from({ length: most }, (_, i) => {
    return `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i % 31}</v></c><c r="B${i + 1}"><v>${2000 + (i % 25)}</v></c><c r="C${i + 1}"><v>${i / 7}</v></c></row>`
  })
  const strings = Array.from({ length: 31 }, (_, i) => `<si><t>region ${i}</t></si>`).join('')
  const file = writeCrafted(craftXlsx({ strings, sheets: [{ name: 'Data', rows: rows.join('') }] }), name)
  const script = fileURLToPath(new URL('./read-and-weigh.ts', import.meta.url))
  const command = ['--import', 'tsx', '--conditions=react-server', script, file]
  const read = JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }))
  expect(read.rows).toBe(most)
  expect(read.megabytes).toBeLessThan(250)
})
