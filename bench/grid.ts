// The entry grid with 3,000 rows x 60 columns in a real browser, on the production build: `npm run bench -- grid`.
import { chromium, type Page } from '@playwright/test'
import { withClient } from '@/scripts/lib/database.mjs'
import { buildWeb } from '@/scripts/lib/prepare.mjs'
import { chromiumArgs, findChromium } from '@/scripts/testing/chromium.mjs'
import { copyDatabase, startTestServer } from '@/scripts/testing/databases.mjs'
import { openSite } from '@/scripts/testing/sites.mjs'

const size = { rows: 3000, columns: 60, firstYear: 1966 }
const pasted = { rows: 200, columns: 50 }
const rounds = 3
/** A task of the browser, in ms; the preview of a paste, as a multiple of drawing the same cells once. */
const limits = { task: 50, timesTable: 4 }

async function plant(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query(`
      INSERT INTO area (code, slug, name_en, name_zh, position) VALUES ('A', 'a', 'Area', '领域', 1);
      INSERT INTO indicator (code, area_id, name_en, name_zh)
        VALUES ('I1', (SELECT id FROM area), 'Indicator', '指标');
      INSERT INTO region (code, name_en, name_zh, level, position)
        SELECT 'R' || n, 'Region ' || n, '地区' || n, 'city', n FROM generate_series(1, ${size.rows}) n;
      INSERT INTO batch (kind, actor_kind, actor_id, actor_name) VALUES ('import', 'system', 'bench', 'bench');
      SELECT setseed(0.5);
      INSERT INTO observation (region_id, indicator_id, year, value, batch_id)
        SELECT r.id, i.id, y, random() * 1000, b.id
        FROM region r, indicator i, batch b,
             generate_series(${size.firstYear}, ${size.firstYear + size.columns - 1}) y;
      INSERT INTO revision (region_id, indicator_id, year, version, value, status, batch_id)
        SELECT region_id, indicator_id, year, version, value, status, batch_id FROM observation;
      ANALYZE observation`),
  )
}

type Scroll = { tasks: number[]; frames: number; longest: number }

/** Down row after row, across, and in jumps as a dragged scroll bar makes them: a frame each. */
function scroll(page: Page): Promise<Scroll> {
  return page.evaluate(async () => {
    const box = document.querySelector('[role="grid"]')?.parentElement
    if (!box) throw new Error('there is no grid')
    const tasks: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration)
    })
    observer.observe({ type: 'longtask' })
    const steps = [
      ...Array.from({ length: 300 }, () => () => box.scrollBy(0, 120)),
      ...Array.from({ length: 60 }, () => () => box.scrollBy(-100, 0)),
      ...Array.from({ length: 60 }, (_, i) => () => box.scrollTo(0, (i * 1_000_003) % box.scrollHeight)),
    ]
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    let last = await frame()
    let longest = 0
    for (const step of steps) {
      step()
      const now = await frame()
      longest = Math.max(longest, now - last)
      last = now
    }
    // Tasks are reported a moment after they end.
    await new Promise((resolve) => setTimeout(resolve, 300))
    observer.disconnect()
    return { tasks, frames: steps.length, longest }
  })
}

type Paste = { table: number; preview: number; saved: number; tasks: number[] }

/** Pastes at the first cell: until the preview stands, and from its confirmation until every value is stored. */
async function paste(page: Page, round: number): Promise<Paste> {
  await page.locator('[data-row]').first().click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.locator('[data-row="0"][data-column="0"]:focus').waitFor()
  return page.evaluate(
    async ({ rows, columns, round: by }) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const until = async (test: () => unknown) => {
        while (!test()) await frame()
      }
      const tasks: number[] = []
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration)
      }).observe({ type: 'longtask' })
      const line = (r: number) => Array.from({ length: columns }, (_, c) => String(by + r + c / 64))
      const block = Array.from({ length: rows }, (_, r) => line(r))

      // The yardstick: the same cells as a plain table, written and laid out once.
      const beginTable = performance.now()
      const plain = document.createElement('div')
      plain.innerHTML = `<table>${block.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
      document.body.append(plain)
      plain.getBoundingClientRect()
      const table = performance.now() - beginTable
      plain.remove()
      await frame()
      tasks.length = 0

      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', block.map((cells) => cells.join('\t')).join('\r\n'))
      const begin = performance.now()
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
      await until(() => document.querySelector('dialog[open]'))
      const preview = performance.now() - begin
      const confirmed = performance.now()
      document.querySelector<HTMLElement>('dialog[open] button')?.click()
      await until(() => document.querySelector('[data-state="saved"]'))
      const saved = performance.now() - confirmed
      await new Promise((resolve) => setTimeout(resolve, 2500))
      return { table, preview, saved, tasks }
    },
    { ...pasted, round },
  )
}

const longestOf = (tasks: readonly number[]) => Math.max(0, ...tasks)
const least = (values: readonly number[]) => Math.min(...values)

await buildWeb()
const server = await startTestServer()
const planted = await copyDatabase(server.url, 'planted')
await plant(planted)
const site = await openSite(planted)
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArgs })
const broken: string[] = []
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 900 } })
  page.setDefaultTimeout(120_000)
  // The compiler that runs this file names inner functions with it; what is handed to the page needs it there.
  await page.addInitScript('globalThis.__name = (value) => value')
  const last = size.firstYear + size.columns - 1
  await page.goto(`${site.address}/data?indicator=I1&from=${size.firstYear}&to=${last}`, {
    waitUntil: 'networkidle',
  })
  const grid = page.getByRole('grid')
  const shown = [await grid.getAttribute('aria-rowcount'), await grid.getAttribute('aria-colcount')].map(
    Number,
  )
  if (shown[0] !== size.rows + 1 || shown[1] !== size.columns + 1)
    throw new Error(`the grid is ${shown.join(' x ')}`)

  const scrolls: Scroll[] = []
  for (let round = 0; round < rounds; round++) scrolls.push(await scroll(page))
  const pastes: Paste[] = []
  for (let round = 0; round < rounds; round++) pastes.push(await paste(page, round + 1))

  // Other work on the machine only ever adds: the quietest round counts.
  const task = least(scrolls.map(({ tasks }) => longestOf(tasks)))
  const table = least(pastes.map((one) => one.table))
  const preview = least(pastes.map((one) => one.preview))
  console.table({
    [`scroll, ${scrolls[0]?.frames} frames`]: {
      'longest task, ms': task === 0 ? `under ${limits.task}` : task.toFixed(0),
      'longest frame, ms': least(scrolls.map(({ longest }) => longest)).toFixed(0),
    },
    [`paste of ${pasted.rows * pasted.columns} cells`]: {
      'longest task, ms': least(pastes.map(({ tasks }) => longestOf(tasks))).toFixed(0),
      'plain table, ms': table.toFixed(0),
      'until the preview, ms': preview.toFixed(0),
      'times the table': (preview / table).toFixed(1),
      'until stored, ms': least(pastes.map((one) => one.saved)).toFixed(0),
    },
  })
  if (task > limits.task) broken.push(`a task of ${task.toFixed(0)} ms while scrolling`)
  if (preview > limits.timesTable * table) broken.push('the preview of the paste comes late')
} finally {
  await browser.close()
  await site.stop()
  await server.stop()
}
for (const line of broken) process.stdout.write(`${line}\n`)
process.exitCode = broken.length > 0 ? 1 : 0
