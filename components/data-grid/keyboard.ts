import {
  cycleInRange,
  isSingle,
  jump,
  type Point,
  type Range,
  rangeOf,
  type Size,
  samePoint,
} from './selection'

export type Editing = {
  /** 'type': typed over, arrows leave the cell. 'edit': opened with F2, arrows move the caret. */
  readonly mode: 'type' | 'edit'
  /** what the editor starts with; null = the whole present value */
  readonly initial: string | null
}

export type Nav = {
  /** the cell that has the focus and is typed into */
  readonly active: Point
  /** two corners of the selected range; the active cell lies inside */
  readonly anchor: Point
  readonly extent: Point
  readonly editing: Editing | null
  /** the column in which a run of Tab began: Enter goes back to it */
  readonly tabColumn: number | null
  /** after Escape the next Tab leaves the grid */
  readonly leaving: boolean
}

export type KeyPress = {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}

export type Sheet = Size & {
  /** rows moved by Page Up and Page Down */
  readonly page: number
  readonly isFilled: (point: Point) => boolean
  readonly access: (point: Point) => 'open' | 'locked' | 'conflict'
}

/**
 * 'commitAll': into every selected cell. 'fillDown', 'fillRight': from the first selected row or column. 'refuse': the
 * cell cannot be edited. 'choose': a conflict waits for its choice.
 */
export type Command =
  | 'commit'
  | 'commitAll'
  | 'cancel'
  | 'clear'
  | 'fillDown'
  | 'fillRight'
  | 'find'
  | 'undo'
  | 'redo'
  | 'refuse'
  | 'choose'
export type KeyResult = { readonly nav: Nav; readonly command: Command | null }

export function standAt(point: Point): Nav {
  return { active: point, anchor: point, extent: point, editing: null, tabColumn: null, leaving: false }
}

export function selectedRange(nav: Nav): Range {
  return rangeOf(nav.anchor, nav.extent)
}

/** Selects from the active cell to a point. */
export function extendTo(nav: Nav, point: Point): Nav {
  return { ...nav, anchor: nav.active, extent: point, editing: null, leaving: false }
}

/** Opens the editor on the active cell, or says why not. */
export function startEditing(nav: Nav, editing: Editing, sheet: Sheet): KeyResult {
  const access = sheet.access(nav.active)
  if (access === 'locked') return { nav, command: 'refuse' }
  if (access === 'conflict' && editing.mode === 'edit') return { nav, command: 'choose' }
  return { nav: { ...nav, editing, leaving: false }, command: null }
}

/** What a key does, or null when it is not the grid's: then the browser has it. */
export function pressKey(nav: Nav, press: KeyPress, sheet: Sheet): KeyResult | null {
  return nav.editing ? pressInEditor(nav, nav.editing, press, sheet) : pressOnCell(nav, press, sheet)
}

function pressInEditor(nav: Nav, editing: Editing, press: KeyPress, sheet: Sheet): KeyResult | null {
  const closed = { ...nav, editing: null }
  if (press.key === 'Escape') return { nav: closed, command: 'cancel' }
  if (press.ctrl && !press.alt && press.key === 'Enter') return { nav: closed, command: 'commitAll' }
  if (press.ctrl || press.alt) return null
  if (press.key === 'Enter') return { nav: afterEnter(closed, press.shift, sheet), command: 'commit' }
  if (press.key === 'Tab') return { nav: afterTab(closed, press.shift, sheet) ?? closed, command: 'commit' }
  if (press.key === 'F2') {
    return {
      nav: { ...nav, editing: { ...editing, mode: editing.mode === 'edit' ? 'type' : 'edit' } },
      command: null,
    }
  }
  if (editing.mode === 'edit' || press.shift || press.key === 'Home' || press.key === 'End') return null
  const target = destination(nav.active, press, sheet)
  return target ? { nav: standAt(target), command: 'commit' } : null
}

function pressOnCell(nav: Nav, press: KeyPress, sheet: Sheet): KeyResult | null {
  const go = (next: Nav): KeyResult => ({ nav: next, command: null })
  const run = (command: Command): KeyResult => ({ nav: { ...nav, leaving: false }, command })
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key

  if (key === 'Tab') {
    if (press.ctrl || press.alt || nav.leaving) return null
    const next = afterTab(nav, press.shift, sheet)
    return next && go(next)
  }
  if (key === 'Enter' && !press.ctrl && !press.alt) return go(afterEnter(nav, press.shift, sheet))
  if (key === 'Escape') return go({ ...standAt(nav.active), leaving: true })
  if (key === 'F2') return startEditing(nav, { mode: 'edit', initial: null }, sheet)
  if (key === 'Delete' || key === 'Backspace') return run('clear')

  if (key === ' ' && (press.ctrl || press.shift)) return go(selectLine(nav, press.ctrl, press.shift, sheet))
  if (key === ' ') return go(nav)
  if (press.ctrl && !press.alt) {
    if (key === 'z') return run(press.shift ? 'redo' : 'undo')
    if (key === 'y') return run('redo')
    if (key === 'd' && !press.shift) return run('fillDown')
    if (key === 'r' && !press.shift) return run('fillRight')
    if (key === 'f' && !press.shift) return run('find')
    if (key === 'a') return go(selectLine(nav, true, true, sheet))
  }

  if (!press.alt) {
    const far = press.shift && samePoint(nav.active, nav.anchor) ? nav.extent : nav.active
    const target = destination(far, press, sheet)
    if (target) return go(press.shift ? extendTo(nav, target) : standAt(target))
  }

  // "Process" is a key on its way to an input method: the editor must be open before the characters come.
  if (key === 'Process') return startEditing(nav, { mode: 'type', initial: '' }, sheet)
  const types = press.key.length === 1 && press.ctrl === press.alt
  return types ? startEditing(nav, { mode: 'type', initial: press.key }, sheet) : null
}

const steps: Readonly<Record<string, Point>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
}

function destination(from: Point, press: KeyPress, sheet: Sheet): Point | null {
  const last = { row: sheet.rows - 1, column: sheet.columns - 1 }
  const step = steps[press.key]
  if (step) {
    if (press.ctrl) return jump(from, step, sheet, sheet.isFilled)
    return {
      row: Math.max(0, Math.min(last.row, from.row + step.row)),
      column: Math.max(0, Math.min(last.column, from.column + step.column)),
    }
  }
  switch (press.key) {
    case 'Home':
      return press.ctrl ? { row: 0, column: 0 } : { row: from.row, column: 0 }
    case 'End':
      return press.ctrl ? last : { row: from.row, column: last.column }
    case 'PageUp':
      return press.ctrl ? null : { row: Math.max(0, from.row - sheet.page), column: from.column }
    case 'PageDown':
      return press.ctrl ? null : { row: Math.min(last.row, from.row + sheet.page), column: from.column }
    default:
      return null
  }
}

function afterEnter(nav: Nav, back: boolean, sheet: Sheet): Nav {
  const range = selectedRange(nav)
  if (!isSingle(range))
    return { ...nav, active: cycleInRange(range, nav.active, 'columns', back), leaving: false }
  const row = Math.max(0, Math.min(sheet.rows - 1, nav.active.row + (back ? -1 : 1)))
  const moved = row !== nav.active.row && !back
  return standAt({ row, column: moved ? (nav.tabColumn ?? nav.active.column) : nav.active.column })
}

/** null = Tab leaves the grid: there is no next cell. */
function afterTab(nav: Nav, back: boolean, sheet: Sheet): Nav | null {
  const range = selectedRange(nav)
  if (!isSingle(range))
    return { ...nav, active: cycleInRange(range, nav.active, 'rows', back), leaving: false }
  const place = nav.active.row * sheet.columns + nav.active.column + (back ? -1 : 1)
  if (place < 0 || place >= sheet.rows * sheet.columns) return null
  const next = standAt({ row: Math.floor(place / sheet.columns), column: place % sheet.columns })
  return { ...next, tabColumn: nav.tabColumn ?? nav.active.column }
}

/** Whole columns, whole rows, or with both everything. */
function selectLine(nav: Nav, wholeColumns: boolean, wholeRows: boolean, sheet: Sheet): Nav {
  const range = selectedRange(nav)
  return {
    ...nav,
    anchor: { row: wholeColumns ? 0 : range.top, column: wholeRows ? 0 : range.left },
    extent: {
      row: wholeColumns ? sheet.rows - 1 : range.bottom,
      column: wholeRows ? sheet.columns - 1 : range.right,
    },
    leaving: false,
  }
}
