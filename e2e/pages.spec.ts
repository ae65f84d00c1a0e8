import { readFileSync } from 'node:fs'
import { weighPage } from '@/scripts/testing/page-weight.mjs'
import { at, expect, expectAccessible, expectContrast, locales, switchTheme, test } from './fixtures'
import { pages } from './page-list'

const mostScriptBytes = 200_000
const namespaces = Object.keys(JSON.parse(readFileSync('i18n/en.json', 'utf8')))
/** A message that is missing shows as its key. */
const messageKey = new RegExp(`\\b(?:${namespaces.join('|')})\\.[a-z]\\w*`)

for (const locale of locales) {
  for (const path of pages) {
    test(`${at(locale, path)} is accessible in light and dark, light to load, fits a phone and has its words`, async ({
      page,
      baseURL,
    }) => {
      const { status, scriptBytes, layoutShift } = await weighPage(page, `${baseURL}${at(locale, path)}`)
      expect(status).toBe(200)
      expect(scriptBytes).toBeLessThanOrEqual(mostScriptBytes)
      expect(layoutShift).toBe(0)
      await expect(page.locator('h1')).toHaveCount(1)
      await expect(page.locator('html')).toHaveAttribute('lang', locale === 'zh' ? 'zh-CN' : 'en')
      const text = await page.locator('body').innerText()
      expect(text).not.toMatch(/\bNaN\b|undefined|\[object|Infinity/)
      expect(text).not.toMatch(messageKey)
      await expectAccessible(page)
      // The theme changes colours and nothing else.
      await switchTheme(page, 'dark')
      await expectContrast(page)
      await page.setViewportSize({ width: 360, height: 740 })
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
    })
  }
}

for (const locale of locales) {
  test(`${locale}: an unknown address, area, indicator and region say so`, async ({ page, guard }) => {
    for (const path of [
      '/nothing/here',
      '/areas/nope',
      '/indicators/NOPE',
      '/regions/XX',
      '/admin/targets/999999',
    ]) {
      const response = await page.goto(at(locale, path))
      expect(response?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        locale === 'zh' ? '此地址没有内容' : 'There is nothing at this address',
      )
    }
    // The browser itself reports the five 404 answers.
    expect(guard.problems.splice(0).every((problem) => problem.includes('404'))).toBe(true)
  })
}

test('without JavaScript the overview and an indicator still show their charts and figures', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/indicators/ST01?region=CN-GD')
  await expect(page.locator('figure svg:visible').first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Guangdong')
  await page.goto('/zh')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('总指数')
  await context.close()
})
