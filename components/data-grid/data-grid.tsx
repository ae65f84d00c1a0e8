'use client'

import { useTranslations } from 'next-intl'
import { type CSSProperties, useId, useRef } from 'react'
import { CellDetail } from './cell-detail'
import styles from './data-grid.module.css'
import { GridCell } from './grid-cell'
import cellStyles from './grid-cell.module.css'
import { GridKeys } from './grid-keys'
import type { GridSource } from './grid-source'
import { GridToolbar } from './grid-toolbar'
import { selectedRange, standAt } from './keyboard'
import { isUnsaved } from './marks'
import { PasteDialog } from './paste-dialog'
import { gridRole, roles } from './roles'
import { isInRange, isSingle } from './selection'
import { nextTrouble } from './trouble'
import { cellKey } from './types'
import { useGrid } from './use-grid'
import { useGridInput } from './use-grid-input'
import { useColumnWidth, useGridLayout } from './use-grid-layout'
import { useGuards } from './use-guards'
import { useWindow } from './use-window'

/** What fits on an A4 page across, in CSS pixels. */
const paperWidth = 1000

type Props = GridSource & {
  /** names the grid for screen readers */
  readonly label: string
  /** heading of the first column, what the rows are */
  readonly corner: string
  /** no value lies below 0: touch keyboards may leave the minus sign out */
  readonly digitsOnly?: boolean
}

/**
 * A grid of numbers to enter, as in a spreadsheet: rows and columns with labels, one number or none in each cell. It
 * knows nothing of what they mean. Every edit is saved at once through `onSave`; without `onSave` it only shows.
 * Another set of cells with the same ids needs another `key`.
 */
export function DataGrid(props: Props) {
  const { rows, columns, cells, validate } = props
  const t = useTranslations('grid')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useGridLayout(rows)
  const grid = useGrid(props)
  const { state, cellAt, isLocked } = grid
  const { nav } = state
  const columnWidth = useColumnWidth(cells, state.own, grid.formatOf)
  const input = useGridInput({ grid, id, scroller, layout, columnWidth })

  const rowWindow = useWindow({
    scroller,
    count: rows.length,
    size: layout.rowHeight,
    header: layout.headerHeight,
    active: nav.active.row,
    isHorizontal: false,
  })
  const columnWindow = useWindow({
    scroller,
    count: columns.length,
    size: columnWidth,
    header: layout.headWidth,
    active: nav.active.column,
    isHorizontal: true,
    startsAtEnd: props.startsAtEnd === true,
  })

  useGuards({
    saver: grid.saver,
    hasUnsaved: grid.unsaved > 0,
    isStuck: Object.values(state.marks).some((mark) => isUnsaved(mark) && mark.state !== 'saving'),
    question: t('leave'),
  })

  const selected = selectedRange(nav)
  const activeRow = rows[nav.active.row]
  const activeColumn = columns[nav.active.column]
  const rowLabels = new Map(rows.map((row) => [row.id, row.label]))
  const columnLabels = new Map(columns.map((column) => [column.id, column.label]))
  const placeOf = (rowId: string, columnId: string) =>
    t('place', { row: rowLabels.get(rowId) ?? rowId, column: columnLabels.get(columnId) ?? columnId })
  const warningOf = (rowId: string, columnId: string) => {
    const value = cellAt(rowId, columnId)?.value ?? null
    const verdict = value === null ? null : validate?.(rowId, columnId, value)
    return verdict?.message
  }
  const trouble = nextTrouble(state, props)
  const activeKey = activeRow && activeColumn ? cellKey(activeRow.id, activeColumn.id) : ''
  const isReadOnly = props.readOnly === true || !props.onSave
  const width = layout.headWidth + columns.length * columnWidth
  const sizes = {
    '--grid-head': `${layout.headWidth}px`,
    '--grid-row': `${layout.rowHeight}px`,
    '--grid-header': `${layout.headerHeight}px`,
    '--grid-print-zoom': Math.min(1, paperWidth / width),
  } as CSSProperties

  return (
    <section className={styles.root} style={sizes} aria-label={props.label}>
      <GridToolbar
        state={state}
        unsaved={grid.unsaved}
        readOnly={isReadOnly}
        onTravel={(kind) => input.andReturn(() => void grid.saver.travel(kind))}
        onRetry={() => input.andReturn(() => void grid.saver.retry())}
        onNextTrouble={trouble && (() => input.move(standAt(trouble)))}
      />
      <p id={`${id}-help`} hidden>
        {t('help')}
      </p>
      <div ref={scroller} className={styles.scroller}>
        <table
          {...gridRole(isReadOnly)}
          {...input.handlers}
          className={styles.table}
          style={{ width }}
          aria-label={props.label}
          aria-describedby={`${id}-help`}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
        >
          <thead {...roles.group} className={styles.head}>
            <tr {...roles.row} aria-rowindex={1}>
              <th {...roles.columnHeader} className={styles.corner} aria-colindex={1} data-corner>
                {props.corner}
              </th>
              {columnWindow.map(({ index, start, size }) => (
                <th
                  key={columns[index]?.id}
                  {...roles.columnHeader}
                  className={styles.columnHead}
                  style={{ left: start, width: size }}
                  aria-colindex={index + 2}
                  data-head-column={index}
                  data-within={(index >= selected.left && index <= selected.right) || undefined}
                  title={columns[index]?.hint}
                >
                  {columns[index]?.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...roles.group} className={styles.body} style={{ height: rows.length * layout.rowHeight }}>
            {rowWindow.map(({ index: r, start }) => {
              const row = rows[r]
              return row ? (
                <tr
                  key={row.id}
                  {...roles.row}
                  className={cellStyles.row}
                  style={{ top: start - layout.headerHeight }}
                  aria-rowindex={r + 2}
                >
                  <th
                    {...roles.rowHeader}
                    className={styles.rowHead}
                    aria-colindex={1}
                    data-head-row={r}
                    data-within={(r >= selected.top && r <= selected.bottom) || undefined}
                    title={row.hint ? `${row.label} (${row.hint})` : row.label}
                  >
                    <span className={styles.name}>{row.label}</span>
                    {row.hint && <span className={styles.note}> {row.hint}</span>}
                  </th>
                  {columnWindow.map(({ index: c, start: left, size }) => {
                    const column = columns[c]
                    if (!column) return null
                    const isActive = r === nav.active.row && c === nav.active.column
                    return (
                      <GridCell
                        key={column.id}
                        id={`${id}-${r}-${c}`}
                        row={r}
                        column={c}
                        left={left - layout.headWidth}
                        width={size}
                        name={isActive ? placeOf(row.id, column.id) : ''}
                        data={cellAt(row.id, column.id)}
                        mark={state.marks[cellKey(row.id, column.id)]}
                        warning={warningOf(row.id, column.id)}
                        isLocked={isLocked(row.id, column.id)}
                        isActive={isActive}
                        isSelected={!isSingle(selected) && isInRange(selected, r, c)}
                        editing={isActive ? nav.editing : null}
                        editText={isActive ? grid.editText(nav.active) : ''}
                        editorRef={input.editor}
                        digitsOnly={props.digitsOnly === true}
                        choices={row.choices}
                        format={grid.formatOf(row.id)}
                        onLeaveEditor={input.leaveEditor}
                      />
                    )
                  })}
                </tr>
              ) : null
            })}
          </tbody>
        </table>
      </div>
      {activeRow && activeColumn && (
        <CellDetail
          place={placeOf(activeRow.id, activeColumn.id)}
          data={cellAt(activeRow.id, activeColumn.id)}
          mark={state.marks[activeKey]}
          warning={warningOf(activeRow.id, activeColumn.id)}
          exact={grid.editText(nav.active)}
          format={grid.formatOf(activeRow.id)}
          choices={activeRow.choices}
          locale={props.locale}
          choiceId={`${id}-choice`}
          onDrop={() => input.andReturn(() => grid.drop(activeRow.id, activeColumn.id))}
          onRetry={() => input.andReturn(() => void grid.saver.retry())}
          onKeepTheirs={() => input.andReturn(() => grid.takeTheirs(activeRow.id, activeColumn.id))}
          onUseMine={() => input.andReturn(() => void grid.saver.insist(activeRow.id, activeColumn.id))}
        />
      )}
      {!isReadOnly && <GridKeys />}
      {state.plan && (
        <PasteDialog
          plan={state.plan}
          placeOf={placeOf}
          from={placeOf(rows[state.plan.range.top]?.id ?? '', columns[state.plan.range.left]?.id ?? '')}
          onConfirm={() => input.andReturn(() => state.plan && grid.confirmPaste(state.plan))}
          onCancel={() => input.andReturn(() => grid.store.update(() => ({ plan: null })))}
        />
      )}
    </section>
  )
}
