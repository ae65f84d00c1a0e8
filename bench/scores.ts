// How long the index takes, against a straight loop over typed arrays that does the same and nothing else.
import type { FrameworkNode } from '@/core/index/framework'
import { defaultRecipe } from '@/core/index/recipe'
import { runIndex, scoreOf } from '@/core/index/run-index'
import { createPanel, type Panel } from '@/core/panel'

const areaCount = 5
const missingShare = 0.1
const rounds = 7
/** The ratio above which the core's generality costs more than it should. */
const mostTimesTheLoop = 10

const sizes = [
  { regions: 31, years: 12, indicators: 61 },
  { regions: 340, years: 15, indicators: 61 },
  { regions: 3000, years: 20, indicators: 61 },
]

/** Numbers in [0, 1) that are the same in every run (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const codes = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`)
const directionOf = (indicator: number) => (indicator % 4 === 3 ? -1 : 1)
const areaOf = (indicator: number) => indicator % areaCount

function seededPanel(regions: number, years: number, indicators: number): Panel {
  const random = seeded(1)
  const calendar = Array.from({ length: years }, (_, t) => 2000 + t)
  const panel = createPanel(codes('R', regions), calendar, codes('I', indicators))
  for (let cell = 0; cell < panel.values.length; cell++) {
    panel.values[cell] = random() < missingShare ? Number.NaN : random() * 100
  }
  return panel
}

function frameworkOf(panel: Panel): FrameworkNode[] {
  return [
    { code: 'index', parent: null, weight: 1 },
    ...codes('A', areaCount).map((code) => ({ code, parent: 'index', weight: 1 })),
    ...panel.indicators.map((code, i) => ({
      code,
      parent: `A${areaOf(i)}`,
      weight: 1,
      direction: directionOf(i) as 1 | -1,
    })),
  ]
}

/** The yardstick: pooled min-max to 0..100, mean of an area's observed indicators, mean of the areas. */
function straightLoop({ values, indicators }: Panel): Float64Array {
  const width = indicators.length
  const rows = values.length / width
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY)
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY)
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell] as number
    const i = cell % width
    if (value < (low[i] as number)) low[i] = value
    if (value > (high[i] as number)) high[i] = value
  }
  const index = new Float64Array(rows)
  const sums = new Float64Array(areaCount)
  const counts = new Float64Array(areaCount)
  for (let row = 0; row < rows; row++) {
    sums.fill(0)
    counts.fill(0)
    for (let i = 0; i < width; i++) {
      const value = values[row * width + i] as number
      if (Number.isNaN(value)) continue
      const share = (value - (low[i] as number)) / ((high[i] as number) - (low[i] as number))
      const area = areaOf(i)
      sums[area] = (sums[area] as number) + 100 * (directionOf(i) === 1 ? share : 1 - share)
      counts[area] = (counts[area] as number) + 1
    }
    let total = 0
    let areas = 0
    for (let area = 0; area < areaCount; area++) {
      if (counts[area] === 0) continue
      total += (sums[area] as number) / (counts[area] as number)
      areas++
    }
    index[row] = areas === 0 ? Number.NaN : total / areas
  }
  return index
}

/** Median milliseconds of some rounds after two to warm up, and what the last one gave. */
function timed<T>(work: () => T): { milliseconds: number; result: T } {
  let result = work()
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const start = performance.now()
    result = work()
    if (round > 0) times.push(performance.now() - start)
  }
  return { milliseconds: times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0, result }
}

let worst = 0
const table = sizes.map(({ regions, years, indicators }) => {
  const panel = seededPanel(regions, years, indicators)
  const framework = frameworkOf(panel)
  const core = timed(() => runIndex(panel, framework, { ...defaultRecipe, coverage: { minimum: 0 } }))
  const loop = timed(() => straightLoop(panel))
  for (let row = 0; row < Math.min(500, regions * years); row++) {
    const region = panel.regions[Math.floor(row / years)] ?? ''
    const { score } = scoreOf(core.result, region, panel.years[row % years] ?? 0, 'index')
    const difference = Math.abs((score ?? Number.NaN) - (loop.result[row] as number))
    if (!(difference < 1e-9)) throw new Error(`core and loop disagree at ${region}: ${difference}`)
  }
  const ratio = core.milliseconds / loop.milliseconds
  worst = Math.max(worst, ratio)
  return {
    cells: panel.values.length.toLocaleString('en'),
    'core, ms': core.milliseconds.toFixed(1),
    'loop, ms': loop.milliseconds.toFixed(1),
    ratio: ratio.toFixed(1),
  }
})
console.table(table)
process.stdout.write(
  'The core also gives the scores of areas and indicators, coverage, weights and ranks; the loop only the index.\n',
)
if (worst > mostTimesTheLoop) {
  process.stdout.write(`The core takes ${worst.toFixed(1)} times the loop, more than ${mostTimesTheLoop}.\n`)
  process.exitCode = 1
}
