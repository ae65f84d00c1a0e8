import { expect, expectAccessible, locales, test } from './fixtures'
import { cellOf, detail, enter, exactValue, openGrid, say, words } from './grid'

// Axe looks at every cell of a large grid.
test.describe.configure({ timeout: 120_000 })

// Both languages share one Pentad, so that each has cells of its own.
const cells = {
  en: { year: 2021, row: 'Hebei', next: 'Shanxi', other: 'Anhui', filter: 'an', indicator: 'ST02' },
  zh: { year: 2019, row: '浙江省', next: '福建省', other: '河南省', filter: '江', indicator: 'ST03' },
} as const

for (const locale of locales) {
  const { grid, obsStatus } = words[locale]
  const own = cells[locale]

  test(`${locale}: a reload loses nothing unsaved, and asks what becomes of it`, async ({ page, guard }) => {
    await openGrid(page, locale, 'indicator=ST01')
    const cell = await cellOf(page, own.row, own.year)
    const wrong = await cellOf(page, own.next, own.year)
    const before = await cell.innerText()
    // Calls do not reach the server: only what is stored in the browser survives the reload.
    await page.route('**/data**', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await cell.click()
    await page.keyboard.type('1.75')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('data-state', 'unsaved')
    await wrong.click()
    await page.keyboard.type('many')
    await page.keyboard.press('Enter')
    await (await cellOf(page, own.other, own.year)).click()
    await page.keyboard.type('1.25')
    await page.waitForTimeout(300)
    await page.unroute('**/data**')
    await page.reload()

    await expect(cell).toHaveAttribute('data-state', 'unsaved')
    await expect(cell).toContainText('1.75')
    await expect(wrong).toContainText('many')
    await expect(wrong).toHaveAttribute('aria-invalid', 'true')
    await expect(await cellOf(page, own.other, own.year)).toContainText('1.25')
    await expectAccessible(page)
    await page.getByRole('button', { name: grid.restored.keep }).click()
    await expect(cell).not.toHaveAttribute('data-state', 'unsaved')
    await page.reload()
    await expect(cell).toContainText('1.75')
    await expect(cell).not.toHaveText(before)
    await expect(wrong).toContainText('many')
    await page.getByRole('button', { name: grid.restored.discard }).click()
    await expect(wrong).not.toContainText('many')
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await page.reload()
    await expect(page.getByRole('button', { name: grid.restored.discard })).toHaveCount(0)
    expect(guard.problems.splice(0).every((problem) => problem.includes('ERR_FAILED'))).toBe(true)
  })

  test(`${locale}: what was typed before somebody else saved is a conflict after the reload`, async ({
    page,
    browser,
    baseURL,
    guard,
  }) => {
    await openGrid(page, locale, 'indicator=ST02')
    const cell = await cellOf(page, own.row, own.year)
    await page.route('**/data**', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    )
    await cell.click()
    await page.keyboard.type('5.5')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('data-state', 'unsaved')
    const other = await browser.newContext({ baseURL: baseURL ?? '' })
    const colleague = await other.newPage()
    await openGrid(colleague, locale, 'indicator=ST02')
    await enter(colleague, locale, own.row, own.year, '6.6')
    await other.close()
    await page.waitForTimeout(300)
    await page.unroute('**/data**')
    await page.reload()
    await page.getByRole('button', { name: grid.restored.keep }).click()
    await expect(cell).toHaveAttribute('data-state', 'conflict')
    await cell.click()
    await expect(detail(page, locale)).toContainText('6.6')
    await expect(detail(page, locale)).toContainText('5.5')
    await page.getByRole('button', { name: grid.keepTheirs }).click()
    await expect(cell).toContainText('6.6')
    expect(guard.problems.splice(0).every((problem) => problem.includes('ERR_FAILED'))).toBe(true)
  })

  test(`${locale}: undo reaches over a reload in the same tab`, async ({ page }) => {
    await openGrid(page, locale, 'indicator=ST01')
    const cell = await cellOf(page, own.next, own.year)
    const before = await cell.innerText()
    await enter(page, locale, own.next, own.year, '1.11')
    await page.waitForTimeout(300)
    await page.reload()
    await expect(cell).toContainText('1.11')
    await page.getByRole('button', { name: grid.undo, exact: true }).click()
    await expect(cell).toHaveText(before)
    await page.getByRole('button', { name: grid.redo, exact: true }).click()
    await expect(cell).toContainText('1.11')
  })

  test(`${locale}: a status letter beside a number is kept with it, seen and spoken`, async ({ page }) => {
    await openGrid(page, locale, 'indicator=ST01')
    const cell = await cellOf(page, own.other, own.year)
    await cell.click()
    await page.keyboard.type('1.5p')
    await page.keyboard.press('Enter')
    await expect(page.getByText(say(grid.said.savedAs, { text: '1.5p', value: '1.50 P' }))).toBeVisible()
    await expect(cell.locator('sup')).toHaveText('P')
    await expect(cell).toContainText(obsStatus.P)
    await cell.click()
    await expect(exactValue(page, locale)).toHaveText('1.5')
    await expect(detail(page, locale)).toContainText(obsStatus.P)
  })

  test(`${locale}: a decimal comma is chosen once and remembered`, async ({ page }) => {
    await openGrid(page, locale, 'indicator=ST01')
    await page.getByRole('checkbox', { name: grid.decimalComma }).check()
    await enter(page, locale, own.other, own.year - 1, '1,25')
    const cell = await cellOf(page, own.other, own.year - 1)
    await expect(cell).toContainText('1.25')
    await page.reload()
    await expect(page.getByRole('checkbox', { name: grid.decimalComma })).toBeChecked()
    await cell.click()
    await expect(exactValue(page, locale)).toHaveText('1,25')
    await page.getByRole('checkbox', { name: grid.decimalComma }).uncheck()
  })

  test(`${locale}: finds a value or a row with the keyboard, and Escape returns to the cells`, async ({
    page,
  }) => {
    await openGrid(page, locale, 'indicator=ST01')
    await (await cellOf(page, own.row, 2020)).click()
    await page.keyboard.press('ControlOrMeta+f')
    const field = page.getByRole('searchbox', { name: grid.find.label })
    await expect(field).toBeFocused()
    await field.fill(own.other)
    const bar = page.getByRole('search', { name: grid.find.title })
    await expect(bar.getByRole('status')).toContainText('1')
    await page.keyboard.press('Enter')
    const found = await cellOf(page, own.other, 2020)
    await expect(found).toHaveAttribute('data-active', 'true')
    await expect(field).toBeFocused()
    await expectAccessible(page)
    await field.fill('no such thing')
    await expect(bar.getByRole('button', { name: grid.find.next })).toBeDisabled()
    await page.keyboard.press('Escape')
    await expect(bar).toHaveCount(0)
    await expect(found).toBeFocused()
  })

  test(`${locale}: a fill with a filter on touches the rows that are shown, and says how many are not`, async ({
    page,
  }) => {
    await openGrid(page, locale, `indicator=${own.indicator}`)
    const all = Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
    const hidden = await cellOf(page, locale === 'en' ? 'Beijing' : '北京市', 2022)
    const before = await hidden.innerText()
    const filter = page.getByRole('searchbox', { name: grid.filter.label })
    await filter.fill(own.filter)
    const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
    expect(shown).toBeGreaterThan(2)
    expect(shown).toBeLessThan(all)
    await expect(page.getByRole('status').filter({ hasText: String(all - shown) })).toBeVisible()
    const first = page.locator('[data-row="0"]').last()
    await first.click()
    await page.keyboard.type('50')
    await page.keyboard.press('Enter')
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await first.click()
    await page.keyboard.press('ControlOrMeta+Shift+End')
    await page.keyboard.press('ControlOrMeta+d')
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await expect(page.locator('[data-row="1"]').last()).toContainText('50.00')
    await filter.fill('')
    await expect(hidden).toHaveText(before)
  })

  test(`${locale}: the handle of a selection fills what it is dragged over, after saying what it will do`, async ({
    page,
  }) => {
    await openGrid(page, locale, `indicator=${own.indicator}&from=2014&to=2023`)
    const from = page.locator('[data-row="10"][data-column="9"]')
    await from.click()
    await page.keyboard.type('51')
    await page.keyboard.press('Enter')
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await from.click()
    const handle = page.locator('[data-fill-handle]')
    await handle.hover()
    await page.mouse.down()
    await page.locator('[data-row="13"][data-column="9"]').hover()
    await expect(page.locator('[data-filling]')).toHaveCount(3)
    await page.mouse.up()
    await expect(page.locator('[data-row="13"][data-column="9"]')).toContainText('51.00')
    await expect(page.locator('[aria-selected="true"]')).toHaveCount(4)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    const dialog = page.getByRole('dialog')
    await expect(dialog.locator('[data-count="cleared"] dd')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(from).toContainText('51.00')
  })
}
