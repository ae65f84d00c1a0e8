import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTsv, serializeHtml, serializeTsv } from './clipboard'

describe('parseTsv', () => {
  test('reads a block as Excel copies it, with the line break at the end', () => {
    expect(parseTsv('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('reads the line breaks of every system, and a last row without one', () => {
    expect(parseTsv('1\n2\r3')).toEqual([['1'], ['2'], ['3']])
  })

  test('reads a quoted cell with a line break, a tab and quotes inside', () => {
    expect(parseTsv('"a\nb\t""c"""\t2\r\n')).toEqual([['a\nb\t"c"', '2']])
  })

  test('keeps empty cells, also the last one of a row', () => {
    expect(parseTsv('\t\t\r\n1\t\t')).toEqual([
      ['', '', ''],
      ['1', '', ''],
    ])
  })

  test('leaves ragged rows ragged', () => {
    expect(parseTsv('1\n2\t3\n')).toEqual([['1'], ['2', '3']])
  })

  test('an empty row in the middle is one empty cell', () => {
    expect(parseTsv('1\n\n2\n')).toEqual([['1'], [''], ['2']])
  })

  test('an empty clipboard has no rows; one empty cell has one', () => {
    expect(parseTsv('')).toEqual([])
    expect(parseTsv('\r\n')).toEqual([['']])
  })

  test('a quote that does not enclose a cell is an ordinary character', () => {
    expect(parseTsv('"a\tb\n"c"d\t5" pipe')).toEqual([
      ['"a', 'b'],
      ['"c"d', '5" pipe'],
    ])
  })
})

describe('serializeTsv', () => {
  test('quotes only what needs it', () => {
    expect(serializeTsv([['1', 'a"b', '"c', 'd\ne']])).toBe('1\ta"b\t"""c"\t"d\ne"\r\n')
  })

  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a', '1'), maxLength: 8 }),
  )
  const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })

  test('what is written reads back the same, ragged rows included', () => {
    fc.assert(
      fc.property(block, (rows) => {
        expect(parseTsv(serializeTsv(rows))).toEqual(rows)
      }),
    )
  })

  test('reading never loses text outside quotes and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\t', '\n', '\r', 'a'), maxLength: 40 }), (text) => {
        const rows = parseTsv(text)
        expect(rows.every((row) => row.length > 0)).toBe(true)
        expect(rows.length > 0).toBe(text.length > 0)
      }),
    )
  })
})

test('a table for other programs holds the texts, and none of them is taken for markup', () => {
  expect(
    serializeHtml([
      ['1', 'a<b&c'],
      ['', '2'],
    ]),
  ).toBe('<table><tr><td>1</td><td>a&lt;b&amp;c</td></tr><tr><td></td><td>2</td></tr></table>')
})
