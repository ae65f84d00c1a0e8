import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { TargetValue } from './target-value'

const indicator = {
  kind: 'numeric',
  decimals: 2,
  unit: { en: 't per person', zh: '吨/人' },
  levels: [],
} as const

function textOf(locale: 'en' | 'zh', value: number, kind: 'value' | 'change_percent') {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'zh' ? zh : en} timeZone="UTC">
      <TargetValue value={value} kind={kind} indicator={indicator} />
    </NextIntlClientProvider>,
  )
}

describe('TargetValue', () => {
  it('says of a change that it is one, with a true minus', () => {
    expect(textOf('en', -18, 'change_percent')).toBe('−18% on the baseline')
    expect(textOf('zh', 2.5, 'change_percent')).toBe('较基期+2.5%')
  })

  it('gives a value its unit', () => {
    expect(textOf('en', 2.5, 'value')).toBe('2.50\u00a0t per person')
    expect(textOf('zh', 2.5, 'value')).toMatch(/^2\.50.?吨\/人$/)
  })
})
