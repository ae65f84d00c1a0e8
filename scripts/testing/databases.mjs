// @ts-check
// Databases of their own for test files: copies of a template, which PostgreSQL makes in a tenth of a second.
import { randomUUID } from 'node:crypto'
import { withClient } from '../lib/database.mjs'
import { applyMigrations } from '../lib/schema-engine.mjs'
import { startScratchPostgres } from '../lib/scratch.mjs'

/** The address of another database on the same server. */
const addressOf = (/** @type {string} */ url, /** @type {string} */ name) =>
  String(Object.assign(new URL(url), { pathname: `/${name}` }))

/** @param {string} url any database of the server; its address stays, its name changes */
async function createDatabase(url, /** @type {string} */ name, template = 'template0') {
  await withClient(addressOf(url, 'postgres'), (client) =>
    client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`),
  )
  return addressOf(url, name)
}

/**
 * A server with a migrated, empty template database.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} address of the template
 */
export async function startTestServer() {
  const server = await startScratchPostgres()
  const url = await createDatabase(server.url, 'empty')
  await applyMigrations(url)
  return { url, stop: server.stop }
}

/**
 * A copy of a template that nobody is connected to.
 * @param {string} template address of the template
 * @param {string} [name]
 * @returns {Promise<string>} address of the copy
 */
export function copyDatabase(template, name = `test_${randomUUID()}`) {
  return createDatabase(template, name, decodeURIComponent(new URL(template).pathname.slice(1)))
}

/** @param {string} url address of a copy; whoever is still connected is put out */
export async function dropDatabase(url) {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  await withClient(addressOf(url, 'postgres'), (client) =>
    client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  )
}
