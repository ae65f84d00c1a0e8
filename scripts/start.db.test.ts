import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startPostgres } from './lib/postgres.mjs'
import { applyMigrations } from './lib/schema-engine.mjs'

let folder = ''
let database: { url: string; stop: () => Promise<void> }

beforeAll(async () => {
  folder = mkdtempSync('/var/tmp/pentad-test-')
  chmodSync(folder, 0o755)
  database = await startPostgres({ home: path.join(folder, 'server'), isQuiet: true })
}, 60_000)
afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

const freePort = () =>
  new Promise<{ server: Server; port: number }>((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 })
    })
  })

/** Runs `npm start` (its script) in a situation that ends it; everything it said on standard error, and its code. */
async function start(env: Record<string, string>, ids: { uid?: number; gid?: number } = {}) {
  const { server, port } = await freePort()
  await new Promise((resolve) => server.close(resolve))
  const { DATABASE_URL: _, ...own } = process.env
  const result = spawnSync(process.execPath, ['scripts/start.mjs'], {
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...own, LC_ALL: 'C', PORT: String(port), PENTAD_HOME: path.join(folder, 'home'), ...env },
    ...ids,
  })
  return { code: result.status, said: result.stderr.trim().split('\n') }
}

function changed(part: Partial<Pick<URL, 'username' | 'pathname'>>): string {
  return String(Object.assign(new URL(database.url), part))
}

describe('npm start ends with one sentence and code 1', () => {
  it('when the port is in use', async () => {
    const { server, port } = await freePort()
    const { code, said } = await start({ PORT: String(port) })
    server.close()
    expect([code, said]).toEqual([1, [expect.stringContaining(`Port ${port} is in use`)]])
  })

  it('when PORT is no port', async () => {
    const { code, said } = await start({ PORT: 'eighty' })
    expect([code, said]).toEqual([1, [expect.stringContaining('PORT is "eighty"')]])
  })

  it('when DATABASE_URL is no address', async () => {
    const { code, said } = await start({ DATABASE_URL: 'my database' })
    expect([code, said]).toEqual([1, [expect.stringContaining('not an address of the form postgresql://')]])
  })

  it('when nobody answers at DATABASE_URL', async () => {
    const { code, said } = await start({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/pentad' })
    expect([code, said]).toEqual([1, [expect.stringContaining('No PostgreSQL answers at 127.0.0.1:1')]])
    expect(said.join()).not.toContain('a:b')
  })

  it('when the user of DATABASE_URL is refused', async () => {
    const { code, said } = await start({ DATABASE_URL: changed({ username: 'somebody' }) })
    expect([code, said]).toEqual([1, [expect.stringContaining('refused the user or the password')]])
  })

  it('when the database of DATABASE_URL does not exist', async () => {
    const { code, said } = await start({ DATABASE_URL: changed({ pathname: '/nowhere' }) })
    expect([code, said]).toEqual([1, [expect.stringContaining('"nowhere" of DATABASE_URL does not exist')]])
  })

  it('when the database is newer than the code', async () => {
    await applyMigrations(database.url)
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    await client.query(`INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at)
      VALUES ('x', '', now(), '29990101000000_future', now())`)
    await client.end()
    const { code, said } = await start({ DATABASE_URL: database.url })
    expect([code, said]).toEqual([
      1,
      [expect.stringContaining('made by a newer version of Pentad (step 29990101000000_future')],
    ])
  })

  it('when its folder may not be written', async () => {
    const closed = path.join(folder, 'closed')
    mkdirSync(closed, { mode: 0o555 })
    // Root may write everywhere: then it is tried as another user.
    const ids = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
    if (ids.uid) chownSync(closed, ids.uid, ids.uid)
    const { code, said } = await start({ PENTAD_HOME: path.join(closed, 'home') }, ids)
    expect([code, said]).toEqual([1, [expect.stringContaining('no permission to write')]])
  })

  it('says it in Chinese where the terminal speaks Chinese', async () => {
    const { code, said } = await start({ PORT: 'x', LC_ALL: 'zh_CN.UTF-8' })
    expect([code, said]).toEqual([1, [expect.stringContaining('不是有效端口')]])
  })
})

describe('npm start', () => {
  it('serves on loopback with the sample, and Ctrl-C stops web server and database', async () => {
    const { server, port } = await freePort()
    await new Promise((resolve) => server.close(resolve))
    const { DATABASE_URL: _, ...own } = process.env
    const home = path.join(folder, 'whole')
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      env: { ...own, LC_ALL: 'C', PORT: String(port), PENTAD_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    const isReady = new Promise<void>((resolve) => {
      child.stdout.on('data', (chunk) => {
        said += chunk
        if (said.includes('Pentad is ready')) resolve()
      })
    })
    await isReady
    expect(said).toContain('Loading the sample data into the empty database')
    expect(said).toContain(`http://127.0.0.1:${port}`)
    const page = await fetch(`http://127.0.0.1:${port}/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('10,139')
    child.kill('SIGINT')
    const code = await new Promise((resolve) => child.once('exit', resolve))
    expect(code).toBe(0)
    expect(said).toContain('Stopped. Nothing was lost.')
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
    // The data are there at the next start, which does not load the sample again.
    const again = await startPostgres({ home, isQuiet: true })
    const client = new pg.Client({ connectionString: again.url })
    await client.connect()
    const { rows } = await client.query('SELECT count(*)::int AS count FROM observation')
    await client.end()
    await again.stop()
    expect(rows).toEqual([{ count: 10_139 }])
  }, 300_000)
})
