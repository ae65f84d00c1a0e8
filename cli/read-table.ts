import { type NamedFile, wrongAt } from './files'
import { eachRecord } from './read-csv'

/** The columns of a table by name. */
export type Header = {
  readonly needed: readonly string[]
  /** columns that may be left out; when given, a column of any other name is refused, as it may be one of them misspelt */
  readonly optional?: readonly string[]
}

/** A row of a table; what asks for a cell says in which column a problem stands. */
export type Row = {
  readonly line: number
  /** the cell of a column without blanks around it; '' when it is empty or the column is not there */
  readonly text: (column: string) => string
  readonly code: (column: string) => string
  /** a number, or null when the cell is empty */
  readonly number: (column: string) => number | null
  readonly year: (column: string) => number
}

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Reads a table with a header line row by row.
 *
 * @param visit is handed the same object for each row; what it keeps, it copies
 * @returns how many rows there were
 * @throws {CommandError} the file or its header cannot be read, a row has another number of fields, or what `visit`
 *   throws
 */
export async function readTable(file: NamedFile, header: Header, visit: (row: Row) => void): Promise<number> {
  let positions: ReadonlyMap<string, number> | null = null
  let width = 0
  let fields: readonly string[] = []
  let line = 0
  let rows = 0
  const text = (column: string) => (fields[positions?.get(column) ?? -1] ?? '').trim()
  const row: Row = {
    get line() {
      return line
    },
    text,
    code: (column) => {
      const code = text(column)
      if (code === '') throw wrongAt({ file, line, column }, 'empty')
      if (code.includes('\uFFFD')) throw wrongAt({ file, line, column }, 'notUtf8', { text: code })
      return code
    },
    number: (column) => {
      const cell = text(column)
      if (cell === '') return null
      if (!numberPattern.test(cell)) throw wrongAt({ file, line, column }, 'notANumber', { text: cell })
      const value = Number(cell)
      if (!Number.isFinite(value)) throw wrongAt({ file, line, column }, 'notFinite', { text: cell })
      return value
    },
    year: (column) => {
      const cell = text(column)
      const year = Number(cell)
      if (!/^\d{1,4}$/.test(cell) || year === 0)
        throw wrongAt({ file, line, column }, 'notWhole', { text: cell })
      return year
    },
  }
  await eachRecord(file, (record, at) => {
    fields = record
    line = at
    if (positions === null) {
      positions = positionsOf(file, header, record, at)
      width = record.length
    } else if (record.length === width) {
      // A spreadsheet may leave rows of empty cells behind.
      if (record[0] === '' && record.every((cell) => cell.trim() === '')) return
      rows++
      visit(row)
    } else throw wrongAt({ file, line }, 'fieldCount', { count: record.length, expected: width })
  })
  if (positions === null) {
    throw wrongAt({ file, line: 1 }, 'noHeader', { needed: header.needed.join(', ') })
  }
  if (rows === 0) throw wrongAt({ file, line: 1 }, 'noRows')
  return rows
}

function positionsOf(
  file: NamedFile,
  { needed, optional }: Header,
  record: readonly string[],
  line: number,
): ReadonlyMap<string, number> {
  const positions = new Map<string, number>()
  record.forEach((cell, position) => {
    const column = cell.trim()
    if (column === '') return
    if (positions.has(column)) throw wrongAt({ file, line, column }, 'columnTwice')
    positions.set(column, position)
  })
  const missing = needed.find((column) => !positions.has(column))
  if (missing) {
    throw wrongAt({ file, line }, 'columnMissing', { column: missing, needed: needed.join(', ') })
  }
  if (optional) {
    const known = [...needed, ...optional]
    const column = [...positions.keys()].find((name) => !known.includes(name))
    if (column !== undefined)
      throw wrongAt({ file, line, column }, 'columnUnknown', { known: known.join(', ') })
  }
  return positions
}
