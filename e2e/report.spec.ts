import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import en from '@/i18n/en.json' with { type: 'json' }
import zh from '@/i18n/zh.json' with { type: 'json' }
import { readDocx, readPdf, readXlsx } from '@/scripts/testing/read-files'
import { at, expect, expectAccessible, expectContrast, locales, type TestLocale, test } from './fixtures'

const words = { en: en.export, zh: zh.export }
const names = { en: 'Guangdong progress report 2019', zh: '广东省2019年进展报告' }
const selection = '?region=CN-GD&year=2019'

async function make(page: Page, locale: TestLocale, format: 'pdf' | 'docx' | 'xlsx'): Promise<Download> {
  const begun = page.waitForEvent('download')
  await page.getByRole('radio', { name: words[locale].formats[format].name }).check()
  await page.getByRole('button', { name: words[locale].make }).click()
  return begun
}

async function bytesOf(download: Download): Promise<Uint8Array> {
  return new Uint8Array(await readFile(await download.path()))
}

for (const locale of locales) {
  test(`${locale}: the report is made as PDF, Word and Excel, and each file holds its figures and words`, async ({
    page,
  }) => {
    // Three journeys in one: a file of each kind.
    test.slow()
    await page.goto(at(locale, `/reports${selection}`))
    await expect(page.getByRole('heading', { level: 1 })).toContainText(
      locale === 'zh' ? '广东省' : 'Guangdong',
    )
    const lead = locale === 'zh' ? /总指数为(\d+\.\d)/ : /index of (\d+\.\d)/
    const [, score = ''] = lead.exec(await page.getByRole('main').innerText()) ?? []
    expect(score).not.toBe('')
    const area = locale === 'zh' ? '科技创新' : 'Science and technology'

    const pdfFile = await make(page, locale, 'pdf')
    expect(pdfFile.suggestedFilename()).toBe(`${names[locale]}.pdf`)
    const pdf = await readPdf(await bytesOf(pdfFile))
    expect(pdf.isTagged).toBe(true)
    expect(pdf.text).toContain(score)
    expect(pdf.text).toContain(area.replaceAll(' ', ''))
    await expect(page.getByRole('status')).toContainText(names[locale])

    const docxFile = await make(page, locale, 'docx')
    expect(docxFile.suggestedFilename()).toBe(`${names[locale]}.docx`)
    const docx = readDocx(await bytesOf(docxFile))
    expect(docx.text).toContain(score)
    expect(docx.headings.some((heading) => heading.includes(area))).toBe(true)
    expect(docx.alts.length).toBeGreaterThan(10)

    const xlsxFile = await make(page, locale, 'xlsx')
    expect(xlsxFile.suggestedFilename()).toBe(`${names[locale]}.xlsx`)
    const book = await readXlsx(await bytesOf(xlsxFile))
    const areas = book.get(locale === 'zh' ? '领域' : 'Areas') ?? []
    expect(areas.flat()).toContain(area)
    expect(book.get(locale === 'zh' ? '观测值' : 'Observations')?.length).toBeGreaterThan(10_000)
  })

  test(`${locale}: the page is accessible before, while and after a report is made`, async ({ page }) => {
    await page.goto(at(locale, `/reports${selection}`))
    await expectAccessible(page)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expectContrast(page)
    await make(page, locale, 'pdf')
    await expect(page.getByRole('button', { name: words[locale].again })).toBeVisible()
    await expectAccessible(page)
  })

  test(`${locale}: without JavaScript the form answers with the file`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
    const page = await context.newPage()
    await page.goto(at(locale, `/reports${selection}`))
    const file = await make(page, locale, 'pdf')
    expect(file.suggestedFilename()).toBe(`${names[locale]}.pdf`)
    expect((await readPdf(await bytesOf(file))).pages).toBeGreaterThan(12)
    await context.close()
  })
}

test('region and year of the form are those of the address, and the preview follows them', async ({
  page,
}) => {
  await page.goto(`/reports${selection}`)
  await page
    .getByRole('form')
    .or(page.getByRole('main'))
    .getByLabel('Year', { exact: true })
    .last()
    .selectOption('2018')
  await expect(page).toHaveURL(/year=2018/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('2018')
  await expect(page.getByRole('main')).toContainText('In 2018 Guangdong')
  const file = await make(page, 'en', 'pdf')
  expect(file.suggestedFilename()).toBe('Guangdong progress report 2018.pdf')
})

test('the making can be stopped, and what was chosen stays', async ({ page }) => {
  await page.goto(`/reports${selection}`)
  await page.getByRole('radio', { name: '中文' }).check()
  await page.getByRole('radio', { name: words.en.formats.xlsx.name }).check()
  // The answer waits until the reader has gone.
  await page.route('**/api/reports', () => undefined)
  await page.getByRole('button', { name: words.en.make }).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await page.getByRole('button', { name: words.en.cancel }).click()
  await expect(page.getByRole('status')).toContainText(words.en.cancelled)
  await expect(page.getByRole('radio', { name: '中文' })).toBeChecked()
  await expect(page.getByRole('radio', { name: words.en.formats.xlsx.name })).toBeChecked()
})

test('when the server does not answer, the page says so and keeps the form', async ({ page, guard }) => {
  await page.goto(`/zh/reports${selection}`)
  await page.route('**/api/reports', (route) => route.abort())
  await page.getByRole('button', { name: words.zh.make }).click()
  await expect(page.getByRole('alert').filter({ hasText: words.zh.failed })).toBeVisible()
  await expect(page.getByRole('button', { name: words.zh.make })).toBeEnabled()
  expect(guard.problems.splice(0).every((problem) => problem.includes('ERR_FAILED'))).toBe(true)
})

test('a region or a year without data is refused in the language asked for', async ({ request }) => {
  const answer = async (address: string) => {
    const response = await request.get(address)
    return [response.status(), (await response.text()).trim()]
  }
  expect(await answer('/api/reports/CN-GD/1999.pdf?lang=zh')).toEqual([404, '1999年没有数据，请另选年份。'])
  expect(await answer('/api/reports/CN/2019.pdf?lang=en')).toEqual([
    404,
    'There is no report: CN has no values up to 2019. Enter values first, or choose another region.',
  ])
})
