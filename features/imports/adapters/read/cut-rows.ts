import type { RawCell, RawRow, Separator } from '../../schema'
import { limits, refuse } from './problem'

const quotationMark = 34
const newline = 10
const carriageReturn = 13
const formFeed = 12
/** Ctrl-Z, which ends a text of old systems. */
const endOfText = 26
/** V8 copies shorter pieces; longer ones keep the whole text alive that they were cut from. */
const longPiece = 13
const mostKept = 20_000
/** Longer ones are remarks, of which no two are the same. */
const longestKept = 200

/** Long decimals are figures: no two are equal, and whoever reads them takes the number. */
const isDecimal = (text: string) => text.charCodeAt(0) < 58 && text.includes('.')

/** Gives equal long texts as one, cut loose from the block they were read in. */
export class KeptTexts {
  readonly #kept = new Map<string, string>()

  own(text: string): string {
    if (text.length < longPiece || isDecimal(text)) return text
    const known = text.length > longestKept ? undefined : this.#kept.get(text)
    if (known !== undefined) return known
    const copy = Buffer.from(text, 'utf16le').toString('utf16le')
    if (copy.length <= longestKept && this.#kept.size < mostKept) this.#kept.set(copy, copy)
    return copy
  }
}

/** What is said of a row besides its cells: how many fields were written, empty ones at the end included. */
type Visit = (row: RawRow, fields: number) => void

/**
 * Cuts text into rows (RFC 4180), piece by piece. Lines end with LF, CRLF or several CR before an LF. A quotation mark
 * inside a cell that does not begin with one is a character like any other. Most lines have none, and are only split.
 */
export class RowCutter {
  readonly #separator: Separator
  readonly #visit: Visit
  readonly #texts = new KeptTexts()
  #rest = ''
  #line = 1

  constructor(separator: Separator, visit: Visit) {
    this.#separator = separator
    this.#visit = visit
  }

  /** The line that the next text belongs to, as long as that begins a line. */
  get line(): number {
    let line = this.#line
    for (let at = this.#rest.indexOf('\n'); at !== -1; at = this.#rest.indexOf('\n', at + 1)) line++
    return line
  }

  push(piece: string): void {
    const lineEnd = this.#rest === '' ? -1 : piece.indexOf('\n')
    let text = lineEnd === -1 ? this.#rest + piece : piece
    let from = 0
    if (lineEnd !== -1) {
      // Only the line that was begun is put together: V8 searches a text made of two far more slowly than a whole one.
      const begun = this.#rest + piece.slice(0, lineEnd + 1)
      const used = this.#cut(begun, 0, false)
      if (used === begun.length) from = lineEnd + 1
      else text = begun.slice(used) + piece.slice(lineEnd + 1)
    }
    this.#rest = text.slice(this.#cut(text, from, false))
    if (this.#rest.length > limits.rowCharacters) {
      refuse('rowTooLong', { row: this.#line, max: limits.rowCharacters })
    }
  }

  end(): void {
    const isMarked = this.#rest.charCodeAt(this.#rest.length - 1) === endOfText
    this.#cut(isMarked ? this.#rest.slice(0, -1) : this.#rest, 0, true)
    this.#rest = ''
  }

  /** @returns up to where the text was used */
  #cut(text: string, from: number, isEnd: boolean): number {
    let quote = text.indexOf('"', from)
    for (let at = from; at < text.length; ) {
      const found = text.indexOf('\n', at)
      if (found === -1 && !isEnd && text.length - at < 1 << 16) return at
      if (quote !== -1 && quote < at) quote = text.indexOf('"', at)
      const lineEnd = found === -1 ? text.length : found
      if (quote === -1 || quote >= lineEnd) {
        const fields = this.#split(text, at, lineEnd)
        if (found === -1 && !isEnd) {
          // The end of a long line is not there yet: only its limits are looked at.
          this.#cellsOf(fields)
          return at
        }
        this.#row(fields)
        at = lineEnd + 1
        this.#line++
        continue
      }
      const next = this.#quoted(text, at, isEnd)
      if (next === -1) return at
      at = next
    }
    return text.length
  }

  #split(text: string, from: number, to: number): string[] {
    let end = to
    while (end > from && text.charCodeAt(end - 1) === carriageReturn) end--
    return text.slice(from, end).split(this.#separator)
  }

  /** Cuts a row with quotation marks in it. @returns where the next begins, or -1 when its end is not there yet */
  #quoted(text: string, from: number, isEnd: boolean): number {
    const fields: string[] = []
    let lines = 1
    for (let at = from; ; ) {
      const field =
        text.charCodeAt(at) === quotationMark ? this.#inQuotes(text, at, isEnd) : this.#bare(text, at)
      if (field === null) return -1
      fields.push(field.text)
      if (fields.length > limits.columns) refuse('tooManyColumns', { row: this.#line, max: limits.columns })
      lines += field.lines
      at = field.end
      if (text.startsWith(this.#separator, at)) {
        at++
        continue
      }
      if (at < text.length || isEnd) {
        this.#row(fields)
        this.#line += lines
        return at + 1
      }
      return -1
    }
  }

  /** @returns the field, and where the separator or the line end after it stands */
  #bare(text: string, from: number): Field {
    let end = from
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === newline || code === this.#separator.charCodeAt(0)) break
    }
    let stop = end
    if (text.charCodeAt(end) !== this.#separator.charCodeAt(0)) {
      while (stop > from && text.charCodeAt(stop - 1) === carriageReturn) stop--
    }
    return { text: text.slice(from, stop), end, lines: 0 }
  }

  #inQuotes(text: string, from: number, isEnd: boolean): Field | null {
    let close = from
    let isDoubled = false
    for (;;) {
      close = text.indexOf('"', close + 1)
      if (close === -1) break
      if (text.charCodeAt(close + 1) !== quotationMark) break
      isDoubled = true
      close++
    }
    const length = (close === -1 ? text.length : close) - from
    // A quotation mark without its end swallows what follows.
    const isTooLong = length > 2 * limits.cellCharacters
    if (close === -1 && (isEnd || isTooLong)) refuse('badQuote', { row: this.#line })
    if (isTooLong) refuse('cellTooLong', { row: this.#line, max: limits.cellCharacters })
    if (close === -1 || (close + 1 === text.length && !isEnd)) return null
    const inside = text.slice(from + 1, close)
    let end = close + 1
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === newline || code === this.#separator.charCodeAt(0)) break
      if (code !== carriageReturn && code !== 32) refuse('badQuote', { row: this.#line })
    }
    const lines = inside.includes('\n') ? inside.split('\n').length - 1 : 0
    const plain = isDoubled ? inside.replaceAll('""', '"') : inside
    return { text: plain.includes('\r\n') ? plain.replaceAll('\r\n', '\n') : plain, end, lines }
  }

  #row(fields: string[]): void {
    const count = fields.length
    const cells = this.#cellsOf(fields)
    if (cells.length > 0) this.#visit({ row: this.#line, cells }, count)
  }

  /** Empty texts become null; those at the end are left out. In place: millions of rows pass here. */
  #cellsOf(fields: string[]): RawCell[] {
    if (fields.length > limits.columns) refuse('tooManyColumns', { row: this.#line, max: limits.columns })
    // A form feed begins a page of a printed table.
    if (fields[0]?.charCodeAt(0) === formFeed) fields[0] = fields[0].replace(/^\f+/, '')
    const cells: RawCell[] = fields
    let last = 0
    for (let i = 0; i < fields.length; i++) {
      const text = fields[i] ?? ''
      if (text === '') {
        cells[i] = null
        continue
      }
      last = i + 1
      if (text.length < longPiece) continue
      if (text.length > limits.cellCharacters) {
        refuse('cellTooLong', { row: this.#line, max: limits.cellCharacters })
      }
      cells[i] = this.#texts.own(text)
    }
    if (last < fields.length) cells.length = last
    return cells
  }
}

type Field = { readonly text: string; readonly end: number; readonly lines: number }
