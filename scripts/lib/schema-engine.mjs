// @ts-check
// Prisma's schema engine as the WebAssembly that npm ships: its own binary would be a download from another host, which
// an office without internet does not have. See docs/decisions/0002-schema-engine.md.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const schemaPath = 'prisma/schema.prisma'
const migrationsFolder = 'prisma/migrations'
const catalogueChar = 18
const paddedChar = 1042
const filters = { externalTables: [], externalEnums: [] }

const panic = {
  message: '',
  get: () => panic.message,
  set_message: (/** @type {string} */ text) => {
    panic.message = text
  },
}

/** The engine's module, made ready once. */
let loaded = false
async function load() {
  if (loaded) return
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')
  const wasm = readFileSync(entry.replace(/schema_engine\.js$/, 'schema_engine_bg.wasm'))
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panic })
  const { instance } = await WebAssembly.instantiate(wasm, {
    './schema_engine_bg.js': /** @type {any} */ (glue),
  })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  loaded = true
}

/**
 * @prisma/adapter-pg 7.10 was not written for this engine: it refuses catalogue columns of type "char", and it cuts
 * scripts at every semicolon, those inside functions too.
 * @param {any} adapter
 * @param {import('pg').Pool | null} pool
 */
function mended(adapter, pool) {
  const charColumns = new WeakMap()
  const performIO = adapter.performIO.bind(adapter)
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.performIO = async (/** @type {unknown} */ query) => {
    const result = await performIO(query)
    const fields = /** @type {{ dataTypeID: number }[]} */ (result.fields ?? [])
    if (fields.some((field) => field.dataTypeID === catalogueChar)) {
      charColumns.set(
        result.rows,
        fields.map((field) => field.dataTypeID === catalogueChar),
      )
      for (const field of fields) if (field.dataTypeID === catalogueChar) field.dataTypeID = paddedChar
    }
    return result
  }
  adapter.queryRaw = async (/** @type {unknown} */ query) => {
    const result = await queryRaw(query)
    const isChar = /** @type {boolean[] | undefined} */ (charColumns.get(result.rows))
    isChar?.forEach((is, i) => {
      if (is) result.columnTypes[i] = ColumnTypeEnum.Character
    })
    return result
  }
  if (adapter.startTransaction) {
    const startTransaction = adapter.startTransaction.bind(adapter)
    adapter.startTransaction = async (/** @type {unknown} */ level) =>
      mended(await startTransaction(level), null)
  }
  if (pool) {
    adapter.executeScript = async (/** @type {string} */ sql) => {
      try {
        await pool.query(sql)
      } catch (error) {
        adapter.onError(error)
      }
    }
  }
  return adapter
}

function adapterFactory(/** @type {string} */ url, /** @type {pg.Pool[]} */ pools) {
  const connect = async () => {
    // One session: advisory locks and search_path belong to it.
    const pool = new pg.Pool({ connectionString: url, max: 1 })
    pools.push(pool)
    return mended(await new PrismaPg(pool, { disposeExternalPool: true }).connect(), pool)
  }
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb: connect }
}

/**
 * Runs a piece of work with an engine on a database. A panic of the engine is an error, never a silent "no drift".
 * @template T
 * @param {string} url
 * @param {(engine: glue.SchemaEngine) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withEngine(url, work) {
  await load()
  panic.message = ''
  /** @type {pg.Pool[]} */
  const pools = []
  const factory = bindMigrationAwareSqlAdapterFactory(/** @type {any} */ (adapterFactory(url, pools)))
  try {
    const engine = await glue.SchemaEngine.new(
      { datamodels: undefined },
      () => undefined,
      /** @type {any} */ (factory),
    )
    const result = await work(engine)
    if (panic.message) throw new Error(`schema engine: ${panic.message}`)
    return result
  } finally {
    // A session that stays would keep others from copying or dropping the database.
    for (const pool of pools) if (!pool.ending) await pool.end()
  }
}

/** Names of the migrations in the project, oldest first. */
export function migrationNames() {
  return readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** @param {string} name */
export function migrationSql(name) {
  return readFileSync(path.join(migrationsFolder, name, 'migration.sql'), 'utf8')
}

/**
 * Applies the migrations that a database has not had, each in a transaction of its own.
 * @param {string} url
 * @returns {Promise<string[]>} names of those applied now
 */
export async function applyMigrations(url) {
  const lockfile = {
    path: 'migration_lock.toml',
    content: readFileSync(path.join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
  }
  const migrationDirectories = migrationNames().map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: /** @type {const} */ ('ok'), value: migrationSql(name) },
    },
  }))
  const baseDir = path.resolve(migrationsFolder)
  const migrationsList = { baseDir, lockfile, migrationDirectories, shadowDbInitScript: '' }
  const result = await withEngine(url, (engine) => engine.applyMigrations({ migrationsList, filters }))
  return result.appliedMigrationNames
}

/**
 * What would still have to be done to a database to agree with prisma/schema.prisma.
 * @param {string} url of a database that has had all migrations
 * @returns {Promise<string>} SQL; empty when they agree
 */
export async function missingSql(url) {
  const schema = { files: [{ path: schemaPath, content: readFileSync(schemaPath, 'utf8') }] }
  const result = await withEngine(url, (engine) =>
    engine.diff({
      from: { tag: 'schemaDatasource', ...schema, configDir: '.' },
      to: { tag: 'schemaDatamodel', ...schema },
      script: true,
      exitCode: true,
      filters,
    }),
  )
  return result.exitCode === 0 ? '' : (result.stdout ?? '')
}
