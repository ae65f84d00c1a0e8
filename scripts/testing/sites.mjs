// @ts-check
// Whole Pentads for tests and benches: the production build on a database that nobody else uses.
import { createServer } from 'node:net'
import { offline } from '../lib/prepare.mjs'
import { run } from '../lib/run.mjs'
import { startWeb, waitUntilAnswers } from '../lib/serve.mjs'
import { copyDatabase, dropDatabase, startTestServer } from './databases.mjs'

/** @typedef {{ readonly address: string, readonly databaseUrl: string, readonly stop: () => Promise<void> }} Site */

/**
 * A server with two databases to copy: one empty, one with the sample.
 * @returns {Promise<{ empty: string, sample: string, stop: () => Promise<void> }>} their addresses
 */
export async function startSiteServer() {
  const server = await startTestServer()
  const sample = await copyDatabase(server.url, 'sample')
  const script = ['--import', 'tsx', '--conditions=react-server', 'prisma/sample/load.ts', 'load']
  await run(process.execPath, script, { env: { ...offline(), DATABASE_URL: sample }, isQuiet: true })
  return { empty: server.url, sample, stop: server.stop }
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('no free port was given')
  return address.port
}

/**
 * Serves the production build on a copy of a database.
 * @param {string} template address of the database to copy
 * @returns {Promise<Site>}
 */
export async function openSite(template) {
  const databaseUrl = await copyDatabase(template)
  const port = await freePort()
  const env = { ...offline(), DATABASE_URL: databaseUrl, NODE_ENV: /** @type {const} */ ('production') }
  const web = startWeb({ port, isDev: false, env })
  const address = `http://127.0.0.1:${port}`
  let hasEnded = false
  web.ended.then(() => {
    hasEnded = true
  })
  await waitUntilAnswers(address, web.ended)
  if (hasEnded)
    throw new Error('The web server ended before it answered: is there a build? "npm test" makes one.')
  const stop = async () => {
    await web.stop()
    await dropDatabase(databaseUrl)
  }
  return { address, databaseUrl, stop }
}
