import type { RawCell } from '../../schema'
import { refuse } from './problem'
import { parseRange, type Range } from './range'

const most = 100_000
/** Cells to look at for the merges of a file: only merges that lie on each other, or over nothing at all, reach it. */
const mostWork = 50_000_000
const firstYear = 1800
const lastYear = 2200

/** null = no cells that a sheet has */
export const parseMerge = (reference: string): Range | null =>
  /^[A-Z]{1,3}[1-9]\d{0,6}:[A-Z]{1,3}[1-9]\d{0,6}$/.test(reference) ? parseRange(reference) : null

const isLabel = (value: RawCell | undefined) =>
  typeof value === 'string' ||
  (typeof value === 'number' && Number.isInteger(value) && value >= firstYear && value <= lastYear)

/**
 * Repeats what a label or a year is merged over, so that every column of a merged header says what it is of. A figure
 * is never repeated: it was observed once. Nor is a title, which begins at the left edge and has its row for itself.
 */
export class MergeFiller {
  readonly #merges: readonly Range[]
  readonly #columns: readonly [first: number, last: number]
  readonly #part: string
  #next = 0
  #work = 0
  #active: { readonly range: Range; readonly value: RawCell }[] = []

  /** @param columns the first and the last that are filled */
  constructor(merges: readonly Range[], columns: readonly [number, number], part: string) {
    if (merges.length > most) refuse('damaged', { part, row: 0 })
    this.#merges = merges.toSorted((a, b) => a.firstRow - b.firstRow)
    this.#columns = columns
    this.#part = part
  }

  /** In place. Rows come in their order; a merge that begins in a row that is not there has no value. */
  fill(row: number, cells: RawCell[]): void {
    if (this.#merges.length === 0) return
    this.#active = this.#active.filter(({ range }) => range.lastRow >= row)
    for (
      let merge = this.#merges[this.#next];
      merge && merge.firstRow <= row;
      merge = this.#merges[++this.#next]
    ) {
      const value = cells[merge.firstColumn - 1] ?? null
      if (merge.firstRow === row && isLabel(value)) this.#active.push({ range: merge, value })
    }
    if (this.#active.length > 16_384) refuse('damaged', { part: this.#part, row })
    const filled = cells.length
    for (const { range, value } of this.#active) {
      this.#spend(range.firstColumn > this.#columns[0] ? 1 : filled, row)
      if (this.#isTitle(range, cells, filled)) continue
      const last = Math.min(range.lastColumn, this.#columns[1])
      this.#spend(last - range.firstColumn + 1, row)
      while (cells.length < last) cells.push(null)
      for (let i = range.firstColumn - 1; i < last; i++) cells[i] ??= value
    }
  }

  #spend(cells: number, row: number): void {
    this.#work += Math.max(0, cells)
    if (this.#work > mostWork) refuse('damaged', { part: this.#part, row })
  }

  #isTitle(range: Range, cells: readonly RawCell[], filled: number): boolean {
    if (range.firstColumn > this.#columns[0] || range.firstColumn === range.lastColumn) return false
    return cells
      .slice(0, filled)
      .every((cell, i) => cell === null || (i >= range.firstColumn - 1 && i < range.lastColumn))
  }
}
