import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textWidth, wrapText } from './text'

const dense = (text: string) => text.replaceAll(/\s+/g, '')

describe('textWidth', () => {
  it('counts a Chinese character as one em and a digit as less', () => {
    expect(textWidth('广东', 10)).toBe(20)
    expect(textWidth('1234', 10)).toBeLessThan(30)
  })
})

describe('wrapText', () => {
  it('breaks English at spaces and Chinese after any character', () => {
    expect(wrapText('Working mechanisms for talent', 130, 12)).toEqual([
      'Working',
      'mechanisms for',
      'talent',
    ])
    expect(wrapText('广西壮族自治区', 48, 12)).toEqual(['广西壮族', '自治区'])
  })

  it('divides a word that is longer than a line after its hyphen', () => {
    expect(wrapText('Enterprise-funded R&D', 110, 12)).toEqual(['Enterprise-', 'funded R&D'])
  })

  it('begins no line with a comma or a closing bracket', () => {
    expect(wrapText('产业结构（泰尔指数），比值', 60, 12).every((line) => !/^[，）]/.test(line))).toBe(true)
  })

  it('never loses a character, and keeps every line within the width', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9%（），广东省]{1,24}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 40, max: 300 }),
        (words, width) => {
          const text = words.join(' ')
          const lines = wrapText(text, width)
          expect(dense(lines.join(''))).toBe(dense(text))
          for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
