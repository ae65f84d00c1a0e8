import { describe, expect, it, test } from 'vitest'
import { exponentBetween, exponentWith, isOneMeasure, parseUnit } from './units'

describe('parseUnit', () => {
  test.each([
    ['元', 'cny', 0],
    ['千元', 'cny', 3],
    ['万元', 'cny', 4],
    ['百万元', 'cny', 6],
    ['亿元', 'cny', 8],
    ['万亿元', 'cny', 12],
    ['单位：亿元', 'cny', 8],
    ['（亿元）', 'cny', 8],
    ['人', 'person', 0],
    ['万人', 'person', 4],
    ['亿人', 'person', 8],
    ['%', 'share', -2],
    ['‰', 'share', -3],
    ['% of GDP', 'share', -2],
    ['per cent', 'share', -2],
    ['吨', 'g', 6],
    ['万吨', 'g', 10],
    ['万公顷', 'm²', 8],
    ['亿千瓦时', 'wh', 11],
    ['元/人（当年价）', 'cny/person', 0],
    ['件/万人', 'item/person', -4],
    ['CNY 100 million', 'cny', 8],
    ['hundred million CNY', 'cny', 8],
    ['hundred million CNY( at 1997 price)', 'cny', 8],
    ['10k CNY (ar current price)', 'cny', 4],
    ['100 million yuan', 'cny', 8],
    ['10,000 persons', 'person', 4],
    ['10k person', 'person', 4],
    ['1 person', 'person', 0],
    ['thousand persons', 'person', 3],
    ['persons (thousands)', 'person', 3],
    ['US$ million', 'usd', 6],
    ['billion euro', 'eur', 9],
    ['MIO_EUR', 'eur', 6],
    ['THS_PER', 'person', 3],
    ['emission of effluent (10 k ton)', 'g', 10],
    ['services of consumer durables-urban, CNY per person ( at current price)', 'cny/person', 0],
    ['capital stock(hundred million CNY, at 1997 price)', 'cny', 8],
    ['constant 2015 US$', 'usd', 0],
    ['10k couple', 'couple', 4],
    ['10^6 euro', 'eur', 6],
    ['10^6 EUR', 'eur', 6],
    ['10⁶ EUR', 'eur', 6],
    ['million EUR', 'eur', 6],
    ['10^8元', 'cny', 8],
    ['10^3 t', 'g', 9],
  ])('reads %j', (text, base, exponent) => {
    expect(parseUnit(text.replace(/^（(.*)）$/, '$1'))).toMatchObject({ base, exponent })
  })

  test.each([
    ['hundred million CNY( at 1997 price)', 'constant 1997'],
    ['hundred million CNY (at current price)', 'current'],
    ['元/人（当年价）', 'current'],
    ['亿元（2015年价）', 'constant 2015'],
    ['亿元(不变价)', 'constant'],
    ['CNY per person at current prices', 'current'],
    ['constant 2015 US$', 'constant 2015'],
    ['万元', null],
  ])('finds the price basis of %j', (text, price) => {
    expect(parseUnit(text)?.price).toBe(price)
  })

  it('keeps apart what is measured in the same unit', () => {
    expect(isOneMeasure('emission of dust (ton)', 'emission of sulfur dioxide (ton)')).toBe(false)
    expect(isOneMeasure('hundred million CNY( at 1997 price)', 'hundred million CNY (at 1997 price)')).toBe(
      true,
    )
    expect(isOneMeasure('minutes per day of male', 'minutes per day of female')).toBe(false)
    expect(isOneMeasure('万元', '亿元')).toBe(true)
  })
})

describe('exponentBetween', () => {
  test.each([
    ['万元', ['亿元'], -4],
    ['亿元', ['CNY 10,000', '万元'], 4],
    ['万人', ['persons', '人'], 4],
    ['‰', ['%', '%'], -1],
    ['', ['亿元'], 0],
    ['得分', ['score', '得分'], 0],
    ['件/人', ['patents per 10,000 persons', '件/万人'], 4],
    ['CNY', ['CNY per person', '元/人'], null],
    ['亿元', ['吨', 't'], null],
    ['hundred million CNY (at 1997 price)', ['100 million CNY at current prices'], null],
    ['亿元', ['hundred million CNY (at 1997 price)'], null],
    ['亿元', ['CNY (at current price)'], 8],
    ['whatever this is', ['Whatever  this is'], 0],
    ['ratio', ['%'], null],
  ])('leads from %j to %j by 10^%j', (from, ours, exponent) => {
    expect(exponentBetween(from, ours)).toBe(exponent)
  })
})

describe('exponentWith', () => {
  test.each([
    ['', 8, ['CNY 100 million', '亿元'], 0],
    ['', 6, ['CNY 100 million', '亿元'], -2],
    ['', 0, ['亿元'], -8],
    ['', null, ['亿元'], 0],
    ['', 4, ['10,000 t', '万吨'], 0],
    ['', 0, ['%'], 0],
    ['CNY', 8, ['亿元'], 0],
    ['EUR', 6, ['million EUR'], 0],
    ['亿元', 0, ['亿元'], 0],
    ['亿元', 8, ['亿元'], null],
    ['million EUR', 6, ['EUR'], null],
    ['吨', 8, ['亿元'], null],
  ])('reads %j with UNIT_MULT %j as ours %j by 10^%j', (from, power, ours, exponent) => {
    expect(exponentWith(from, power, ours)).toBe(exponent)
  })
})
