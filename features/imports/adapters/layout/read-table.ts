import { marksOf } from '@/core/units/units'
import { plainText } from '@/lib/csv'
import type { ImportSettings, LayoutChoice, RawCell, RawRow, ReadProblem, ReadResult } from '../../schema'
import type { Entry, Resolver } from '../match/resolve'
import type { OpenedFile } from '../read/opened-file'
import { isBlank, textOf } from './cells'
import { collector } from './collect'
import { compileLayout, type Plan, type ValueColumn } from './compile'
import { findTwice } from './find-twice'
import { readEurostat, readStatus, readValue } from './read-value'
import { readYear } from './read-year'
import { type Said, sayer } from './say-names'

/** What was seen on the way through a table. */
export type TableRead = Pick<ReadResult, 'candidates' | 'problems' | 'textOf' | 'exponentOf'> & {
  readonly rows: number
  readonly skipped: number
  readonly years: readonly number[]
  /** the last row with figures, where something stands below it */
  readonly lastRow: number | null
}

/** Why a value is not taken, and the column (from 0) of the cell to be mended. */
type Refused = {
  readonly code: ReadProblem['code']
  readonly at: number
  readonly params?: ReadProblem['params']
}
type Whose = { readonly region: Entry | null; readonly indicator: Entry | null; readonly year: number | null }

/** Values that one import takes; what a file of figures has beyond it would not fit into memory. */
const mostValues = 3_000_000
const nobody = { region: '', indicator: '', year: null, text: '' } as const
const missingText = /^(?:[-–—]|\.{2,3}|…+|n\/a)$/iu

/**
 * Reads the rows below a header. `readRow` takes them one by one; `finish` tells apart what stands twice.
 *
 * @param isLook nothing is kept but names, years and counts
 */
export function tableReader(
  choice: LayoutChoice,
  resolve: Resolver,
  settings: ImportSettings,
  { kind, json }: Pick<OpenedFile, 'kind' | 'json'>,
  isLook: boolean,
) {
  const plan = compileLayout(choice, json)
  const decimalComma = settings.decimalComma === true
  const regionAt = plan.regions[0]?.at ?? (plan.isEurostat ? 0 : -1)
  const indicatorAt = plan.indicators[0] ?? (plan.isEurostat ? 0 : -1)
  const fixes = fixesByRow(settings.fixes ?? {})
  const afterHeader = Math.max(0, ...choice.headerRows)
  const lastRow = choice.lastRow ?? Number.POSITIVE_INFINITY
  const collected = collector()
  const problems: ReadProblem[] = []
  const years = new Set<number>()
  const marks = new Map<string, Readonly<Record<string, number>>>()
  const say = sayer(plan, choice, resolve)
  const read = plan.isEurostat ? readEurostat : readValue
  let rows = 0
  let skipped = 0
  let lastFigures = 0
  let lastSeen = 0
  let taken = 0

  const readCell = (row: RawRow, column: ValueColumn, cell: RawCell): void => {
    const said = say.row(row)
    const region = say.region(row, column, said)
    const indicator = say.indicator(row, column, said)
    const yearCell = plan.year < 0 ? null : (row.cells[plan.year] ?? null)
    const year = column.year ?? (plan.year < 0 ? (plan.constant.year ?? null) : readYear(yearCell))
    if (region) region.count += 1
    if (indicator) indicator.count += 1
    if (region?.match.how === 'skipped' || indicator?.match.how === 'skipped') {
      skipped += 1
      return
    }
    if (year !== null) years.add(year)
    if (isLook) return
    taken += 1
    if (taken > mostValues) {
      if (taken > mostValues + 1) return
      problems.push({
        ...nobody,
        row: row.row,
        column: 0,
        code: 'tooManyCells',
        params: { most: mostValues },
      })
      return
    }
    const whose = { region, indicator, year }
    const refused = refusal(row, whose, said) ?? addValue(row, column, cell, whose)
    if (!refused) return
    problems.push({
      row: row.row,
      column: refused.at + 1,
      code: refused.code,
      ...(refused.params ? { params: refused.params } : {}),
      region: region?.match.text ?? '',
      indicator: indicator?.match.text ?? '',
      year,
      text: textOf(cell).slice(0, 200),
    })
  }

  /** What stands against a value before it is looked at. */
  const refusal = (row: RawRow, { region, indicator, year }: Whose, said: Said): Refused | null => {
    if (!region) return { code: 'noRegion', at: regionAt }
    if (!indicator) return { code: 'noIndicator', at: indicatorAt }
    if (region.code === null) {
      return { code: region.problem ?? 'unknownRegion', at: regionAt, params: region.params }
    }
    if (indicator.code === null) {
      return { code: indicator.problem ?? 'unknownIndicator', at: indicatorAt, params: indicator.params }
    }
    if (year !== null && said.isAnnual) return null
    return { code: 'notAYear', at: plan.year, params: { text: textOf(row.cells[plan.year]).slice(0, 60) } }
  }

  const marksFor = (unit: string) => {
    const held = marks.get(unit)
    if (held) return held
    const found = marksOf(unit)
    marks.set(unit, found)
    return found
  }

  const addValue = (row: RawRow, column: ValueColumn, cell: RawCell, whose: Whose): Refused | null => {
    const { region, indicator, year } = whose
    if (!region?.code || !indicator?.code || year === null) return null
    const text = textOf(cell)
    const statusText = column.status < 0 ? '' : textOf(row.cells[column.status])
    const status = readStatus(statusText)
    if (status === null) {
      return { code: 'unknownStatus', at: column.status, params: { text: statusText.slice(0, 60) } }
    }
    const isDeleted = plan.action >= 0 && textOf(row.cells[plan.action]).startsWith('D')
    // SDMX-CSV writes a missing value as NaN.
    const isMissing = isDeleted || (plan.isSdmx && text === 'NaN')
    const value = read(isMissing ? null : cell, {
      decimalComma,
      marks: marksFor(indicator.unit),
      shift: indicator.exponent,
    })
    if (!value.ok) return { code: value.code, at: column.at, params: { text: text.slice(0, 60) } }
    collected.add({
      row: row.row,
      column: column.at + 1,
      region: region.code,
      indicator: indicator.code,
      year,
      value: value.value,
      status: isDeleted ? 0 : status || value.status,
      source: remark(row, plan.source, kind === 'text'),
      note: remark(row, plan.note, kind === 'text'),
      exponent: indicator.exponent,
      text,
    })
    return null
  }

  const readRow = (raw: RawRow): void => {
    if (raw.row <= afterHeader || raw.row > lastRow) return
    lastSeen = raw.row
    const fixed = fixes.get(raw.row)
    const row: RawRow = fixed ? { row: raw.row, cells: withFixes(raw.cells, fixed) } : raw
    if (plan.isLong && isFootnote(row, plan)) return
    let hasFigures = false
    for (const column of plan.values) {
      const cell = row.cells[column.at] ?? null
      // An empty cell of a wide table says nothing, unless a status beside it says why.
      const isBlankHere = isBlank(cell) && (column.status < 0 || isBlank(row.cells[column.status]))
      if (isBlankHere && !plan.isLong) continue
      hasFigures = true
      readCell(row, column, cell)
    }
    if (!hasFigures) return
    rows += 1
    lastFigures = raw.row
  }

  const finish = (): TableRead => {
    noteTwice(collected, problems)
    // What stands twice was found last; a report reads from top to bottom.
    problems.sort((a, b) => a.row - b.row || a.column - b.column)
    return {
      candidates: collected.candidates(),
      problems,
      textOf: collected.textOf,
      exponentOf: collected.exponentOf,
      rows,
      skipped,
      years: [...years].sort((a, b) => a - b),
      lastRow: choice.lastRow ?? (lastSeen > lastFigures && lastFigures > 0 ? lastFigures : null),
    }
  }
  return { readRow, finish }
}

/** A line of a long table that names no value: a note below it, or a rest. */
function isFootnote(row: RawRow, plan: Plan): boolean {
  const isEmptyAt = (c: number) => c < 0 || textOf(row.cells[c]) === ''
  const value = plan.values[0]
  if (!value) return true
  return (
    isEmptyAt(value.at) &&
    isEmptyAt(value.status) &&
    isEmptyAt(plan.year) &&
    (plan.year >= 0 || plan.indicators.every(isEmptyAt))
  )
}

/** An empty cell says nothing; a dash says that there is none. What made a text safe for spreadsheets is taken back. */
function remark(row: RawRow, at: number, isTextFile: boolean): string | null | undefined {
  if (at < 0) return undefined
  const text = textOf(row.cells[at])
  if (text === '') return undefined
  if (missingText.test(text)) return null
  return (isTextFile ? plainText(text) : text).replaceAll('\0', '')
}

function fixesByRow(
  fixes: Readonly<Record<string, string>>,
): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const byRow = new Map<number, Map<number, string>>()
  for (const [place, text] of Object.entries(fixes)) {
    const [row = 0, column = 0] = place.split(':').map(Number)
    if (row < 1 || column < 1) continue
    byRow.set(row, (byRow.get(row) ?? new Map()).set(column - 1, text))
  }
  return byRow
}

function withFixes(cells: readonly RawCell[], fixes: ReadonlyMap<number, string>): readonly RawCell[] {
  const width = Math.max(cells.length, ...[...fixes.keys()].map((c) => c + 1))
  return Array.from({ length: width }, (_, c) => fixes.get(c) ?? cells[c] ?? null)
}

function noteTwice(collected: ReturnType<typeof collector>, problems: ReadProblem[]): void {
  const all = collected.candidates()
  const { same, differs } = findTwice(all)
  const gone = new Set<number>()
  const note = (code: ReadProblem['code'], at: number, first: number) => {
    gone.add(at)
    problems.push({
      row: all.row[at] ?? 0,
      column: all.column[at] ?? 0,
      code,
      params: { row: all.row[first] ?? 0 },
      region: all.regions[all.region[at] ?? 0] ?? '',
      indicator: all.indicators[all.indicator[at] ?? 0] ?? '',
      year: all.year[at] ?? null,
      text: collected.textOf(at),
    })
  }
  for (const { at, first } of same) note('twiceInFile', at, first)
  for (const { at, first } of differs) note('differsInFile', at, first)
  if (gone.size > 0) collected.keep((i) => !gone.has(i))
}
