import { readFileSync } from 'node:fs'
import { at, expect, expectAccessible, locales, test } from './fixtures'

const words = {
  en: JSON.parse(readFileSync('i18n/en.json', 'utf8')),
  zh: JSON.parse(readFileSync('i18n/zh.json', 'utf8')),
}

for (const locale of locales) {
  const { admin, method, recipe } = words[locale]

  test.describe(locale, () => {
    test.use({ isAlone: true })

    test(`${locale}: a recipe is tried, saved, made the default, and given up again`, async ({ page }) => {
      const score = async () => {
        await page.goto(at(locale, '/?region=CN-GD&year=2019'))
        return page.getByRole('heading', { level: 1 }).innerText()
      }
      const before = await score()

      await page.goto(at(locale, '/method?view=recipe&region=CN-GD&year=2019'))
      await page.getByLabel(recipe.choice.aggregate, { exact: true }).selectOption('geometric')
      await page.getByRole('button', { name: recipe.try }).click()
      await expect(page).toHaveURL(/aggregate=geometric/)
      const moved = page.getByRole('figure')
      await expect(moved.getByRole('heading')).toContainText(/\d/)
      await expect(moved.locator('svg:visible').first()).toBeVisible()
      await expect(page.getByRole('row').filter({ hasText: /↑|↓/ }).first()).toBeVisible()
      await expectAccessible(page)

      // Trying changes nothing for anybody.
      expect(await score()).toBe(before)

      await page.goto(at(locale, '/method?view=recipe&aggregate=geometric&region=CN-GD&year=2019'))
      await page.getByRole('button', { name: admin.recipe.save, exact: true }).click()
      const name = page.getByLabel(new RegExp(`^${admin.recipe.name}`))
      await expect(name).toHaveAttribute('aria-invalid', 'true')
      await name.fill('Geometric 几何')
      await page.getByRole('button', { name: admin.recipe.save, exact: true }).click()
      await expect(page.getByRole('link', { name: 'Geometric 几何' })).toHaveAttribute('aria-current', 'true')

      // A second recipe of the same name is refused in place, and what was typed stays.
      await page.goto(at(locale, '/method?view=recipe&recipe=&weights=sd'))
      await name.fill('Geometric 几何')
      await page.getByRole('button', { name: admin.recipe.save, exact: true }).click()
      await expect(page.getByText(admin.refusal.nameTaken)).toBeVisible()
      await expect(name).toHaveValue('Geometric 几何')

      await page.getByRole('link', { name: 'Geometric 几何' }).click()
      await page.getByRole('button', { name: admin.recipe.choose }).click()
      await expect(
        page.getByRole('listitem').filter({ hasText: 'Geometric 几何' }).getByText(recipe.default),
      ).toBeVisible()
      expect(await score()).not.toBe(before)

      await page.goto(at(locale, '/method'))
      await expect(page.getByRole('main')).toContainText(method.leadNamed.replace('{name}', 'Geometric 几何'))
      await page.goto(at(locale, '/method?view=recipe'))
      await page.getByRole('button', { name: admin.recipe.back }).click()
      await expect(page.getByRole('button', { name: admin.recipe.back })).toBeHidden()
      expect(await score()).toBe(before)

      await page.goto(at(locale, `/method?view=recipe&recipe=${encodeURIComponent('Geometric 几何')}`))
      await page.getByRole('button', { name: admin.recipe.delete }).click()
      await page.getByRole('dialog').getByRole('button', { name: admin.recipe.delete }).click()
      await expect(page.getByRole('link', { name: 'Geometric 几何' })).toBeHidden()
    })
  })

  test(`${locale}: what does not go together is said with its reason`, async ({ page }) => {
    await page.goto(at(locale, '/method?view=effect&normalise=z-score&aggregate=geometric'))
    await expect(page.getByRole('alert').filter({ hasText: method.problem.positive })).toBeVisible()
    await page.goto(at(locale, '/method?view=uncertainty&normalise=goalposts'))
    await expect(page.getByRole('alert').filter({ hasText: '28' })).toBeVisible()
    await expectAccessible(page)
  })
}

test('without JavaScript a recipe is chosen and its effect is seen', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL })
  const page = await context.newPage()
  await page.goto('/method?view=recipe')
  await page.getByLabel(words.en.recipe.choice.weights, { exact: true }).selectOption('sd')
  await page.getByRole('button', { name: words.en.recipe.try }).click()
  await expect(page).toHaveURL(/view=effect.*weights=sd/)
  await expect(page.locator('figure svg:visible').first()).toBeVisible()
  await context.close()
})
