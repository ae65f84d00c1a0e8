import { readFileSync } from 'node:fs'
import en from '@/i18n/en.json' with { type: 'json' }
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

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the overview and an indicator still show their charts and figures', async ({ page }) => {
    await page.goto('/indicators/ST01?region=CN-GD')
    await expect(page.locator('figure svg:visible').first()).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Guangdong')
    await page.goto('/zh')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('总指数')
  })

  test('an address that leads nowhere says so', async ({ page, guard }) => {
    for (const path of [
      '/nothing/here',
      '/indicators/NOPE',
      '/indicators/A.1',
      '/regions/%25',
      '/regions/XX',
    ]) {
      expect((await page.goto(path))?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing at this address')
    }
    expect((await page.goto('/zh/regions/XX'))?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('此地址没有内容')
    expect(guard.problems.splice(0).every((problem) => problem.includes('404'))).toBe(true)
  })

  test('the region of a region’s page can be chosen, and what needs scripts is not offered', async ({
    page,
  }) => {
    await page.goto('/regions/CN-GD?year=2019')
    await expect(page.getByRole('button', { name: en.shell.theme })).toBeHidden()
    await expect(page.getByRole('button', { name: en.shell.sample.start })).toBeHidden()
    await page.locator('select[name=region]').selectOption('CN-GS')
    await page.getByRole('button', { name: en.shell.selection.show }).click()
    await expect(page).toHaveURL(/\/regions\/CN-GS\?region=CN-GS&year=2019$/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Gansu')
    await page.goto('/data')
    const told = page.locator('noscript [role=note]')
    await expect(told).toBeVisible()
    expect(await told.textContent()).toBe(en.entry.noScript)
  })
})

test('the links of the rail lead on with the region of a region’s page', async ({ page }) => {
  await page.goto('/regions/CN-GS?year=2019')
  await page.getByRole('link', { name: en.shell.nav.compare, exact: true }).first().click()
  await expect(page).toHaveURL(/\/compare\?region=CN-GS&year=2019$/)
})

test('under the name of another host there is nothing', async ({ request, baseURL }) => {
  for (const path of ['/', '/regions/CN-GD', '/api/health', '/api/v1/indicators/ST01/observations.csv']) {
    const response = await request.get(`${baseURL}${path}`, { headers: { host: 'evil.example' } })
    expect(response.status(), path).toBe(421)
  }
})
