import type { Page } from '@playwright/test'
import { at, expect, expectAccessible, expectContrast, locales, switchTheme, test } from './fixtures'
import { cellOf, enter, openGrid, panel, say, words } from './grid'

// Axe looks at every cell of a large grid.
test.describe.configure({ timeout: 120_000 })

// Both languages may share one Pentad, so that each has cells of its own.
const cells = {
  en: { year: 2012, region: 'Shandong', typed: '1.11', east: 'East', other: 'Jiangxi' },
  zh: { year: 2013, region: '河南省', typed: '1.87', east: '东部', other: '江西省' },
} as const

const pdf = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n%a decree\n') }

for (const locale of locales) {
  const { admin, entry, form, grid, obsStatus, recipe } = words[locale]
  const own = cells[locale]
  const side = (page: Page) => panel(page, locale)
  /** The page answers to what is chosen and typed once the panel speaks of its cell. */
  const ready = (page: Page) => expect(side(page).getByRole('heading', { level: 2 })).toBeVisible()
  const section = (page: Page, title: string) =>
    side(page)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title, exact: true }) })
  const cellOfYear = async (page: Page, indicator: string, region: string) => {
    const row = page.getByRole('grid').getByRole('rowheader', { name: new RegExp(`^${indicator} `) })
    const column = page.getByRole('columnheader', { name: region, exact: true })
    const r = await row.getAttribute('data-head-row')
    const c = await column.getAttribute('data-head-column')
    return page.locator(`[data-row="${r}"][data-column="${c}"]`)
  }

  test(`${locale}: the grid of a year holds the indicators of regions side by side, and its choice is in the address`, async ({
    page,
  }) => {
    await openGrid(page, locale, 'indicator=ST02&region=CN-BJ')
    await page.locator('select[name=by]').selectOption('year')
    await expect(page).toHaveURL(/by=year/)
    await ready(page)
    await page.getByRole('main').getByLabel(entry.choose.year, { exact: true }).fill(String(own.year))
    await page.getByRole('button', { name: entry.choose.show }).click()
    await expect(page).toHaveURL(new RegExp(`year=${own.year}`))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(String(own.year))
    await ready(page)
    // The indicator and the region stay chosen.
    await expect(page).toHaveURL(/indicator=ST02/)
    await expect(page).toHaveURL(/region=CN-BJ/)
    await page.locator('select[name=columns]').selectOption('group:East')
    await expect(page.getByRole('heading', { level: 1 })).toContainText(own.east)
    await expect(page.getByRole('grid')).toHaveAttribute('aria-colcount', '11')
    await expectAccessible(page)
    await switchTheme(page, 'dark')
    await expectContrast(page)
    await switchTheme(page, 'light')

    const beijing = locale === 'zh' ? '北京市' : 'Beijing'
    const cell = await cellOfYear(page, 'ST03', beijing)
    await cell.click()
    await expect(side(page).getByRole('heading', { level: 2 })).toHaveText(`${beijing} · ${own.year}`)
    await page.keyboard.type(locale === 'zh' ? '61.25' : '62.25')
    await page.keyboard.press('Enter')
    await expect(page.getByText(grid.allSaved)).toBeVisible()
    await page.reload()
    await ready(page)
    await expect(cell).toContainText(locale === 'zh' ? '61.25' : '62.25')
    await page.getByRole('link', { name: entry.choose.next }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText(String(own.year + 1))
    await expect(page.getByRole('grid')).toHaveAttribute('aria-colcount', '11')
    await ready(page)
    await page.locator('select[name=by]').selectOption('indicator')
    await expect(page).toHaveURL(/by=indicator/)
    await expect(page.locator('select[name=indicator]')).toHaveValue('ST02')
  })

  test(`${locale}: a cell is proved, remarked on and put back, beside the regions next to it`, async ({
    page,
    baseURL,
  }) => {
    await openGrid(page, locale, `indicator=ST01&from=2010&to=2019`)
    await enter(page, locale, own.region, own.year, own.typed)
    await page.keyboard.press('ArrowUp')
    await expect(side(page).getByRole('heading', { level: 2 })).toHaveText(`${own.region} · ${own.year}`)
    const beside = side(page).getByRole('table', { name: say(entry.panel.beside.title, { year: own.year }) })
    await expect(beside.getByRole('row').filter({ hasText: own.region })).toContainText(own.typed)
    expect(await beside.getByRole('row').count()).toBeGreaterThan(4)
    await expect(section(page, entry.panel.lastValues)).toContainText(own.typed)

    // With the keyboard to the panel and back.
    await page.keyboard.press('F6')
    await expect(side(page).getByRole('heading', { level: 2 })).toBeFocused()
    await page.keyboard.press('F6')
    await expect(page.getByRole('gridcell').and(page.locator(':focus'))).toHaveCount(1)

    const evidence = section(page, entry.panel.evidence)
    await evidence.getByText(entry.panel.attach, { exact: true }).click()
    const attach = evidence.getByRole('button', { name: entry.panel.attachIt, exact: true })
    await evidence.getByLabel(entry.evidence.name).fill('Decree 第12号')
    await attach.click()
    await expect(evidence.getByText(form.issue.linkOrFile)).toBeVisible()
    await evidence.getByLabel(entry.evidence.link, { exact: true }).fill('javascript:alert(1)')
    await attach.click()
    await expect(evidence.getByText(form.issue.link)).toBeVisible()
    await evidence.getByLabel(entry.evidence.link, { exact: true }).fill('')
    const file = evidence.getByLabel(entry.evidence.file, { exact: true })
    await file.setInputFiles({ ...pdf, name: 'program.pdf', buffer: Buffer.from('MZ\0\0') })
    await attach.click()
    await expect(evidence.getByText(form.issue.file.wrongType)).toBeVisible()
    await expectAccessible(page)
    await file.setInputFiles({ ...pdf, name: '通知.pdf' })
    await evidence.getByLabel(entry.evidence.day).fill('2013-03-01')
    await attach.click()
    const document = evidence.getByRole('list', { name: entry.evidence.title }).getByRole('listitem')
    await expect(document).toContainText('Decree 第12号')
    await expect(document).toContainText('2013-03-01')
    const link = document.getByRole('link', { name: '通知.pdf' })
    const download = page.waitForEvent('download')
    await link.click()
    expect((await download).suggestedFilename()).toBe('通知.pdf')
    const answer = await page.request.get(`${baseURL}${await link.getAttribute('href')}`)
    expect(answer.headers()).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-type': 'application/pdf',
    })
    await document.getByRole('button', { name: entry.evidence.remove }).click()
    await page.getByRole('dialog').getByRole('button', { name: entry.evidence.remove }).click()
    await expect(evidence.getByText(entry.evidence.none)).toBeHidden()
    await expect(evidence.getByRole('list', { name: entry.evidence.title })).toBeHidden()

    const comments = section(page, entry.panel.comments)
    await comments.getByLabel(entry.comments.add).fill('Table 3 says otherwise.')
    await comments.getByRole('button', { name: entry.comments.send }).click()
    await expect(comments.getByRole('list', { name: entry.comments.title })).toContainText('Table 3')
    await page.reload()
    await ready(page)
    await (await cellOf(page, own.region, own.year)).click()
    await comments.getByRole('button', { name: entry.comments.resolve }).click()
    await expect(comments.getByRole('list', { name: entry.comments.title })).toBeHidden()

    const revisions = section(page, entry.panel.revisions).getByRole('listitem')
    await expect(revisions).toHaveCount(2)
    await revisions.last().getByRole('button', { name: entry.panel.restore.choose }).click()
    await page.getByLabel(entry.panel.restore.reason).fill('Typed into the wrong row')
    await page.getByRole('button', { name: entry.panel.restore.confirm, exact: true }).click()
    await expect(revisions).toHaveCount(3)
    await expect(revisions.first()).toContainText(entry.kind.restore)
    await expect(revisions.first()).toContainText('Typed into the wrong row')
    await expect(revisions.first()).toContainText(obsStatus.A)
    await expect(await cellOf(page, own.region, own.year)).not.toContainText(own.typed)
    // A restored state is undone as any other change.
    await page.getByRole('button', { name: grid.undo, exact: true }).click()
    await expect(await cellOf(page, own.region, own.year)).toContainText(own.typed)
  })

  test(`${locale}: the vintage of a figure is kept with it`, async ({ page }) => {
    await openGrid(page, locale, 'indicator=ST01&from=2010&to=2019')
    await (await cellOf(page, own.other, own.year)).click()
    await side(page).getByText(entry.panel.annotate, { exact: true }).click()
    await side(page).getByLabel(entry.panel.vintage.label).selectOption('verified')
    await side(page).getByRole('button', { name: entry.panel.save, exact: true }).click()
    const revisions = section(page, entry.panel.revisions).getByRole('listitem')
    await expect(revisions).toHaveCount(2)
    await expect(revisions.first()).toContainText(entry.panel.vintage.verified)
  })

  test(`${locale}: a milestone is reached with the document that proves it`, async ({ page }) => {
    const code = `PANEL-${locale.toUpperCase()}`
    await page.goto(at(locale, '/admin/framework/new'))
    const field = (label: string) => page.getByRole('main').getByLabel(label).first()
    await field(admin.indicator.code).fill(code)
    await page.locator('[name=kind]').selectOption('milestone')
    await page.locator('[name=area]').selectOption('SM')
    await page.locator('[name=nameEn]').fill('Data exchange')
    await page.locator('[name=nameZh]').fill('数据交易')
    for (const [level, wording] of ['not begun', 'decreed by the government of the region'].entries()) {
      await field(say(admin.levels.en, { level })).fill(wording)
    }
    await page.getByRole('button', { name: admin.indicator.create }).click()
    await expect(page.getByRole('row').filter({ hasText: code })).toBeVisible()

    await openGrid(page, locale, `indicator=${code}&from=2018&to=2023`)
    const cell = await cellOf(page, own.region, 2023)
    await cell.click()
    await side(page).getByRole('radio', { name: '1 · decreed by the government of the region' }).check()
    await side(page).getByLabel(entry.evidence.name).fill('Regulations on data')
    await side(page).getByLabel(entry.evidence.day).fill('2023-07-01')
    await side(page).getByLabel(entry.evidence.link, { exact: true }).fill('https://example.org/regulations')
    await expectAccessible(page)
    await side(page).getByRole('button', { name: entry.panel.saveLevel }).click()
    await expect(cell).toContainText('1')
    const evidence = section(page, entry.panel.evidence).getByRole('listitem')
    await expect(evidence).toContainText('2023-07-01')
    await expect(evidence.getByRole('link')).toHaveAttribute('href', 'https://example.org/regulations')
    await expect(section(page, entry.panel.revisions).getByRole('listitem')).toContainText('1 · decreed')
  })

  test(`${locale}: on a phone the panel is one tap below the grid`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    })
    const page = await context.newPage()
    await openGrid(page, locale, 'by=year&year=2018')
    await expectAccessible(page)
    await page.locator('[data-row="6"][data-column="0"]').tap()
    await page.getByRole('button', { name: entry.panel.goTo }).tap()
    await expect(side(page).getByRole('heading', { level: 2 })).toBeFocused()
    await expect(section(page, entry.panel.revisions)).toBeVisible()
    await expect(side(page).getByRole('heading', { level: 2 })).toBeInViewport()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await side(page).getByRole('button', { name: entry.panel.back }).tap()
    await expect(page.locator('[data-row="6"][data-column="0"]')).toBeFocused()
    await context.close()
  })

  test.describe(`${locale}: with a recipe of its own`, () => {
    test.use({ isAlone: true })

    test(`${locale}: what the recipe in use imputes is shown where nothing is observed, and stored nowhere`, async ({
      page,
    }) => {
      await page.goto(at(locale, '/method?view=recipe&impute=linear'))
      await page.getByLabel(new RegExp(`^${admin.recipe.name}`)).fill('Filled 插补')
      await page.getByRole('button', { name: admin.recipe.save, exact: true }).click()
      await page.getByRole('link', { name: 'Filled 插补' }).click()
      await page.getByRole('button', { name: admin.recipe.choose }).click()
      await expect(
        page.getByRole('listitem').filter({ hasText: 'Filled 插补' }).getByText(recipe.default),
      ).toBeVisible()
      await openGrid(page, locale, 'indicator=PR04&from=2010&to=2023')
      const cell = await cellOf(page, own.region, 2023)
      await cell.click()
      const said = new RegExp(entry.panel.imputed.split('{value}').join('.*'))
      await expect(side(page).getByText(said)).toBeVisible()
      await expect(section(page, entry.panel.revisions)).toContainText(entry.panel.none)
      await expectAccessible(page)
    })
  })
}
