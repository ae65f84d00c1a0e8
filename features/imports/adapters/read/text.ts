import type { Encoding, FileChoice, FileWarning, RawRow, Separator } from '../../schema'
import type { ByteSource } from './bytes'
import { RowCutter } from './cut-rows'
import { decodeStrictly, readableLines, wholeCharacters } from './decode'
import { type Detected, detectEncoding } from './detect-encoding'
import { detectSeparator, isAlignedBySpaces, judge, type Shape } from './detect-separator'
import type { OpenedFile } from './opened-file'
import { limits, refuse } from './problem'
import { cutToRange, parseRange, type Range } from './range'
import { RowBlocks } from './row-blocks'

/** @throws {FileProblemError} it is no text that is read */
export async function openText(source: ByteSource, choice: FileChoice): Promise<OpenedFile> {
  const range = parseRange(choice.range)
  const detected = await detectEncoding(source, choice.encoding)
  const head = headText(detected)
  const isMac = head.includes('\r') && !head.includes('\n')
  const plan = { source, detected, isMac, range, ...shapeOf(head, isMac, detected.isWhole, choice.separator) }
  let warnings: readonly FileWarning[] = []
  return {
    kind: 'text',
    encoding: detected.encoding,
    separator: plan.separator,
    sheets: [],
    sheet: null,
    range: range?.text ?? null,
    warnings: () => warnings,
    rows: () =>
      readRows(plan, (found) => {
        warnings = found
      }),
  }
}

/** @throws {FileProblemError} not even the first line can be read */
function headText({ head, encoding }: Detected): string {
  const text = decodeStrictly(head, encoding)
  if (text !== null) return text
  const readable = head.subarray(0, readableLines(head, encoding))
  return decodeStrictly(readable, encoding) || refuse('wrongEncoding', { row: 1, encoding })
}

type Plan = Shape & {
  readonly source: ByteSource
  readonly detected: Detected
  /** lines end with CR alone, as they did on old Macs */
  readonly isMac: boolean
  readonly range: Range | null
  /** Excel's first line "sep=;" is no row */
  readonly hasSeparatorLine: boolean
}

function shapeOf(
  head: string,
  isMac: boolean,
  isWhole: boolean,
  chosen: Separator | undefined,
): Shape & { hasSeparatorLine: boolean } {
  const text = (isMac ? head.replaceAll('\r', '\n') : head).replaceAll('\0', '')
  const named = /^"?sep=([,;\t|])"?\r*(?:\n|$)/i.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const separator = chosen ?? (named?.[1] as Separator | undefined)
  const shape = separator ? judge(body, separator, isWhole) : detectSeparator(body, isWhole)
  if (!separator && shape.fields === 1 && isAlignedBySpaces(body)) refuse('fixedWidth')
  return { separator: shape.separator, fields: shape.fields, hasSeparatorLine: named !== null }
}

async function* readRows(
  plan: Plan,
  warn: (warnings: readonly FileWarning[]) => void,
): AsyncGenerator<readonly RawRow[]> {
  const reader = new TextReader(plan)
  let skip = plan.detected.skip
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of plan.source.chunks()) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const start = Math.min(skip, bytes.length)
    skip -= start
    const end = start + wholeCharacters(bytes.subarray(start), plan.detected.encoding)
    reader.read(bytes.subarray(start, end))
    rest = bytes.subarray(end)
    if (rest.length > limits.rowCharacters) {
      refuse('rowTooLong', { row: reader.line, max: limits.rowCharacters })
    }
    yield* reader.blocks.take()
  }
  reader.read(rest)
  reader.end()
  yield* reader.blocks.take()
  warn(reader.warnings())
}

/** Turns bytes into rows and notices what is worth a warning. */
class TextReader {
  readonly #plan: Plan
  readonly #cutter: RowCutter
  readonly blocks = new RowBlocks()
  #ragged = { row: 0, count: 0 }
  #nuls = { row: 0, count: 0 }
  #heldReturn = ''

  constructor(plan: Plan) {
    this.#plan = plan
    this.#cutter = new RowCutter(plan.separator, (row, fields) => this.#take(row, fields))
  }

  get line(): number {
    return this.#cutter.line
  }

  read(bytes: Buffer): void {
    if (bytes.length === 0) return
    const { encoding } = this.#plan.detected
    const text = decodeStrictly(bytes, encoding)
    if (text === null) this.#refuseAfter(bytes, encoding)
    this.#push(text ?? '')
  }

  /** @throws {FileProblemError} with the line in which the bytes make no text */
  #refuseAfter(bytes: Buffer, encoding: Encoding): never {
    this.#push(decodeStrictly(bytes.subarray(0, readableLines(bytes, encoding)), encoding) ?? '')
    refuse('wrongEncoding', { row: this.#cutter.line, encoding })
  }

  #push(piece: string): void {
    let text = piece
    if (this.#plan.isMac) {
      text = this.#heldReturn + text
      this.#heldReturn = text.endsWith('\r') ? '\r' : ''
      if (this.#heldReturn) text = text.slice(0, -1)
      text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
    }
    this.#cutter.push(text.includes('\0') ? this.#withoutNuls(text) : text)
  }

  #withoutNuls(text: string): string {
    const plain = text.replaceAll('\0', '')
    const removed = text.length - plain.length
    const before = text.slice(0, text.indexOf('\0')).split('\n').length - 1
    const row = this.#cutter.line + before
    // Here and there one slipped in; half a block of them is what a broken download leaves.
    if (removed > 1000 && removed > text.length / 2) refuse('binary', { row })
    this.#nuls = { row: this.#nuls.row || row, count: this.#nuls.count + removed }
    return plain
  }

  end(): void {
    if (this.#heldReturn) this.#cutter.push('\n')
    this.#cutter.end()
    this.blocks.close()
    const { range } = this.#plan
    if (this.blocks.count > 0) return
    if (range) refuse('badRange', { range: range.text })
    refuse('empty')
  }

  #take(row: RawRow, fields: number): void {
    const { range, fields: usual, hasSeparatorLine } = this.#plan
    if (hasSeparatorLine && row.row === 1) return
    const kept = range ? cutToRange(row, range) : row
    if (!kept) return
    // Titles and footnotes stand alone in their rows; empty cells at the end are no matter.
    const filled = row.cells.length
    if (fields !== usual && filled > 1 && (fields < usual || filled > usual)) {
      this.#ragged = { row: this.#ragged.row || row.row, count: this.#ragged.count + 1 }
    }
    this.blocks.add(kept)
    if (this.blocks.count > limits.textRows) refuse('tooManyRows', { max: limits.textRows })
  }

  warnings(): readonly FileWarning[] {
    return [
      ...(this.#nuls.count > 0 ? [{ code: 'nulBytes' as const, params: this.#nuls }] : []),
      ...(this.#ragged.count > 0
        ? [{ code: 'raggedRows' as const, params: { ...this.#ragged, columns: this.#plan.fields } }]
        : []),
    ]
  }
}
