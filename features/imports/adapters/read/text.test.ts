import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { cellsOf, problemOf, readAll, readGood, removeCrafted, writeCrafted } from './crafted-files'

afterAll(removeCrafted)

const table = '地区,指标,年份,数值\n北京,研发强度,2020,6.44\n上海,研发强度,2020,4.17\n'
const rows = [
  ['地区', '指标', '年份', '数值'],
  ['北京', '研发强度', '2020', '6.44'],
  ['上海', '研发强度', '2020', '4.17'],
]
const gb: Readonly<Record<string, readonly number[]>> = {
  地: [0xb5, 0xd8],
  区: [0xc7, 0xf8],
  北: [0xb1, 0xb1],
  京: [0xbe, 0xa9],
  目: [0xc4, 0xbf],
  省: [0xca, 0xa1],
  标: [0xb1, 0xea],
  㐀: [0x81, 0x39, 0xee, 0x39],
}
const inGb18030 = (text: string) =>
  Buffer.concat([...text].map((letter) => Buffer.from(gb[letter] ?? [...Buffer.from(letter)])))
const inUtf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

describe('encodings are found out', { timeout: 30_000 }, () => {
  const files: readonly (readonly [string, Buffer, string])[] = [
    ['UTF-8', Buffer.from(table), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${table}`), 'utf-8'],
    ['UTF-16LE', inUtf16(table, false), 'utf-16le'],
    ['UTF-16LE with its mark', inUtf16(`\ufeff${table}`, false), 'utf-16le'],
    ['UTF-16BE', inUtf16(table, true), 'utf-16be'],
    ['UTF-16BE with its mark', inUtf16(`\ufeff${table}`, true), 'utf-16be'],
  ]
  for (const [name, bytes, encoding] of files) {
    it(name, async () => {
      const { file, rows: read } = await readGood(bytes)
      expect(file.encoding).toBe(encoding)
      expect(read.map(({ cells }) => cells)).toEqual(rows)
    })
  }

  it('GB18030, also of four bytes', async () => {
    const { file, rows: read } = await readGood(inGb18030('地区,2020\n北京,6.44\n㐀,1\n'))
    expect(file.encoding).toBe('gb18030')
    expect(read.map(({ cells }) => cells)).toEqual([
      ['地区', '2020'],
      ['北京', '6.44'],
      ['㐀', '1'],
    ])
  })

  it('tells GB18030 that happens to be valid UTF-8, and Western names in UTF-8, apart', async () => {
    expect((await readGood(inGb18030('省,2020\n省,1\n'))).rows[1]?.cells).toEqual(['省', '1'])
    expect((await readGood('Région,2020\nÎle-de-France,1\n')).rows[1]?.cells).toEqual(['Île-de-France', '1'])
    expect((await readGood('Область,2020\nМосква,1\n')).rows[1]?.cells).toEqual(['Москва', '1'])
  })

  it('decides where Chinese first appears, however late', async () => {
    const ascii = 'CN-11,rd,2020,6.44\n'.repeat(100_000)
    for (const [late, encoding] of [
      [Buffer.from('北京,rd,2020,1\n'), 'utf-8'],
      [inGb18030('北京,rd,2020,1\n'), 'gb18030'],
    ] as const) {
      const { file, rows: read } = await readGood(Buffer.concat([Buffer.from(ascii), late]))
      expect(file.encoding).toBe(encoding)
      expect(read.at(-1)).toEqual({ row: 100_001, cells: ['北京', 'rd', '2020', '1'] })
    }
  })

  it('ends with the line where later bytes contradict it', async () => {
    const start = Buffer.from('北京,rd,2020,6.44\n'.repeat(100_000))
    const file = Buffer.concat([start, inGb18030('目标,rd,2020,1\n')])
    expect(await problemOf(file)).toEqual({
      code: 'wrongEncoding',
      params: { row: 100_001, encoding: 'utf-8' },
    })
  })

  it('names the line of one broken character in the first kilobyte', async () => {
    const file = Buffer.concat([
      Buffer.from('地区,2020\n北京,1\n'),
      Buffer.from([0xe5, 0x8c, 0x2c]),
      Buffer.from('2\n'),
    ])
    expect(await problemOf(file)).toEqual({ code: 'wrongEncoding', params: { row: 3, encoding: 'utf-8' } })
  })

  it('does not take Western single bytes for Chinese', async () => {
    const latin = Buffer.from('Région,2020\nÎle-de-France,1\nFranche-Comté,2\nMoyen-Orient,3\n', 'latin1')
    expect((await problemOf(latin)).code).toBe('wrongEncoding')
  })

  it('reads as chosen, and says so when that cannot be', async () => {
    expect((await readGood(Buffer.from(table), { encoding: 'utf-8' })).file.encoding).toBe('utf-8')
    expect((await problemOf(inGb18030('地区,1\n'), { encoding: 'utf-8' })).code).toBe('wrongEncoding')
    expect((await problemOf(inUtf16(table, false), { encoding: 'gb18030' })).code).toBe('wrongEncoding')
    expect((await problemOf('a,b\n1,2\n', { encoding: 'utf-16le' })).code).toBe('wrongEncoding')
  })

  it('takes out a few NULs with a warning, and refuses what is no text', async () => {
    const { rows: read, file } = await readGood('region,year,value\nCN-11,2020,1\nCN-\u000012,2020,2\u0000\n')
    expect(read.at(-1)?.cells).toEqual(['CN-12', '2020', '2'])
    expect(file.warnings()).toEqual([{ code: 'nulBytes', params: { row: 3, count: 2 } }])
    expect((await problemOf(Buffer.alloc(10_000))).code).toBe('binary')
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3)) % 256))
    expect((await problemOf(noise)).code).toBe('binary')
  })
})

describe('separators are found out', () => {
  const found = async (content: string) => (await readGood(content)).file.separator

  it('by how evenly they cut', async () => {
    expect(await found('a,b\n1,2\n')).toBe(',')
    expect(await found('a\tb\n1\t2\n')).toBe('\t')
    expect(await found('a|b\n1|2\n')).toBe('|')
    expect(await found('a;b\n1;2\n')).toBe(';')
  })

  it('sees semicolons behind decimal commas', async () => {
    expect(await cellsOf('地区;2019;2020\n北京;6,3;6,4\n上海;4,0;4,2\n')).toEqual([
      ['地区', '2019', '2020'],
      ['北京', '6,3', '6,4'],
      ['上海', '4,0', '4,2'],
    ])
    expect(await found('地区;值\n北京;6,3\n上海;4,0\n')).toBe(';')
  })

  it("sees tabs behind the commas of Eurostat's keys", async () => {
    expect(
      await found('freq,unit,geo\\TIME_PERIOD\t2010 \t2011 \nA,PC,AT\t2.7 \t2.6 p\nA,PC,BE\t: \t2.1 \n'),
    ).toBe('\t')
  })

  it('is not misled by a mark inside values, titles or quotation marks', async () => {
    expect(await found('code,name,value\nCN|11,"a;b;c",1\nCN|12,"d;e;f",2\nCN|13,"g;h;i",3\n')).toBe(',')
    expect(await found('表1 研发强度；单位：%\n\n地区,2019,2020\n北京,1,2\n上海,3,4\n注：初步数据\n')).toBe(
      ',',
    )
  })

  it("takes Excel's word for it", async () => {
    const { rows: read, file } = await readGood('sep=;\r\na;b\r\n1,5;2\r\n')
    expect(file.separator).toBe(';')
    expect(read).toEqual([
      { row: 2, cells: ['a', 'b'] },
      { row: 3, cells: ['1,5', '2'] },
    ])
  })

  it('does as it is told', async () => {
    expect(await cellsOf('a,b;c\n', { separator: ';' })).toEqual([['a,b', 'c']])
  })

  it('says that columns of spaces are not read', async () => {
    const printed = 'Region      2019    2020\nBeijing     6.31    6.44\nShanghai    4.00    4.17\n'
    expect((await problemOf(printed)).code).toBe('fixedWidth')
  })
})

describe('rows are cut', { timeout: 30_000 }, () => {
  it('at CR, LF and CRLF', async () => {
    for (const end of ['\n', '\r', '\r\n', '\r\r\n']) {
      expect(await cellsOf(['a,b', '1,2', '"x","y"', ''].join(end))).toEqual([
        ['a', 'b'],
        ['1', '2'],
        ['x', 'y'],
      ])
    }
  })

  it('with separators, quotation marks and line ends inside quotation marks', async () => {
    const { rows: read } = await readGood('name,value\r\n"a, ""b""\r\nc",1\r\nd,2\r\n')
    expect(read).toEqual([
      { row: 1, cells: ['name', 'value'] },
      { row: 2, cells: ['a, "b"\nc', '1'] },
      { row: 4, cells: ['d', '2'] },
    ])
  })

  it('keeps a quotation mark inside a cell that does not begin with one', async () => {
    expect(await cellsOf('name,value\n5" pipe,1\n')).toEqual([
      ['name', 'value'],
      ['5" pipe', '1'],
    ])
  })

  it('names the row whose quotation marks do not match', async () => {
    expect(await problemOf('a,b\n"x"y,1\n')).toEqual({ code: 'badQuote', params: { row: 2 } })
    expect(await problemOf('a,b\n1,2\n"x,3\n4,5\n')).toEqual({ code: 'badQuote', params: { row: 3 } })
  })

  it('keeps ragged rows as they are and warns, but not of titles, footnotes and empty cells at the end', async () => {
    const { rows: read, file } = await readGood('标题\na,b,c,,\n1,2,3\n1,2\n1,2,3\n1,2,3,4\n注\n')
    expect(read.map(({ cells }) => cells.length)).toEqual([1, 3, 3, 2, 3, 4, 1])
    expect(file.warnings()).toEqual([{ code: 'raggedRows', params: { row: 4, count: 2, columns: 3 } }])
  })

  it('leaves out blank lines, form feeds and the end mark of old systems', async () => {
    expect((await readGood('a,b\n\n,,\n\f1,2\n\f\n3,4\n\u001a')).rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 4, cells: ['1', '2'] },
      { row: 6, cells: ['3', '4'] },
    ])
  })

  it('keeps rows and columns where they are in a range', async () => {
    const { rows: read, file } = await readGood('t\na,b,c\n1,2,3\n4,5,6\n', { range: 'b2:c3' })
    expect(file.range).toBe('B2:C3')
    expect(read).toEqual([
      { row: 2, cells: [null, 'b', 'c'] },
      { row: 3, cells: [null, '2', '3'] },
    ])
    expect((await problemOf('a,b\n', { range: 'D4:E9' })).code).toBe('badRange')
    expect((await problemOf('a,b\n', { range: '4D' })).code).toBe('badRange')
  })

  it('the same wherever blocks of bytes end', async () => {
    const lines = Array.from({ length: 40_000 }, (_, i) => `"地区 ${i}",${i},"a ""b""\r\n${i}",省\r\n`)
    const { rows: read } = await readGood(lines.join(''))
    expect(read.length).toBe(40_000)
    expect(read.every(({ row, cells }, i) => row === 1 + 2 * i && cells[2] === `a "b"\n${i}`)).toBe(true)
    expect(read.every(({ cells }, i) => cells[0] === `地区 ${i}` && cells[3] === '省')).toBe(true)
  })

  it('within limits', async () => {
    expect(await problemOf(`a,b\n1,${'x'.repeat(40_000)}\n`)).toEqual({
      code: 'cellTooLong',
      params: { row: 2, max: 32_767 },
    })
    expect(await problemOf(`a,b\n1${',2'.repeat(20_000)}\n`)).toEqual({
      code: 'tooManyColumns',
      params: { row: 2, max: 16_384 },
    })
    expect((await problemOf(`a,b\n"${'x,\n'.repeat(40_000)}\n`)).code).toBe('badQuote')
    for (const content of ['', '\ufeff', '\n\n', ' '.repeat(0), ',,\n,,\n']) {
      expect((await problemOf(content)).code).toBe('empty')
    }
  })

  it('from a gzip file, too', async () => {
    expect(await cellsOf(gzipSync(table), {}, 'table.csv.gz')).toEqual(rows)
    expect((await problemOf(gzipSync(Buffer.alloc(101_000_000, 'a,b\n')))).code).toBe('zipBomb')
    expect((await problemOf(gzipSync(table).subarray(0, 40))).code).toBe('damaged')
  })

  it('can be read again, and left in the middle', async () => {
    const read = await readGood('a,b\n1,2\n')
    const again: unknown[] = []
    for await (const block of read.file.rows()) again.push(...block)
    expect(again).toEqual(read.rows)
    const long = await readAll(writeCrafted('a,b\n'.repeat(100_000)))
    if ('code' in long) throw new Error(long.code)
    for await (const block of long.file.rows()) {
      expect(block.length).toBe(5000)
      break
    }
  })
})
