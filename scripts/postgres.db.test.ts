import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startPostgres } from './lib/postgres.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync('/var/tmp/pentad-test-')
  chmodSync(folder, 0o755)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const home = () => path.join(folder, 'home')

async function rowsIn(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process that starts the database and adds rows one by one, saying each number once it is committed. */
const writer = `
import pg from 'pg'
import { startPostgres } from './scripts/lib/postgres.mjs'
const { url } = await startPostgres({ home: process.argv[1], isQuiet: true })
const client = new pg.Client({ connectionString: url })
client.on('error', () => process.exit(1))
await client.connect()
await client.query('CREATE TABLE IF NOT EXISTS written (n int PRIMARY KEY)')
const { rows } = await client.query('SELECT coalesce(max(n), 0) AS last FROM written')
for (let n = rows[0].last + 1; ; n++) {
  await client.query('INSERT INTO written VALUES ($1)', [n])
  process.stdout.write(n + '\\n')
}`

/** Kills database and supervisor the hard way once `count` more rows were acknowledged. Returns the last number said. */
async function writeAndKill(count: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', writer, home()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (!child.stdout) throw new Error('no output')
  let last = 0
  let said = 0
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line)
    if (++said === count) {
      const postmaster = Number(
        readFileSync(path.join(home(), 'pgdata/postmaster.pid'), 'utf8').split('\n')[0],
      )
      process.kill(postmaster, 'SIGKILL')
      child.kill('SIGKILL')
    }
  }
  return last
}

describe('the private PostgreSQL', () => {
  it('loses no acknowledged write when it is killed, and the next start recovers by itself', async () => {
    for (const count of [50, 300, 120]) {
      const last = await writeAndKill(count)
      const server = await startPostgres({ home: home(), isQuiet: true })
      const [row] = await rowsIn(server.url, 'SELECT count(*)::int AS count, max(n) AS last FROM written')
      expect(row?.count).toBe(row?.last)
      expect(row?.last).toBeGreaterThanOrEqual(last)
      await server.stop()
    }
  }, 60_000)

  it('is taken over when its supervisor was killed and it still runs', async () => {
    const first = await startPostgres({ home: home(), isQuiet: true })
    writeFileSync(path.join(home(), 'supervisor.pid'), '999999999')
    const second = await startPostgres({ home: home(), isQuiet: true })
    expect(second.url).toBe(first.url)
    await second.stop()
    await expect(rowsIn(first.url, 'SELECT 1')).rejects.toThrow()
  })

  it('is not stopped by a second Pentad that shares it', async () => {
    const owner = await startPostgres({ home: home(), isQuiet: true })
    writeFileSync(path.join(home(), 'supervisor.pid'), String(process.ppid))
    const guest = await startPostgres({ home: home(), isQuiet: true })
    await guest.stop()
    expect(await rowsIn(owner.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await owner.stop()
  })

  it('works over the loopback address, as on Windows', async () => {
    const server = await startPostgres({ home: home(), kind: 'tcp', isQuiet: true })
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
    expect(await rowsIn(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await server.stop()
  })

  it('says in one sentence that the disk is full', async () => {
    await expect(startPostgres({ home: home(), room: 1e12, isQuiet: true })).rejects.toThrow(
      /disk that holds .* is full/,
    )
  })

  it('says in one sentence that its folder is a file', async () => {
    writeFileSync(home(), '')
    await expect(startPostgres({ home: home(), isQuiet: true })).rejects.toThrow(/is not a folder/)
  })
})
