import { at, expect, expectAccessible, locales, test } from './fixtures'
import { cellOf, detail, enter, openGrid, panel, pasteText, say, words } from './grid'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })
// Axe looks at every cell of a large grid, in some journeys twice.
test.describe.configure({ timeout: 120_000 })

// Both languages may share one Pentad, so that each has cells of its own.
const cells = {
  en: {
    year: 2021,
    typed: 'Hebei',
    region: 'CN-HE',
    impossible: 'Shanxi',
    pasted: ['Liaoning', 'Jilin'],
    shared: 'Jiangsu',
    noted: 'Anhui',
    keyed: 'ST03',
  },
  zh: {
    year: 2020,
    typed: '天津市',
    region: 'CN-TJ',
    impossible: '内蒙古自治区',
    pasted: ['黑龙江省', '上海市'],
    shared: '浙江省',
    noted: '福建省',
    keyed: 'TA06',
  },
} as const

for (const locale of locales) {
  const { entry, grid, obsStatus, shell } = words[locale]
  const own = cells[locale]
  const [pastedAbove = '', pastedBelow = ''] = own.pasted

  test(`${locale}: a typed value is found, with its revision, on the indicator page and in the score`, async ({
    page,
  }) => {
    const area = at(locale, `/areas/science-and-technology?region=${own.region}&year=${own.year}`)
    await page.goto(area)
    const before = await page.getByRole('heading', { level: 1 }).innerText()

    await openGrid(page, locale, `indicator=ST01&region=${own.region}`)
    await enter(page, locale, own.typed, own.year, '3.3')
    await (await cellOf(page, own.typed, own.year)).click()
    await expect(detail(page, locale)).toContainText('3.3')
    await expect(panel(page, locale).getByRole('listitem').first()).toContainText(entry.kind.entry)
    await expect(panel(page, locale).getByRole('listitem')).toHaveCount(2)

    await page.goto(at(locale, `/indicators/ST01?region=${own.region}&year=${own.year}`))
    await expect(page.getByRole('heading', { level: 1 })).toContainText('3.30%')
    await page.goto(at(locale, `/indicators/ST01?region=${own.region}&year=${own.year}&tab=history`))
    const revision = page.getByRole('row').filter({ hasText: own.typed }).first()
    await expect(revision).toContainText('3.30%')
    await expect(revision).toContainText(String(own.year))
    await expect(revision).toContainText(entry.author.local)

    await page.goto(area)
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(before)
  })

  test(`${locale}: a pasted block says what it will change, and is undone and redone as one`, async ({
    page,
  }) => {
    await openGrid(page, locale, 'indicator=ST02')
    const at1 = await cellOf(page, pastedAbove, 2022)
    const at2 = await cellOf(page, pastedAbove, 2023)
    const at3 = await cellOf(page, pastedBelow, 2022)
    const at4 = await cellOf(page, pastedBelow, 2023)
    const outside = await cellOf(page, pastedBelow, 2021)
    const before = await Promise.all([at1, at2, at3, at4, outside].map((cell) => cell.innerText()))

    await at1.click()
    await pasteText(page, '5.25\t６．５％\r\nmuch\t101\r\n')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(pastedAbove)
    await expect(dialog.locator('[data-count="rejected"] dd')).toHaveText('2')
    await expect(dialog).toContainText(say(grid.said.reason.notNumber, { text: 'much' }))
    await expect(dialog).toContainText(say(entry.problem.aboveHardMax, { limit: 100 }))
    await expectAccessible(page)
    await dialog.getByRole('button', { name: '2' }).click()
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await expect(at1).toContainText('5.25')
    await expect(at2).toContainText('6.50')
    expect(await Promise.all([at3, at4, outside].map((cell) => cell.innerText()))).toEqual(before.slice(2))

    await page.keyboard.press('ControlOrMeta+z')
    await expect(at1).toHaveText(before[0] ?? '')
    await expect(at2).toHaveText(before[1] ?? '')
    await page.keyboard.press('ControlOrMeta+y')
    await expect(at1).toContainText('5.25')
    await page.getByRole('button', { name: grid.undo, exact: true }).click()
    await expect(at1).toHaveText(before[0] ?? '')
  })

  test(`${locale}: an impossible value is refused and stays to be mended; an implausible one is saved with a warning`, async ({
    page,
  }) => {
    await openGrid(page, locale, 'indicator=ST01')
    const cell = await cellOf(page, own.impossible, 2022)
    const before = await cell.innerText()
    await cell.click()
    await page.keyboard.type('99')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('aria-invalid', 'true')
    await expect(cell).toContainText('99')
    await page.getByRole('button', { name: grid.nextTrouble }).click()
    await expect(cell).toBeFocused()
    await expect(detail(page, locale)).toContainText(say(entry.problem.aboveHardMax, { limit: 15 }))
    await expectAccessible(page)
    // A link within the site does not lose it without asking.
    page.once('dialog', (question) => void question.dismiss())
    await page.getByRole('link', { name: shell.nav.regions, exact: true }).click()
    await expect(cell).toContainText('99')
    await cell.click()
    // F2 opens what was typed, not what is stored.
    await page.keyboard.press('F2')
    await expect(
      page.getByRole('textbox', { name: say(grid.place, { row: own.impossible, column: 2022 }) }),
    ).toHaveValue('99')
    await page.keyboard.press('Escape')
    await detail(page, locale).getByRole('button', { name: grid.drop }).click()
    await expect(cell).toHaveText(before)
    await expect(cell).not.toHaveAttribute('aria-invalid', 'true')

    await page.keyboard.type('9')
    await page.keyboard.press('Enter')
    const warning = say(entry.warning.abovePlausible, { limit: 3.6 })
    await expect(page.getByText(say(grid.said.savedWithWarning, { message: warning }))).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await expect(detail(page, locale)).toContainText(warning)
    await page.reload()
    await expect(cell).toContainText('9.00')
  })

  test(`${locale}: two people at one cell see both values and choose`, async ({ page, browser, baseURL }) => {
    const other = await browser.newContext({ baseURL: baseURL ?? '' })
    const colleague = await other.newPage()
    await openGrid(page, locale, 'indicator=ST01')
    await openGrid(colleague, locale, 'indicator=ST01')
    await enter(colleague, locale, own.shared, 2020, '2.11')

    const cell = await cellOf(page, own.shared, 2020)
    await cell.click()
    await page.keyboard.type('2.22')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('data-state', 'conflict')
    await cell.click()
    await expect(detail(page, locale)).toContainText(say(entry.conflict, { author: entry.author.local }))
    await expect(detail(page, locale)).toContainText('2.11')
    await expect(detail(page, locale)).toContainText('2.22')
    await expectAccessible(page)
    // With the keyboard: F2 goes to the choice.
    await page.keyboard.press('F2')
    await expect(page.getByRole('button', { name: grid.keepTheirs })).toBeFocused()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('2.22')
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await expect(cell).toBeFocused()

    // The colleague has seen 2.11 only.
    const theirs = await cellOf(colleague, own.shared, 2020)
    await theirs.click()
    await colleague.keyboard.type('2.33')
    await colleague.keyboard.press('Enter')
    await theirs.click()
    await detail(colleague, locale).getByRole('button', { name: grid.keepTheirs }).click()
    await expect(theirs).toContainText('2.22')
    await colleague.reload()
    await expect(theirs).toContainText('2.22')
    await expect(panel(page, locale).getByRole('listitem')).toHaveCount(3)
    await other.close()
  })

  test(`${locale}: everything is done with the keyboard alone`, async ({ page }) => {
    await openGrid(page, locale, `indicator=${own.keyed}&from=2018&to=2023`)
    const gridCells = page.getByRole('gridcell')
    await page.getByRole('button', { name: entry.choose.show }).focus()
    // Undo and Redo are off: there is nothing to undo. The filter, Find and the decimal comma come first; the grid is
    // one stop.
    for (let stop = 0; stop < 4; stop++) await page.keyboard.press('Tab')
    await expect(gridCells.and(page.locator(':focus'))).toHaveCount(1)
    await page.keyboard.press('ControlOrMeta+Home')
    const [first, second, below, belowRight] = await Promise.all(
      [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ].map(([row, column]) => page.locator(`[data-row="${row}"][data-column="${column}"]`)),
    )
    if (!first || !second || !below || !belowRight) throw new Error('four cells are needed')
    await expect(first).toBeFocused()
    await page.keyboard.type('81.5')
    await page.keyboard.press('Tab')
    await page.keyboard.type('82.5')
    await page.keyboard.press('Enter')
    // Enter after Tab goes back to where the row began.
    await expect(below).toBeFocused()
    await expect(first).toContainText('81.50')
    await expect(second).toContainText('82.50')

    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('F2')
    await page.keyboard.press('Backspace')
    await page.keyboard.type('7')
    await page.keyboard.press('Shift+Enter')
    await expect(first).toContainText('81.70')

    await page.keyboard.press('Shift+ArrowRight')
    await expect(page.locator('[aria-selected="true"]')).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+c')
    await page.keyboard.press('ArrowDown')
    await expect(below).toBeFocused()
    await page.keyboard.press('ControlOrMeta+v')
    await page.getByRole('dialog').getByRole('button', { name: '2' }).press('Enter')
    await expect(below).toContainText('81.70')
    await expect(belowRight).toContainText('82.50')

    await page.keyboard.press('Delete')
    await expect(below).toContainText(grid.notObserved)
    await expect(belowRight).toContainText(grid.notObserved)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(belowRight).toContainText('82.50')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('ControlOrMeta+d')
    await expect(page.locator('[data-row="2"][data-column="0"]')).toContainText('81.70')

    await page.keyboard.press('End')
    await expect(page.locator('[data-row="1"][data-column="5"]')).toBeFocused()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('Home')
    await expect(page.locator('[data-column="0"]:focus')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await expect(gridCells.and(page.locator(':focus'))).toHaveCount(0)
  })

  test(`${locale}: status, source, note and reason are kept with a value and undone with it`, async ({
    page,
  }) => {
    await openGrid(page, locale, 'indicator=ST01')
    const cell = await cellOf(page, own.noted, 2022)
    await cell.click()
    const side = panel(page, locale)
    await side.getByText(entry.panel.annotate, { exact: true }).click()
    await side.getByLabel(entry.panel.status).selectOption('P')
    await side.getByLabel(entry.panel.note, { exact: true }).fill('Flash figure')
    await side.getByLabel(entry.panel.reason).fill('Bulletin of March')
    await side.getByRole('button', { name: entry.panel.save }).click()
    await expect(cell.locator('sup')).toHaveText('P')
    const newest = side.getByRole('listitem').first()
    await expect(newest).toContainText(obsStatus.P)
    await expect(newest).toContainText('Flash figure')
    await expect(newest).toContainText('Bulletin of March')
    await expectAccessible(page)
    await page.getByRole('button', { name: grid.undo, exact: true }).click()
    await expect(cell.locator('sup')).toHaveCount(0)
    await expect(side.getByRole('listitem').first()).toContainText(obsStatus.A)
  })

  test(`${locale}: what is typed without a connection is kept and sent when it is back`, async ({
    page,
    guard,
  }) => {
    await openGrid(page, locale, 'indicator=ST04')
    await page.context().setOffline(true)
    const cell = await cellOf(page, own.typed, 2022)
    await cell.click()
    await page.keyboard.type('12.5')
    await page.keyboard.press('Enter')
    await expect(cell).toHaveAttribute('data-state', 'unsaved')
    await expect(cell).toContainText('12.50')
    await page.context().setOffline(false)
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await page.reload()
    await expect(cell).toContainText('12.50')
    // The browser itself reports the calls that failed.
    expect(guard.problems.splice(0).every((problem) => problem.includes('ERR_INTERNET_DISCONNECTED'))).toBe(
      true,
    )
  })

  test(`${locale}: on a phone the grid scrolls inside itself and a second tap edits`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    await openGrid(page, locale, 'indicator=IN01')
    const cell = await cellOf(page, own.typed, 2025)
    await cell.tap()
    await cell.tap()
    await page.keyboard.type('5')
    await page.keyboard.press('Enter')
    await expect(cell).toContainText('5')
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await context.close()
  })

  test(`${locale}: the grid of a region holds every indicator with its own decimals and unit`, async ({
    page,
  }) => {
    await openGrid(page, locale, 'by=region&region=CN-GD')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      locale === 'zh' ? '广东省' : 'Guangdong',
    )
    const labour = page.getByRole('row').filter({ hasText: 'PR03' })
    await expect(labour.getByRole('gridcell').filter({ hasText: ',' }).first()).toContainText(
      /\d,\d{3}(?![\d.])/,
    )
    await labour.getByRole('gridcell').last().click()
    await page.keyboard.type('21.5万')
    await page.keyboard.press('Enter')
    await expect(labour.getByRole('gridcell').last()).toContainText('215,000')
  })
}

test.describe('an empty installation', () => {
  test.use({ data: 'empty' })
  for (const locale of locales) {
    test(`${locale}: says what is missing and where to begin`, async ({ page }) => {
      const { entry, admin } = words[locale]
      await page.goto(at(locale, '/data'))
      await expect(page.getByText(entry.noIndicatorsText)).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('link', { name: entry.addIndicator }).click()
      await expect(page.getByText(admin.noAreas.title)).toBeVisible()
      for (const path of ['/admin/framework', '/admin/regions', '/admin/targets', '/admin/targets/new']) {
        await page.goto(at(locale, path))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      }
    })
  }
})
