import type { RawCell } from '../../schema'
import { percentText, readDate, readIsoDate } from './cell-format'
import { limits, refuse } from './problem'
import { columnNumber } from './range'
import { CellText, longestRaw, unescapeText, type Workbook } from './workbook'
import { quickAttribute, type XmlHandler } from './xml'

export type SheetVisitor = {
  cell(row: number, column: number, value: RawCell, hasFormula: boolean): void
  /** after the cells of a row */
  row(row: number, isHidden: boolean): void
  merge?(reference: string): void
  hiddenColumns?(first: number, last: number): void
}

const isOn = (value: string | undefined) => value === '1' || value === 'true'

/** Reads the cells of a sheet in the order of the file. Rows and columns count from 1. */
export class SheetCells implements XmlHandler {
  readonly #workbook: Workbook
  readonly #visit: SheetVisitor
  readonly #part: string
  readonly #inline = new CellText()
  #row = 0
  #column = 0
  #isHidden = false
  #type = ''
  #style = 0
  #value: string | null = null
  #isInValue = false
  #hasFormula = false
  #hasInline = false

  constructor(workbook: Workbook, part: string, visit: SheetVisitor) {
    this.#workbook = workbook
    this.#part = part
    this.#visit = visit
  }

  open(tag: string, attributes: string): void {
    if (tag === 'c') this.#openCell(attributes)
    else if (tag === 'v') {
      this.#value = ''
      this.#isInValue = true
    } else if (tag === 'f') this.#hasFormula = true
    else if (tag === 'row') this.#openRow(attributes)
    else if (tag === 'is') this.#hasInline = true
    else if (tag === 'mergeCell') this.#visit.merge?.(quickAttribute(attributes, 'ref') ?? '')
    else if (tag === 'col' && isOn(quickAttribute(attributes, 'hidden'))) {
      this.#visit.hiddenColumns?.(
        Number(quickAttribute(attributes, 'min')),
        Number(quickAttribute(attributes, 'max')),
      )
    }
    if (this.#hasInline) this.#inline.open(tag)
  }

  close(tag: string): void {
    if (tag === 'v') this.#isInValue = false
    else if (tag === 'c') this.#closeCell()
    else if (tag === 'row') this.#visit.row(this.#row, this.#isHidden)
    if (this.#hasInline) this.#inline.close(tag)
  }

  text(piece: string): void {
    if (this.#isInValue) {
      this.#value += piece
      if ((this.#value?.length ?? 0) > longestRaw) {
        refuse('cellTooLong', { row: this.#row, max: limits.cellCharacters })
      }
    } else if (this.#hasInline) this.#inline.add(piece, this.#row)
  }

  #openRow(attributes: string): void {
    const stated = Number(quickAttribute(attributes, 'r') ?? this.#row + 1)
    if (!Number.isInteger(stated) || stated <= this.#row) this.#damaged()
    if (stated > limits.sheetRows) refuse('tooManyRows', { max: limits.sheetRows })
    this.#row = stated
    this.#column = 0
    this.#isHidden = isOn(quickAttribute(attributes, 'hidden'))
  }

  #openCell(attributes: string): void {
    const reference = quickAttribute(attributes, 'r')
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
    if (this.#column === 0 || this.#column > limits.columns) {
      refuse('tooManyColumns', { row: this.#row, max: limits.columns })
    }
    this.#type = quickAttribute(attributes, 't') ?? 'n'
    this.#style = Number(quickAttribute(attributes, 's') ?? 0)
    this.#value = null
    this.#hasFormula = false
    this.#hasInline = false
    this.#inline.clear()
  }

  #closeCell(): void {
    const value = this.#read()
    this.#hasInline = false
    if (typeof value === 'string' && value.length > limits.cellCharacters) {
      refuse('cellTooLong', { row: this.#row, max: limits.cellCharacters })
    }
    this.#visit.cell(this.#row, this.#column, value === '' ? null : value, this.#hasFormula)
  }

  #read(): RawCell {
    if (this.#type === 'inlineStr') return this.#inline.read()
    const text = this.#value
    if (text === null) return null
    if (this.#type === 's') {
      const known = /^\s*\d+\s*$/.test(text) ? this.#workbook.strings[Number(text)] : undefined
      return known ?? this.#damaged()
    }
    if (this.#type === 'n') return this.#number(text)
    if (this.#type === 'b') return isOn(text) ? 'TRUE' : 'FALSE'
    return this.#type === 'd' ? readIsoDate(text) : unescapeText(text)
  }

  /** What is no finite number stays the text it is, and is rejected with its row. */
  #number(text: string): RawCell {
    const value = Number(text)
    if (text.trim() === '' || !Number.isFinite(value)) return text.trim()
    const format = this.#workbook.formats[this.#style] ?? 'plain'
    if (format === 'plain') return value
    return format === 'percent' ? percentText(value) : readDate(value, format, this.#workbook.is1904)
  }

  #damaged(): never {
    refuse('damaged', { part: this.#part, row: this.#row })
  }
}

/** AB12 -> 28. Millions of cells pass here. @returns 0 when it is no reference */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i)
    if (code < 65 || code > 90) return i === 0 ? columnNumber(reference.replaceAll(/[$\d]/g, '')) : column
    column = column * 26 + code - 64
  }
  return 0
}
