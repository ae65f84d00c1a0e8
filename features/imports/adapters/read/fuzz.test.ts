import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { craftParts, craftZip, readAll, removeCrafted, sheetRows, writeCrafted } from './crafted-files'

afterAll(removeCrafted)

const table = Array.from({ length: 40 }, (_, i) => `北京,"研发 ""${i}""",${1990 + i},${i / 7}\r\n`).join('')
const book = craftParts({
  strings: '<si><t>地区</t></si><si><r><t>研发</t></r></si>',
  styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
  sheets: [
    {
      name: 'Data',
      before: '<dimension ref="A1:D9"/><cols><col min="2" max="3" hidden="1"/></cols>',
      rows: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>43831</v></c></row>${sheetRows([
        ['北京', 1],
        [null, 2.5],
      ])}`,
      after: '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    },
  ],
})
const jsonStat = JSON.stringify({
  class: 'dataset',
  id: ['geo', 'time'],
  size: [2, 2],
  dimension: {
    geo: { label: '地区', category: { index: { a: 0, b: 1 }, label: { a: '北京', b: '上海' } } },
    time: { category: { index: ['2019', '2020'] } },
  },
  value: { 0: 1.5, 3: 2 },
  status: { 0: 'p' },
})
// A handful of GB18030: 北京 and 上海.
const gb18030 = Buffer.concat(
  Array.from({ length: 40 }, (_, i) =>
    Buffer.concat([
      Buffer.from([0xb1, 0xb1, 0xbe, 0xa9, 0x2c, 0xc9, 0xcf, 0xba, 0xa3]),
      Buffer.from(`,${i}\n`),
    ]),
  ),
)

const seeds: readonly (readonly [string, string, Buffer])[] = [
  ['CSV', 'a.csv', Buffer.from(table)],
  ['UTF-16', 'a.csv', Buffer.from(`\ufeff${table}`, 'utf16le')],
  ['GB18030', 'a.csv', gb18030],
  ['JSON-stat', 'a.json', Buffer.from(jsonStat)],
  ['XLSX', 'a.xlsx', craftZip(book)],
]

/** Bytes flipped, taken away, put in. */
const change = fc.record({
  at: fc.noBias(fc.nat(9999)),
  remove: fc.oneof(fc.constant(0), fc.constant(1), fc.nat(200)),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom('"', ',', '\n', '\0', '<', '&', '{', '9999999999').map((text) => Buffer.from(text)),
  ),
})

function apply(
  bytes: Buffer,
  changes: readonly { at: number; remove: number; insert: Uint8Array }[],
): Buffer {
  return changes.reduce((now, { at, remove, insert }) => {
    const place = Math.floor((at / 10_000) * now.length)
    return Buffer.concat([now.subarray(0, place), insert, now.subarray(place + remove)])
  }, bytes)
}

const seconds = 1.5
/** Milliseconds, on a machine that does much else. */
const longestReading = 10_000

const file = writeCrafted('')

/** Every file ends in rows or in a problem: anything else is thrown, and the property fails. */
async function endsWell(bytes: Buffer, name: string): Promise<void> {
  const start = performance.now()
  writeFileSync(file, bytes)
  const read = await readAll(file, {}, name)
  expect(performance.now() - start).toBeLessThan(longestReading)
  if ('code' in read) {
    for (const value of Object.values(read.params ?? {})) expect(value).not.toBeNaN()
    return
  }
  expect(read.rows.length).toBeGreaterThan(0)
  for (const { row, cells } of read.rows) {
    expect(row).toBeGreaterThan(0)
    expect(cells.at(-1)).not.toBeNull()
    for (const cell of cells) if (typeof cell === 'number') expect(cell).not.toBeNaN()
  }
}

const plan = { seed: 20261125, numRuns: 10_000, interruptAfterTimeLimit: seconds * 1000 }

describe('whatever bytes come, reading ends in rows or in a problem', { timeout: 60_000 }, () => {
  for (const [kind, name, bytes] of seeds) {
    it(`mutated ${kind}`, async () => {
      const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) =>
        endsWell(apply(bytes, changes), name),
      )
      await fc.assert(property, plan)
    })
  }

  it('parts of a workbook mutated before they are packed', async () => {
    const property = fc.asyncProperty(
      fc.nat(book.length - 1),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      (i, changes) => {
        const parts = book.map((part, p) =>
          p === i ? { ...part, content: apply(Buffer.from(part.content), changes) } : part,
        )
        return endsWell(craftZip(parts), 'a.xlsx')
      },
    )
    await fc.assert(property, plan)
  })

  it('random bytes behind the beginnings of all kinds', async () => {
    const beginnings = [
      '',
      'PK\x03\x04',
      '\x1f\x8b\x08\x00',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '{"',
      '\xff\xfe',
      '\xef\xbb\xbf',
      'a,b\n',
    ]
    const property = fc.asyncProperty(
      fc.constantFrom(...beginnings),
      fc.uint8Array({ maxLength: 3000 }),
      (beginning, bytes) => endsWell(Buffer.concat([Buffer.from(beginning, 'latin1'), bytes]), 'a'),
    )
    await fc.assert(property, plan)
  })
})
