import { memo, type RefObject } from 'react'
import styles from './data-grid.module.css'
import { GridCell } from './grid-cell'
import cellStyles from './grid-cell.module.css'
import type { Editing } from './keyboard'
import { currentCell, type SaveState } from './marks'
import { roles } from './roles'
import { cellKey, type GridCellData, type GridColumn, type GridRow, type Verdict } from './types'
import type { GridWords } from './use-grid-words'
import type { WindowItem } from './use-window'

/** What all rows share; it stays the same object while somebody only scrolls. */
export type RowSurroundings = {
  readonly id: string
  readonly columns: readonly GridColumn[]
  readonly given: Readonly<Record<string, GridCellData>>
  readonly own: SaveState['own']
  readonly marks: SaveState['marks']
  readonly validate: ((rowId: string, columnId: string, value: number | null) => Verdict | null) | undefined
  readonly isReadOnly: boolean
  readonly digitsOnly: boolean
  readonly words: GridWords
  readonly formatOf: (rowId: string) => (value: number) => string
  readonly placeOf: (rowId: string, columnId: string) => string
  readonly editorRef: RefObject<HTMLInputElement | HTMLSelectElement | null>
  readonly onLeaveEditor: () => void
}

type Props = {
  readonly row: GridRow
  readonly index: number
  readonly top: number
  readonly window: readonly WindowItem[]
  readonly shared: RowSurroundings
  /** -1 = the active cell is in another row */
  readonly activeColumn: number
  /** columns of the selection that this row is part of; -1 = none, and then `isWithin` is false */
  readonly selectedFrom: number
  readonly selectedTo: number
  readonly isWithin: boolean
  readonly isSingle: boolean
  readonly fillingFrom: number
  readonly fillingTo: number
  /** column whose cell carries the fill handle, -1 = none */
  readonly cornerColumn: number
  readonly editing: Editing | null
  readonly editText: string
}

/** A row of the grid. Drawn again only when something of its own has changed. */
export const GridRowView = memo(function GridRowView(props: Props) {
  const { row, index: r, shared } = props
  const { id, columns, given, own, marks, validate } = shared
  return (
    <tr {...roles.row} className={cellStyles.row} style={{ top: props.top }} aria-rowindex={r + 2}>
      <th
        {...roles.rowHeader}
        className={styles.rowHead}
        aria-colindex={1}
        data-head-row={r}
        data-within={props.isWithin || undefined}
        title={row.hint ? `${row.label} (${row.hint})` : row.label}
      >
        <span className={styles.name}>{row.label}</span>
        {row.hint && <span className={styles.note}> {row.hint}</span>}
      </th>
      {props.window.map(({ index: c, size }, place) => {
        const column = columns[c]
        if (!column) return null
        const key = cellKey(row.id, column.id)
        const data = currentCell(given[key], own[key])
        const value = data?.value ?? null
        const isActive = c === props.activeColumn
        const isInside = c >= props.selectedFrom && c <= props.selectedTo
        return (
          <GridCell
            key={column.id}
            id={`${id}-${r}-${c}`}
            row={r}
            column={c}
            gap={(c - 1 - (props.window[place - 1]?.index ?? -1)) * size}
            name={isActive ? shared.placeOf(row.id, column.id) : ''}
            data={data}
            mark={marks[key]}
            warning={value === null ? undefined : validate?.(row.id, column.id, value)?.message}
            isLocked={shared.isReadOnly || data?.locked === true}
            isActive={isActive}
            isSelected={props.isWithin && isInside && !props.isSingle}
            isCorner={c === props.cornerColumn}
            isFilling={c >= props.fillingFrom && c <= props.fillingTo}
            editing={isActive ? props.editing : null}
            editText={isActive ? props.editText : ''}
            editorRef={shared.editorRef}
            digitsOnly={shared.digitsOnly}
            choices={row.choices}
            words={shared.words}
            format={shared.formatOf(row.id)}
            onLeaveEditor={shared.onLeaveEditor}
          />
        )
      })}
    </tr>
  )
})
