import { describe, expect, it, test } from 'vitest'
import { bareRegionName, normaliseName } from '../match/normalise-name'
import { bareTitle, nameOf, readPreamble } from './preamble'
import { readEurostat } from './read-value'
import { observations, readTable } from './test-table'
import { splitUnit, titleParts } from './title-parts'

const size = 32_000
const long: readonly (readonly [string, string])[] = [
  ['blanks', `(${' '.repeat(size)}x`],
  ['ideographic blanks', `x${'\u3000'.repeat(size)}x`],
  ['brackets', '('.repeat(size)],
  ['pairs of brackets', `${'( )'.repeat(size / 3)}x`],
  ['small letters', `${'b'.repeat(size)}1`],
  ['peoples', `${'藏'.repeat(size)}x`],
  ['notes', `${'①'.repeat(size)}x`],
  ['commas', `${', '.repeat(size / 2)}x`],
]

/** What takes the square of the length ends, too, but not before the time of a test is over. */
describe('a text as long as a cell may be', () => {
  test.each(long)('of %s ends in every function that looks at one', (_name, text) => {
    expect(readPreamble([{ row: 1, cells: [text] }])).toEqual({})
    expect(bareTitle(text)).toBe(text.trim())
    expect(nameOf(text)).toBeTypeOf('string')
    expect(readEurostat(text, {})).toEqual({ ok: false, code: 'tooLong' })
    expect(splitUnit(text)).toEqual({ name: text.trim(), unit: '' })
    expect(titleParts(text).unit).toBe('')
    expect(bareRegionName(normaliseName(text))).toBe(normaliseName(text))
  })

  test.each(long)('of %s may stand anywhere in a file', async (_name, text) => {
    const read = await readTable([
      [text],
      ['region', 'indicator', 'year', 'value', text],
      ['CN-BJ', 'GDP', 2020, 1, text],
      [text, 'GDP', 2021, 1, null],
      ['CN-BJ', text, 2021, 1, null],
      ['CN-BJ', 'GDP', text, 1, null],
      ['CN-BJ', 'GDP', 2022, text, null],
    ])
    expect(observations(read)).toEqual(['CN-BJ GDP 2020 = 1'])
  })

  it('keeps what is read of short ones', () => {
    expect(readEurostat('12.3  bp ', {})).toMatchObject({ ok: true, value: 12.3 })
    expect(readPreamble([{ row: 1, cells: ['（ 单位：亿元 ）'] }])).toEqual({ unit: '亿元' })
    expect(normaliseName('北京 ①②')).toBe('北京')
  })
})
