import { effectiveWeights } from '@/core/index/effective-weights'
import { rankYears } from '@/core/index/rank-years'
import type { IndexResult } from '@/core/index/run-index'
import { traceOf } from '@/core/index/trace'
import type { Panel } from '@/core/panel'
import type { RankRanges } from './rank-ranges'
import type { ResultFiles } from './results-folder'
import { codeCells, numberCell, openText, type TextWriter } from './write-csv'

/** Every file that `pentad index` may write. */
export const indexFileNames: readonly string[] = [
  'scores.csv',
  'normalised.csv',
  'treated.csv',
  'imputed.csv',
  'weights.csv',
  'intervals.csv',
  'trace.json',
]

/**
 * The stages of an index as files. Numbers stand in full, and what is not there is an empty cell.
 *
 * @param index  a recipe carried out
 * @param nodes  codes of the framework in its order
 * @param ranges rank intervals; null when the recipe asked for none
 */
export function indexFiles(
  index: IndexResult,
  nodes: readonly string[],
  ranges: RankRanges | null,
): ResultFiles {
  const { raw } = index
  const files = new Map<string, (file: string) => void>([
    ['scores.csv', (file) => writeScores(file, index, nodes)],
    [
      'normalised.csv',
      (file) => writeValues(file, raw, (unit, i) => inColumn(index, index.normalised, unit, i)),
    ],
    ['treated.csv', (file) => writePanel(file, index.treated)],
    ['imputed.csv', (file) => writePanel(file, index.imputed)],
    ['weights.csv', (file) => writeWeights(file, index, nodes)],
    ['trace.json', (file) => writeTrace(file, index)],
  ])
  if (ranges) files.set('intervals.csv', (file) => writeRanges(file, index, ranges))
  return files
}

function written(file: string, write: (out: TextWriter) => void): void {
  const out = openText(file)
  try {
    write(out)
  } finally {
    out.close()
  }
}

/** Visits regions in their order and within each its years; a unit is numbered as in the columns. */
function eachUnit({ regions, years }: Panel, visit: (head: string, unit: number) => void): void {
  codeCells(regions).forEach((region, r) => {
    years.forEach((year, t) => {
      visit(`${region},${year},`, r * years.length + t)
    })
  })
}

/** The value of a unit in a column of an array of columns. */
function inColumn(
  { raw }: IndexResult,
  columns: Float64Array | Uint32Array,
  unit: number,
  column: number,
): number {
  return columns[column * raw.regions.length * raw.years.length + unit] as number
}

function writePanel(file: string, panel: Panel): void {
  writeValues(file, panel, (unit, i) => panel.values[unit * panel.indicators.length + i] as number)
}

function writeValues(file: string, panel: Panel, read: (unit: number, indicator: number) => number): void {
  const indicators = codeCells(panel.indicators)
  written(file, (out) => {
    out.write('region,year,indicator,value\n')
    eachUnit(panel, (head, unit) => {
      indicators.forEach((indicator, i) => {
        out.write(`${head}${indicator},${numberCell(read(unit, i))}\n`)
      })
    })
  })
}

function writeScores(file: string, index: IndexResult, nodes: readonly string[]): void {
  const { plan, raw } = index
  const width = plan.indicators.length
  const ofIndicators = rankYears(index.normalised, raw.regions.length, raw.years.length, width)
  const cells = codeCells(nodes)
  const numbers = nodes.map((node) => plan.numberOf.get(node) ?? -1)
  written(file, (out) => {
    out.write('region,year,node,score,rank\n')
    eachUnit(raw, (head, unit) => {
      numbers.forEach((number, n) => {
        const isIndicator = number < width
        const column = isIndicator ? number : number - width
        const score = inColumn(index, isIndicator ? index.normalised : index.scores, unit, column)
        const rank = inColumn(index, isIndicator ? ofIndicators.ranks : index.ranks, unit, column)
        out.write(`${head}${cells[n]},${numberCell(score)},${rank === 0 ? '' : rank}\n`)
      })
    })
  })
}

function writeWeights(file: string, { plan, weights }: IndexResult, nodes: readonly string[]): void {
  const effective = effectiveWeights(plan, weights)
  const cells = codeCells(nodes)
  written(file, (out) => {
    out.write('node,weight,effective\n')
    nodes.forEach((node, n) => {
      const number = plan.numberOf.get(node) ?? -1
      out.write(
        `${cells[n]},${numberCell(weights[number] as number)},${numberCell(effective[number] as number)}\n`,
      )
    })
  })
}

function writeRanges(file: string, index: IndexResult, ranges: RankRanges): void {
  const nodes = codeCells(ranges.nodes)
  written(file, (out) => {
    out.write('region,year,node,rank_low,rank_median,rank_high\n')
    eachUnit(index.raw, (head, unit) => {
      nodes.forEach((node, a) => {
        const [low, median, high] = [ranges.low, ranges.median, ranges.high].map((columns) =>
          numberCell(inColumn(index, columns, unit, a)),
        )
        out.write(`${head}${node},${low},${median},${high}\n`)
      })
    })
  })
}

/** An entry a line: there may be as many as there are gaps. */
function writeTrace(file: string, index: IndexResult): void {
  written(file, (out) => {
    out.write(`{\n"recipe": ${JSON.stringify(index.recipe)},\n"trace": [`)
    traceOf(index).forEach((entry, e) => {
      out.write(`${e === 0 ? '\n' : ',\n'}${JSON.stringify(entry)}`)
    })
    out.write('\n]\n}\n')
  })
}
