export type Point = { readonly row: number; readonly column: number }
export type Range = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}
export type Size = { readonly rows: number; readonly columns: number }

export function samePoint(a: Point, b: Point): boolean {
  return a.row === b.row && a.column === b.column
}

export function rangeOf(a: Point, b: Point): Range {
  return {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  }
}

export function rangeSize(range: Range): Size {
  return { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }
}

export function isInRange(range: Range, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right
}

export function isSingle(range: Range): boolean {
  return range.top === range.bottom && range.left === range.right
}

export function clampPoint(point: Point, size: Size): Point {
  return {
    row: Math.max(0, Math.min(point.row, size.rows - 1)),
    column: Math.max(0, Math.min(point.column, size.columns - 1)),
  }
}

/** The points of a range, row by row. */
export function* pointsOf(range: Range): Generator<Point> {
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) yield { row, column }
  }
}

/** The next point inside a range, going round: down its columns for Enter, along its rows for Tab. */
export function cycleInRange(range: Range, from: Point, along: 'rows' | 'columns', back: boolean): Point {
  const { rows, columns } = rangeSize(range)
  const row = from.row - range.top
  const column = from.column - range.left
  const count = rows * columns
  const place = along === 'rows' ? row * columns + column : column * rows + row
  const next = (place + (back ? count - 1 : 1)) % count
  return along === 'rows'
    ? { row: range.top + Math.floor(next / columns), column: range.left + (next % columns) }
    : { row: range.top + (next % rows), column: range.left + Math.floor(next / rows) }
}

/**
 * Where Ctrl+arrow goes: to the end of the filled run one stands in, else to the next filled cell, else to the edge.
 */
export function jump(from: Point, step: Point, size: Size, isFilled: (point: Point) => boolean): Point {
  const inside = (p: Point) => p.row >= 0 && p.column >= 0 && p.row < size.rows && p.column < size.columns
  const after = (p: Point) => ({ row: p.row + step.row, column: p.column + step.column })
  let at = from
  let next = after(at)
  const inRun = isFilled(at) && inside(next) && isFilled(next)
  while (inside(next)) {
    if (inRun && !isFilled(next)) return at
    at = next
    if (!inRun && isFilled(at)) return at
    next = after(at)
  }
  return at
}
