import { isPlainStatus } from '@/lib/obs-status'
import type { ParsedNumber, ParseNote } from '@/lib/parse-number'
import type { RejectedCell } from './marks'
import { isSingle, type Point, type Range, rangeSize, type Size } from './selection'
import type { GridCellData, GridColumn, GridExtra, GridRow, Verdict } from './types'

/** A value on its way into a cell, with what the person saw there. */
export type Intent = {
  readonly rowId: string
  readonly columnId: string
  readonly value: number | null
  readonly text: string
  readonly seen: GridCellData | undefined
  readonly restoresVersion?: number
  readonly extra?: GridExtra
  /** how the text was understood, when that is worth telling */
  readonly readAs?: string
}

/** Texts that were more than a plain number: how many, and the first of them. */
export type Understood = {
  readonly note: ParseNote
  readonly count: number
  readonly text: string
  readonly rowId: string
  readonly value: number | null
  readonly status: string | null
}

/** Texts of a block, row by row; undefined says nothing about its cell. */
export type Block = readonly (readonly (string | undefined)[])[]

/** What a paste or a fill would do. Counts add up to the cells of the block. */
export type BlockPlan = {
  readonly range: Range
  /** the cells that would change */
  readonly intents: readonly Intent[]
  readonly added: number
  readonly changed: number
  readonly cleared: number
  readonly unchanged: number
  readonly locked: number
  /** values that fall beyond the last row or column */
  readonly beyond: number
  /** of those that would change: outside the plausible range, saved all the same */
  readonly warned: number
  readonly rejected: readonly RejectedCell[]
  /** of those that would change */
  readonly understood: readonly Understood[]
}

export type BlockTarget = {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  readonly cellAt: (rowId: string, columnId: string) => GridCellData | undefined
  readonly isLocked: (rowId: string, columnId: string) => boolean
  readonly parse: (text: string, rowId: string) => ParsedNumber
  readonly validate: ((rowId: string, columnId: string, value: number | null) => Verdict | null) | undefined
}

/**
 * Works out a paste without doing it. One value fills the selected range; a block that fits the range a whole number
 * of times is repeated in it; otherwise it is laid once from the top left corner. A row that is shorter than the
 * block leaves the cells it has nothing for alone.
 */
export function planBlock(block: Block, selected: Range, target: BlockTarget): BlockPlan {
  const size = { rows: block.length, columns: block.reduce((most, row) => Math.max(most, row.length), 0) }
  const span = spanOf(size, selected)
  const intents: Intent[] = []
  const rejected: RejectedCell[] = []
  const understood = new Map<ParseNote, Understood>()
  const count = { added: 0, changed: 0, cleared: 0, unchanged: 0, locked: 0, beyond: 0, warned: 0 }

  for (let r = 0; r < span.rows; r++) {
    const source = block[r % size.rows] ?? []
    const row = target.rows[selected.top + r]
    for (let c = 0; c < span.columns; c++) {
      const text = source[c % size.columns]
      if (text === undefined) continue
      const column = target.columns[selected.left + c]
      if (!row || !column) {
        count.beyond += 1
        continue
      }
      const place = { rowId: row.id, columnId: column.id }
      const seen = target.cellAt(row.id, column.id)
      const read = target.parse(text, row.id)
      if (target.isLocked(row.id, column.id)) count.locked += 1
      else if (!read.ok) rejected.push({ ...place, text, problem: { code: read.reason } })
      else if (isAsStored(read, seen)) count.unchanged += 1
      else {
        const verdict = target.validate?.(row.id, column.id, read.value)
        if (verdict?.level === 'error') {
          rejected.push({ ...place, text, problem: { message: verdict.message } })
          continue
        }
        intents.push({ ...place, value: read.value, text: text.trim(), seen, ...beside(read) })
        if (verdict) count.warned += 1
        if (read.value === null) count.cleared += 1
        else if ((seen?.value ?? null) === null) count.added += 1
        else count.changed += 1
        if (read.note) {
          const first = understood.get(read.note)
          const example = { text, rowId: row.id, value: read.value, status: read.status ?? null }
          understood.set(read.note, {
            ...(first ?? { note: read.note, ...example }),
            count: (first?.count ?? 0) + 1,
          })
        }
      }
    }
  }
  return {
    range: covered(selected, span, target),
    intents,
    rejected,
    understood: [...understood.values()],
    ...count,
  }
}

/** Whether a text says what the cell already holds: its value and, when it names one, its status. */
export function isAsStored(
  read: Extract<ParsedNumber, { ok: true }>,
  seen: GridCellData | undefined,
): boolean {
  if (read.value !== (seen?.value ?? null)) return false
  return (
    read.status === undefined || read.status === seen?.letter || (!seen?.letter && isPlainStatus(read.status))
  )
}

/** What goes along with the value: the status that was written beside it. */
export function beside(read: Extract<ParsedNumber, { ok: true }>): { readonly extra?: GridExtra } {
  return read.status === undefined ? {} : { extra: { status: read.status } }
}

/** The block that fills one range with what stands in another, repeated in step, whichever way it goes. */
export function fillFrom(source: Range, into: Range, textAt: (point: Point) => string): Block {
  const { rows, columns } = rangeSize(source)
  const wrapped = (n: number, size: number) => ((n % size) + size) % size
  return Array.from({ length: into.bottom - into.top + 1 }, (_, r) =>
    Array.from({ length: into.right - into.left + 1 }, (_, c) =>
      textAt({
        row: source.top + wrapped(into.top + r - source.top, rows),
        column: source.left + wrapped(into.left + c - source.left, columns),
      }),
    ),
  )
}

/** Where a drag of the fill handle to a point would write: along the axis it went further, null when inside. */
export function fillTarget(source: Range, to: Point): Range | null {
  const down = Math.max(to.row - source.bottom, 0)
  const up = Math.max(source.top - to.row, 0)
  const right = Math.max(to.column - source.right, 0)
  const left = Math.max(source.left - to.column, 0)
  const most = Math.max(down, up, right, left)
  if (most === 0) return null
  if (most === down) return { ...source, top: source.bottom + 1, bottom: to.row }
  if (most === up) return { ...source, top: to.row, bottom: source.top - 1 }
  if (most === right) return { ...source, left: source.right + 1, right: to.column }
  return { ...source, left: to.column, right: source.left - 1 }
}

function spanOf(block: Size, selected: Range): Size {
  if (isSingle(selected) || block.rows === 0 || block.columns === 0) return block
  const size = rangeSize(selected)
  return size.rows % block.rows === 0 && size.columns % block.columns === 0 ? size : block
}

function covered(selected: Range, span: Size, target: BlockTarget): Range {
  const last: Point = { row: target.rows.length - 1, column: target.columns.length - 1 }
  return {
    top: selected.top,
    left: selected.left,
    bottom: Math.max(selected.top, Math.min(last.row, selected.top + span.rows - 1)),
    right: Math.max(selected.left, Math.min(last.column, selected.left + span.columns - 1)),
  }
}
