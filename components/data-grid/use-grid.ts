import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { parseNumber } from '@/lib/parse-number'
import { parseTsv, serializeTsv } from './clipboard'
import { exactText, valueFormatter } from './format-value'
import type { GridHandle, GridSource } from './grid-source'
import { createGridStore, type GridState, type GridStore } from './grid-store'
import { type Nav, type Sheet, selectedRange, standAt } from './keyboard'
import { currentCell, dropInput, isUnsaved, keepTheirs, type Mark, rejectInput } from './marks'
import { type BlockPlan, planBlock } from './plan-block'
import { createSaver, type Saver } from './saver'
import { clampPoint, isSingle, type Point, pointsOf, samePoint } from './selection'
import { cellKey, type GridCellData, type GridRow, type SaveKind } from './types'

export type Grid = {
  readonly state: GridState
  readonly store: GridStore
  readonly saver: Saver
  readonly sheet: Omit<Sheet, 'page'>
  readonly formatOf: (rowId: string) => (value: number) => string
  readonly unsaved: number
  readonly cellAt: (rowId: string, columnId: string) => GridCellData | undefined
  readonly isLocked: (rowId: string, columnId: string) => boolean
  readonly setNav: (nav: Nav) => void
  readonly commit: (point: Point, text: string, kind?: SaveKind) => void
  readonly clear: () => void
  readonly fillDown: () => void
  /** one input into every selected cell */
  readonly fillWith: (text: string) => void
  readonly paste: (text: string) => void
  readonly confirmPaste: (plan: BlockPlan) => void
  readonly copy: () => string
  readonly editText: (point: Point) => string
  readonly drop: (rowId: string, columnId: string) => void
  readonly takeTheirs: (rowId: string, columnId: string) => void
}

/** The grid without its drawing: what is selected, what is on its way, and what each action does. */
export function useGrid(source: GridSource): Grid {
  const latest = useRef(source)
  useLayoutEffect(() => {
    latest.current = source
  })
  const [store] = useState(() =>
    createGridStore({ row: 0, column: source.startsAtEnd ? source.columns.length - 1 : 0 }),
  )
  const [saver] = useState(() =>
    createSaver({
      store,
      onSave: () => latest.current.onSave,
      given: (rowId, columnId) => latest.current.cells[cellKey(rowId, columnId)],
      decimalComma: () => latest.current.parseOptions?.decimalComma === true,
    }),
  )
  const raw = useSyncExternalStore(store.subscribe, store.get, store.get)

  const { rows, columns, cells, validate, parseOptions } = source
  const size = { rows: rows.length, columns: columns.length }
  const state = { ...raw, nav: fitNav(raw.nav, size) }
  const rowsById = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const formatOf = useMemo(
    () => rowFormatter(source.locale, source.decimals, rowsById),
    [source.locale, source.decimals, rowsById],
  )
  const decimalComma = { decimalComma: parseOptions?.decimalComma === true }
  const read = (text: string, rowId: string) =>
    parseNumber(text, { ...parseOptions, ...rowsById.get(rowId)?.parse })

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
  const plan = (block: readonly (readonly string[])[]) =>
    planBlock(block, selectedRange(state.nav), { rows, columns, cellAt, isLocked, parse: read, validate })

  const commit: Grid['commit'] = (point, text, kind = 'edit') => {
    const { rowId, columnId } = idsAt(point)
    const mark = markAt(point)
    const seen = cellAt(rowId, columnId)
    const parsed = read(text, rowId)
    const verdict = parsed.ok ? validate?.(rowId, columnId, parsed.value) : null
    const refuse = (problem: Parameters<typeof rejectInput>[4]) => {
      store.update((s) => rejectInput(s, rowId, columnId, text, problem))
      if ('message' in problem) store.say('rejected', { count: 1, message: problem.message })
      else store.say(`reason.${problem.code}`, { text })
    }
    if (isLocked(rowId, columnId)) return store.say('locked')
    if (!parsed.ok) return refuse({ code: parsed.reason })
    const isWaiting = mark?.state === 'saving' || mark?.state === 'unsaved'
    if (parsed.value === (isWaiting ? mark.value : (seen?.value ?? null))) {
      if (mark?.state === 'rejected' || mark?.state === 'conflict') {
        store.update((s) => dropInput(s, rowId, columnId))
      }
      return
    }
    if (verdict?.level === 'error') return refuse({ message: verdict.message })
    const intent = { rowId, columnId, value: parsed.value, text: text.trim(), seen }
    const readAs = parsed.note && parsed.value !== null ? { readAs: formatOf(rowId)(parsed.value) } : {}
    void saver.submit([{ ...intent, ...readAs }], kind)
  }

  /** Writes a block into the selection without asking: what is refused stays in its cell, marked. */
  const write = (block: readonly (readonly string[])[], kind: SaveKind) => {
    const done = plan(block)
    for (const point of pointsOf(done.range)) {
      const { rowId, columnId } = idsAt(point)
      if (markAt(point)?.state === 'rejected') store.update((s) => dropInput(s, rowId, columnId))
    }
    for (const { rowId, columnId, text, problem } of done.rejected) {
      store.update((s) => rejectInput(s, rowId, columnId, text, problem))
    }
    if (done.intents.length > 0) void saver.submit(done.intents, kind)
    else if (done.rejected.length > 0) store.say('refused', { count: done.rejected.length })
    else if (done.locked > 0) store.say('locked')
  }

  const fillDown = () => {
    const { top, bottom, left, right } = selectedRange(state.nav)
    // A single row takes what stands above it.
    const from = top === bottom ? top - 1 : top
    if (from < 0) return
    const line = Array.from({ length: right - left + 1 }, (_, i) => editText({ row: from, column: left + i }))
    write([line], 'edit')
  }

  const fillWith = (text: string) => {
    if (isSingle(selectedRange(state.nav))) commit(state.nav.active, text)
    else write([[text]], 'edit')
  }

  const paste = (text: string) => {
    const block = parseTsv(text)
    const only = block.length === 1 && block[0]?.length === 1 ? block[0][0] : undefined
    if (block.length === 0) return store.say('pasteEmpty')
    if (source.readOnly || !source.onSave) return store.say('locked')
    if (only !== undefined && isSingle(selectedRange(state.nav)))
      return commit(state.nav.active, only, 'paste')
    store.update(() => ({ plan: plan(block) }))
  }

  const confirmPaste = (done: BlockPlan) => {
    const { top, left, bottom, right } = done.range
    const nav = { ...standAt({ row: top, column: left }), extent: { row: bottom, column: right } }
    store.update(() => ({ plan: null, nav }))
    void saver.submit(done.intents, 'paste')
  }

  const editText = (point: Point) => {
    const mark = markAt(point)
    if (mark?.state === 'rejected' || mark?.state === 'unsaved') return mark.text
    const { rowId, columnId } = idsAt(point)
    const pending = mark?.state === 'saving' || mark?.state === 'conflict' ? mark : undefined
    return exactText(pending ? pending.value : (cellAt(rowId, columnId)?.value ?? null), decimalComma)
  }

  const copy = () => {
    const { top, left, bottom, right } = selectedRange(state.nav)
    const block: string[][] = []
    for (let row = top; row <= bottom; row++) {
      const line: string[] = []
      for (let column = left; column <= right; column++) line.push(editText({ row, column }))
      block.push(line)
    }
    store.say('copied', { rows: bottom - top + 1, columns: right - left + 1 })
    return serializeTsv(block)
  }

  const unsaved = Object.values(state.marks).filter(isUnsaved).length
  const { rowId, columnId } = idsAt(state.nav.active)
  useEffect(() => {
    latest.current.onActiveCellChange?.({ rowId, columnId })
  }, [rowId, columnId])
  useEffect(() => {
    latest.current.onUnsavedChange?.(unsaved)
  }, [unsaved])

  const annotate: GridHandle['annotate'] = (row, column, extra) => {
    const seen = cellAt(row, column)
    const value = seen?.value ?? null
    const text = exactText(value, decimalComma)
    if (isLocked(row, column)) return store.say('locked')
    void saver.submit([{ rowId: row, columnId: column, value, text, seen, extra }], 'edit')
  }
  const enter: GridHandle['enter'] = (row, column, text) => {
    const point = {
      row: rows.findIndex(({ id }) => id === row),
      column: columns.findIndex(({ id }) => id === column),
    }
    if (point.row >= 0 && point.column >= 0) commit(point, text)
  }
  useImperativeHandle(source.handle, () => ({ annotate, enter }))

  return {
    state,
    store,
    saver,
    sheet: {
      ...size,
      isFilled: (point) => editText(point) !== '',
      access: (point) => {
        const ids = idsAt(point)
        if (isLocked(ids.rowId, ids.columnId)) return 'locked'
        return markAt(point)?.state === 'conflict' ? 'conflict' : 'open'
      },
    },
    formatOf,
    unsaved,
    cellAt,
    isLocked,
    setNav: (nav) => store.update(() => ({ nav })),
    commit,
    clear: () => write([['']], 'clear'),
    fillDown,
    fillWith,
    paste,
    confirmPaste,
    copy,
    editText,
    drop: (row, column) => {
      store.update((s) => dropInput(s, row, column))
      store.say('dropped')
    },
    takeTheirs: (row, column) => {
      store.update((s) => keepTheirs(s, row, column))
      store.say('keptTheirs')
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
