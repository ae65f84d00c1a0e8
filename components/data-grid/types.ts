import type { ParseOptions, ParseProblem } from '@/lib/parse-number'

export type GridColumn = { readonly id: string; readonly label: string; readonly hint?: string }

/** One of the values that a cell may hold, in words. */
export type GridChoice = { readonly value: number; readonly label: string }

export type GridRow = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** instead of the grid's */
  readonly decimals?: number
  /** how a number is read in the unit of this row */
  readonly parse?: ParseOptions
  /** the values that the cells of this row may hold; they are chosen from a list, or typed as numbers */
  readonly choices?: readonly GridChoice[]
}

/** What is kept beside a value, such as a note; the grid hands it to `onSave` and knows no more of it. */
export type GridExtra = Readonly<Record<string, string | null>>

export type GridCellData = {
  /** null = not observed */
  readonly value: number | null
  /** what was last typed for this value, or an empty text when nobody knows */
  readonly text: string
  /** status code, shown as a superscript */
  readonly letter?: string
  /** 0 = nothing has ever been stored here; grows with every save */
  readonly version: number
  readonly note?: string
  /** this one cell cannot be edited */
  readonly locked?: boolean
  /** why it cannot be edited, in words */
  readonly lockedReason?: string
  /** open comments on this cell */
  readonly commented?: number
  /** what a calculation put here, where `value` is null: shown and marked, never edited, copied or saved */
  readonly imputed?: number
}

/** A key that does something beside the grid, for the list of keys. */
export type GridKey = { readonly caps: string; readonly text: string }

export type SaveKind = 'edit' | 'paste' | 'clear' | 'undo' | 'redo'

export type GridChange = {
  readonly rowId: string
  readonly columnId: string
  readonly value: number | null
  readonly text: string
  readonly before: number | null
  /** the version that the person saw; a different one in the store is a conflict */
  readonly expectedVersion: number
  /** set by undo and redo: the version whose content (value, status, note) comes back */
  readonly restoresVersion?: number
  readonly extra?: GridExtra
}

export type SavedCell = {
  readonly rowId: string
  readonly columnId: string
  readonly data: GridCellData
  readonly warning?: string
}

export type TheirCell = GridCellData & { readonly author: string; readonly at: string }

export type SaveProblem = {
  readonly rowId: string
  readonly columnId: string
  readonly kind: 'rejected' | 'conflict'
  readonly message: string
  readonly theirs?: TheirCell
}

/**
 * What became of one call of `onSave`. When it failed, cells named in `problems` show their problem; cells named in
 * `cells` were saved all the same; every other cell of the call keeps its input as unsaved.
 */
export type SaveOutcome =
  | { readonly ok: true; readonly cells: readonly SavedCell[] }
  | {
      readonly ok: false
      readonly problems: readonly SaveProblem[]
      readonly message?: string
      readonly cells?: readonly SavedCell[]
    }

export type Verdict = { readonly level: 'error' | 'warning'; readonly message: string }

/** Why an input was not taken: a reason of the number reader, or a sentence of the caller. */
export type InputProblem = { readonly code: ParseProblem } | { readonly message: string }

export type CellKey = string

export function cellKey(rowId: string, columnId: string): CellKey {
  return `${rowId}|${columnId}`
}

/** A row id holds no "|". */
export function splitKey(key: CellKey): { rowId: string; columnId: string } {
  const at = key.indexOf('|')
  return { rowId: key.slice(0, at), columnId: key.slice(at + 1) }
}
