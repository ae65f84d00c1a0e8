import type { Page } from '@playwright/test'
import { at, expect, expectAccessible, locales, test } from './fixtures'
import { cellOf, detail, enter, openGrid, panel, say, words } from './grid'

const quote = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

for (const locale of locales) {
  const { admin, entry, form, grid } = words[locale]
  // Both languages may share one Pentad.
  const own = (code: string) => `${code}-${locale.toUpperCase()}`
  // The whole label: "Code" is not "NUTS code".
  const field = (page: Page, label: string) =>
    page.getByRole('main').getByLabel(new RegExp(`^${quote(label)}\\s*(${quote(form.required)})?$`))

  test(`${locale}: an indicator is created, mended, used and removed`, async ({ page }) => {
    await page.goto(at(locale, '/admin/framework'))
    await page.getByRole('link', { name: admin.indicator.add }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(admin.indicator.new)
    const long = 'Share of very long names in the framework of a region that likes to be precise '
      .repeat(3)
      .trim()
    await field(page, admin.indicator.nameEn).fill(long)
    await field(page, admin.indicator.hardMin).fill('10')
    await field(page, admin.indicator.hardMax).fill('5')
    await field(page, admin.indicator.plausibleMax).fill('12,5')
    const create = page.getByRole('button', { name: admin.indicator.create })
    await create.click()
    await expect(page.getByRole('alert').filter({ hasText: form.mend })).toBeVisible()
    // What was typed stays, and the first field to be mended has the focus.
    await expect(field(page, admin.indicator.plausibleMax)).toBeFocused()
    await expect(field(page, admin.indicator.nameEn)).toHaveValue(long)
    await expectAccessible(page)

    await field(page, admin.indicator.plausibleMax).fill('50')
    await create.click()
    await expect(page.getByText(form.issue.rangeReversed)).toBeVisible()
    await expect(field(page, admin.indicator.code)).toBeFocused()
    await field(page, admin.indicator.code).fill('ST01')
    await field(page, admin.indicator.hardMax).fill('100')
    await field(page, admin.indicator.unitEn).fill('%')
    await field(page, admin.indicator.unitZh).fill('%')
    await create.click()
    await expect(page.getByText(admin.refusal.codeTaken)).toBeVisible()
    await field(page, admin.indicator.code).fill(own('NUM'))
    await create.click()
    await expect(page.getByRole('row').filter({ hasText: own('NUM') })).toBeVisible()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)

    await page
      .getByRole('row')
      .filter({ hasText: own('NUM') })
      .getByRole('link')
      .click()
    await field(page, admin.indicator.nameEn).fill(`Renamed ${own('NUM')}`)
    await page.getByRole('button', { name: admin.indicator.save }).click()
    await expect(page.getByRole('link', { name: `Renamed ${own('NUM')}` })).toBeVisible()

    // A first value, an impossible one, and a removal that the value forbids.
    await openGrid(page, locale, `indicator=${own('NUM')}`)
    const beijing = locale === 'zh' ? '北京市' : 'Beijing'
    await enter(page, locale, beijing, 2023, '42')
    await page.goto(at(locale, `/indicators/${own('NUM')}?region=CN-BJ&year=2023`))
    await expect(page.getByRole('main')).toContainText('42.00%')
    await page.goto(at(locale, `/admin/framework/${own('NUM')}`))
    await page.getByRole('button', { name: admin.indicator.delete }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(`Renamed ${own('NUM')}`)
    await dialog.getByRole('button', { name: admin.indicator.delete }).click()
    await expect(page.getByText(admin.refusal.hasObservations)).toBeVisible()
  })

  test(`${locale}: a milestone is created with its levels and entered by choosing one`, async ({ page }) => {
    await page.goto(at(locale, '/admin/framework/new'))
    await field(page, admin.indicator.code).fill(own('MILE'))
    await field(page, admin.indicator.kind).selectOption('milestone')
    await field(page, admin.indicator.area).selectOption('SM')
    await field(page, admin.indicator.nameEn).fill(`One-stop service ${locale}`)
    await field(page, admin.indicator.nameZh).fill(`一网通办 ${locale}`)
    await page.getByRole('button', { name: admin.levels.add }).click()
    const wordings = ['not begun', 'in some cities', 'everywhere']
    for (const [level, wording] of wordings.entries()) {
      await field(page, say(admin.levels.en, { level })).fill(wording)
    }
    await expectAccessible(page)
    await page.getByRole('button', { name: admin.indicator.create }).click()
    await expect(page.getByRole('row').filter({ hasText: own('MILE') })).toContainText(admin.kind.milestone)

    await openGrid(page, locale, `indicator=${own('MILE')}`)
    const hebei = locale === 'zh' ? '河北省' : 'Hebei'
    const cell = await cellOf(page, hebei, 2023)
    await cell.click()
    await page.keyboard.press('F2')
    const list = page.getByRole('combobox', { name: say(grid.place, { row: hebei, column: 2023 }) })
    await expect(list).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('1')
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await expect(detail(page, locale)).toContainText('in some cities')
    await panel(page, locale).getByRole('radio', { name: '2 · everywhere' }).check()
    await panel(page, locale).getByRole('button', { name: entry.panel.saveLevel }).click()
    await expect(cell).toContainText('2')
    await page.keyboard.press('Escape')
    await cell.click()
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('aria-invalid', 'true')
    await cell.click()
    await expect(detail(page, locale)).toContainText(say(entry.problem.notALevel, { levels: '0, 1, 2' }))
    await detail(page, locale).getByRole('button', { name: grid.drop }).click()

    await page.goto(at(locale, `/indicators/${own('MILE')}?region=CN-HE&year=2023`))
    await expect(page.getByRole('main')).toContainText('everywhere')
  })

  test(`${locale}: a region is created, mended and entered in the years in which it exists`, async ({
    page,
  }) => {
    await page.goto(at(locale, '/admin/regions'))
    await page.getByRole('link', { name: admin.region.add }).first().click()
    await field(page, admin.region.code).fill('CN-GD')
    await field(page, admin.region.nameEn).fill(`New Area ${locale}`)
    await field(page, admin.region.validFrom).fill('2022')
    const create = page.getByRole('button', { name: admin.region.create })
    await create.click()
    await expect(page.getByText(form.issue.codeTaken)).toBeVisible()
    await expect(field(page, admin.region.code)).toBeFocused()
    await expect(field(page, admin.region.nameEn)).toHaveValue(`New Area ${locale}`)
    await field(page, admin.region.code).fill(own('R'))
    await field(page, admin.region.parent).selectOption('CN')
    await create.click()
    await page.getByRole('link', { name: `New Area ${locale}` }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(own('R'))
    await expectAccessible(page)
    await field(page, admin.region.nameZh).fill(`新区${locale}`)
    await page.getByRole('button', { name: admin.region.save }).click()
    const shown = locale === 'zh' ? '新区zh' : 'New Area en'
    await expect(page.getByRole('link', { name: shown })).toBeVisible()

    await openGrid(page, locale, `by=region&region=${own('R')}`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(shown)
    const row = page.getByRole('row').filter({ hasText: 'ST01' })
    await expect(row.locator('[aria-readonly="true"]').first()).toBeAttached()
    const last = row.getByRole('gridcell').last()
    await last.click()
    await page.keyboard.type('2.5')
    await page.keyboard.press('Enter')
    await expect(last).toContainText('2.50')
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    // Four years before the last one the region did not exist.
    await last.click()
    for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('1')
    await expect(page.getByText(grid.said.locked)).toBeVisible()
  })

  test(`${locale}: a target is created, mended, seen on the indicator and removed`, async ({ page }) => {
    const year = locale === 'zh' ? '2031' : '2030'
    await page.goto(at(locale, '/admin/targets/new?indicator=ST02'))
    await expect(field(page, admin.target.indicator)).toHaveValue('ST02')
    await field(page, admin.target.region).selectOption('CN-HE')
    await field(page, admin.target.baselineYear).fill('2030')
    await field(page, admin.target.targetYear).fill('2020')
    await field(page, admin.target.target).fill('abc')
    const create = page.getByRole('button', { name: admin.target.create })
    await create.click()
    await expect(page.getByText(form.issue.notANumber)).toBeVisible()
    await field(page, admin.target.target).fill('12')
    await create.click()
    await expect(page.getByText(form.issue.targetBeforeBaseline)).toBeVisible()
    await field(page, admin.target.baselineYear).fill('2015')
    await field(page, admin.target.targetYear).fill(year)
    await field(page, admin.target.source).fill('Plan of the province')
    await expectAccessible(page)
    await create.click()
    const row = page.getByRole('row').filter({ hasText: 'Plan of the province' }).filter({ hasText: year })
    await expect(row).toContainText('12.00')
    await row.getByRole('link').click()
    await field(page, admin.target.target).fill('14')
    await page.getByRole('button', { name: admin.target.save }).click()
    await expect(row).toContainText('14.00')

    await page.goto(at(locale, '/indicators/ST02?region=CN-HE'))
    await expect(page.getByRole('main')).toContainText('14.00%')
    await page.goto(at(locale, '/admin/targets'))
    await row.getByRole('link').click()
    await page.getByRole('button', { name: admin.target.delete }).click()
    await page.getByRole('dialog').getByRole('button', { name: admin.target.delete }).click()
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(admin.target.new)
    await expect(row).toHaveCount(0)
  })
}
