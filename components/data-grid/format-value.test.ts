import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParseOptions, parseNumber } from '@/lib/parse-number'
import { exactText, valueFormatter } from './format-value'

const value = (text: string, options?: ParseOptions) => {
  const read = parseNumber(text, options)
  return read.ok ? read.value : read.reason
}

describe('format-value', () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)

  test('the exact text of a value reads back as the same value', () => {
    fc.assert(
      fc.property(finite, fc.boolean(), (x, decimalComma) => {
        expect(value(exactText(x, { decimalComma }), { decimalComma })).toBe(x)
      }),
    )
  })

  test('a value formatted with all its digits reads back as the same value', () => {
    const moderate = fc.double({ min: -1e15, max: 1e15, noNaN: true }).filter((x) => Math.abs(x) > 0.01)
    for (const locale of ['en', 'zh']) {
      const format = valueFormatter(locale, 20)
      fc.assert(
        fc.property(moderate, (x) => {
          expect(value(format(x))).toBe(x)
        }),
      )
    }
  })
})
