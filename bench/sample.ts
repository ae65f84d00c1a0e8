// How long the sample takes to load, against one INSERT of its observations and nothing else: `npm run bench -- sample`.
import { readSampleFiles } from '@/features/sample/adapters/sample-files'
import { loadSample } from '@/features/sample/mutations'
import { copyDatabase, startTestServer } from '@/scripts/testing/databases.mjs'
import { db } from '@/server/db'
import { systemActor } from '@/server/session'

/** What a newcomer waits for at the first start. */
const longestSeconds = 3

const server = await startTestServer()
try {
  process.env.DATABASE_URL = await copyDatabase(server.url)
  const { observations } = await readSampleFiles()
  await db()
    .$executeRaw`CREATE TABLE yardstick (region text, indicator text, year smallint, value float8, PRIMARY KEY (region, indicator, year))`
  const columns = ['region', 'indicator', 'year', 'value'].map((name) => observations.map((row) => row[name]))
  const begin = performance.now()
  await db().$executeRaw`
    INSERT INTO yardstick
    SELECT * FROM unnest(${columns[0]}::text[], ${columns[1]}::text[], ${columns[2]}::smallint[], ${columns[3]}::float8[])`
  const yardstick = performance.now() - begin
  const start = performance.now()
  const outcome = await loadSample(systemActor('bench'), {})
  const load = performance.now() - start
  if (!outcome.ok) throw new Error(outcome.reason)
  process.stdout.write(
    `${outcome.value.observations} observations with revisions, sources, catalogue: ${(load / 1000).toFixed(2)} s, ` +
      `${(load / yardstick).toFixed(1)} times one INSERT of the same values (${(yardstick / 1000).toFixed(2)} s)\n`,
  )
  process.exitCode = load / 1000 > longestSeconds ? 1 : 0
  await db().$disconnect()
} finally {
  await server.stop()
}
