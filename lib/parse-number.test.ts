import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ParseOptions, parseNumber } from './parse-number'

const value = (text: string, options?: ParseOptions) => {
  const read = parseNumber(text, options)
  return read.ok ? read.value : read.reason
}

describe('parseNumber', () => {
  test.each([
    ['12.5', 12.5],
    [' 12.5\u00a0', 12.5],
    ['+7', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['1e308', 1e308],
    ['1.2E+05', 120000],
    ['0', 0],
    ['0.000', 0],
  ])('reads %j as the plain number %d', (text, expected) => {
    expect(parseNumber(text)).toEqual({ ok: true, value: expected })
  })

  test.each([
    '-3.5',
    '\u22123.5',
    '\uff0d3.5',
    '\u20103.5',
    '\u20113.5',
    '\u20123.5',
    '–3.5',
    '\ufe633.5',
    '- 3.5',
  ])('reads the minus sign of %j', (text) => {
    expect(value(text)).toBe(-3.5)
  })

  test.each([
    '-',
    '--',
    '—',
    '——',
    '–',
    '\u2212',
    '\uff0d',
    '...',
    '…',
    '……',
    '..',
    ':',
    'n/a',
    'N/A',
    'n.a.',
    'NA',
    '#N/A',
  ])('reads %j as not observed', (text) => {
    expect(parseNumber(text)).toEqual({ ok: true, value: null, note: 'missing' })
  })

  test('an empty text is not observed, never 0', () => {
    expect(parseNumber('')).toEqual({ ok: true, value: null })
    expect(parseNumber(' \u3000\u200b')).toEqual({ ok: true, value: null })
  })

  test.each([
    ['１２３．５', 123.5],
    ['－１２，３４５', -12345],
    ['3。5', 3.5],
  ])('reads the full-width %j', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test.each([
    ['1,234', 1234],
    ['1,234,567.89', 1234567.89],
    ['1 234 567', 1234567],
    ['1\u202f234,567', 'ambiguousComma'],
    ["1'234'567", 1234567],
    ['1,23', 'ambiguousComma'],
    ['1,5', 'ambiguousComma'],
    ['1,2345', 'ambiguousComma'],
    ['1234,567', 'ambiguousComma'],
    ['1.234,5', 'ambiguousComma'],
    [',5', 'ambiguousComma'],
  ])('thousands marks: %j gives %j', (text, expected) => {
    expect(value(text)).toBe(expected)
  })

  test.each([
    ['1,5', 1.5],
    ['1.234,5', 1234.5],
    ['1.234', 1234],
    ['1 234,5', 1234.5],
    ['1.5', 'ambiguousPoint'],
    ['1,234.5', 'ambiguousPoint'],
    ['1,234,5', 'ambiguousComma'],
  ])('with a decimal comma %j gives %j', (text, expected) => {
    expect(value(text, { decimalComma: true })).toBe(expected)
  })

  test('a % sign is taken away and said', () => {
    expect(parseNumber('3.42%')).toEqual({ ok: true, value: 3.42, note: 'mark' })
    expect(value('3.42 ％')).toBe(3.42)
  })

  test('a mark moves the decimal point exactly where multiplying would not', () => {
    const marks = { '%': 0, '‰': -1, 万: 4, 亿: 8, 万亿: 12 }
    expect(1.005 * 1e4).not.toBe(10050)
    expect(parseNumber('1.005万', { marks })).toEqual({ ok: true, value: 10050, note: 'multiplied' })
    expect(value('0.3亿', { marks })).toBe(30000000)
    expect(value('1.2万亿', { marks })).toBe(1200000000000)
    expect(value('7‰', { marks })).toBe(0.7)
  })

  test('a mark that makes no sense in the unit is not guessed', () => {
    expect(value('3万')).toBe('unknownMark')
    expect(value('3‰')).toBe('unknownMark')
    expect(value('3%', { marks: {} })).toBe('unknownMark')
    expect(value('3constructor')).toBe('notNumber')
  })

  test.each([
    'Infinity',
    '-Infinity',
    'NaN',
    '0x10',
    '1_000',
    '12.3.4',
    'abc',
    '12abc',
    '¥12',
    '(5)',
    '5-',
    '1-2',
    '=1+1',
    '12²',
    '١٢',
    '.',
    ',',
  ])('does not take %j', (text) => {
    expect(parseNumber(text).ok).toBe(false)
  })

  test.each([
    ['12.3p', 12.3, 'P'],
    ['12.3 P', 12.3, 'P'],
    ['12.3(p)', 12.3, 'P'],
    ['12.3 (P)', 12.3, 'P'],
    ['12.3e', 12.3, 'E'],
    ['1.5e3e', 1500, 'E'],
    ['12.3b', 12.3, 'B'],
    ['1,234 f', 1234, 'F'],
    ['-3d', -3, 'D'],
    ['12.3u', 12.3, 'U'],
    ['12.3n', 12.3, 'N'],
    ['１２．３ｐ', 12.3, 'P'],
    ['3.42%p', 3.42, 'P'],
    // Eurostat's s is an estimate of its own, the code list's S a strike or another special event.
    ['12.3s', 12.3, 'E'],
    ['12.3S', 12.3, 'S'],
    // A revised value is a normal one.
    ['12.3r', 12.3, 'A'],
  ])('reads the status letter of %j', (text, expected, status) => {
    expect(parseNumber(text)).toMatchObject({ ok: true, value: expected, status })
  })

  test.each([
    [': c', 'Q'],
    [':z', 'M'],
    ['… (M)', 'M'],
    ['- l', 'L'],
  ])('reads why nothing was observed in %j', (text, status) => {
    expect(parseNumber(text)).toEqual({ ok: true, value: null, note: 'missing', status })
  })

  test('letters that mean a power, a lack of value or nothing are not taken for a status', () => {
    for (const text of [
      '12k',
      '12M',
      '12 c',
      '12 o',
      '12 z',
      '12q',
      '12.3*',
      '12.3p*',
      '12ap?',
      'p',
      'p12',
    ]) {
      expect(value(text), text).toBe('notNumber')
    }
    expect(value('12.3ep')).toBe('manyStatuses')
    expect(value('0x10')).toBe('notNumber')
  })

  test('two lines are not one number', () => {
    expect(value('1\n234')).toBe('notNumber')
    expect(value('234\n')).toBe(234)
  })

  test('a letter never changes the number beside it', () => {
    const letter = fc.constantFrom(...'bdefgijnpsuvwBDEFGIJNPSUVW'.split(''))
    const number = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(number, letter, fc.constantFrom('', ' '), (n, status, gap) => {
        expect(value(`${n}${gap}${status}`)).toBe(n + 0)
      }),
    )
  })

  test('refuses what a double cannot hold instead of making it infinite or 0', () => {
    expect(value('1e999')).toBe('tooLarge')
    expect(value('-1e999')).toBe('tooLarge')
    expect(value('1e-999')).toBe('tooSmall')
    expect(value('9'.repeat(101))).toBe('tooLong')
  })

  test('says so when a text has more digits than a double', () => {
    expect(parseNumber('12345678901234567890')).toEqual({
      ok: true,
      value: 1.2345678901234567e19,
      note: 'precision',
    })
    expect(parseNumber('12000000000000000000000')).toEqual({ ok: true, value: 1.2e22 })
  })

  test('minus zero is zero', () => {
    expect(Object.is(value('-0.0'), 0)).toBe(true)
  })

  test('never throws and never gives an infinite value', () => {
    const glyph = fc.constantFrom(...'0123456789.,-+eE%‰万亿 —…１－，。\'"abcp():'.split(''))
    fc.assert(
      fc.property(fc.string({ unit: glyph, maxLength: 12 }), fc.boolean(), (text, decimalComma) => {
        const read = parseNumber(text, { decimalComma })
        if (read.ok && read.value !== null) expect(Number.isFinite(read.value)).toBe(true)
      }),
    )
  })
})

describe('a mark behind a leading zero', () => {
  test.each([
    ['0,500', {}, 'ambiguousComma'],
    ['00,500', {}, 'ambiguousComma'],
    ['-0,500', {}, 'ambiguousComma'],
    ['0,500', { decimalComma: true }, 0.5],
    ['0.123', { decimalComma: true }, 'ambiguousPoint'],
    ['0.123', {}, 0.123],
    ['10,500', {}, 10_500],
  ] as const)('%j with %j is %j', (text, options, expected) => {
    expect(value(text, options)).toBe(expected)
  })
})
