import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, csvFile, plainText } from './csv'

describe('csvCell', () => {
  it('writes numbers in full and null as an empty cell', () => {
    expect(csvCell(0.1 + 0.2)).toBe('0.30000000000000004')
    expect(csvCell(-1e-7)).toBe('-1e-7')
    expect(csvCell(null)).toBe('')
    expect(csvCell(0)).toBe('0')
  })

  it('quotes commas, quotes and line ends', () => {
    expect(csvCell('a,b')).toBe('"a,b"')
    expect(csvCell('say "x"')).toBe('"say ""x"""')
    expect(csvCell('a\nb')).toBe('"a\nb"')
  })

  it('makes text that begins like a formula safe', () => {
    for (const text of ['=1+1', '+1', '-1', '@x']) expect(csvCell(text)).toBe(`'${text}`)
    expect(csvCell('\n=1+1')).toBe(`"'\n=1+1"`)
  })
})

describe('plainText', () => {
  it('takes back what made a text safe, and nothing else', () => {
    for (const text of ['=1+1', "'=1", "''-", "'", "'quoted'", 'plain', '', "'tis"]) {
      expect(plainText(csvCell(text).replaceAll('"', ''))).toBe(text)
    }
  })

  it('leads any text back to itself', () => {
    const text = fc.string({ unit: fc.constantFrom("'", '=', '-', '\t', 'a', '@') })
    fc.assert(
      fc.property(text, (one) => {
        expect(plainText(csvCell(one))).toBe(one)
      }),
    )
  })
})

describe('csvFile', () => {
  it('begins with a byte order mark and ends lines with CRLF', () => {
    expect(
      csvFile([
        ['地区', 'value'],
        ['广东', 1.5],
      ]),
    ).toBe('\uFEFF地区,value\r\n广东,1.5\r\n')
  })
})
