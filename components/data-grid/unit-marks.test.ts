import { describe, expect, test } from 'vitest'
import { parseNumber } from '@/lib/parse-number'
import { marksOfUnit } from './unit-marks'

const read = (text: string, unit: string) => parseNumber(text, { marks: marksOfUnit(unit) })

describe('marksOfUnit', () => {
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
