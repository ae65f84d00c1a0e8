// @ts-check
// What a page costs before somebody touches it: JavaScript over the wire, when the first chart stands, how much moved.

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ status: number, scriptBytes: number, firstPaint: number, chartVisible: number | null, layoutShift: number }} PageWeight */

/**
 * Watches in the page, from before its first byte. `figure` is what every chart stands in; one in an `aside` belongs to
 * what somebody has pointed at.
 */
function watch() {
  const seen = { chart: /** @type {number | null} */ (null), shift: 0 }
  Object.assign(window, { pentadSeen: seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (!('hadRecentInput' in entry && entry.hadRecentInput))
        seen.shift += 'value' in entry ? Number(entry.value) : 0
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const look = () => {
    const drawings = [...document.querySelectorAll('figure:not(aside *) :is(svg, table)')]
    const isVisible = drawings.some((drawing) => {
      const { width, height } = drawing.getBoundingClientRect()
      return width > 0 && height > 0
    })
    if (isVisible) seen.chart = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/**
 * Opens an address and waits until nothing is loading any more.
 *
 * @param {Page} page without cache; not yet used
 * @param {string} address
 * @returns {Promise<PageWeight>} bytes as transferred (compressed), milliseconds since the navigation began; a page
 *   without a chart has no `chartVisible`
 */
export async function weighPage(page, address) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Set()
  let scriptBytes = 0
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    if (type === 'Script' || response.mimeType.includes('javascript')) scripts.add(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scriptBytes += encodedDataLength
  })
  await page.addInitScript(watch)
  const response = await page.goto(address, { waitUntil: 'networkidle' })
  const seen = await page.evaluate(() => ({
    .../** @type {{ pentadSeen: { chart: number | null, shift: number } }} */ (
      /** @type {unknown} */ (window)
    ).pentadSeen,
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  }))
  await session.detach()
  const status = response?.status() ?? 0
  return { status, scriptBytes, firstPaint: seen.paint, chartVisible: seen.chart, layoutShift: seen.shift }
}
