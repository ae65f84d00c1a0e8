// @ts-check
// What the command line needs of the set-up.
import { existsSync } from 'node:fs'
import { generateClient, hydratePostgres, installPackages } from './prepare.mjs'

/** The folder a command was called from: npm changes into the project's first, and says where it came from. */
export function callerFolder() {
  const { npm_lifecycle_event: script, INIT_CWD: before } = process.env
  return script === 'pentad' && before ? before : process.cwd()
}

/** Installs the packages of a fresh clone. What has become old is renewed by `npm start`. */
export async function installWhenBare() {
  if (existsSync('package-lock.json') && !existsSync('node_modules/tsx')) await installPackages()
}

/**
 * Opens the database of this installation, brought up to date, for this process.
 * @returns {Promise<() => Promise<void>>} closes it, unless it was running before
 */
export async function openInstallation() {
  await hydratePostgres()
  await generateClient()
  const { openDatabase } = await import('./serve.mjs')
  const { prepareDatabase } = await import('./database.mjs')
  const database = await openDatabase()
  try {
    await prepareDatabase(database.url)
  } catch (error) {
    await database.stop()
    throw error
  }
  process.env.DATABASE_URL = database.url
  return database.stop
}
