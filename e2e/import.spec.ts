import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { readXlsx } from '@/scripts/testing/read-files'
import { at, expect, expectAccessible, expectContrast, locales, type TestLocale, test } from './fixtures'
import { cellOf, enter, openGrid, say, words } from './grid'

// A journey goes through every step, and axe looks at each of them.
test.describe.configure({ timeout: 180_000 })

/**
 * In GB18030, as a statistical bureau hands it out:
 * R&D经费投入强度（%） / 地区,2018年,2019年,2020年 / 海南省,1.11,1.12,1.13 / 青海省,1.21,abc,1.23 /
 * 宁夏回族自治区,1.31,1.32,99 / 注：2020年为快报数。
 */
const bureauFile =
  'UiZEvq230c22yOvHv7bIo6glo6kKtdjH+CwyMDE4xOosMjAxOcTqLDIwMjDE6gq6o8TPyqEsMS4xMSwxLjEyLDEuMTMKx+C6o8qhLDEuMjEsYWJjLDEuMjMKxP7PxLvY1+XX1NbOx/gsMS4zMSwxLjMyLDk5Cteio7oyMDIwxOrOqr/ssajK/aGjCg=='

const counts = (page: Page, fate: string) => page.locator(`[data-fate="${fate}"]`)
const main = (page: Page) => page.getByRole('main')

async function bringFile(page: Page, locale: TestLocale, name: string, content: Buffer): Promise<void> {
  await page.goto(at(locale, '/data/import'))
  const chooser = page.waitForEvent('filechooser')
  await main(page).getByRole('button', { name: words[locale].imports.upload.choose, exact: true }).click()
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: content })
  await expect(page).toHaveURL(/file=[0-9a-f]{32}/)
  await expect(preview(page, locale)).toBeVisible()
}

const preview = (page: Page, locale: TestLocale): Locator =>
  page.getByRole('table', { name: words[locale].imports.preview.label })

const goOn = (page: Page, locale: TestLocale, step: 'file' | 'names') =>
  main(page).getByRole('button', { name: words[locale].imports.steps[step].next }).click()

const importButton = (page: Page, locale: TestLocale) =>
  main(page).getByRole('button', { name: locale === 'zh' ? /^导入[\d,]+个数值$/ : /^Import [\d,]+ values?$/ })

const undoButton = (page: Page, locale: TestLocale, file: string) =>
  page
    .getByRole('row')
    .filter({ hasText: file })
    .getByRole('button', { name: words[locale].imports.undo.button })

for (const locale of locales) {
  const { imports, entry } = words[locale]
  const hainan = locale === 'zh' ? '海南省' : 'Hainan'

  test.describe(`${locale}: import`, () => {
    // Undoing takes back what another journey may look at.
    test.use({ isAlone: true })

    test('a bureau file in GB18030 is understood, mended, imported, and undone with a later edit kept', async ({
      page,
    }) => {
      await openGrid(page, locale, 'indicator=ST01')
      const before = await (await cellOf(page, hainan, 2018)).innerText()

      await bringFile(page, locale, 'bureau.csv', Buffer.from(bureauFile, 'base64'))
      await expect(page.getByLabel(imports.choice.encoding)).toHaveValue('gb18030')
      await expect(page.getByLabel(imports.choice.layout)).toHaveValue('bureau')
      await expect(page.getByLabel(imports.choice.lastRow)).toHaveValue('5')
      await expect(preview(page, locale)).toContainText('宁夏回族自治区')
      await expectAccessible(page)
      await goOn(page, locale, 'file')
      await expect(page.getByText(imports.names.noneOpen)).toBeVisible()
      await expectAccessible(page)
      await page.getByLabel(imports.facts.vintage).selectOption('preliminary')
      await goOn(page, locale, 'names')

      await expect(counts(page, 'all')).toContainText('9')
      await expect(counts(page, 'rejected')).toContainText('2')
      const fates = page.getByRole('table', { name: imports.check.table })
      await expect(fates).toContainText(say(imports.problem.notNumber, { text: 'abc' }))
      await expect(fates).toContainText(say(entry.problem.aboveHardMax, { limit: 15 }))
      await expectAccessible(page)
      await page.emulateMedia({ colorScheme: 'dark' })
      await expectContrast(page)
      await page.emulateMedia({ colorScheme: 'light' })

      // Mended in place; a reload loses nothing.
      await page.getByRole('textbox', { name: say(imports.check.fixOf, { place: 'C4' }) }).fill('1.22')
      await page.keyboard.press('Enter')
      await expect(importButton(page, locale)).toBeDisabled()
      await main(page).getByRole('button', { name: imports.check.again }).click()
      await expect(counts(page, 'rejected')).toContainText('1')
      await page.reload()
      await expect(counts(page, 'rejected')).toContainText('1')

      const begun = page.waitForEvent('download')
      await page.getByRole('link', { name: '.xlsx' }).click()
      const rejected = await readFile(await (await begun).path())
      const [sheet] = (await readXlsx(new Uint8Array(rejected))).values()
      expect(sheet?.[0]?.[0]).toBe('R&D经费投入强度（%）')
      expect(sheet?.[1]).toEqual(['地区', '2018年', '2019年', '2020年', imports.rejected.reason])
      expect(sheet?.slice(2)).toHaveLength(1)
      expect(sheet?.[2]?.slice(0, 4).map(String)).toEqual(['宁夏回族自治区', '1.31', '1.32', '99'])
      expect(String(sheet?.[2]?.[4])).toContain('15')

      await expect(importButton(page, locale)).toContainText('8')
      await importButton(page, locale).click()
      await expect(page).toHaveURL(/batch=\d+/)
      await expect(page.getByRole('heading', { level: 1 })).toContainText('bureau.csv')
      await expectAccessible(page)

      // What was rejected comes back in its own workbook and is understood alike.
      await bringFile(page, locale, 'rejected.xlsx', rejected)
      await goOn(page, locale, 'file')
      await goOn(page, locale, 'names')
      await expect(counts(page, 'rejected')).toContainText('1')
      await expect(counts(page, 'unchanged')).toContainText('2')
      await main(page).getByRole('button', { name: imports.wizard.other }).click()

      await openGrid(page, locale, 'indicator=ST01')
      await expect(await cellOf(page, hainan, 2018)).toContainText('1.11')
      await enter(page, locale, hainan, 2020, '1.5')

      await page.goto(at(locale, '/data/import'))
      await expectAccessible(page)
      await undoButton(page, locale, 'bureau.csv').click()
      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText(hainan)
      await expect(dialog).toContainText('2020')
      await expectAccessible(page)
      await dialog.getByRole('button', { name: '7' }).click()
      await expect(undoButton(page, locale, 'bureau.csv')).toHaveCount(0)
      await openGrid(page, locale, 'indicator=ST01')
      await expect(await cellOf(page, hainan, 2018)).toHaveText(before)
      await expect(await cellOf(page, hainan, 2020)).toContainText('1.5')
    })

    test('twenty thousand rows with a hundred new regions go in at once', async ({ page }) => {
      const rows = Array.from({ length: 20_000 }, (_, i) => {
        const region = `Testshire ${String(1 + (i % 100)).padStart(3, '0')}`
        return `${region},Measure ${1 + (Math.floor(i / 100) % 10)},${2001 + Math.floor(i / 1000)},${i / 8}`
      })
      const content = Buffer.from(`region,indicator,year,value\n${rows.join('\n')}\n`)
      await bringFile(page, locale, 'many.csv', content)
      await goOn(page, locale, 'file')
      const createAll = (count: number) =>
        main(page).getByRole('button', {
          name: new RegExp(locale === 'zh' ? `${count}.*新建` : `all ${count} as new`),
        })
      await createAll(100).click()
      await createAll(10).click()
      await page.getByLabel(imports.names.newLevel).selectOption('city')
      await page.getByLabel(imports.names.newArea).selectOption('IN')
      await expect(page.getByText(imports.names.noneOpen)).toBeVisible()
      await goOn(page, locale, 'names')
      await expect(counts(page, 'new')).toContainText('20,000')
      await expect(page.getByRole('row')).toHaveCount(101)
      await importButton(page, locale).click()
      await expect(page).toHaveURL(/batch=\d+/, { timeout: 60_000 })
      await expect(page.getByRole('heading', { level: 1 })).toContainText('20,000')
    })

    test('a pack is handed out, filled in, and comes back with its differences', async ({ page }) => {
      const { packs } = words[locale]
      const [beijing, tianjin] = locale === 'zh' ? ['北京市', '天津市'] : ['Beijing', 'Tianjin']
      await page.goto(at(locale, '/data/import?view=packs'))
      await expectAccessible(page)
      const regions = page.getByRole('group', { name: packs.regions })
      await regions.getByRole('button', { name: packs.none, exact: true }).click()
      await regions.getByRole('checkbox', { name: beijing, exact: true }).check()
      await regions.getByRole('checkbox', { name: tianjin, exact: true }).check()
      await page.getByRole('checkbox', { name: /^ST01/ }).check()
      await page.getByLabel(packs.from).fill('2019')
      await page.getByLabel(packs.to).fill('2020')
      const begun = page.waitForEvent('download')
      await page.getByRole('button', { name: packs.make }).click()
      const pack = new Uint8Array(await readFile(await (await begun).path()))
      const [sheet] = (await readXlsx(pack)).values()
      expect(sheet?.slice(2).map((row) => [row[0], row[1], row[6]])).toEqual([
        ['CN-BJ', 'ST01', 2019],
        ['CN-BJ', 'ST01', 2020],
        ['CN-TJ', 'ST01', 2019],
        ['CN-TJ', 'ST01', 2020],
      ])

      // The department changes two cells; one of them is changed here meanwhile, and one that it leaves alone.
      const parts = unzipSync(pack)
      const name = 'xl/worksheets/sheet1.xml'
      const filled = strFromU8(parts[name] ?? new Uint8Array())
        .replace(/(<c r="I3"[^>]*><v>)[^<]*/, '$17.11')
        .replace(/(<c r="I4"[^>]*><v>)[^<]*/, '$17.22')
      const returned = zipSync({ ...parts, [name]: strToU8(filled) })
      await openGrid(page, locale, 'indicator=ST01')
      await enter(page, locale, beijing ?? '', 2020, '6.9')
      await enter(page, locale, tianjin ?? '', 2019, '3.9')

      await bringFile(page, locale, 'pack.xlsx', Buffer.from(returned))
      await expect(page.getByLabel(imports.choice.layout)).toHaveValue('pack')
      await goOn(page, locale, 'file')
      await goOn(page, locale, 'names')
      await expect(counts(page, 'changed')).toContainText('1')
      await expect(counts(page, 'unchanged')).toContainText('2')
      await expect(counts(page, 'conflict')).toContainText('1')
      const conflict = page.getByRole('row').filter({ hasText: '7.22' })
      await expect(conflict).toContainText('6.9')
      await expectAccessible(page)
      await conflict.getByRole('button', { name: imports.check.theirs }).click()
      await expect(counts(page, 'changed')).toContainText('2')
      await importButton(page, locale).click()
      await expect(page).toHaveURL(/batch=\d+/)
      await openGrid(page, locale, 'indicator=ST01')
      await expect(await cellOf(page, beijing ?? '', 2019)).toContainText('7.11')
      await expect(await cellOf(page, beijing ?? '', 2020)).toContainText('7.22')
      await expect(await cellOf(page, tianjin ?? '', 2019)).toContainText('3.9')
    })
  })

  test(`${locale}: a file goes in by the keyboard alone`, async ({ page }) => {
    const { upload, steps } = imports
    // Both languages may share one Pentad.
    const year = locale === 'zh' ? 2013 : 2012
    await page.goto(at(locale, '/data/import'))
    const chooser = page.waitForEvent('filechooser')
    await main(page).getByRole('button', { name: upload.choose, exact: true }).focus()
    await page.keyboard.press('Enter')
    await (await chooser).setFiles({
      name: 'keys.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`region,indicator,year,value\nCN-HI,ST01,${year},much\nCN-QH,ST01,${year},1.02\n`),
    })
    await main(page).getByRole('button', { name: steps.file.next }).press('Enter')
    await expect(page.getByRole('heading', { name: steps.names.title })).toBeFocused()
    await main(page).getByRole('button', { name: steps.names.next }).press('Enter')
    await expect(page.getByRole('heading', { name: steps.check.title })).toBeFocused()
    const cell = page.getByRole('textbox', { name: say(imports.check.fixOf, { place: 'D2' }) })
    await cell.focus()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('0.991')
    await page.keyboard.press('Enter')
    await main(page).getByRole('button', { name: imports.check.again }).press('Enter')
    await importButton(page, locale).press('Enter')
    await expect(page).toHaveURL(/batch=\d+/)
  })

  test(`${locale}: sending can be stopped, and what goes wrong is said`, async ({ page, guard }) => {
    const { upload, file } = imports
    await page.goto(at(locale, '/data/import'))
    const choose = async (name: string, content: string) => {
      const chooser = page.waitForEvent('filechooser')
      await main(page).getByRole('button', { name: upload.choose, exact: true }).click()
      await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
    }
    // The part waits until the reader has gone.
    await page.route('**/api/imports/*?from=*', () => undefined)
    await choose('a.csv', 'x')
    await main(page).getByRole('button', { name: upload.cancel, exact: true }).click()
    await expect(page.getByText(upload.cancelled)).toBeVisible()
    await page.unroute('**/api/imports/*?from=*')

    await page.route('**/api/imports/*?from=*', (route) =>
      route.fulfill({ status: 507, json: { ok: false, reason: 'diskFull' } }),
    )
    await choose('a.csv', 'x')
    await expect(page.getByRole('alert').filter({ hasText: upload.failed.diskFull })).toBeVisible()
    await page.unroute('**/api/imports/*?from=*')
    expect(guard.problems.splice(0).every((problem) => /507|ERR_/.test(problem))).toBe(true)

    await choose('a.xls', '\u00d0\u00cf\u0011\u00e0')
    await expect(page).toHaveURL(/file=/)
    await expect(page.getByRole('alert').first()).toBeVisible()
    await expectAccessible(page)
    expect(file.empty.length).toBeGreaterThan(0)

    await page.goto(at(locale, `/data/import?file=${'0'.repeat(32)}`))
    await expect(page.getByRole('heading', { name: imports.gone.title })).toBeVisible()
  })

  test(`${locale}: without JavaScript packs and exports are files all the same`, async ({
    browser,
    baseURL,
  }) => {
    const { packs } = words[locale]
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
    const page = await context.newPage()
    await page.goto(at(locale, '/data/import'))
    const told = page.locator('noscript [role=note]')
    await expect(told).toBeVisible()
    expect(await told.textContent()).toBe(imports.noScript)
    await expect(page.getByRole('button', { name: imports.upload.choose, exact: true })).toBeHidden()
    await page.goto(at(locale, '/data/import?view=packs'))
    await page.getByRole('checkbox', { name: /^ST01/ }).check()
    const begun = page.waitForEvent('download')
    await page.getByRole('button', { name: packs.make }).click()
    const [sheet] = (await readXlsx(new Uint8Array(await readFile(await (await begun).path())))).values()
    expect(sheet?.[0]?.[0]).toBe('pentad-pack')
    await context.close()
  })
}
