import type { ParsedNumber } from '@/lib/parse-number'
import { isSingle, type Point, type Range, rangeSize, type Size } from './selection'
import type { GridCellData, GridColumn, GridExtra, GridRow, InputProblem, Verdict } from './types'

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

export type RejectedInput = {
  readonly rowId: string
  readonly columnId: string
  readonly text: string
  readonly problem: InputProblem
}

/** What a paste would do. Counts add up to the cells of the block. */
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
  readonly rejected: readonly RejectedInput[]
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
export function planBlock(
  block: readonly (readonly string[])[],
  selected: Range,
  target: BlockTarget,
): BlockPlan {
  const size = { rows: block.length, columns: Math.max(0, ...block.map((row) => row.length)) }
  const span = spanOf(size, selected)
  const intents: Intent[] = []
  const rejected: RejectedInput[] = []
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
      const seen = target.cellAt(row.id, column.id)
      const before = seen?.value ?? null
      const read = target.parse(text, row.id)
      const verdict = read.ok ? target.validate?.(row.id, column.id, read.value) : null
      if (target.isLocked(row.id, column.id)) count.locked += 1
      else if (!read.ok)
        rejected.push({ rowId: row.id, columnId: column.id, text, problem: { code: read.reason } })
      else if (read.value === before) count.unchanged += 1
      else if (verdict?.level === 'error') {
        rejected.push({ rowId: row.id, columnId: column.id, text, problem: { message: verdict.message } })
      } else {
        intents.push({ rowId: row.id, columnId: column.id, value: read.value, text: text.trim(), seen })
        if (verdict) count.warned += 1
        if (read.value === null) count.cleared += 1
        else if (before === null) count.added += 1
        else count.changed += 1
      }
    }
  }
  return { range: covered(selected, span, target), intents, rejected, ...count }
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
