// @ts-check
// What `npm start` and `npm test` need before anything else: each step is done when it is missing and skipped when it is
// not. Nothing here may import a package: on a fresh clone there are none.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run, runNode } from './run.mjs'
import { SetupError, say } from './words.mjs'

/** Everything whose change makes a build old. */
const sourceFolders = [
  'app',
  'components',
  'core',
  'features',
  'i18n',
  'lib',
  'server',
  'public',
  'prisma/schema.prisma',
]
const sourceFiles = ['next.config.js', 'tsconfig.json', 'postcss.config.mjs', 'proxy.ts', 'package-lock.json']

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new SetupError('nodeTooOld', { version: process.versions.node })
}

/** Installs the packages when there are none, or when the lock file is newer than what is installed. */
export async function installPackages() {
  const marker = 'node_modules/.package-lock.json'
  const isInstalled = existsSync(marker) && statSync(marker).mtimeMs >= statSync('package-lock.json').mtimeMs
  if (isInstalled || (existsSync(marker) && readStamp('install') === hashOf(['package-lock.json']))) return
  say('installing')
  // No package's own script is needed: what Prisma's would download is not used, and the symlinks are made below.
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  await run(command, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { isQuiet: true })
  writeStamp('install', hashOf(['package-lock.json']))
}

/** Makes the symlinks of the private PostgreSQL, which npm packages cannot hold. */
export async function hydratePostgres() {
  const { packageFolder } = await import('./postgres.mjs')
  const folder = packageFolder()
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links = /** @type {{ target: string }[]} */ (JSON.parse(readFileSync(list, 'utf8')))
  if (links.every(({ target }) => existsSync(path.join(folder, target)))) return
  say('hydrating')
  const before = process.cwd()
  process.chdir(folder)
  try {
    await runNode('scripts/hydrate-symlinks.js', [], { isQuiet: true })
  } finally {
    process.chdir(before)
  }
}

/** Generates the database client when the schema has changed. */
export async function generateClient() {
  const stamp = hashOf(['prisma/schema.prisma', 'package-lock.json'])
  if (existsSync('prisma/generated/client.ts') && readStamp('client') === stamp) return
  say('generating')
  await runNode('node_modules/prisma/build/index.js', ['generate'], { isQuiet: true, env: offline() })
  writeStamp('client', stamp)
}

/** Builds for production when the source has changed since the last build. */
export async function buildWeb() {
  const stamp = hashOf([...sourceFolders, ...sourceFiles])
  const file = '.next/pentad-build'
  if (existsSync(file) && readFileSync(file, 'utf8') === stamp) return
  say('building')
  await runNode('node_modules/next/dist/bin/next', ['build'], {
    isQuiet: true,
    env: { ...offline(), NODE_ENV: 'production' },
  })
  writeFileSync(file, stamp)
}

/** The environment of tools that would otherwise call home. */
export function offline() {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    // Prisma downloads its engine unless a file is named. Generating the client never runs it.
    PRISMA_SCHEMA_ENGINE_BINARY: path.resolve('scripts/lib/schema-engine.mjs'),
  }
}

/** Hash of the names and contents of files and folders. */
function hashOf(/** @type {readonly string[]} */ roots) {
  const hash = createHash('sha256')
  const walk = (/** @type {string} */ at) => {
    if (!existsSync(at)) return
    if (statSync(at).isDirectory()) {
      for (const name of readdirSync(at).sort()) walk(path.join(at, name))
    } else if (!/\.test\.tsx?$/.test(at)) {
      hash.update(at).update('\0').update(readFileSync(at)).update('\0')
    }
  }
  for (const root of roots) walk(root)
  return hash.digest('hex')
}

const stampFile = (/** @type {string} */ name) => path.join('node_modules/.pentad', name)

function readStamp(/** @type {string} */ name) {
  return existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : ''
}

function writeStamp(/** @type {string} */ name, /** @type {string} */ value) {
  mkdirSync('node_modules/.pentad', { recursive: true })
  writeFileSync(stampFile(name), value)
}
