import { at, expect, expectAccessible, locales, test } from './fixtures'
import { words } from './grid'

for (const locale of locales) {
  const { explain, common } = words[locale]

  test(`${locale}: a score leads down to the observation, with this region's numbers in the formula`, async ({
    page,
  }) => {
    await page.goto(at(locale, '/?region=CN-GD&year=2019'))
    await page.getByRole('link', { name: explain.link, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('54.4202')
    await expectAccessible(page)
    const main = page.getByRole('main')
    await main.getByRole('link', { name: locale === 'zh' ? '科技创新' : 'Science and technology' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('39.2517')
    await main.getByRole('link', { name: /^R&D(经费投入强度| intensity)/ }).click()
    // R&D intensity of 2019: 2.88 %, between 0.19 % (Tibet, 2011) and 6.83 % (Beijing, 2022).
    await expect(main).toContainText('(2.88 − 0.19) ÷ (6.83 − 0.19) × (100 − 0) + 0 = 40.512')
    await expectAccessible(page)
    await main.getByRole('link', { name: common.index, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('54.4202')
  })

  test(`${locale}: a score that does not exist says why`, async ({ page }) => {
    await page.goto(at(locale, '/explain/INDEX?region=CN-XZ&year=2019'))
    await expect(page.getByRole('main')).toContainText(common.reason['incomplete-areas'])
  })
}
