import { isAscii } from 'node:buffer'
import type { Encoding } from '../../schema'
import { type ByteSource, headOf } from './bytes'
import { byteOrderMark, decodeStrictly, readableLines, wholeCharacters } from './decode'
import { refuse } from './problem'

export type Detected = {
  readonly encoding: Encoding
  /** bytes of the byte order mark */
  readonly skip: number
  /** the start of the file, whole characters without the mark */
  readonly head: Buffer
  /** that is all of it */
  readonly isWhole: boolean
}

const sampleBytes = 1 << 20

/**
 * Finds out how a text is encoded from its first megabyte, or, where that is plain ASCII, from the first block that is
 * not. What follows is decoded strictly, so that a wrong guess ends in a problem and never in wrong characters.
 *
 * @throws {FileProblemError} the file is empty, no text, or in an encoding that is not read
 */
export async function detectEncoding(source: ByteSource, chosen: Encoding | undefined): Promise<Detected> {
  const sample = (await headOf(source, sampleBytes)).subarray(0, sampleBytes)
  if (sample.length === 0) refuse('empty')
  const mark = byteOrderMark(sample)
  const skip = mark && (chosen === undefined || chosen === mark.encoding) ? mark.length : 0
  const bytes = sample.subarray(skip)
  const encoding = chosen ?? mark?.encoding ?? (await guess(source, bytes))
  if (chosen) refuseContradiction(bytes, chosen)
  else if (!isWide(encoding)) refuseBinary(bytes)
  const isWhole = sample.length < sampleBytes
  return {
    encoding,
    skip,
    isWhole,
    head: isWhole ? bytes : bytes.subarray(0, wholeCharacters(bytes, encoding)),
  }
}

const isWide = (encoding: Encoding) => encoding === 'utf-16le' || encoding === 'utf-16be'

/** What a person chose may be wrong in ways that no byte contradicts: UTF-16 read as bytes, bytes read as UTF-16. */
function refuseContradiction(bytes: Buffer, encoding: Encoding): void {
  const { le, be, nuls } = wideAscii(bytes)
  const isWrong = isWide(encoding)
    ? bytes.length > 1 && (encoding === 'utf-16le' ? le : be) === 0
    : nuls > bytes.length * 0.3 || guessWide(bytes) !== null
  if (isWrong) refuse('wrongEncoding', { row: 1, encoding })
}

/** How many 16-bit units are ASCII in either byte order, as shares, and how many bytes are 0. */
function wideAscii(bytes: Buffer): { le: number; be: number; nuls: number } {
  let le = 0
  let be = 0
  let nuls = 0
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    const [first = 0, second = 0] = [bytes[i], bytes[i + 1]]
    if (second === 0 && first > 0 && first < 0x80) le++
    if (first === 0 && second > 0 && second < 0x80) be++
    if (first === 0) nuls++
    if (second === 0) nuls++
  }
  const units = Math.max(1, bytes.length >> 1)
  return { le: le / units, be: be / units, nuls }
}

async function guess(source: ByteSource, sample: Buffer): Promise<Encoding> {
  const wide = guessWide(sample)
  if (wide) return wide
  return guessNarrow(isAscii(sample) ? await firstNotAscii(source, sample) : sample)
}

/** UTF-16 without a mark: separators, digits and line ends are ASCII in one byte order and not in the other. */
function guessWide(bytes: Buffer): Encoding | null {
  const { le, be, nuls } = wideAscii(bytes)
  if (nuls === 0 || Math.max(le, be) < 0.05 || Math.max(le, be) < 8 * Math.min(le, be)) return null
  // A few NULs in an otherwise good text are not UTF-16.
  const rest = Buffer.from(bytes.filter((byte) => byte !== 0))
  if (nuls < bytes.length * 0.25 && isValidUtf8(rest)) return null
  const encoding = le > be ? 'utf-16le' : 'utf-16be'
  const whole = bytes.subarray(0, wholeCharacters(bytes, encoding))
  return decodeStrictly(whole, encoding) === null ? null : encoding
}

const isValidUtf8 = (bytes: Buffer) =>
  decodeStrictly(bytes.subarray(0, wholeCharacters(bytes, 'utf-8')), 'utf-8') !== null

/** The block in which the first byte beyond ASCII stands, with what follows up to a megabyte; or the sample itself. */
async function firstNotAscii(source: ByteSource, sample: Buffer): Promise<Buffer> {
  if (sample.length < sampleBytes) return sample
  const found: Buffer[] = []
  let length = 0
  for await (const chunk of source.chunks()) {
    if (length === 0 && isAscii(chunk)) continue
    found.push(length === 0 ? fromFirstLine(chunk) : chunk)
    length += chunk.length
    if (length >= sampleBytes) break
  }
  return length === 0 ? sample : Buffer.concat(found)
}

/** A block may begin inside a character of the one before; but that one was ASCII. Begin at the telling line. */
function fromFirstLine(chunk: Buffer): Buffer {
  const first = chunk.findIndex((byte) => byte >= 0x80)
  return chunk.subarray(chunk.lastIndexOf(10, first) + 1)
}

function guessNarrow(bytes: Buffer): Encoding {
  const isUtf8 = isValidUtf8(bytes)
  if (isUtf8 && isPlausibleUtf8(bytes)) return 'utf-8'
  const whole = bytes.subarray(0, wholeCharacters(bytes, 'gb18030'))
  const isGb18030 = decodeStrictly(whole, 'gb18030') !== null && chineseShare(bytes) > 0.5
  if (isUtf8) return isGb18030 ? 'gb18030' : 'utf-8'
  if (isMostlyUtf8(bytes)) return 'utf-8'
  if (isGb18030) return 'gb18030'
  refuseBinary(bytes)
  // Broken somewhere: the encoding in which more of it can be read, and the reader says where it breaks.
  const [utf8, gb] = [readableLines(bytes, 'utf-8'), readableLines(bytes, 'gb18030')]
  if (gb > utf8 && chineseShare(bytes) > 0.5) return 'gb18030'
  return utf8 > 0 ? 'utf-8' : refuse('wrongEncoding', { row: 1, encoding: 'utf-8' })
}

/**
 * UTF-8 with something broken in it, which GB18030 would read as other Chinese characters without a complaint. Chinese
 * in GB18030 has some three-byte characters of UTF-8 by chance, but hardly ever is half of it made of them.
 */
function isMostlyUtf8(bytes: Buffer): boolean {
  const isInside = (at: number) => ((bytes[at] ?? 0) & 0xc0) === 0x80
  let high = 0
  let good = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte < 0x80) continue
    const isCharacter = byte >= 0xe1 && byte <= 0xef && isInside(i + 1) && isInside(i + 2)
    if (isCharacter) good++
    high += isCharacter ? 3 : 1
    if (isCharacter) i += 2
  }
  return good >= 2 && good * 3 >= high * 0.5
}

/**
 * Short Chinese texts in GB18030 can be valid UTF-8, then of two-byte characters alone, most of them from alphabets
 * that no statistics come in. Latin, Greek and Cyrillic begin with other bytes.
 */
function isPlausibleUtf8(bytes: Buffer): boolean {
  let odd = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte >= 0xe0) return true
    const isCommon = byte <= 0xc5 || byte === 0xce || byte === 0xcf || byte === 0xd0 || byte === 0xd1
    if (byte >= 0xc0 && !isCommon) odd++
  }
  return odd === 0
}

/** The share of two-byte characters whose second byte is high, as all of GB 2312 are; Western texts have few. */
function chineseShare(bytes: Buffer): number {
  let pairs = 0
  let high = 0
  for (let i = 0; i + 1 < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x81) continue
    pairs++
    if ((bytes[i + 1] ?? 0) >= 0xa1) high++
    i++
  }
  return pairs === 0 ? 0 : high / pairs
}

/** @throws {FileProblemError} so many control characters stand in no text */
function refuseBinary(bytes: Buffer): void {
  let controls = 0
  let nuls = 0
  for (const byte of bytes) {
    if (byte === 0) nuls++
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127) controls++
  }
  const isBinary = (controls > 1 && controls > bytes.length * 0.02) || nuls > bytes.length * 0.3
  if (isBinary) refuse('binary', { row: 0 })
}
