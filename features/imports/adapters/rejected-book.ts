import writeXlsxFile, { type Cell } from 'write-excel-file/node'
import type { RawCell } from '../schema'

export type RejectedRow = {
  readonly cells: readonly RawCell[]
  /** why it was not taken; null for what stands above the figures */
  readonly reason: string | null
}

export type RejectedFile = {
  readonly sheet: string
  readonly reasonTitle: string
  /** places in `rows` of the header */
  readonly headers: ReadonlySet<number>
  readonly rows: readonly RejectedRow[]
  readonly fontFamily: string
}

const widestReason = 80

/** Numbers stay numbers, and a text that looks like a formula stays a text. */
function cellOf(cell: RawCell, isHeader: boolean): Cell {
  if (cell === null || cell === '') return null
  const style = isHeader ? { fontWeight: 'bold' as const } : {}
  return typeof cell === 'number'
    ? { ...style, type: Number, value: cell }
    : { ...style, type: String, value: cell }
}

/**
 * The rows of a file of which something was rejected, under its own header, so that the mended file can be imported like
 * the first one; beside each row why.
 */
export async function writeRejected(file: RejectedFile): Promise<Uint8Array<ArrayBuffer>> {
  const width = Math.max(1, ...file.rows.map(({ cells }) => cells.length))
  const lastHeader = Math.max(-1, ...file.headers)
  const data = file.rows.map(({ cells, reason }, i): Cell[] => {
    const isHeader = file.headers.has(i)
    const padded = Array.from({ length: width }, (_, c) => cellOf(cells[c] ?? null, isHeader))
    const beside: Cell =
      reason !== null
        ? { type: String, value: reason, wrap: true, backgroundColor: '#fdecea' }
        : i === lastHeader
          ? { type: String, value: file.reasonTitle, fontWeight: 'bold' }
          : null
    return [...padded, beside]
  })
  const book = writeXlsxFile(
    [
      {
        sheet: file.sheet.slice(0, 31),
        columns: [...Array.from({ length: width }, () => ({ width: 14 })), { width: widestReason }],
        stickyRowsCount: lastHeader + 1,
        data,
      },
    ],
    { fontFamily: file.fontFamily, fontSize: 10 },
  )
  return new Uint8Array(await book.toBuffer())
}
