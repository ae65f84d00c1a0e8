// What the checks find of errors planted in the sample, and how fast they are: `npm run bench -- quality`.
import { builtInRules, severities } from '@/core/checks/finding'
import { plantErrors, plantedKinds } from '@/core/checks/plant-errors'
import { type Finding, runChecks } from '@/core/checks/run-checks'
import { createPanel } from '@/core/panel'
import { seededRandom } from '@/core/uncertainty/random'
import { cellOfFinding, findingsByCell, sampleChecks } from '@/scripts/testing/sample-checks'

const seeds = 20
const eachKind = 5
/** A panel as large as Pentad is made for. */
const large = { regions: 3000, years: 20, indicators: 60 }
const mostSeconds = 5

const sample = await sampleChecks()
const observed = sample.panel.values.filter((value) => !Number.isNaN(value)).length
const clean = findingsByCell(sample)
const show = (share: number) => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`)

if (process.argv.includes('--list')) {
  const { panel } = sample
  const rows = [...clean].map(([, found]) => found).sort((a, b) => (b[0]?.weight ?? 0) - (a[0]?.weight ?? 0))
  for (const found of rows) {
    const [one] = found
    if (!one) continue
    const value = panel.values[cellOfFinding(sample, one)]
    process.stdout.write(
      `${panel.indicators[one.indicator]} ${panel.regions[one.region]} ${panel.years[one.year]} ${value} ` +
        `${found.map((f) => `${f.severity}:${JSON.stringify(f.reason)}`).join(' ')}\n`,
    )
  }
}

const cleanBy = (test: (cell: number) => boolean) => [...clean.keys()].filter(test).length
process.stdout.write(
  `clean sample: ${observed} values, ${clean.size} found (${show(clean.size / observed)}): ` +
    `${severities
      .map(
        (severity) =>
          `${cleanBy((cell) => clean.get(cell)?.some((f) => f.severity === severity) ?? false)} ${severity}`,
      )
      .join(', ')}\n`,
)
console.table(
  builtInRules.map((rule) => ({
    rule,
    clean: cleanBy((cell) => clean.get(cell)?.some((f) => f.reason.rule === rule) ?? false),
  })),
)

/** The cell that a jump starts from: which of the two is wrong nobody can tell when it is the first of its series. */
function startOf(cell: number, { reason }: Finding): number {
  const { years, indicators } = sample.panel
  if (reason.rule !== 'jump') return cell
  const year = years[Math.floor(cell / indicators.length) % years.length] ?? 0
  return cell - (year - reason.beforeYear) * indicators.length
}

const perKind = new Map(plantedKinds.map((kind) => [kind, { planted: 0, found: 0 }]))
const tally = (names: readonly string[]) => new Map(names.map((name) => [name, { right: 0, wrong: 0 }]))
const perRule = tally(builtInRules)
const perSeverity = tally(severities)
let [right, wrong, wrongNew] = [0, 0, 0]
for (let seed = 1; seed <= seeds; seed++) {
  const { panel, planted } = plantErrors(sample.panel, eachKind, seed)
  const found = findingsByCell(sample, panel)
  const changed = new Set(planted.flatMap((one) => one.changed))
  const named = new Set([...found].flatMap(([cell, own]) => [cell, ...own.map((one) => startOf(cell, one))]))
  for (const { kind, cells } of planted) {
    const count = perKind.get(kind)
    if (!count) continue
    count.planted++
    if (cells.some((cell) => named.has(cell))) count.found++
  }
  for (const [cell, own] of found) {
    const isRight = changed.has(cell) || own.some((one) => changed.has(startOf(cell, one)))
    const outcome = isRight ? 'right' : 'wrong'
    if (isRight) right++
    else wrong++
    if (!isRight && !clean.has(cell)) wrongNew++
    for (const rule of new Set(own.map((one) => one.reason.rule))) {
      const count = perRule.get(rule)
      if (count) count[outcome]++
    }
    const top = severities.find((severity) => own.some((one) => one.severity === severity)) ?? 'hint'
    const count = perSeverity.get(top)
    if (count) count[outcome]++
  }
}
console.table(
  [...perKind].map(([kind, { planted, found }]) => ({ kind, planted, recall: show(found / planted) })),
)
const precisions = (counts: Map<string, { right: number; wrong: number }>) =>
  [...counts].map(([name, count]) => ({
    name,
    ...count,
    precision: show(count.right / (count.right + count.wrong)),
  }))
console.table(precisions(perRule))
console.table(precisions(perSeverity))
process.stdout.write(
  `precision ${show(right / (right + wrong))}, counting what the clean sample shows as wrong; ` +
    `${show(right / (right + wrongNew))} of what was not there before\n`,
)

const random = seededRandom(1)
const codes = (n: number, letter: string) => Array.from({ length: n }, (_, k) => `${letter}${k}`)
const panel = createPanel(
  codes(large.regions, 'R'),
  Array.from({ length: large.years }, (_, t) => 2004 + t),
  codes(large.indicators, 'I'),
)
for (let r = 0; r < large.regions; r++) {
  for (let i = 0; i < large.indicators; i++) {
    let value = Math.exp(4 * random())
    for (let t = 0; t < large.years; t++) {
      value *= 1 + 0.1 * (random() - 0.4)
      const cell = (r * large.years + t) * large.indicators + i
      panel.values[cell] = random() < 0.1 ? Number.NaN : Number(value.toPrecision(6))
    }
  }
}
const indicators = codes(large.indicators, 'I').map((code) => ({
  ...(sample.indicators[0] as (typeof sample.indicators)[number]),
  code,
  hardMin: 0,
  hardMax: 1e6,
  plausibleMin: 0.1,
  plausibleMax: 1e5,
  targets: [10],
}))
const parents = Int32Array.from({ length: large.regions }, (_, r) => (r < 30 ? -1 : r % 30))
const status = new Uint8Array(panel.values.length).fill('A'.charCodeAt(0))
const start = process.cpuUsage()
const found = runChecks(panel, status, indicators, parents)
// Of the processor: what else the machine does meanwhile is not counted.
const seconds = process.cpuUsage(start).user / 1e6
process.stdout.write(
  `${large.regions} regions x ${large.indicators} indicators x ${large.years} years: ${seconds.toFixed(1)} s, ${found.length} findings\n`,
)
if (seconds > mostSeconds) {
  process.stdout.write(`All rules take more than ${mostSeconds} s.\n`)
  process.exitCode = 1
}
