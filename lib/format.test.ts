import { describe, expect, it } from 'vitest'
import {
  formatDateTime,
  formatFigure,
  formatNumber,
  formatObserved,
  formatPace,
  formatPercent,
  formatSigned,
  observedFormat,
  withShortUnit,
} from './format'

const en = { locale: 'en', decimals: 1 }

describe('formatNumber', () => {
  it('writes fixed decimals and thousands marks', () => {
    expect(formatNumber(1234.56, { locale: 'en', decimals: 1 })).toBe('1,234.6')
    expect(formatNumber(1234, { locale: 'zh', decimals: 2 })).toBe('1,234.00')
  })

  it('tells null from 0', () => {
    expect(formatNumber(null, en)).toBe('–')
    expect(formatNumber(0, en)).toBe('0.0')
    expect(formatNumber(Number.NaN, en)).toBe('–')
  })

  it('writes a minus sign, and none before what rounds to 0', () => {
    expect(formatNumber(-2.5, en)).toBe('−2.5')
    expect(formatNumber(-0.01, en)).toBe('0.0')
  })

  it('leaves zeros at the end out when asked', () => {
    expect(formatNumber(2.5, { locale: 'en', decimals: 10, trim: true })).toBe('2.5')
    expect(formatNumber(0.1 + 0.2, { locale: 'en', decimals: 10, trim: true })).toBe('0.3')
  })

  it('puts % and Chinese units directly after the number, other units after a no-break space', () => {
    expect(formatNumber(3.42, { locale: 'en', decimals: 2, unit: '%' })).toBe('3.42%')
    expect(formatNumber(3.4, { ...en, locale: 'zh', unit: '亿元' })).toBe('3.4亿元')
    expect(formatNumber(3.4, { ...en, unit: 'CNY per person' })).toBe('3.4\u00a0CNY per person')
  })
})

describe('formatPercent', () => {
  it('writes a share of 1 as a percentage', () => {
    expect(formatPercent(0.0342, { locale: 'en', decimals: 1 })).toBe('3.4%')
    expect(formatPercent(1, { locale: 'zh', decimals: 0 })).toBe('100%')
    expect(formatPercent(null, en)).toBe('–')
  })
})

describe('formatSigned', () => {
  it('shows the direction of a change', () => {
    expect(formatSigned(1.25, { locale: 'en', decimals: 2 })).toBe('+1.25')
    expect(formatSigned(-1.25, { locale: 'en', decimals: 2 })).toBe('−1.25')
    expect(formatSigned(0.001, en)).toBe('0.0')
  })
})

describe('formatDateTime', () => {
  it('writes a moment to the minute on a 24-hour clock', () => {
    const options = { timeZone: 'Asia/Shanghai' }
    expect(formatDateTime('2026-11-24T13:05:59Z', { locale: 'en', ...options })).toBe('Nov 24, 2026, 21:05')
    expect(formatDateTime('2026-11-24T16:05:00Z', { locale: 'zh', ...options })).toBe('2026年11月25日 00:05')
  })
})

describe('formatObserved', () => {
  const share = { kind: 'numeric', decimals: 2, unit: { en: '%', zh: '%' }, levels: [] }

  it('writes the unit after the number, but not the word ratio, index or score', () => {
    expect(formatObserved(3.416, share, 'en')).toBe('3.42%')
    expect(formatObserved(1.234, { ...share, unit: { en: 'ratio', zh: '比值' } }, 'en')).toBe('1.23')
    expect(formatObserved(1.234, { ...share, unit: { en: 'ratio', zh: '比值' } }, 'zh')).toBe('1.23')
    expect(formatObserved(null, share, 'en')).toBe('–')
  })

  it('leaves out a unit that is a word where asked to', () => {
    const patents = { ...share, unit: { en: 'patents per 10,000 persons', zh: '件/万人' } }
    expect(formatObserved(5.4, withShortUnit(patents), 'en')).toBe('5.40')
    expect(formatObserved(5.4, withShortUnit(share), 'en')).toBe('5.40%')
  })

  it('says the wording of a level of a milestone', () => {
    const levels = [
      { level: 0, wording: { en: 'Not begun', zh: '未启动' } },
      { level: 1, wording: { en: 'In force', zh: '已实施' } },
    ]
    const milestone = { kind: 'milestone', decimals: 2, unit: { en: '', zh: '' }, levels }
    expect(formatObserved(1, milestone, 'zh')).toBe('1 – 已实施')
    expect(observedFormat(milestone, 'en')).toEqual({ locale: 'en', decimals: 0 })
  })
})

describe('formatPace', () => {
  const share = { kind: 'numeric', decimals: 1, unit: { en: '%', zh: '%' }, levels: [] }
  const en = { locale: 'en', points: 'pp' }

  it('writes compound growth in % and a linear change of percentages in points', () => {
    expect(formatPace(0.0437, share, { ...en, kind: 'compound' })).toBe('+4.4%')
    expect(formatPace(-0.25, share, { ...en, kind: 'linear' })).toBe('−0.25\u00a0pp')
    expect(formatPace(null, share, { ...en, kind: 'linear' })).toBe('–')
  })
})

describe('formatFigure', () => {
  const unit = { en: 'CNY per person', zh: '元/人' }
  it('leaves the unit to what stands around it, and keeps the wording of a level', () => {
    expect(formatFigure(1234.5, { kind: 'numeric', decimals: 0, unit, levels: [] }, 'en')).toBe('1,235')
    const levels = [{ level: 1, wording: { en: 'drafted', zh: '起草' } }]
    expect(formatFigure(1, { kind: 'milestone', decimals: 0, unit, levels }, 'en')).toBe('1 – drafted')
  })
})
