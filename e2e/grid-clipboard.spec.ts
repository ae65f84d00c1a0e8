import { samples } from './clipboard-samples'
import { expect, locales, test } from './fixtures'
import { cellOf, exactValue, openGrid, pasteHtml, say, words } from './grid'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

const rows = {
  en: ['Beijing', 'Tianjin', 'Hebei', 'Shanxi'],
  zh: ['江苏省', '浙江省', '安徽省', '福建省'],
} as const

for (const locale of locales) {
  const { grid } = words[locale]

  samples.forEach((sample, place) => {
    test(`${locale}: a table of ${sample.program} brings the values behind its rounded figures`, async ({
      page,
    }) => {
      await openGrid(page, locale, 'indicator=ST01')
      const first = await cellOf(page, rows[locale][place] ?? '', 2020)
      const row = Number(await first.getAttribute('data-row'))
      const column = Number(await first.getAttribute('data-column'))
      await first.click()
      await pasteHtml(page, sample.html, sample.text)
      const dialog = page.getByRole('dialog')
      await expect(dialog).toBeVisible()
      if (sample.hidden > 0) await expect(dialog).toContainText(String(sample.hidden))
      await dialog.getByRole('button').first().click()
      await expect(page.getByText(grid.allSaved)).toBeVisible()
      for (const [r, line] of sample.block.entries()) {
        for (const [c, value] of line.entries()) {
          if (value === null) continue
          await page.locator(`[data-row="${row + r}"][data-column="${column + c}"]`).click()
          await expect(exactValue(page, locale)).toHaveText(String(value))
        }
      }
      await page.getByRole('button', { name: grid.undo, exact: true }).click()
    })
  })

  test(`${locale}: what is copied reaches other programs as text and as a table, exactly`, async ({
    page,
  }) => {
    await openGrid(page, locale, 'indicator=ST02')
    const cell = await cellOf(page, rows[locale][0], 2020)
    await cell.click()
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ControlOrMeta+c')
    await expect(page.getByText(say(grid.said.copied, { rows: 1, columns: 2 }))).toBeVisible()
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const read = async (type: string) => (await item?.getType(type))?.text()
      return { text: await read('text/plain'), html: await read('text/html') }
    })
    const values = copied.text?.trim().split('\t') ?? []
    expect(values).toHaveLength(2)
    for (const value of values) expect(copied.html).toContain(`>${value}<`)
  })
}
