// A million observations from a CSV file to committed rows with revisions, against COPY of the same rows into the same
// table: `npm run bench -- import`
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from 'pg'
import { importObservations } from '@/features/bulk/mutations'
import { readCandidates } from '@/features/imports/queries'
import { withClient } from '@/scripts/lib/database.mjs'
import { copyDatabase, startTestServer } from '@/scripts/testing/databases.mjs'
import { systemActor } from '@/server/session'

const size = { regions: 1000, indicators: 50, years: 20 }
const rows = size.regions * size.indicators * size.years
const rounds = 2
const limits = { timesCopy: 4, megabytes: 500 }

/** What a fresh process tells of one import. */
type Import = { readonly read: number; readonly whole: number; readonly megabytes: number }

/** The whole path of an import: reading, matching, judging, writing. */
async function importFile(file: string): Promise<Import> {
  const actor = systemActor('bench')
  const start = performance.now()
  const read = await readCandidates(actor, { path: file, fileName: path.basename(file), settings: {} })
  if (!read.ok) throw new Error(read.problem.code)
  const { candidates, problems } = read.value
  const reading = performance.now() - start
  const outcome = await importObservations(actor, { candidates, fileName: path.basename(file) })
  if (!outcome.ok || outcome.value.fates.counts.new !== rows || problems.length > 0)
    throw new Error('not every row was imported')
  const whole = performance.now() - start
  return { read: reading / 1000, whole: whole / 1000, megabytes: process.resourceUsage().maxRSS / 1024 }
}

async function inFreshProcess(file: string, url: string): Promise<Import> {
  const script = ['--import', 'tsx', '--conditions=react-server', fileURLToPath(import.meta.url), file]
  const env = { ...process.env, DATABASE_URL: url }
  const child = spawnSync(process.execPath, script, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (child.status !== 0) throw new Error('the import failed')
  return JSON.parse(child.stdout)
}

/** The same values as a CSV file for the import and as rows of the table for COPY, both beside the data. */
async function writeFiles(client: Client): Promise<{ csv: string; table: string }> {
  await client.query(`
    INSERT INTO area (code, slug, name_en, name_zh, position) VALUES ('A', 'a', 'Area', '领域', 1);
    INSERT INTO indicator (code, area_id, name_en, name_zh)
      SELECT 'I' || n, (SELECT id FROM area), 'Indicator ' || n, '指标' || n FROM generate_series(1, ${size.indicators}) n;
    INSERT INTO region (code, name_en, name_zh, level)
      SELECT 'R' || n, 'Region ' || n, '地区' || n, 'city' FROM generate_series(1, ${size.regions}) n;
    INSERT INTO batch (kind, actor_kind, actor_id, actor_name) VALUES ('import', 'system', 'bench', 'bench');
    SELECT setseed(0.5);
    CREATE TABLE made AS
      SELECT r.id AS region_id, r.code AS region, i.id AS indicator_id, i.code AS indicator, y::smallint AS year,
             random() * 1000 AS value
      FROM generate_series(2001, ${2000 + size.years}) y, indicator i, region r ORDER BY y, i.id, r.id`)
  const { rows: folders } = await client.query('SHOW data_directory')
  const folder = String(folders[0].data_directory)
  const [csv, table] = [path.join(folder, 'bench.csv'), path.join(folder, 'bench.tsv')]
  await client.query(`COPY (SELECT region, indicator, year, value FROM made) TO '${csv}' CSV HEADER`)
  await client.query(
    `COPY (SELECT region_id, indicator_id, year, value, 'A', NULL, NULL, 1, 1 FROM made) TO '${table}'`,
  )
  return { csv, table }
}

async function copySeconds(client: Client, file: string): Promise<number> {
  const start = performance.now()
  await client.query(`
    COPY observation (region_id, indicator_id, year, value, status, source_id, note, version, batch_id) FROM '${file}'`)
  return (performance.now() - start) / 1000
}

const empty = (client: Client) => client.query('TRUNCATE observation, revision; CHECKPOINT')

async function measure(): Promise<number> {
  const server = await startTestServer()
  try {
    const url = await copyDatabase(server.url)
    return await withClient(url, async (client) => {
      const { csv, table } = await writeFiles(client)
      const copies: number[] = []
      const imports: Import[] = []
      for (let round = 0; round < rounds; round++) {
        await empty(client)
        copies.push(await copySeconds(client, table))
        await empty(client)
        imports.push(await inFreshProcess(csv, url))
      }
      const copy = Math.min(...copies)
      const best = imports.reduce((a, b) => (a.whole < b.whole ? a : b))
      const megabytes = Math.max(...imports.map((one) => one.megabytes))
      const ratio = best.whole / copy
      process.stdout.write(
        `${rows} observations: COPY of the rows ${copy.toFixed(1)} s; import with revisions ${best.whole.toFixed(1)} s, ` +
          `of which reading ${best.read.toFixed(1)} s: ${ratio.toFixed(2)} times (at most ${limits.timesCopy}); ` +
          `memory of the process ${megabytes.toFixed(0)} MB (at most ${limits.megabytes})\n`,
      )
      return ratio <= limits.timesCopy && megabytes <= limits.megabytes ? 0 : 1
    })
  } finally {
    await server.stop()
  }
}

const [file] = process.argv.slice(2)
if (file === undefined) process.exitCode = await measure()
else {
  process.stdout.write(JSON.stringify(await importFile(file)))
  process.exit(0)
}
