// @ts-check
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPostgres } from './postgres.mjs'

/** Safe for data that nobody keeps: no waiting for the disk. */
const scratchSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/**
 * A private PostgreSQL in a temporary folder. `stop` removes it with its folder.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startScratchPostgres() {
  // Under /var/tmp rather than the user's own folder, which the database user may not enter.
  const folder = mkdtempSync(
    path.join(process.platform === 'linux' ? '/var/tmp' : tmpdir(), 'pentad-scratch-'),
  )
  const home = path.join(folder, 'home')
  chmodSync(folder, 0o755)
  const server = await startPostgres({ home, settings: scratchSettings, isQuiet: true })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: server.url, stop }
}

/**
 * A private PostgreSQL for a piece of work.
 * @template T
 * @param {(url: string) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withScratchPostgres(work) {
  const server = await startScratchPostgres()
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}
