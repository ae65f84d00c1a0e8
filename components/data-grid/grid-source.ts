import type { Ref } from 'react'
import type { ParseOptions } from '@/lib/parse-number'
import type { OnSave } from './saver'
import type { CellKey, GridCellData, GridColumn, GridExtra, GridKey, GridRow, Verdict } from './types'

export type GridSource = {
  readonly rows: readonly GridRow[]
  readonly columns: readonly GridColumn[]
  /** by `cellKey(row.id, column.id)`; an absent cell is not observed and has version 0 */
  readonly cells: Readonly<Record<CellKey, GridCellData>>
  readonly decimals: number
  readonly locale: string
  readonly readOnly?: boolean
  readonly onSave?: OnSave
  readonly validate?: (rowId: string, columnId: string, value: number | null) => Verdict | null
  /** how numbers are read; whether a comma is decimal can be chosen in the grid and is remembered by the browser */
  readonly parseOptions?: ParseOptions
  /** what a status letter means, in words: it is read aloud */
  readonly letterName?: (letter: string) => string
  /**
   * Names these cells for the browser's memory: what is typed and not stored survives a reload, and so does undo in the
   * same tab. Without it nothing is remembered.
   */
  readonly draftKey?: string
  readonly onActiveCellChange?: (cell: { rowId: string; columnId: string }) => void
  /** inputs that are not stored: on their way, rejected, in conflict or waiting for the connection */
  readonly onUnsavedChange?: (count: number) => void
  /** keys of what stands beside the grid */
  readonly moreKeys?: readonly GridKey[]
  readonly handle?: Ref<GridHandle>
  /** where one begins; a row that is not named or not there is the first, a column the last: the newest of years, say */
  readonly startsAt?:
    | { readonly rowId?: string | undefined; readonly columnId?: string | undefined }
    | undefined
}

/** What can be asked of a grid from outside. */
export type GridHandle = {
  /** Saves what belongs beside the value of a cell: undone and retried like a typed value, and able to conflict. */
  readonly annotate: (rowId: string, columnId: string, extra: GridExtra) => void
  /** Does what typing the text into the cell would do. */
  readonly enter: (rowId: string, columnId: string, text: string) => void
}
