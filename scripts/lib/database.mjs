// @ts-check
import pg from 'pg'
import { applyMigrations, migrationNames } from './schema-engine.mjs'
import { SetupError, say } from './words.mjs'

const oldestServer = 150_000

/** Host and database of an address, without user and password, for sentences. */
function placeOf(/** @type {string} */ url) {
  try {
    const { hostname, port, pathname, protocol } = new URL(url)
    if (!/^postgres(ql)?:$/.test(protocol) || pathname.length < 2) throw new SetupError('urlInvalid')
    return {
      host: `${hostname || 'localhost'}:${port || 5432}`,
      database: decodeURIComponent(pathname.slice(1)),
    }
  } catch {
    throw new SetupError('urlInvalid')
  }
}

/** Connection errors as sentences, by code and never by message. */
function connectionError(/** @type {unknown} */ error, /** @type {string} */ url) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const place = placeOf(url)
  if (code === '28P01' || code === '28000') return new SetupError('databaseDenied', place)
  if (code === '3D000') return new SetupError('databaseMissing', place)
  if (/^(E[A-Z]+|08...)$/.test(code) || error instanceof AggregateError)
    return new SetupError('databaseUnreachable', place)
  return error
}

/**
 * Connects, does some work, and closes.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {SetupError} nobody answers, the user is refused, or the database does not exist
 */
export async function withClient(url, work) {
  placeOf(url)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
  } catch (error) {
    throw connectionError(error, url)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Names of the migrations that a database has had, and of one that was interrupted. */
async function migrationState(/** @type {pg.Client} */ client) {
  const { rows: found } = await client.query("SELECT to_regclass('_prisma_migrations') AS name")
  if (!found[0]?.name) return { applied: /** @type {string[]} */ ([]), broken: null }
  const { rows } = await client.query(
    'SELECT migration_name AS name, finished_at AS finished FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  )
  const broken = rows.find((row) => row.finished === null)
  return {
    applied: rows.flatMap((row) => (row.finished ? [String(row.name)] : [])),
    broken: broken ? String(broken.name) : null,
  }
}

/**
 * Brings a database up to date, and says whether anything was ever written to it.
 *
 * @param {string} url
 * @returns {Promise<{ isUntouched: boolean }>} untouched: no change was ever committed, so that a sample may be loaded
 * @throws {SetupError} the server is too old, the database newer than this code, a step was interrupted, or no rights
 */
export async function prepareDatabase(url) {
  const place = placeOf(url)
  const state = await withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
    )
    if (rows[0].number < oldestServer)
      throw new SetupError('databaseTooOld', { ...place, version: rows[0].version })
    return migrationState(client)
  })
  if (state.broken) throw new SetupError('databaseBroken', { step: state.broken })
  const known = migrationNames()
  const foreign = state.applied.find((name) => !known.includes(name))
  if (foreign) throw new SetupError('databaseNewer', { step: foreign })
  const missing = known.filter((name) => !state.applied.includes(name))
  if (missing.length > 0) {
    say('migrating', { count: missing.length })
    try {
      await applyMigrations(url)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      if (/permission denied|42501/.test(reason)) throw new SetupError('databaseNoRights', place)
      throw new SetupError('migrationFailed', { reason })
    }
  }
  return withClient(url, async (client) => {
    const { rows } = await client.query('SELECT version FROM data_state WHERE id = 1')
    return { isUntouched: rows[0]?.version === '0' }
  })
}
