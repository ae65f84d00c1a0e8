import type { ImportFates } from '@/features/bulk/schema'
import {
  type FateCounts,
  type FateRow,
  fateOfProblem,
  type ImportSettings,
  type ReadResult,
} from '@/features/imports/schema'
import { type RowFate, rowFates } from '@/features/observations/schema'
import type { PackReturn } from './pack-return'

/** What became of each candidate. */
export type Written = Pick<ImportFates, 'fates' | 'before' | 'issueOf'>

/** What a dry run found, held until the import or until others push it out. */
export type Trial = {
  readonly key: string
  readonly upload: string
  readonly settings: ImportSettings
  readonly reading: ReadResult
  /** by candidate of `reading` */
  readonly written: Written
  /** of a pack that came back: what is to be written of it */
  readonly pack: PackReturn | null
  /** versions of the cells that are to be written, as they were seen */
  readonly seen: Int32Array
  readonly counts: FateCounts
  /** rows of the file of which something is rejected, ascending */
  readonly rejectedRows: Int32Array
  /** by fate, in the order of the file: candidates, and from `candidates.length` on what could not be read */
  readonly entries: Readonly<Record<RowFate | 'all', Int32Array>>
}

/** A dry run of a million values holds some 60 MB. */
const mostTrials = 3

// Reloading a module in development must not forget a dry run that somebody is looking at.
const held = globalThis as { pentadTrials?: Map<string, Trial> }

function trials(): Map<string, Trial> {
  held.pentadTrials ??= new Map()
  return held.pentadTrials
}

/** The last dry run of an upload. */
export function findTrial(upload: string, key: string): Trial | undefined {
  const found = trials().get(upload)
  return found?.key === key ? found : undefined
}

export function forgetTrial(upload: string): void {
  trials().delete(upload)
}

/** Keeps a dry run in place of the last one of the same upload; of others the oldest gives way. */
export function keepTrial(trial: Trial): void {
  const kept = trials()
  kept.delete(trial.upload)
  kept.set(trial.upload, trial)
  for (const oldest of kept.keys()) {
    if (kept.size <= mostTrials) return
    kept.delete(oldest)
  }
}

/** Brings what was read and what could not be read into the order of the file, and sorts it by its fate. */
export function trialOf(
  upload: string,
  settings: ImportSettings,
  { reading, pack }: Pick<Trial, 'reading' | 'pack'>,
  written: Written,
  seen: Int32Array,
): Trial {
  const { candidates, problems } = reading
  const total = candidates.length + problems.length
  const rowOf = (e: number) => candidates.row[e] ?? problems[e - candidates.length]?.row ?? 0
  const columnOf = (e: number) => candidates.column[e] ?? problems[e - candidates.length]?.column ?? 0
  const all = Int32Array.from({ length: total }, (_, e) => e).sort(
    (a, b) => rowOf(a) - rowOf(b) || columnOf(a) - columnOf(b),
  )
  const fateOf = (e: number): RowFate =>
    e < candidates.length
      ? (rowFates[written.fates[e] ?? 0] ?? 'rejected')
      : fateOfProblem(problems[e - candidates.length]?.code ?? 'noRegion')
  const counts = { new: 0, changed: 0, unchanged: 0, rejected: 0, conflict: 0 }
  for (let e = 0; e < total; e++) counts[fateOf(e)]++
  const only = (fate: RowFate) => all.filter((e) => fateOf(e) === fate)
  const rejected = only('rejected')
  return {
    key: crypto.randomUUID(),
    upload,
    settings,
    reading,
    written,
    pack,
    seen,
    counts,
    rejectedRows: Int32Array.from(new Set(Array.from(rejected, rowOf))),
    entries: {
      all,
      new: only('new'),
      changed: only('changed'),
      unchanged: only('unchanged'),
      rejected,
      conflict: only('conflict'),
    },
  }
}

/** A figure of a column of numbers, in which NaN is "not observed". */
export const observed = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value

/** One entry of a dry run as it is listed. */
export function fateRow({ reading, written }: Trial, entry: number): FateRow {
  const { candidates, problems } = reading
  const problem = problems[entry - candidates.length]
  if (problem) {
    const { row, column, code, params = {}, region = '', indicator = '', year = null } = problem
    const text = problem.text ?? String(params.text ?? '')
    const unknown = { value: null, before: null, exponent: 0 }
    return { row, column, region, indicator, year, ...unknown, text, fate: fateOfProblem(code), code, params }
  }
  const issue = written.issueOf(entry)
  return {
    row: candidates.row[entry] ?? 0,
    column: candidates.column[entry] ?? 0,
    region: candidates.regions[candidates.region[entry] ?? 0] ?? '',
    indicator: candidates.indicators[candidates.indicator[entry] ?? 0] ?? '',
    year: candidates.year[entry] ?? null,
    text: reading.textOf(entry),
    value: observed(candidates.value[entry]),
    before: observed(written.before[entry]),
    fate: rowFates[written.fates[entry] ?? 0] ?? 'rejected',
    code: issue?.code ?? null,
    params: issue?.params ?? {},
    exponent: reading.exponentOf(entry),
  }
}

/** What stands in the cell that a problem lies in: the name of a region or indicator, a year, a unit, or the value. */
export function cellTextOf({ code, params, text }: FateRow): string {
  const said =
    code === 'unknownUnit'
      ? params.from
      : /^(unknown|unconfirmed)(Region|Indicator)$/.test(code ?? '')
        ? params.name
        : params.text
  return typeof said === 'string' ? said : text
}
