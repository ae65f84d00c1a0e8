// What every page costs before somebody touches it, on the production build: `npm run bench -- pages`.
import { chromium } from '@playwright/test'
import { pages } from '@/e2e/page-list'
import { buildWeb } from '@/scripts/lib/prepare.mjs'
import { chromiumArgs, findChromium } from '@/scripts/testing/chromium.mjs'
import { type PageWeight, weighPage } from '@/scripts/testing/page-weight.mjs'
import { openSite, startSiteServer } from '@/scripts/testing/sites.mjs'

const rounds = 3
const limits = { scriptKilobytes: 200, layoutShift: 0 }
/** A chart that the server has drawn stands when the browser paints for the first time, give or take a frame. */
const frame = 20

const chosen = process.argv.slice(2)

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

function problemsOf(weights: readonly PageWeight[]): string[] {
  const kilobytes = Math.max(...weights.map((weight) => weight.scriptBytes)) / 1000
  const shift = Math.max(...weights.map((weight) => weight.layoutShift))
  const isLate = weights.every(
    ({ chartVisible, firstPaint }) => chartVisible !== null && chartVisible > firstPaint + frame,
  )
  return [
    ...(kilobytes > limits.scriptKilobytes ? ['too much JavaScript'] : []),
    ...(shift > limits.layoutShift ? ['it moves'] : []),
    ...(isLate ? ['the chart comes late'] : []),
  ]
}

await buildWeb()
const server = await startSiteServer()
const site = await openSite(server.sample)
const browser = await chromium.launch({ executablePath: findChromium() ?? undefined, args: chromiumArgs })
const broken: string[] = []
const table: Record<string, Record<string, string>> = {}
try {
  for (const path of chosen.length > 0 ? chosen : pages) {
    // The first visit also warms the server: what is measured is the page, not the calculation of all scores.
    await fetch(site.address + path)
    const weights: PageWeight[] = []
    for (let round = 0; round < rounds; round++) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 900 } })
      weights.push(await weighPage(await context.newPage(), site.address + path))
      await context.close()
    }
    const charts = weights.flatMap(({ chartVisible }) => (chartVisible === null ? [] : [chartVisible]))
    const problems = problemsOf(weights)
    if (problems.length > 0) broken.push(`${path}: ${problems.join(', ')}`)
    table[path] = {
      'JavaScript, KB': (median(weights.map((weight) => weight.scriptBytes)) / 1000).toFixed(0),
      'first paint, ms': median(weights.map((weight) => weight.firstPaint)).toFixed(0),
      'chart visible, ms': charts.length > 0 ? median(charts).toFixed(0) : '–',
      'layout shift': Math.max(...weights.map((weight) => weight.layoutShift)).toFixed(4),
    }
  }
} finally {
  await browser.close()
  await site.stop()
  await server.stop()
}
console.table(table)
for (const line of broken) process.stdout.write(`${line}\n`)
process.exitCode = broken.length > 0 ? 1 : 0
