import type { Page } from '@playwright/test'
import { at, expect, locales, type TestLocale, test } from './fixtures'

/** What the journeys look for, as a reader of each language sees it. */
const words = {
  en: {
    headline: /^Beijing, 2019: index (\d+\.\d), 1st of 30$/,
    areas: 'Five areas',
    sample: 'Sample data.',
    peers: 'East (9)',
    clear: 'Clear',
    compare: 'Compare',
    tray: 'Compared regions',
    dots: 'Dots',
    provinces: ['Guangdong', 'Jiangsu', 'Zhejiang'],
    other: '中文',
    science: 'Science and technology',
    noData: 'There is no data yet',
    load: 'Load sample data',
    start: 'Start with my own',
    remove: 'Remove 10,139 sample values',
  },
  zh: {
    headline: /^北京市2019年总指数(\d+\.\d)，在30个地区中列第1位$/,
    areas: '五个领域',
    sample: '样例数据。',
    peers: '东部（9个）',
    clear: '清空',
    compare: '确定',
    tray: '已选地区',
    dots: '点图',
    provinces: ['广东省', '江苏省', '浙江省'],
    other: 'English',
    science: '科技创新',
    noData: '还没有数据',
    load: '载入样例数据',
    start: '改用自己的数据',
    remove: '移除10,139个样例数值',
  },
} as const satisfies Record<TestLocale, object>

const title = (page: Page) => page.getByRole('heading', { level: 1 })

/** The figures of the first chart, from the table that belongs to it. */
async function chartTable(page: Page): Promise<string> {
  const figure = page.locator('figure').first()
  await expect(figure.locator('svg:visible').first()).toBeVisible()
  await figure.locator('summary').click()
  return figure.getByRole('table').innerText()
}

for (const locale of locales) {
  const say = words[locale]

  test(`${locale}: a newcomer opens the overview and sees real scores`, async ({ page }) => {
    await page.goto(at(locale, '/'))
    await expect(page.getByText(say.sample)).toBeVisible()
    await expect(title(page)).toHaveText(say.headline)
    const index = Number(say.headline.exec((await title(page).textContent()) ?? '')?.[1])
    const rows = page
      .getByRole('region', { name: say.areas })
      .getByRole('listitem')
      .filter({ has: page.getByRole('link') })
    const texts = (await rows.allInnerTexts()).flatMap((text) => /(?:^|\n)(\d+\.\d)\n/.exec(text)?.[1] ?? [])
    expect(texts).toHaveLength(5)
    // The five areas count the same: their mean is the index, up to the rounding of what is shown.
    const mean = texts.reduce((sum, text) => sum + Number(text), 0) / 5
    expect(Math.abs(mean - index)).toBeLessThanOrEqual(0.1)
    // GDP per capita of Beijing in 2019, CNY (National Bureau of Statistics).
    await expect(page.getByText('161,776')).toBeVisible()
    await rows.first().getByRole('link').first().click()
    await expect(page).toHaveURL(/\/areas\/science-and-technology/)
    await expect(title(page)).toContainText(texts[0] ?? '')
  })

  test(`${locale}: three regions are compared on areas, and the address brings the comparison back`, async ({
    page,
  }) => {
    await page.goto(at(locale, '/compare?region=CN-GD&year=2019'))
    await page.getByRole('button', { name: say.peers }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: say.clear }).click()
    for (const name of say.provinces.slice(1))
      await dialog.getByRole('checkbox', { name, exact: true }).check()
    await dialog.getByRole('button', { name: say.compare, exact: true }).click()
    await expect(page).toHaveURL(/peers=CN-JS,CN-ZJ/)
    await page.getByRole('link', { name: say.dots, exact: true }).click()
    await expect(page).toHaveURL(/view=dots/)
    const tray = page.getByRole('region', { name: say.tray })
    for (const name of say.provinces)
      await expect(tray.getByRole('link', { name, exact: true })).toBeVisible()
    const shown = await chartTable(page)
    // Three regions in five areas.
    expect(shown.match(/\d+\.\d/g)).toHaveLength(15)
    const address = page.url()
    await page.reload()
    expect(page.url()).toBe(address)
    expect(await chartTable(page)).toBe(shown)
  })

  test(`${locale}: the other language shows the same page in the same state`, async ({ page }) => {
    const query = '?region=CN-GD&peers=CN-JS&year=2018'
    await page.goto(at(locale, `/areas/science-and-technology${query}`))
    await expect(title(page)).toContainText(say.provinces[0])
    const figure = /\d+\.\d/.exec((await title(page).textContent()) ?? '')?.[0] ?? 'a score'
    await page.getByRole('link', { name: say.other }).click()
    const there = locale === 'en' ? 'zh' : 'en'
    await expect(page).toHaveURL(
      new RegExp(`${at(there, '/areas/science-and-technology').replaceAll('/', '\\/')}\\${query}$`),
    )
    await expect(title(page)).toContainText(words[there].provinces[0])
    await expect(title(page)).toContainText(figure)
    await expect(page.locator('select[name=year]')).toHaveValue('2018')
    await expect(page.locator('select[name=region]')).toHaveValue('CN-GD')
  })

  test.describe('without data', () => {
    test.use({ data: 'empty', isAlone: true })

    test(`${locale}: every page says so, and the sample is one click away`, async ({ page }) => {
      for (const path of [
        '/productivity',
        '/indicators',
        '/regions',
        '/compare',
        '/data',
        '/reports',
        '/method',
        '/admin/framework',
      ]) {
        const response = await page.goto(at(locale, path))
        expect([path, response?.status()]).toEqual([path, 200])
        await expect(title(page)).toHaveCount(1)
      }
      await page.goto(at(locale, '/'))
      await expect(title(page)).toHaveText(say.noData)
      await page.getByRole('button', { name: say.load }).click()
      await expect(title(page)).toHaveText(say.headline)
      await expect(page.getByText(say.sample)).toBeVisible()
    })
  })

  test.describe('with the sample', () => {
    test.use({ isAlone: true })

    test(`${locale}: it is removed in one step, and the catalogue of indicators stays`, async ({ page }) => {
      await page.goto(at(locale, '/'))
      await page.getByRole('button', { name: say.start }).click()
      await page.getByRole('dialog').getByRole('button', { name: say.remove }).click()
      await expect(title(page)).toHaveText(say.noData)
      await expect(page.getByText(say.sample)).toHaveCount(0)
      await page.goto(at(locale, '/admin/framework'))
      await expect(page.getByRole('cell', { name: 'ST01', exact: true })).toBeVisible()
      expect((await page.request.get(at(locale, '/regions/CN-GD'))).status()).toBe(404)
    })
  })
}
