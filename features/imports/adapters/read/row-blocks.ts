import type { RawRow } from '../../schema'
import { rowsPerBlock } from './problem'

/** So that a block of very wide rows takes no more room than one of narrow rows. */
const cellsPerBlock = 500_000

/** Rows that wait to be handed on, in blocks. */
export class RowBlocks {
  #waiting: RawRow[] = []
  #full: RawRow[][] = []
  #cells = 0
  count = 0

  add(row: RawRow): void {
    this.#waiting.push(row)
    this.#cells += row.cells.length
    this.count++
    if (this.#waiting.length >= rowsPerBlock || this.#cells >= cellsPerBlock) this.close()
  }

  /** What waits is a block, however small. */
  close(): void {
    if (this.#waiting.length > 0) this.#full.push(this.#waiting)
    this.#waiting = []
    this.#cells = 0
  }

  take(): readonly (readonly RawRow[])[] {
    const full = this.#full
    this.#full = []
    return full
  }
}
