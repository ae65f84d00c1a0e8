import { describe, expect, it } from 'vitest'
import { drawnNumber, numberAxis, rankAxis, yearAxis } from './scale'

const format = { locale: 'en', decimals: 2 }
const labels = (axis: { readonly ticks: readonly { readonly label: string }[] }) =>
  axis.ticks.map((tick) => tick.label)

describe('numberAxis', () => {
  it('has round ticks that enclose all values, in the language of the page', () => {
    const axis = numberAxis({ values: [31_234, 198_765], range: [300, 0], format, count: 5 })
    expect(labels(axis)).toEqual(['0', '50,000', '100,000', '150,000', '200,000'])
    expect(axis.at(0)).toBe(300)
    expect(axis.at(200_000)).toBe(0)
  })

  it('writes % at the ticks and no other unit', () => {
    const values = [0.3, 2.1]
    const percent = numberAxis({ values, range: [0, 1], format: { ...format, unit: '%' }, count: 4 })
    expect(labels(percent)).toContain('1.5%')
    const long = numberAxis({
      values,
      range: [0, 1],
      format: { ...format, unit: 'tce per 10k CNY' },
      count: 4,
    })
    expect(labels(long)).toContain('1.5')
  })

  it('gives equal values and no values room', () => {
    expect(numberAxis({ values: [4, 4], range: [0, 10], format, count: 4 }).at(4)).toBe(5)
    expect(numberAxis({ values: [], range: [0, 10], format, count: 4 }).domain).toEqual([0, 1])
  })

  it('keeps a given domain as it is', () => {
    expect(numberAxis({ values: [3], range: [0, 100], format, count: 5, domain: [0, 100] }).at(25)).toBe(25)
  })
})

describe('rankAxis', () => {
  it('has 1 on top and whole numbers only', () => {
    const axis = rankAxis(31, [300, 0], 'en')
    expect(labels(axis)).toEqual(['1', '5', '10', '15', '20', '25', '30'])
    expect(axis.at(1)).toBeLessThan(axis.at(31))
    expect(labels(rankAxis(3, [100, 0], 'en'))).toEqual(['1', '2', '3'])
  })
})

describe('yearAxis', () => {
  it('always writes the first and the last year, and drops round years that would touch them', () => {
    const years = Array.from({ length: 14 }, (_, i) => 2010 + i)
    expect(labels(yearAxis(years, [0, 150]))).toEqual(['2010', '2015', '2023'])
    expect(labels(yearAxis([2020], [0, 200]))).toEqual(['2020'])
    expect(labels(yearAxis([], [0, 200]))).toEqual([])
  })

  it('has no thousands mark in a year', () => {
    expect(labels(yearAxis([2010, 2023], [0, 900])).every((label) => /^\d{4}$/.test(label))).toBe(true)
  })
})

describe('drawnNumber', () => {
  it('writes the sign of a change and leaves long units to the subtitle', () => {
    expect(drawnNumber(2.5, { locale: 'en', decimals: 1, isSigned: true })).toBe('+2.5')
    expect(drawnNumber(3.421, { locale: 'en', decimals: 2, unit: '%' })).toBe('3.42%')
    expect(drawnNumber(3.4, { locale: 'zh', decimals: 1, unit: '亿元' })).toBe('3.4')
    expect(drawnNumber(null, { locale: 'zh', decimals: 1 })).toBe('–')
  })
})
