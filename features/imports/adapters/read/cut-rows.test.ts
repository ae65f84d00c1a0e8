import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type RawRow, separators } from '@/features/imports/schema'
import { RowCutter } from './cut-rows'
import { decodeStrictly, wholeCharacters } from './decode'

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '北', '"', ',', ';', '\t', '|', '\n', ' ', '1'), maxLength: 20 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
)
/** A last cell that holds something: empty ones at the end are left out, and so are rows without any. */
const row = fc
  .tuple(
    fc.array(cell, { maxLength: 5 }),
    cell.filter((text) => text !== ''),
  )
  .map(([rest, last]) => [...rest, last])
const table = fc.array(row, { minLength: 1, maxLength: 20 })

const mustQuote = /["\n\r,;\t|]/
const written = (rows: readonly (readonly string[])[], separator: string, end: string, all: boolean) =>
  rows
    .map((cells) =>
      cells
        .map((text) => (all || mustQuote.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
        .join(separator),
    )
    .join(end)

it('what is written after RFC 4180 is read back, wherever the pieces end', () => {
  const property = fc.property(
    table,
    fc.constantFrom(...separators),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
    (rows, separator, end, all, sizes) => {
      const text = written(rows, separator, end, all)
      const read: RawRow[] = []
      const cutter = new RowCutter(separator, (found) => read.push(found))
      for (let at = 0, i = 0; at < text.length; i++) {
        const size = sizes[i % sizes.length] ?? 1
        cutter.push(text.slice(at, at + size))
        at += size
      }
      cutter.end()
      expect(read.map(({ cells }) => cells)).toEqual(
        rows.map((cells) => cells.map((each) => (each === '' ? null : each))),
      )
      const lines = rows.map((cells) => 1 + cells.join('').split('\n').length - 1)
      expect(read.map((found) => found.row)).toEqual(
        lines.map((_, i) => 1 + lines.slice(0, i).reduce((a, b) => a + b, 0)),
      )
    },
  )
  fc.assert(property, { seed: 4180, numRuns: 1000 })
})

it('bytes cut anywhere become the same characters', () => {
  const property = fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, place) => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le')
      const all = encoding === 'utf-16be' ? bytes.swap16() : bytes
      const cut = place % (all.length + 1)
      const whole = wholeCharacters(all.subarray(0, cut), encoding)
      expect(cut - whole).toBeLessThan(4)
      const read = [all.subarray(0, whole), all.subarray(whole)].map((part) => decodeStrictly(part, encoding))
      expect(read.join('')).toBe(text)
    }
  })
  fc.assert(property, { seed: 16, numRuns: 1000 })
})
