import type { Ref } from 'react'
import type { ParseOptions } from '@/lib/parse-number'
import type { OnSave } from './saver'
import type { CellKey, GridCellData, GridColumn, GridExtra, GridRow, Verdict } from './types'

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
  readonly parseOptions?: ParseOptions
  readonly onActiveCellChange?: (cell: { rowId: string; columnId: string }) => void
  /** inputs that are not stored: on their way, rejected, in conflict or waiting for the connection */
  readonly onUnsavedChange?: (count: number) => void
  readonly handle?: Ref<GridHandle>
  /** the last column is where one begins: the newest of years, say */
  readonly startsAtEnd?: boolean
}

/** What can be asked of a grid from outside. */
export type GridHandle = {
  /** Saves what belongs beside the value of a cell: undone and retried like a typed value, and able to conflict. */
  readonly annotate: (rowId: string, columnId: string, extra: GridExtra) => void
  /** Does what typing the text into the cell would do. */
  readonly enter: (rowId: string, columnId: string, text: string) => void
}
