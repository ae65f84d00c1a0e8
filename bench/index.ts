// The index of 3,000 regions x 60 indicators x 20 years: against a hand-written loop, against SQL, and its memory.
// `npm run bench -- index`
import { spawnSync } from 'node:child_process'
import type { Client } from 'pg'
import type { FrameworkNode } from '@/core/index/framework'
import { type IndexResult, runIndex } from '@/core/index/run-index'
import { createPanel, type Panel } from '@/core/panel'
import { seededRandom } from '@/core/uncertainty/random'
import { withClient } from '@/scripts/lib/database.mjs'
import { withScratchPostgres } from '@/scripts/lib/scratch.mjs'

const size = { regions: 3000, indicators: 60, years: 20 }
const missingShare = 0.1
const rounds = { core: 25, sql: 5 }
const limits = { timesTheLoop: 1.5, timesFasterThanSql: 30, timesTheData: 3 }

const recipe = { weights: { method: 'entropy' } } as const
const root = 'INDEX'
const directionOf = (indicator: number): 1 | -1 => (indicator % 4 === 3 ? -1 : 1)

function seededPanel(): Panel {
  const random = seededRandom(1)
  const codes = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
  const calendar = Array.from({ length: size.years }, (_, t) => 2000 + t)
  const panel = createPanel(codes('R', size.regions), calendar, codes('I', size.indicators))
  for (let cell = 0; cell < panel.values.length; cell++) {
    // Skewed to a different degree from indicator to indicator, so that their weights differ.
    if (random() >= missingShare) panel.values[cell] = random() ** (1 + (cell % size.indicators) / 20) * 100
  }
  return panel
}

const frameworkOf = ({ indicators }: Panel): FrameworkNode[] => [
  { code: root, parent: null, weight: 1 },
  ...indicators.map((code, i) => ({ code, parent: root, weight: 1, direction: directionOf(i) })),
]

type Outcome = { readonly scores: Float64Array; readonly ranks: Uint32Array; readonly weights: Float64Array }

/** The yardstick: everything in one function, for this recipe and complete trust in its input. */
function straightLoop({ values }: Panel): Outcome & { readonly normalised: Float64Array } {
  const { regions, years, indicators: width } = size
  const rows = regions * years
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY)
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let i = 0; i < width; i++, cell++) {
      const value = values[cell] as number
      if (value < (low[i] as number)) low[i] = value
      if (value > (high[i] as number)) high[i] = value
    }
  }
  const normalised = new Float64Array(values.length)
  const sums = new Float64Array(width)
  const counts = new Float64Array(width)
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let i = 0; i < width; i++, cell++) {
      const share =
        ((values[cell] as number) - (low[i] as number)) / ((high[i] as number) - (low[i] as number))
      const score = 100 * (directionOf(i) === 1 ? share : 1 - share)
      normalised[cell] = score
      if (Number.isNaN(score)) continue
      sums[i] = (sums[i] as number) + score
      counts[i] = (counts[i] as number) + 1
    }
  }
  const weights = new Float64Array(width)
  for (let row = 0, cell = 0; row < rows; row++) {
    for (let i = 0; i < width; i++, cell++) {
      const share = (normalised[cell] as number) / (sums[i] as number)
      if (share > 0) weights[i] = (weights[i] as number) + share * Math.log(share)
    }
  }
  let total = 0
  for (let i = 0; i < width; i++) {
    weights[i] = 1 + (weights[i] as number) / Math.log(counts[i] as number)
    total += weights[i] as number
  }
  for (let i = 0; i < width; i++) weights[i] = (weights[i] as number) / total
  const scores = new Float64Array(rows)
  for (let row = 0, cell = 0; row < rows; row++) {
    let sum = 0
    let weight = 0
    for (let i = 0; i < width; i++, cell++) {
      const score = normalised[cell] as number
      if (Number.isNaN(score)) continue
      sum += (weights[i] as number) * score
      weight += weights[i] as number
    }
    scores[row] = sum / weight
  }
  const ranks = new Uint32Array(rows)
  const order = new Float64Array(regions)
  for (let t = 0; t < years; t++) {
    for (let r = 0; r < regions; r++) order[r] = scores[r * years + t] as number
    order.sort()
    for (let r = 0; r < regions; r++) {
      const score = scores[r * years + t] as number
      let from = 0
      let to = regions
      while (from < to) {
        const middle = (from + to) >>> 1
        if ((order[middle] as number) <= score) from = middle + 1
        else to = middle
      }
      ranks[r * years + t] = regions - from + 1
    }
  }
  return { scores, ranks, weights, normalised }
}

const outcomeOf = ({ scores, ranks, weights }: IndexResult): Outcome => ({
  scores,
  ranks,
  weights: weights.subarray(0, size.indicators),
})

/** The same in SQL, which keeps what the core keeps: normalised values, weights, scores with their ranks. */
const statements = [
  `CREATE UNLOGGED TABLE normalised AS
   WITH bounds AS (
     SELECT indicator, min(value) AS low, max(value) AS high FROM cell GROUP BY indicator
   )
   SELECT region, year, indicator,
          100 * CASE direction WHEN 1 THEN (value - low) / (high - low) ELSE (high - value) / (high - low) END AS z
   FROM cell JOIN bounds USING (indicator) JOIN indicator USING (indicator)`,
  `CREATE UNLOGGED TABLE weight AS
   WITH total AS (
     SELECT indicator, sum(z) AS sum, count(z) AS n FROM normalised GROUP BY indicator
   ), divergence AS (
     SELECT indicator, 1 + sum(CASE WHEN z > 0 THEN z / sum * ln(z / sum) ELSE 0 END) / ln(max(n)) AS d
     FROM normalised JOIN total USING (indicator) GROUP BY indicator
   )
   SELECT indicator, d / sum(d) OVER () AS w FROM divergence`,
  `CREATE UNLOGGED TABLE score AS
   WITH mean AS (
     SELECT region, year, sum(w * z) / sum(w) FILTER (WHERE z IS NOT NULL) AS score
     FROM normalised JOIN weight USING (indicator) GROUP BY region, year
   )
   SELECT region, year, score, rank() OVER (PARTITION BY year ORDER BY score DESC)::int AS rank FROM mean`,
]

async function loadCells(client: Client, { values }: Panel): Promise<void> {
  await client.query(`
    CREATE UNLOGGED TABLE indicator (indicator smallint PRIMARY KEY, direction smallint);
    CREATE UNLOGGED TABLE cell (region int, year smallint, indicator smallint, value float8)`)
  const directions = Array.from({ length: size.indicators }, (_, i) => directionOf(i))
  await client.query(
    'INSERT INTO indicator SELECT n - 1, d FROM unnest($1::smallint[]) WITH ORDINALITY AS u (d, n)',
    [directions],
  )
  const ofRegion = size.years * size.indicators
  const regionsAtOnce = 100
  for (let region = 0; region < size.regions; region += regionsAtOnce) {
    const part = values.subarray(region * ofRegion, (region + regionsAtOnce) * ofRegion)
    await client.query(
      `INSERT INTO cell
       SELECT $2 + (n - 1) / $3, (n - 1) % $3 / $4, (n - 1) % $4, v
       FROM unnest($1::float8[]) WITH ORDINALITY AS u (v, n)`,
      [Array.from(part, (value) => (Number.isNaN(value) ? null : value)), region, ofRegion, size.indicators],
    )
  }
  await client.query('VACUUM ANALYZE')
}

/** Milliseconds of the quickest round in a database with the usual settings and all data in memory, and what it gave. */
async function timeSql(panel: Panel): Promise<{ milliseconds: number; outcome: Omit<Outcome, 'weights'> }> {
  return withScratchPostgres((url) =>
    withClient(url, async (client) => {
      await loadCells(client, panel)
      const scores = new Float64Array(size.regions * size.years)
      const ranks = new Uint32Array(scores.length)
      let milliseconds = Number.POSITIVE_INFINITY
      for (let round = 0; round < rounds.sql; round++) {
        await client.query('DROP TABLE IF EXISTS normalised, weight, score')
        const start = performance.now()
        for (const statement of statements) await client.query(statement)
        milliseconds = Math.min(milliseconds, performance.now() - start)
      }
      // Handing the rows over is not counted.
      const { rows } = await client.query('SELECT * FROM score')
      for (const { region, year, score, rank } of rows) {
        scores[region * size.years + year] = score
        ranks[region * size.years + year] = rank
      }
      return { milliseconds, outcome: { scores, ranks } }
    }),
  )
}

/** Times two ways in turn, so that what else happens on the machine meets both. The quickest round of each counts. */
function timeBoth(a: () => unknown, b: () => unknown): readonly [number, number] {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < rounds.core; round++) {
    for (const [way, work] of [a, b].entries()) {
      const start = performance.now()
      work()
      best[way as 0 | 1] = Math.min(best[way as 0 | 1], performance.now() - start)
    }
  }
  return best
}

function demandSame(name: string, core: Outcome, other: Omit<Outcome, 'weights'>): void {
  core.scores.forEach((score, unit) => {
    if (!(Math.abs(score - (other.scores[unit] as number)) < 1e-9)) throw new Error(`${name}: another score`)
    if (core.ranks[unit] !== other.ranks[unit]) throw new Error(`${name}: another rank`)
  })
}

/** In a process of its own: by how much its memory grew while the index was made, at its peak, against the data. */
function printMemory(): void {
  const panel = seededPanel()
  const framework = frameworkOf(panel)
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  const index = runIndex(panel, framework, recipe)
  const growth = process.resourceUsage().maxRSS * 1024 - before
  process.stdout.write(String(index.scores.length > 0 ? growth / panel.values.byteLength : Number.NaN))
}

function timesTheData(): number {
  const script = [...process.execArgv, '--expose-gc', 'bench/index.ts', 'memory']
  return Number(spawnSync(process.execPath, script, { encoding: 'utf8' }).stdout)
}

if (process.argv[2] === 'memory') printMemory()
else {
  const panel = seededPanel()
  const framework = frameworkOf(panel)
  const core = outcomeOf(runIndex(panel, framework, recipe))
  demandSame('the loop', core, straightLoop(panel))
  const [coreTime, loopTime] = timeBoth(
    () => runIndex(panel, framework, recipe),
    () => straightLoop(panel),
  )
  const memory = timesTheData()
  const sql = await timeSql(panel)
  demandSame('SQL', core, sql.outcome)
  const results = [
    {
      name: 'times the loop',
      value: coreTime / loopTime,
      isGood: coreTime <= limits.timesTheLoop * loopTime,
    },
    {
      name: 'times faster than SQL',
      value: sql.milliseconds / coreTime,
      isGood: sql.milliseconds >= limits.timesFasterThanSql * coreTime,
    },
    { name: 'times the data in memory', value: memory, isGood: memory < limits.timesTheData },
  ]
  console.table({
    core: { ms: coreTime.toFixed(0) },
    loop: { ms: loopTime.toFixed(0) },
    PostgreSQL: { ms: sql.milliseconds.toFixed(0) },
  })
  for (const { name, value, isGood } of results) {
    process.stdout.write(`${isGood ? '✓' : '✗'} ${value.toFixed(2)} ${name}\n`)
  }
  process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1
}
