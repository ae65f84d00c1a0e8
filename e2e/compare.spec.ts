import type { Page } from '@playwright/test'
import { at, expect, locales, type TestLocale, test } from './fixtures'

const words = {
  en: {
    tray: 'Compared regions',
    remove: 'Remove',
    add: 'Add a region',
    of: 'Compare',
    show: 'Show',
    areas: 'Areas',
  },
  zh: { tray: '已选地区', remove: '移除', add: '添加地区', of: '比较内容', show: '显示', areas: '领域' },
} as const satisfies Record<TestLocale, object>

const three = '?region=CN-GD&peers=CN-JS,CN-ZJ&year=2019'

/** Colour of a region in the tray, as the page names it. */
function swatchOf(page: Page, region: string): Promise<string> {
  const swatch = page.locator(`[data-region=${region}] span[aria-hidden]`).first()
  return swatch.evaluate((element) => element.style.background)
}

/** Colours of the lines drawn, in order. */
function lineColours(page: Page): Promise<string[]> {
  const paths = page.locator('figure svg:visible path[stroke^="var(--series"]')
  return paths.evaluateAll((all) =>
    [...new Set(all.map((path) => path.getAttribute('stroke') ?? ''))].toSorted(),
  )
}

for (const locale of locales) {
  const say = words[locale]

  test(`${locale}: a region keeps its colour when another is removed, and one that is added takes the free one`, async ({
    page,
  }) => {
    await page.goto(at(locale, `/compare${three}&view=lines`))
    expect(await swatchOf(page, 'CN-ZJ')).toBe('var(--series-3)')
    expect(await lineColours(page)).toEqual(['var(--series-1)', 'var(--series-2)', 'var(--series-3)'])

    const removeJiangsu = page.locator('[data-region=CN-JS]').getByRole('link', { name: say.remove })
    await removeJiangsu.click()
    await expect(page.locator('[data-region=CN-JS]')).toHaveCount(0)
    await expect(page).toHaveURL(/peers=CN-ZJ&/)
    expect(await swatchOf(page, 'CN-ZJ')).toBe('var(--series-3)')
    expect(await lineColours(page)).toEqual(['var(--series-1)', 'var(--series-3)'])

    await page.reload()
    expect(await swatchOf(page, 'CN-ZJ')).toBe('var(--series-3)')
    expect(await lineColours(page)).toEqual(['var(--series-1)', 'var(--series-3)'])

    await page.locator('select[name=add]').selectOption('CN-SD')
    await expect(page.locator('[data-region=CN-SD]')).toBeVisible()
    await expect(page).toHaveURL(/peers=CN-ZJ,CN-SD&/)
    expect(await swatchOf(page, 'CN-SD')).toBe('var(--series-2)')
    expect(await swatchOf(page, 'CN-ZJ')).toBe('var(--series-3)')
  })

  test(`${locale}: when the selected region is removed, the next one takes its place`, async ({ page }) => {
    await page.goto(at(locale, `/compare${three}`))
    await page.locator('[data-region=CN-GD]').getByRole('link', { name: say.remove }).click()
    await expect(page).toHaveURL(/region=CN-JS&peers=CN-ZJ&/)
    await expect(page.locator('[data-region]')).toHaveCount(2)
    expect(await swatchOf(page, 'CN-JS')).toBe('var(--series-2)')
  })

  test(`${locale}: the tray stays from view to view, and a measure is chosen at once`, async ({ page }) => {
    await page.goto(at(locale, `/compare${three}`))
    await page.locator('select[name=of]').selectOption('ST')
    await expect(page).toHaveURL(/of=ST/)
    for (const view of ['ranks', 'radar', 'dots', 'heat', 'scatter', 'lines']) {
      await page.locator(`main nav a[href*="view=${view}"]`).click()
      await expect(page.locator('main nav a[aria-current=page]')).toHaveAttribute(
        'href',
        new RegExp(`view=${view}`),
      )
      await expect(page).toHaveURL(new RegExp(`view=${view}&of=ST`))
      await expect(page.locator('[data-region]')).toHaveCount(3)
      await expect(page.locator('figure h3')).toBeVisible()
    }
    await page.goto(at(locale, `/compare${three}&view=radar&of=ST01`))
    await expect(page.locator('figure')).toHaveCount(0)
    await page.locator('main a[href$="of=ST"]').first().click()
    await expect(page.locator('figure svg:visible').first()).toBeVisible()
  })

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false })

    test(`${locale}: charts, tables, views and the form work`, async ({ page }) => {
      await page.goto(at(locale, `/compare${three}`))
      await expect(page.locator('figure svg:visible').first()).toBeVisible()
      await page.locator('main nav a[href*="view=dots"]').click()
      await expect(page).toHaveURL(/view=dots/)
      await page.locator('figure summary').click()
      await expect(page.locator('figure details td').first()).toBeVisible()
      await page.locator('select[name=add]').selectOption('CN-SD')
      await page.locator('select[name=of]').selectOption('ST')
      await page.locator('main form').getByRole('button', { name: say.show }).click()
      await expect(page.locator('[data-region]')).toHaveCount(4)
      await expect(page).toHaveURL(/peers=CN-JS,CN-ZJ,CN-SD&/)
      await expect(page).toHaveURL(/of=ST/)
    })
  })

  test(`${locale}: the list of regions is ordered by a link, and leads to a profile in the same selection`, async ({
    page,
  }) => {
    await page.goto(at(locale, '/regions?region=CN-GD&peers=CN-JS&year=2018'))
    const ranks = page.locator('tbody td:nth-child(2)')
    expect((await ranks.allInnerTexts()).slice(0, 3)).toEqual(['1', '2', '3'])
    await page.locator('thead a[href*="sort=IN"]').click()
    await expect(page).toHaveURL(/sort=IN/)
    await expect(page.locator('th[aria-sort=descending]')).toHaveCount(1)
    const scores = await page.locator('tbody td:nth-child(6)').allInnerTexts()
    const numbers = scores.map(Number).filter((score) => !Number.isNaN(score))
    expect(numbers).toHaveLength(31)
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a))
    await page.locator('tbody th a[href*="/regions/CN-ZJ"]').click()
    await expect(page).toHaveURL(/\/regions\/CN-ZJ\?region=CN-ZJ&peers=CN-JS&year=2018/)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2018')
    await expect(page.locator(`main a[href*="/reports"]`)).toHaveAttribute(
      'href',
      /region=CN-ZJ&peers=CN-JS&year=2018/,
    )
    await expect(page.locator(`main a[href*="/data"]`)).toHaveAttribute('href', /by=region/)
  })
}
