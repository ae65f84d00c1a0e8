import { describe, expect, test } from 'vitest'
import { parseNumber } from '@/lib/parse-number'
import { marksOf } from './units'

const read = (text: string, unit: string) => parseNumber(text, { marks: marksOf(unit) })

describe('marksOf', () => {
  test.each([
    ['3.5%', '%', 3.5],
    ['3‰', '%', 0.3],
    ['3‰', '‰', 3],
    ['1.2万', '人', 12_000],
    ['1.2万', '件/万人', 12_000],
    ['1.2亿', '亿元', 1.2],
    ['5000万', '亿元', 0.5],
    ['1.2万亿', '亿元', 12_000],
    ['2亿', '万元', 20_000],
    ['5亿', '100 million yuan', 5],
    ['3万', '10,000 persons', 3],
    ['3万', '吨', 30_000],
    ['3万', '万吨', 3],
    ['12%', 'percent', 12],
    ['2%', '‰', 20],
    ['12%', 'ratio', 0.12],
  ])('%s in %s is %d', (text, unit, expected) => {
    expect(read(text, unit)).toMatchObject({ ok: true, value: expected })
  })

  test.each([
    ['1.2万', '%'],
    ['50%', '亿元'],
    ['50%', 'years'],
  ])('%s does not fit %s', (text, unit) => {
    expect(read(text, unit)).toEqual({ ok: false, reason: 'unknownMark' })
  })
})
