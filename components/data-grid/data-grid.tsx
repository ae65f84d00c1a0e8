'use client'

import { useTranslations } from 'next-intl'
import { type CSSProperties, Suspense, useEffect, useId, useMemo, useRef } from 'react'
import { CellDetail } from './cell-detail'
import styles from './data-grid.module.css'
import { GridKeys } from './grid-keys'
import { GridRowView, type RowSurroundings } from './grid-row'
import type { GridSource } from './grid-source'
import { GridToolbar } from './grid-toolbar'
import { selectedRange, standAt } from './keyboard'
import { FindBar, fetchLateParts, PasteDialog } from './late-parts'
import { isUnsaved } from './marks'
import { RestoredNotice } from './restored-notice'
import { gridRole, roles } from './roles'
import { isSingle, type Point } from './selection'
import { nextTrouble } from './trouble'
import { cellKey, type GridKey } from './types'
import { useDraft } from './use-draft'
import { useGrid } from './use-grid'
import { useGridInput } from './use-grid-input'
import { useColumnWidth, useGridLayout } from './use-grid-layout'
import { useGridWords } from './use-grid-words'
import { useGuards } from './use-guards'
import { useStable } from './use-stable'
import { useWindow } from './use-window'

/** What fits on an A4 page across, in CSS pixels. */
const paperWidth = 1000

const noKeys: readonly GridKey[] = []

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
  const { columns, cells, validate } = props
  const t = useTranslations('grid')
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const layout = useGridLayout(props.rows)
  const grid = useGrid(props)
  const { state, cellAt, rows } = grid
  const { nav } = state
  const columnWidth = useColumnWidth(cells, state.own, grid.formatOf, columns)
  const input = useGridInput({ grid, id, scroller, layout, columnWidth })
  const draft = useDraft({ grid, source: props, editor: input.editor })
  const words = useGridWords(props.letterName)
  useEffect(() => {
    const box = scroller.current
    box?.addEventListener('focusin', fetchLateParts, { once: true })
    return () => box?.removeEventListener('focusin', fetchLateParts)
  }, [])

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
  })

  useGuards({
    saver: grid.saver,
    hasUnsaved: grid.unsaved > 0,
    isStuck: Object.values(state.marks).some((mark) => isUnsaved(mark) && mark.state !== 'saving'),
    question: t(props.draftKey ? 'leaveDraft' : 'leave'),
  })

  const isReadOnly = props.readOnly === true || !props.onSave
  const labels = useMemo(
    () => ({
      rows: new Map(props.rows.map((row) => [row.id, row.label])),
      columns: new Map(columns.map((column) => [column.id, column.label])),
    }),
    [props.rows, columns],
  )
  const placeOf = useStable((rowId: string, columnId: string) =>
    t('place', { row: labels.rows.get(rowId) ?? rowId, column: labels.columns.get(columnId) ?? columnId }),
  )
  const onLeaveEditor = useStable(input.leaveEditor)
  const { own, marks } = state
  const { formatOf } = grid
  const digitsOnly = props.digitsOnly === true
  const editorRef = input.editor
  const shared = useMemo(
    (): RowSurroundings => ({
      ...{ id, columns, given: cells, own, marks, validate, isReadOnly, digitsOnly },
      ...{ words, formatOf, placeOf, editorRef, onLeaveEditor },
    }),
    [
      id,
      columns,
      cells,
      own,
      marks,
      validate,
      isReadOnly,
      digitsOnly,
      words,
      formatOf,
      placeOf,
      editorRef,
      onLeaveEditor,
    ],
  )
  const textsAt = (point: Point) => {
    const exact = grid.editText(point)
    const row = rows[point.row]
    const column = columns[point.column]
    const value = row && column ? (cellAt(row.id, column.id)?.value ?? null) : null
    return value === null ? [exact] : [exact, value.toFixed(Math.min(row?.decimals ?? props.decimals, 20))]
  }

  const selected = selectedRange(nav)
  const single = isSingle(selected)
  const { filling } = state
  const activeRow = rows[nav.active.row]
  const activeColumn = columns[nav.active.column]
  const trouble = nextTrouble(state, { rows, columns })
  const activeKey = activeRow && activeColumn ? cellKey(activeRow.id, activeColumn.id) : ''
  const activeText = activeRow ? grid.editText(nav.active) : ''
  const activeData = activeRow && activeColumn ? cellAt(activeRow.id, activeColumn.id) : undefined
  const activeVerdict =
    activeRow && activeColumn && (activeData?.value ?? null) !== null
      ? validate?.(activeRow.id, activeColumn.id, activeData?.value ?? null)
      : null
  const width = layout.headWidth + columns.length * columnWidth
  const sizes = {
    '--grid-head': `${layout.headWidth}px`,
    '--grid-column': `${columnWidth}px`,
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
        rows={{ shown: rows.length, all: props.rows.length }}
        decimalComma={grid.decimalComma}
        onDecimalComma={grid.chooseDecimalComma}
        onFilter={grid.setFilter}
        onFind={input.find}
        onTravel={(kind) => input.andReturn(() => void grid.saver.travel(kind))}
        onRetry={() => input.andReturn(() => void grid.saver.retry('all'))}
        onNextTrouble={trouble && (() => input.move(standAt(trouble)))}
      />
      {state.restored && grid.unsaved > 0 && (
        <RestoredNotice
          restored={state.restored}
          locale={props.locale}
          onKeep={() => input.andReturn(draft.keep)}
          onDiscard={() => input.andReturn(draft.discard)}
        />
      )}
      {state.isFinding && (
        <Suspense fallback={null}>
          <FindBar
            id={`${id}-find`}
            rows={rows}
            columns={columns}
            active={nav.active}
            textsAt={textsAt}
            values={shared}
            onShow={(point) => input.show(standAt(point))}
            onClose={() => input.andReturn(() => grid.store.update(() => ({ isFinding: false })))}
          />
        </Suspense>
      )}
      <p id={`${id}-help`} hidden>
        {t('help')}
      </p>
      <div ref={scroller} className={styles.scroller}>
        <table
          {...gridRole(isReadOnly)}
          {...input.handlers}
          onInput={draft.onInput}
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
              const isActive = r === nav.active.row
              const isWithin = r >= selected.top && r <= selected.bottom
              const isFilling = filling !== null && r >= filling.top && r <= filling.bottom
              return row ? (
                <GridRowView
                  key={row.id}
                  row={row}
                  index={r}
                  top={start - layout.headerHeight}
                  window={columnWindow}
                  shared={shared}
                  activeColumn={isActive ? nav.active.column : -1}
                  selectedFrom={isWithin ? selected.left : -1}
                  selectedTo={isWithin ? selected.right : -1}
                  isWithin={isWithin}
                  isSingle={single}
                  fillingFrom={isFilling ? filling.left : -1}
                  fillingTo={isFilling ? filling.right : -1}
                  cornerColumn={!isReadOnly && r === selected.bottom ? selected.right : -1}
                  editing={isActive ? nav.editing : null}
                  editText={isActive ? activeText : ''}
                />
              ) : null
            })}
          </tbody>
        </table>
        {rows.length === 0 && <p className={styles.none}>{t('filter.none')}</p>}
      </div>
      {activeRow && activeColumn && (
        <CellDetail
          place={placeOf(activeRow.id, activeColumn.id)}
          data={activeData}
          mark={state.marks[activeKey]}
          warning={activeVerdict?.message}
          exact={activeText}
          words={words}
          format={grid.formatOf(activeRow.id)}
          choices={activeRow.choices}
          locale={props.locale}
          choiceId={`${id}-choice`}
          onDrop={() => input.andReturn(() => grid.actions.drop(activeRow.id, activeColumn.id))}
          onRetry={() => input.andReturn(() => void grid.saver.retry('all'))}
          onKeepTheirs={() => input.andReturn(() => grid.actions.takeTheirs(activeRow.id, activeColumn.id))}
          onUseMine={() => input.andReturn(() => void grid.saver.insist(activeRow.id, activeColumn.id))}
        />
      )}
      {!isReadOnly && <GridKeys more={props.moreKeys ?? noKeys} />}
      {state.proposal && (
        <Suspense fallback={null}>
          <PasteDialog
            proposal={state.proposal}
            placeOf={placeOf}
            formatOf={formatOf}
            words={words}
            from={placeOf(
              rows[state.proposal.plan.range.top]?.id ?? '',
              columns[state.proposal.plan.range.left]?.id ?? '',
            )}
            hiddenRows={props.rows.length - rows.length}
            onConfirm={() => input.andReturn(() => state.proposal && grid.actions.confirm(state.proposal))}
            onCancel={() => input.andReturn(() => grid.store.update(() => ({ proposal: null })))}
          />
        </Suspense>
      )}
    </section>
  )
}
