import type { Locator, Page } from '@playwright/test'
import { at, expect, expectAccessible, locales, type TestLocale, test } from './fixtures'
import { enter, openGrid, say, words } from './grid'

test.describe.configure({ timeout: 120_000 })

// Both languages may share one Pentad, so that each has cells of its own. The values are those of the sample.
const cells = {
  en: {
    place: 'CN-HB',
    name: 'Hubei',
    was: '2.09',
    typed: '3.4',
    becomes: '3.40',
    others: ['CN-HA', 'Henan'],
  },
  zh: {
    place: 'CN-HN',
    name: '湖南省',
    was: '1.98',
    typed: '3.3',
    becomes: '3.30',
    others: ['CN-SC', '四川省'],
  },
} as const

const year = 2019
const indicator = 'ST01'

const title = (page: Page): Locator => page.getByRole('heading', { level: 1 })

/** The row of a region in the first table that has one. */
const rowOf = (page: Page, name: string): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    .first()

/** The states in the history of a value, newest first. */
const states = (page: Page): Locator => page.locator('ol > li')

/** The number of the newest change of a region's cells. */
async function newestChange(page: Page, locale: TestLocale, place: string): Promise<string> {
  await page.goto(at(locale, `/data/history?place=${place}&indicator=${indicator}&dataYear=${year}`))
  const id = await page.locator('tbody tr').first().getAttribute('id')
  return (id ?? '').replace('batch-', '')
}

for (const locale of locales) {
  const { history } = words[locale]
  const own = cells[locale]
  const cellPage = `/data/history/cells/${own.place}/${indicator}/${year}`

  test(`${locale}: a change is found, looked behind, weighed, and restored as a change of its own`, async ({
    page,
  }) => {
    await openGrid(page, locale, `indicator=${indicator}`)
    await enter(page, locale, own.name, year, own.typed)

    // The list of changes.
    const change = await newestChange(page, locale, own.place)
    const newest = page.locator('tbody tr').first()
    await expect(newest).toContainText(own.was)
    await expect(newest).toContainText(own.becomes)
    await expect(newest).toContainText(history.kind.entry)
    await expectAccessible(page)
    await newest
      .getByRole('link', { name: /2026|20\d\d/ })
      .first()
      .click()
    await expect(title(page)).toContainText(change)

    // What it did to scores and ranks.
    await page.getByRole('link', { name: history.batch.difference }).click()
    await expect(page.locator('[data-kind="revised"] dd')).toHaveText('1')
    const moved = rowOf(page, own.name)
    await expect(moved).toContainText('R&D')
    const figures = await moved.getByRole('cell').allInnerTexts()
    expect(Number(figures[4])).toBeGreaterThan(Number(figures[3]))
    await expectAccessible(page)

    // The data right before it.
    await page.goto(at(locale, `/data/history/as-of?at=before-${change}&indicator=${indicator}`))
    await expect(page.getByText(history.asOf.bannerHow)).toBeVisible()
    const values = page.getByRole('region', { name: /R&D/ }).getByRole('row').filter({ hasText: own.name })
    await expect(values.first()).toContainText(own.was)
    await expect(values.first()).not.toContainText(own.becomes)
    await expectAccessible(page)

    // Back to the state of the sample, for a reason.
    await page.goto(at(locale, cellPage))
    // The oldest state stands last, before the line about the time when there was none.
    await states(page).nth(-2).getByText(history.cell.restore, { exact: true }).click()
    const opened = page.locator('details[open]')
    await opened.getByLabel(history.restore.reason, { exact: true }).fill('2.09 / 1.98')
    await opened.getByRole('button', { name: history.restore.submitVersion, exact: true }).click()
    await expect(page).toHaveURL(/\/batches\/\d+/)
    await expect(page.getByText(history.kind.restore, { exact: true })).toBeVisible()
    await page.goto(at(locale, cellPage))
    await expect(states(page).first()).toContainText(own.was)
    await expect(states(page).first()).toContainText(say(history.cell.reason, { reason: '2.09 / 1.98' }))
    await expect(states(page).nth(1)).toContainText(own.becomes)
  })

  test(`${locale}: a moment is restored without JavaScript, and its restoring taken back`, async ({
    page,
    browser,
    baseURL,
  }) => {
    const [place, name] = own.others
    await openGrid(page, locale, `indicator=${indicator}`)
    await enter(page, locale, name, year, '2.5')
    const first = await newestChange(page, locale, place)
    await openGrid(page, locale, `indicator=${indicator}`)
    await enter(page, locale, name, year - 1, '2.4')

    const plain = await browser.newContext({ baseURL: baseURL ?? '', javaScriptEnabled: false })
    const still = await plain.newPage()
    await still.goto(at(locale, `/data/history/restore?at=before-${first}&place=${place}`))
    await expect(still.locator('[data-kind="revised"] dd')).toHaveText('2')
    await still.getByLabel(history.restore.reason, { exact: true }).fill('back')
    await still.getByRole('button', { name: /2/ }).last().click()
    await expect(still).toHaveURL(/\/batches\/\d+/)
    await expect(still.getByText(history.kind.restore, { exact: true })).toBeVisible()
    await plain.close()

    const restored = await newestChange(page, locale, place)
    await page.goto(at(locale, `/data/history/batches/${restored}`))
    await page.getByText(history.batch.takeBack, { exact: true }).click()
    await page.getByLabel(history.restore.reason, { exact: true }).fill('back again')
    await page.getByRole('button', { name: /2/ }).last().click()
    await expect(page.getByText(say(history.ledger.undoes, { id: restored }))).toBeVisible()
    await page.goto(at(locale, `/data/history/cells/${place}/${indicator}/${year}`))
    await expect(states(page).first()).toContainText('2.50')
  })

  test(`${locale}: a day that is none is said to be none, and the address brings a search back`, async ({
    page,
  }) => {
    await page.goto(at(locale, '/data/history/as-of?at=2026-02-31'))
    await expect(page.getByText(history.moment.unclear)).toBeVisible()
    await page.goto(at(locale, '/data/history?kind=sample&tz=Asia/Shanghai'))
    await expect(page.getByLabel(history.filter.kind)).toHaveValue('sample')
    await expect(page.locator('tbody tr')).toHaveCount(1)
    await expect(page.getByText(say(history.moment.zoneSaid, { zone: 'Asia/Shanghai' }))).toBeVisible()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: history.ledger.download }).click(),
    ])
    expect(download.suggestedFilename()).toBe('pentad-ledger.csv')
  })
}
