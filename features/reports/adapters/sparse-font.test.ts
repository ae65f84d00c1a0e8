import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontFiles } from './fonts'
import { sparseFont } from './sparse-font'

const [file = ''] = fontFiles()
const drawing = (text: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="40" font-family="Noto Sans SC"><text x="5" y="25">${text}</text></svg>`

function drawn(svg: string, font: string): Buffer {
  const options = { font: { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: 'Noto Sans SC' } }
  return Buffer.from(new Resvg(svg, options).render().pixels)
}

describe('sparseFont', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'sparse-font-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(['广东省', 'Guangdong', 'AVATo', '54.4', 'ñéó', 'Żółć', '✓↑↗→↓·', '（2019年）', '\u{1f600}'])(
    'draws %s exactly as the whole font does',
    (text) => {
      const sparse = join(folder, 'kept.ttf')
      writeFileSync(sparse, sparseFont(readFileSync(file), text))
      expect(drawn(drawing(text), sparse).equals(drawn(drawing(text), file))).toBe(true)
    },
  )

  it('leaves the outlines of other characters out, and most of the size with them', () => {
    const whole = readFileSync(file)
    const sparse = sparseFont(whole, 'abc')
    const path = join(folder, 'abc.ttf')
    writeFileSync(path, sparse)
    expect(sparse.length).toBeLessThan(whole.length / 10)
    expect(drawn(drawing('省'), path).equals(drawn(drawing(''), path))).toBe(true)
  })

  it('gives the same bytes for the same characters in any order', () => {
    const whole = readFileSync(file)
    expect(sparseFont(whole, 'cab').equals(sparseFont(whole, 'abcabc'))).toBe(true)
  })

  it('refuses what is no TrueType font', () => {
    expect(() => sparseFont(Buffer.from('OTTO, and so on'), 'a')).toThrow(RangeError)
    expect(() => sparseFont(Buffer.alloc(0), 'a')).toThrow(RangeError)
  })
})
