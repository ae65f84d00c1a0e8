import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from '../../schema'

const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
  { encoding: 'gb18030', bytes: [0x84, 0x31, 0x95, 0x33] },
]

/** The byte order mark at the start of a text, which says the encoding. */
export function byteOrderMark(bytes: Buffer): { encoding: Encoding; length: number } | null {
  const found = marks.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
  return found ? { encoding: found.encoding, length: found.bytes.length } : null
}

const decoders = {
  gb18030: new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true }),
} as const

/**
 * Never replaces what it cannot read.
 *
 * @param bytes whole characters, see `wholeCharacters`
 * @returns the text, or null when the bytes are none in this encoding
 */
export function decodeStrictly(bytes: Buffer, encoding: Encoding): string | null {
  // A text of ASCII takes half the memory when V8 is told so.
  if ((encoding === 'utf-8' || encoding === 'gb18030') && isAscii(bytes)) return bytes.toString('latin1')
  if (encoding === 'utf-8') return isUtf8(bytes) ? bytes.toString('utf8') : null
  try {
    return decoders[encoding].decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** How many of the bytes are whole characters; what is left waits for more. */
export function wholeCharacters(bytes: Buffer, encoding: Encoding): number {
  const { length } = bytes
  if (encoding === 'utf-8') return length - unfinishedUtf8(bytes)
  if (encoding === 'gb18030') {
    // Whether a byte begins or ends a character shows only after one below 0x30, which is always alone.
    for (let end = length; end > 0; end--) if ((bytes[end - 1] ?? 0) < 0x30) return end
    return 0
  }
  const even = length - (length % 2)
  const high = bytes[encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0
  return high >= 0xd8 && high < 0xdc ? even - 2 : even
}

function unfinishedUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? back : 0
    }
  }
  return 0
}

const newline = 10
const carriageReturn = 13

/** Where the line ends that begins here, its mark included. */
function lineEnd(bytes: Buffer, from: number, encoding: Encoding): number {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  const [low, high] = encoding === 'utf-16be' ? [1, 0] : [0, 1]
  const step = isWide ? 2 : 1
  for (let i = from; i + step <= bytes.length; i += step) {
    const byte = bytes[isWide ? i + low : i]
    const isMark = byte === newline || byte === carriageReturn
    if (isMark && (!isWide || bytes[i + high] === 0)) return i + step
  }
  return bytes.length
}

/** The bytes of the lines before the first that is no text in this encoding. */
export function readableLines(bytes: Buffer, encoding: Encoding): number {
  for (let from = 0; from < bytes.length; ) {
    const end = lineEnd(bytes, from, encoding)
    if (decodeStrictly(bytes.subarray(from, end), encoding) === null) return from
    from = end
  }
  return bytes.length
}
