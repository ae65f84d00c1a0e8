import type { Locator, Page } from '@playwright/test'
import en from '@/i18n/en.json' with { type: 'json' }
import zh from '@/i18n/zh.json' with { type: 'json' }
import { at, expect, type TestLocale } from './fixtures'

/** The words of the product, to find things by what a person reads. */
export const words = { en, zh } as const

/** A message with its parameters filled in: enough for texts without plurals. */
export function say(message: string, params: Readonly<Record<string, string | number>>): string {
  return message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** Opens the entry grid and waits until it answers to keys. */
export async function openGrid(page: Page, locale: TestLocale, query: string): Promise<void> {
  await page.goto(at(locale, `/data?${query}`))
  await expect(panel(page, locale).getByRole('heading', { level: 2 })).toBeVisible()
}

export function panel(page: Page, locale: TestLocale): Locator {
  return page.getByRole('complementary', { name: words[locale].entry.panel.label })
}

/** The line below the grid about the active cell. */
export function detail(page: Page, locale: TestLocale): Locator {
  return page.getByRole('region', { name: words[locale].grid.detail })
}

/** The cell of a row and a year, by their headings. */
export async function cellOf(page: Page, row: string, year: number): Promise<Locator> {
  const table = page.getByRole('grid')
  const rowHead = table.getByRole('rowheader', { name: row, exact: true })
  const columnHead = table.getByRole('columnheader', { name: String(year), exact: true })
  const r = await rowHead.getAttribute('data-head-row')
  const c = await columnHead.getAttribute('data-head-column')
  return page.locator(`[data-row="${r}"][data-column="${c}"]`)
}

/** Types a value into a cell, as a person does, and waits until it is stored. */
export async function enter(
  page: Page,
  locale: TestLocale,
  row: string,
  year: number,
  text: string,
): Promise<void> {
  const cell = await cellOf(page, row, year)
  await cell.click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(page.getByText(words[locale].grid.allSaved)).toBeVisible()
}

/** Puts a text on the real clipboard and pastes it at the active cell. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+v')
}

/** Pastes at the active cell what a program would have put on the clipboard, every attribute of it. */
export async function pasteHtml(page: Page, html: string, text: string): Promise<void> {
  await page.evaluate(
    (copied) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', copied.html)
      clipboardData.setData('text/plain', copied.text)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.activeElement?.dispatchEvent(event)
    },
    { html, text },
  )
}

/** The whole value of the active cell, as it is edited. */
export function exactValue(page: Page, locale: TestLocale): Locator {
  return detail(page, locale).locator('strong')
}
