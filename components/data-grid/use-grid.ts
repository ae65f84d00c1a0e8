import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { type ParsedNumber, parseNumber } from '@/lib/parse-number'
import { exactText, valueFormatter } from './format-value'
import { createActions, type GridActions } from './grid-actions'
import type { GridHandle, GridSource } from './grid-source'
import { createGridStore, type GridState, type GridStore, seenCell } from './grid-store'
import { type Nav, type Sheet, standAt } from './keyboard'
import { currentCell, isUnsaved, type Mark } from './marks'
import { createSaver, type Saver } from './saver'
import { clampPoint, type Point, samePoint } from './selection'
import { filterRows } from './shown-rows'
import { cellKey, type GridCellData, type GridRow } from './types'
import { useDecimalComma } from './use-decimal-comma'

/** The grid at this moment: what its parts read. Points count the rows that are shown. */
export type Grid = {
  readonly state: GridState
  readonly store: GridStore
  readonly saver: Saver
  readonly actions: GridActions
  readonly sheet: Omit<Sheet, 'page'>
  /** the rows that the filter lets through */
  readonly rows: readonly GridRow[]
  readonly decimalComma: boolean
  readonly chooseDecimalComma: (isComma: boolean) => void
  readonly formatOf: (rowId: string) => (value: number) => string
  readonly unsaved: number
  readonly cellAt: (rowId: string, columnId: string) => GridCellData | undefined
  readonly isLocked: (rowId: string, columnId: string) => boolean
  readonly parse: (text: string, rowId: string) => ParsedNumber
  readonly setNav: (nav: Nav) => void
  readonly setFilter: (text: string) => void
  /** what the cell holds, to be edited or copied: an input that is not stored yet before the value that is */
  readonly editText: (point: Point) => string
}

/** The grid without its drawing: what is selected, what is on its way, and what each action does. */
export function useGrid(source: GridSource): Grid {
  const latest = useRef(source)
  const [decimalComma, chooseDecimalComma] = useDecimalComma(source.parseOptions?.decimalComma === true)
  const comma = useRef(decimalComma)
  useLayoutEffect(() => {
    latest.current = source
    comma.current = decimalComma
  })
  const [store] = useState(() => createGridStore(startOf(source)))
  const [saver] = useState(() =>
    createSaver({
      store,
      onSave: () => latest.current.onSave,
      given: (rowId, columnId) => latest.current.cells[cellKey(rowId, columnId)],
      decimalComma: () => comma.current,
    }),
  )
  const raw = useSyncExternalStore(store.subscribe, store.get, store.get)

  const { columns, cells, parseOptions } = source
  const rows = useMemo(() => filterRows(source.rows, raw.filter), [source.rows, raw.filter])
  const state = { ...raw, nav: fitNav(raw.nav, { rows: rows.length, columns: columns.length }) }
  const rowsById = useMemo(() => new Map(source.rows.map((row) => [row.id, row])), [source.rows])
  const formatOf = useMemo(
    () => rowFormatter(source.locale, source.decimals, rowsById),
    [source.locale, source.decimals, rowsById],
  )
  const parse = (text: string, rowId: string) =>
    parseNumber(text, { ...parseOptions, ...rowsById.get(rowId)?.parse, decimalComma })

  const cellAt = (rowId: string, columnId: string) => {
    const key = cellKey(rowId, columnId)
    return currentCell(cells[key], store.get().own[key])
  }
  const isLocked = (rowId: string, columnId: string) =>
    source.readOnly === true || !source.onSave || cellAt(rowId, columnId)?.locked === true
  const idsAt = (point: Point) => ({
    rowId: rows[point.row]?.id ?? '',
    columnId: columns[point.column]?.id ?? '',
  })
  const markAt = (point: Point): Mark | undefined => {
    const { rowId, columnId } = idsAt(point)
    return store.get().marks[cellKey(rowId, columnId)]
  }
  const editText = (point: Point) => {
    const mark = markAt(point)
    if (mark?.state === 'rejected' || mark?.state === 'unsaved') return mark.text
    const { rowId, columnId } = idsAt(point)
    const pending = mark?.state === 'saving' || mark?.state === 'conflict' ? mark : undefined
    return exactText(pending ? pending.value : (cellAt(rowId, columnId)?.value ?? null), { decimalComma })
  }

  const actions = createActions({
    ...{ source, store, saver, rows, nav: state.nav, decimalComma },
    ...{ cellAt, isLocked, idsAt, markAt, editText, parse, formatOf },
  })

  const unsaved = Object.values(state.marks).filter(isUnsaved).length
  const { rowId, columnId } = idsAt(state.nav.active)
  useEffect(() => {
    latest.current.onActiveCellChange?.({ rowId, columnId })
  }, [rowId, columnId])
  useEffect(() => {
    latest.current.onUnsavedChange?.(unsaved)
  }, [unsaved])

  const enter: GridHandle['enter'] = (row, column, text) => {
    const place = [
      source.rows.findIndex(({ id }) => id === row),
      columns.findIndex(({ id }) => id === column),
    ]
    if (place.every((index) => index >= 0)) actions.enter(row, column, text)
  }
  useImperativeHandle(source.handle, () => ({ annotate: actions.annotate, enter }))

  return {
    ...{ state, store, saver, actions, rows, decimalComma, chooseDecimalComma, formatOf, unsaved },
    ...{ cellAt, isLocked, parse, editText },
    sheet: {
      rows: rows.length,
      columns: columns.length,
      isFilled: (point) => editText(point) !== '',
      access: (point) => {
        const ids = idsAt(point)
        if (isLocked(ids.rowId, ids.columnId)) return 'locked'
        return markAt(point)?.state === 'conflict' ? 'conflict' : 'open'
      },
    },
    setNav: (nav) =>
      store.update((now) => {
        if (!nav.editing) return { nav, opened: null }
        const { rowId, columnId } = idsAt(nav.active)
        const key = cellKey(rowId, columnId)
        if (now.nav.editing && now.opened?.key === key) return { nav }
        return {
          nav,
          opened: { key, seen: seenCell({ ...now, opened: null }, key, cellAt(rowId, columnId)) },
        }
      }),
    setFilter: (filter) => {
      // The active cell stays the active one where it is still shown.
      const shown = filterRows(source.rows, filter)
      const row = Math.max(
        0,
        shown.findIndex((one) => one.id === rowId),
      )
      store.update(() => ({ filter, nav: standAt({ row, column: state.nav.active.column }) }))
    },
  }
}

/** One formatter for each number of decimals, so that cells of a row share it. */
function rowFormatter(locale: string, decimals: number, rows: ReadonlyMap<string, GridRow>) {
  const made = new Map<number, (value: number) => string>()
  return (rowId: string) => {
    const own = rows.get(rowId)?.decimals ?? decimals
    const format = made.get(own) ?? valueFormatter(locale, own)
    made.set(own, format)
    return format
  }
}

/** Rows and columns may have become fewer since the selection was made. */
function fitNav(nav: Nav, size: { rows: number; columns: number }): Nav {
  const [active, anchor, extent] = [nav.active, nav.anchor, nav.extent].map((p) => clampPoint(p, size))
  if (!active || !anchor || !extent) return nav
  const fits = samePoint(active, nav.active) && samePoint(anchor, nav.anchor) && samePoint(extent, nav.extent)
  return fits ? nav : { ...nav, active, anchor, extent }
}

/** Without a wish one begins at the top left. */
function startOf({ rows, columns, startsAt }: GridSource): Point {
  if (!startsAt) return { row: 0, column: 0 }
  const row = rows.findIndex(({ id }) => id === startsAt.rowId)
  const column = columns.findIndex(({ id }) => id === startsAt.columnId)
  return { row: Math.max(0, row), column: column < 0 ? columns.length - 1 : column }
}
