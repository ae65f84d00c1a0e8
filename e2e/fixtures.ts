import AxeBuilder from '@axe-core/playwright'
import { test as base, type Page } from '@playwright/test'
import { openSite, type Site } from '@/scripts/testing/sites.mjs'

type Guard = { readonly problems: string[] }
type Data = 'sample' | 'empty'

type Options = {
  /** what the database holds when the file's first test begins */
  readonly data: Data
  /** true: the test has a Pentad to itself, and leaves no trace for the others of its file */
  readonly isAlone: boolean
}

const databases: Partial<Record<Data, string>> = JSON.parse(process.env.PENTAD_E2E_DATABASES ?? '{}')

function siteWith(data: Data): Promise<Site> {
  const template = databases[data]
  if (!template) throw new Error('e2e/setup.ts has not run: start the tests with "npx playwright test"')
  return openSite(template)
}

/** The Pentads of one worker: one for each spec file and kind of data, the last file's at a time. */
class Sites {
  private file = ''
  private readonly open = new Map<Data, Site>()

  async of(file: string, data: Data): Promise<Site> {
    if (file !== this.file) await this.close()
    this.file = file
    const site = this.open.get(data) ?? (await siteWith(data))
    this.open.set(data, site)
    return site
  }

  async close(): Promise<void> {
    for (const site of this.open.values()) await site.stop()
    this.open.clear()
  }
}

/**
 * Every spec file has a Pentad of its own (in each worker), with the sample loaded unless `test.use({ data: 'empty' })`.
 *
 * Every journey fails on a console error, an uncaught error, or a request to another host. The guard is on by itself;
 * a journey that provokes an error takes it out of `guard.problems` after having seen it.
 */
export const test = base.extend<{ guard: Guard } & Options, { sites: Sites }>({
  data: ['sample', { option: true }],
  isAlone: [false, { option: true }],
  sites: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const sites = new Sites()
      await use(sites)
      await sites.close()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ sites, data, isAlone }, use, { file }) => {
    const site = isAlone ? await siteWith(data) : await sites.of(file, data)
    await use(site.address)
    if (isAlone) await site.stop()
  },
  guard: [
    async ({ page, baseURL }, use) => {
      const problems: string[] = []
      const host = new URL(baseURL ?? '').host
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`)
      })
      page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`))
      page.on('request', (request) => {
        const url = new URL(request.url())
        if (!['data:', 'blob:', 'about:'].includes(url.protocol) && url.host !== host) {
          problems.push(`request to another host: ${request.url()}`)
        }
      })
      await use({ problems })
      expect(problems).toEqual([])
    },
    { auto: true },
  ],
})

export const { expect } = base

export const locales = ['en', 'zh'] as const
export type TestLocale = (typeof locales)[number]

/** An address in a language. */
export function at(locale: TestLocale, path: string): string {
  return locale === 'zh' ? `/zh${path === '/' ? '' : path}` : path
}

/** Changes the theme, and waits until it is painted: a colour in transition belongs to neither theme. */
export async function switchTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null)))),
  )
}

async function expectNoViolations(builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze()
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join('\n  ')}`,
  )
  expect(found).toEqual([])
}

/** WCAG 2.2 AA by axe, in the theme that the page has now. */
export async function expectAccessible(page: Page): Promise<void> {
  // On the way from one page to the next the title of the old one is gone before that of the new one is there.
  await expect(page).toHaveTitle(/\S/)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  await expectNoViolations(new AxeBuilder({ page }).withTags(tags))
}

/** The rule that another theme can break, by itself: a quarter of the time of all rules. */
export function expectContrast(page: Page): Promise<void> {
  return expectNoViolations(new AxeBuilder({ page }).withRules(['color-contrast']))
}
