import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseNumber } from '@/lib/parse-number'
import { withFullPrecision } from './full-precision'

describe('withFullPrecision', () => {
  test.each([
    ['12.35', '12.345678', '12.345678'],
    ['1,234.50', '1234.4967', '1234.4967'],
    ['1.234,50', '1234.4967', '1234.4967'],
    ['12.35%', '0.123456', '12.3456%'],
    ['7.1‰', '0.0071234', '7.1234‰'],
    // The percent sign is only written, the value is in percent.
    ['12.35%', '12.345', '12.345%'],
    ['1.2万', '12345', '1.2345万'],
    ['1.23亿', '123456789', '1.23456789亿'],
    // A format that leaves the thousands out: what is seen counts.
    ['12', '12345', '12.345'],
    ['(12.35)', '-12.345678', '-12.345678'],
    ['¥1,234.50', '1234.4967', '1234.4967'],
    ['1.23E+05', '123456.789', '123456.789'],
    ['0', '1E-05', '0.00001'],
    ['12.3p', '12.34', '12.34p'],
    ['100', '100', '100'],
  ])('%j over %s is %j', (shown, raw, expected) => {
    expect(withFullPrecision(shown, raw, false)).toBe(expected)
  })

  test('what is no rounding of the value stays: dates, codes, texts', () => {
    for (const [shown, raw] of [
      ['2023/1/5', '44931'],
      ['2023', '44931'],
      ['Jan-23', '44931'],
      ['n/a', '0'],
      ['12.3', 'abc'],
      ['12.3', ''],
    ] as const) {
      expect(withFullPrecision(shown, raw, false)).toBe(shown)
    }
  })

  test('writes a decimal comma where one is read', () => {
    expect(withFullPrecision('12,35', '12.3456', true)).toBe('12,3456')
  })

  test('no value shown with fewer digits loses any of them', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (n, decimals) => {
        const read = parseNumber(withFullPrecision(n.toFixed(decimals), String(n), false))
        expect(read).toMatchObject({ ok: true, value: n + 0 })
      }),
    )
  })
})
