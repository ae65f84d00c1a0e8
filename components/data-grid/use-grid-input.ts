import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'
import { flushSync } from 'react-dom'
import {
  type Command,
  extendTo,
  type Nav,
  pressKey,
  type Sheet,
  selectedRange,
  standAt,
  startEditing,
} from './keyboard'
import { fillTarget } from './plan-block'
import { scrollToShow } from './scroll-into-view'
import { type Point, samePoint } from './selection'
import { useEdgeScroll } from './use-edge-scroll'
import type { Grid } from './use-grid'
import type { GridLayout } from './use-grid-layout'

/** How long a finger rests on a cell to open it, in ms, and how far it may stray, in pixels. */
const longPress = { after: 500, within: 8 }

type Surroundings = {
  readonly grid: Grid
  readonly id: string
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly layout: GridLayout
  readonly columnWidth: number
}

/** Keys, mouse, touch, clipboard and focus of the grid: the browser's events turned into its actions. */
export function useGridInput({ grid, id, scroller, layout, columnWidth }: Surroundings) {
  const { actions } = grid
  const { nav } = grid.state
  const { active } = nav
  const editor = useRef<HTMLInputElement | HTMLSelectElement>(null)
  const focusNext = useRef(false)
  const showNext = useRef(false)
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined)
  const dragFrom = useRef<'cells' | 'handle' | null>(null)
  const touched = useRef<Point | null>(null)
  const isTouch = useRef(false)

  const move = (next: Nav) => {
    focusNext.current = true
    grid.setNav(next)
  }
  /** Shows a place without taking the focus from where it is. */
  const show = (next: Nav) => {
    showNext.current = true
    grid.setNav(next)
  }
  /** Does something from outside the cells and gives the focus back to them. */
  const andReturn = (action: () => void) => {
    action()
    move({ ...grid.store.get().nav })
  }

  const { anchor, extent, editing } = nav
  const { proposal, filling } = grid.state
  // After every drawing, but only a move of the selection asks for it: a save that returns must not take the focus.
  useLayoutEffect(() => {
    if ((!focusNext.current && !showNext.current) || proposal) return
    if (focusNext.current && !editing)
      document.getElementById(`${id}-${active.row}-${active.column}`)?.focus({ preventScroll: true })
    focusNext.current = false
    showNext.current = false
    const box = scroller.current
    if (!box) return
    const point = samePoint(active, anchor) ? extent : active
    const { rowHeight, headerHeight, headWidth } = layout
    const vertical = { offset: box.scrollTop, viewport: box.clientHeight, header: headerHeight }
    const horizontal = { offset: box.scrollLeft, viewport: box.clientWidth, header: headWidth }
    box.scrollTop = scrollToShow(vertical, headerHeight + point.row * rowHeight, rowHeight)
    box.scrollLeft = scrollToShow(horizontal, headWidth + point.column * columnWidth, columnWidth)
  })

  const sheet = (): Sheet => {
    const height = (scroller.current?.clientHeight ?? 400) - layout.headerHeight
    return { ...grid.sheet, page: Math.max(1, Math.floor(height / layout.rowHeight) - 1) }
  }

  const run = (command: Command | null) => {
    if (command === 'clear') actions.clear()
    else if (command === 'undo' || command === 'redo') void grid.saver.travel(command)
    else if (command === 'refuse') grid.store.say('locked')
    else if (command === 'fillDown') actions.fillDown()
    else if (command === 'fillRight') actions.fillRight()
    else if (command === 'commit') actions.commit(active, editor.current?.value ?? '')
    else if (command === 'commitAll') actions.fillWith(editor.current?.value ?? '')
    else if (command === 'choose') document.getElementById(`${id}-choice`)?.focus()
    else if (command === 'find') find()
  }
  const find = () => {
    grid.store.update(() => ({ isFinding: true }))
    document.getElementById(`${id}-find`)?.focus()
  }

  /** The editor lost the focus to something else: what stands in it counts. */
  const leaveEditor = () => {
    const now = grid.store.get().nav
    if (!now.editing || !editor.current) return
    actions.commit(now.active, editor.current.value)
    grid.setNav({ ...now, editing: null })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const press = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
    }
    const result = pressKey(nav, press, sheet())
    if (!result) return
    if (event.key !== 'Process') event.preventDefault()
    run(result.command)
    if (result.command === 'choose' || result.command === 'find') return
    // At once: the characters that follow must find the editor open.
    flushSync(() => move(result.nav))
    const { anchor: from, extent: to } = result.nav
    if (!samePoint(from, to) && !samePoint(to, extent)) {
      grid.store.say('selected', {
        rows: Math.abs(from.row - to.row) + 1,
        columns: Math.abs(from.column - to.column) + 1,
      })
    }
  }

  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 0 || editor.current?.contains(event.target as Node)) return
    if (event.target instanceof Element && event.target.closest('[data-fill-handle]')) {
      event.preventDefault()
      dragFrom.current = 'handle'
      return
    }
    const next = pointed(event.target, nav, grid.sheet, event.shiftKey)
    if (!next) return
    event.preventDefault()
    leaveEditor()
    dragFrom.current = !isTouch.current && cellPoint(event.target) !== null ? 'cells' : null
    move(next)
  }

  const dragOver = (target: EventTarget) => {
    const point = cellPoint(target)
    if (!point) return
    if (dragFrom.current === 'handle') {
      grid.store.update(() => ({ filling: fillTarget(selectedRange(nav), point) }))
    } else if (!samePoint(point, extent)) move(extendTo(nav, point))
  }
  const onMouseOver = (event: MouseEvent) => {
    if (dragFrom.current && event.buttons === 1) dragOver(event.target)
  }
  useEdgeScroll({
    scroller,
    header: { across: layout.headWidth, down: layout.headerHeight },
    isDragging: () => dragFrom.current !== null,
    onOver: dragOver,
  })

  // Wherever the button is let go, also outside the grid.
  useEffect(() => {
    const end = () => {
      const wasFilling = dragFrom.current === 'handle'
      dragFrom.current = null
      if (!wasFilling) return
      grid.store.update(() => ({ filling: null }))
      if (!filling) return
      const all = selectedRange(nav)
      const top = Math.min(all.top, filling.top)
      const left = Math.min(all.left, filling.left)
      const extent = { row: Math.max(all.bottom, filling.bottom), column: Math.max(all.right, filling.right) }
      actions.fillInto(filling)
      move({ ...standAt({ row: top, column: left }), extent })
    }
    window.addEventListener('mouseup', end)
    return () => window.removeEventListener('mouseup', end)
  })

  const edit = () => {
    const result = startEditing(nav, { mode: 'edit', initial: null }, sheet())
    run(result.command)
    if (result.command !== 'choose') flushSync(() => move(result.nav))
  }

  const putOnClipboard = (event: ClipboardEvent) => {
    const { text, html } = actions.copy()
    event.clipboardData.setData('text/plain', text)
    event.clipboardData.setData('text/html', html)
  }

  const onPointerDown = (event: PointerEvent) => {
    isTouch.current = event.pointerType !== 'mouse'
    const point = cellPoint(event.target)
    const hasFocus = document.activeElement?.id === `${id}-${active.row}-${active.column}`
    touched.current = isTouch.current && point && hasFocus && samePoint(point, active) ? point : null
    endPress()
    if (!isTouch.current || !point || editing) return
    const timer = setTimeout(() => {
      touched.current = null
      const next = standAt(point)
      const result = startEditing(next, { mode: 'edit', initial: null }, sheet())
      run(result.command)
      if (result.command !== 'choose') flushSync(() => move(result.nav))
    }, longPress.after)
    press.current = { timer, x: event.clientX, y: event.clientY }
  }
  const endPress = () => {
    clearTimeout(press.current?.timer)
    press.current = undefined
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!press.current) return
    const { x, y } = press.current
    if (Math.hypot(event.clientX - x, event.clientY - y) > longPress.within) endPress()
  }

  return {
    editor,
    move,
    show,
    find,
    andReturn,
    leaveEditor,
    handlers: {
      onKeyDown,
      onMouseDown,
      onMouseOver,
      onPointerDown,
      onPointerMove,
      onPointerUp: endPress,
      onPointerCancel: endPress,
      // A second tap on the same cell opens it, as a double click does.
      onClick: () => {
        if (touched.current && !editing) edit()
        touched.current = null
      },
      onDoubleClick: (event: MouseEvent) => {
        if (!editing && cellPoint(event.target)) edit()
      },
      onFocus: (event: FocusEvent) => {
        const point = event.target === editor.current ? null : cellPoint(event.target)
        if (point && !samePoint(point, grid.store.get().nav.active)) grid.setNav(standAt(point))
      },
      onCopy: (event: ClipboardEvent) => {
        if (editing) return
        event.preventDefault()
        putOnClipboard(event)
      },
      onCut: (event: ClipboardEvent) => {
        if (editing) return
        event.preventDefault()
        putOnClipboard(event)
        actions.clear()
      },
      onPaste: (event: ClipboardEvent) => {
        const text = event.clipboardData.getData('text/plain')
        const html = event.clipboardData.getData('text/html')
        // Into an open editor goes a single value; a block is meant for the cells.
        if (editing && !/[\t\r\n]./s.test(text)) return
        event.preventDefault()
        if (editing) move({ ...nav, editing: null })
        void actions.paste(text, html)
      },
    },
  }
}

function cellPoint(target: EventTarget): Point | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row][data-column]') : null
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null
}

/** What a press of the mouse selects: a cell, up to a cell with Shift, a whole row, a whole column, or everything. */
function pointed(
  target: EventTarget,
  nav: Nav,
  size: { rows: number; columns: number },
  shift: boolean,
): Nav | null {
  const point = cellPoint(target)
  if (point) return shift ? extendTo(nav, point) : standAt(point)
  if (!(target instanceof Element)) return null
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const row = target.closest<HTMLElement>('[data-head-row]')?.dataset.headRow
  if (row !== undefined) {
    return { ...standAt({ row: Number(row), column: 0 }), extent: { row: Number(row), column: last.column } }
  }
  const column = target.closest<HTMLElement>('[data-head-column]')?.dataset.headColumn
  if (column !== undefined) {
    return {
      ...standAt({ row: 0, column: Number(column) }),
      extent: { row: last.row, column: Number(column) },
    }
  }
  return target.closest('[data-corner]') ? { ...standAt({ row: 0, column: 0 }), extent: last } : null
}
