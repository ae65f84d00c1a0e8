import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { ChartFrame } from './chart-frame'

const render = (locale: 'en' | 'zh', emptyLabel?: string) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={locale === 'zh' ? zh : en} timeZone="UTC">
      <ChartFrame
        id="trend"
        title="Guangdong spends 3.42% of GDP on R&D"
        subtitle="R&D intensity, %"
        source="NBS"
        summary="S"
        fileName="x"
        table={{
          ...(emptyLabel ? { emptyLabel } : {}),
          columns: [
            { key: 'region', label: 'Region' },
            { key: 'value', label: 'Value', isNumber: true, decimals: 1 },
          ],
          rows: [
            ['Guangdong', 12_345.678],
            ['Tibet', null],
          ],
        }}
      >
        <svg />
      </ChartFrame>
    </NextIntlClientProvider>,
  )

describe('ChartFrame', () => {
  it('is a figure named by its title, with the source below', () => {
    expect(render('en')).toContain(
      '<figure class="chart-frame" aria-labelledby="trend-title"><h3 id="trend-title">',
    )
    expect(render('en')).toContain('Source: NBS')
    expect(render('zh')).toContain('资料来源：NBS')
  })

  it('has a table that opens without JavaScript, in the language of the page', () => {
    expect(render('en')).toMatch(/<details[^>]*><summary>Table<\/summary>/)
    expect(render('en')).toContain('<td class="num">12,345.7</td>')
    expect(render('zh')).toContain('<summary>数据表</summary>')
  })

  it('says in words where nothing was observed', () => {
    expect(render('en')).toMatch(/Tibet<\/th><td class="num">.*not observed/)
    expect(render('en', 'no score')).toMatch(/Tibet<\/th><td class="num">.*no score/)
    expect(render('en', 'no score')).not.toContain('not observed')
  })
})
