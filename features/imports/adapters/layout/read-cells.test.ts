import { describe, expect, it, test } from 'vitest'
import { bareTitle, nameOf, readPreamble } from './preamble'
import { readEurostat, readStatus, readValue } from './read-value'
import { readYear, yearInTitle } from './read-year'
import { splitUnit, titleParts } from './title-parts'

describe('readYear', () => {
  test.each([
    [2023, 2023],
    ['2023', 2023],
    ['2023年', 2023],
    ['２０２３年', 2023],
    ['2023 年度', 2023],
    ['2023年末', 2023],
    ['FY2023', 2023],
    ['2023.0', 2023],
    ['2023-12-31', 2023],
    ['2023-01-01T00:00:00', 2023],
    ['2023/1/1', 2023],
    ['2010 [YR2010]', 2010],
    ['2023-A1', 2023],
    ['2023年（初步）', 2023],
    ['二〇二三年', 2023],
    [' 1999 ', 1999],
  ])('reads %j', (cell, year) => {
    expect(readYear(cell)).toBe(year)
  })

  test.each([
    1899,
    2201,
    2023.5,
    '2023-Q1',
    '2023-05',
    '2023-S1',
    '2023/24',
    '23',
    '12023',
    'x',
    '',
    null,
    '1e3 ',
    '0x7E',
    '地区',
  ])('does not take %j for a year', (cell) => {
    expect(readYear(cell)).toBeNull()
  })

  it('finds the one year of a title', () => {
    expect(yearInTitle('2023年各地区生产总值')).toBe(2023)
    expect(yearInTitle('2010-2020')).toBeNull()
    expect(yearInTitle('GDP')).toBeNull()
  })
})

describe('readValue', () => {
  const value = (cell: string | number | null, shift = 0) => {
    const read = readValue(cell, { shift, marks: { 万: 4, '%': 0 } })
    return read.ok ? read.value : read.code
  }

  it('moves the decimal point of the text and multiplies nothing', () => {
    expect(value('361026', -4)).toBe(36.1026)
    expect(value('0.1', -1)).toBe(0.01)
    expect(value('1,234.5', -4)).toBe(0.12345)
    expect(value('1.1', 3)).toBe(1100)
    expect(value(0.1, 3)).toBe(100)
    expect(value(1.5e-7, 4)).toBe(0.0015)
    expect(value('1.2万', -4)).toBe(1.2)
    expect(value('-0')).toBe(0)
  })

  test.each(['NaN', 'Infinity', '-inf', '∞', Number.NaN, Number.POSITIVE_INFINITY])('refuses %j', (cell) => {
    expect(value(cell)).toBe('notFinite')
  })

  test.each([
    ['1e308', 'tooLarge'],
    [1e308, 'tooLarge'],
    ['1e999', 'tooLarge'],
    ['1e-999', 'tooSmall'],
    ['#DIV/0!', 'formulaError'],
    ['abc', 'notNumber'],
    ['1,23', 'ambiguousComma'],
  ])('refuses %j as %s', (cell, code) => {
    expect(value(cell)).toBe(code)
  })

  it('keeps every digit that a double can hold', () => {
    expect(value('1252.8678809691996')).toBe(1252.8678809691996)
    expect(value('2.799787851980781e-05')).toBe(2.799787851980781e-5)
  })
})

describe('a value of Eurostat', () => {
  const read = (cell: string) => {
    const one = readEurostat(cell, {})
    return one.ok ? [one.value, String.fromCharCode(one.status)] : one.code
  }

  it('has its letters behind a space, of which the weightiest is kept', () => {
    expect(read('12.3 p')).toEqual([12.3, 'P'])
    expect(read('12.3 bep')).toEqual([12.3, 'B'])
    expect(read('12.3')).toEqual([12.3, '\0'])
    expect(read(': c')).toEqual([Number.NaN, 'Q'])
    expect(read(': bu')).toEqual([Number.NaN, '\0'])
    expect(read(':')).toEqual([Number.NaN, '\0'])
  })

  it('takes a status in its own column by code, label or letter', () => {
    const status = (text: string) => {
      const code = readStatus(text)
      return code ? String.fromCharCode(code) : code
    }
    expect(['P', 'p', 'P: Provisional', 's', 'z', 'r', '', 'XX', '?'].map(status)).toEqual([
      'P',
      'P',
      'P',
      'E',
      'M',
      'A',
      0,
      null,
      null,
    ])
  })
})

describe('a title', () => {
  test.each([
    ['GDP（亿元）', 'GDP', '亿元'],
    ['地区生产总值(万元)', '地区生产总值', '万元'],
    ['Population, 10,000 persons', 'Population', '10,000 persons'],
    ['GDP (current US$)', 'GDP', 'current US$'],
    ['R&D expenditure (% of GDP)', 'R&D expenditure', '% of GDP'],
    ['Population, total', 'Population, total', ''],
    ['R&D intensity (GERD as % of GDP)', 'R&D intensity (GERD as % of GDP)', ''],
    ['失业率（城镇）', '失业率（城镇）', ''],
  ])('%j is %j in %j', (title, name, unit) => {
    expect(splitUnit(title)).toEqual({ name, unit })
  })

  it('of a merged header says year, name and unit', () => {
    expect(titleParts('地区生产总值 | (亿元) | 2023年')).toEqual({
      year: 2023,
      name: '地区生产总值',
      unit: '亿元',
    })
  })

  test.each([
    ['2-5 各地区生产总值（2023年）', '地区生产总值'],
    ['表1 分地区年末人口', '年末人口'],
    ['Table 3. Population', 'Population'],
    ['2023年各省R&D经费', 'R&D经费'],
  ])('%j is about %j', (title, name) => {
    expect(bareTitle(title)).toBe(name)
  })

  it('of a sheet or a file may say nothing', () => {
    expect(nameOf('Sheet1')).toBeUndefined()
    expect(nameOf('工作表2')).toBeUndefined()
    expect(nameOf('data.csv')).toBeUndefined()
    expect(nameOf('gdp_per_capita.xlsx')).toBe('gdp per capita')
  })

  it('and the lines below it say unit and region', () => {
    const rows = [['表1 各地区生产总值', null, '（单位：亿元）'], ['地区：北京市']].map((cells, i) => ({
      row: i + 1,
      cells,
    }))
    expect(readPreamble(rows)).toEqual({ indicator: '地区生产总值', unit: '亿元', region: '北京市' })
  })
})
