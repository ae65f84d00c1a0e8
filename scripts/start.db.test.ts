import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
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

type Running = {
  readonly child: ChildProcess
  /** everything it has said on standard output */
  readonly said: () => string
  readonly ended: Promise<number | null>
}

/** Starts Pentad and waits until it says that it is ready. */
async function startReady(home: string, port: number, args: readonly string[] = []): Promise<Running> {
  const { DATABASE_URL: _, ...own } = process.env
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], {
    env: { ...own, LC_ALL: 'C', PORT: String(port), PENTAD_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += chunk
      if (said.includes('Pentad is ready')) resolve()
    })
    ended.then((code) => reject(new Error(`ended with ${code} after: ${said}`)))
  })
  return { child, said: () => said, ended }
}

/** What is said where something is done that is done once. */
const onceSentences = [
  'Installing the packages',
  'Preparing the database client',
  'Creating the private database',
  'Bringing the database up to date',
  'Loading the sample data',
  'Building Pentad',
]

describe('npm start', () => {
  it('serves on loopback with the sample, survives kill -9, and Ctrl-C stops web server and database', async () => {
    const { server, port } = await freePort()
    await new Promise((resolve) => server.close(resolve))
    const address = `http://127.0.0.1:${port}/`
    const home = path.join(folder, 'whole')
    const first = await startReady(home, port)
    expect(first.said()).toContain('Loading the sample data into the empty database')
    expect(first.said()).toContain(`http://127.0.0.1:${port}`)
    const page = await fetch(address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('10,139')

    // Killed: the web server goes with it, the next start takes the database over, and does nothing twice.
    first.child.kill('SIGKILL')
    await first.ended
    const begun = Date.now()
    const second = await startReady(home, port)
    expect(Date.now() - begun).toBeLessThan(20_000)
    expect(second.said()).toContain('is taken over')
    for (const sentence of onceSentences) expect(second.said()).not.toContain(sentence)
    expect((await fetch(address)).status).toBe(200)

    second.child.kill('SIGINT')
    expect(await second.ended).toBe(0)
    expect(second.said()).toContain('Stopped. Nothing was lost.')
    await expect(fetch(address)).rejects.toThrow()
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

describe('npm run dev', () => {
  it('serves the pages from their source, and ends with its process', async () => {
    const { server, port } = await freePort()
    await new Promise((resolve) => server.close(resolve))
    const dev = await startReady(path.join(folder, 'dev'), port, ['--dev'])
    expect(dev.said()).not.toContain('Building Pentad')
    const page = await fetch(`http://127.0.0.1:${port}/method`)
    expect(page.status).toBe(200)
    dev.child.kill('SIGINT')
    expect(await dev.ended).toBe(0)
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow()
  }, 300_000)
})
