import type { Encoding } from '../../schema'
import { byteOrderMark, decodeStrictly, wholeCharacters } from './decode'
import { refuse } from './problem'

export type XmlHandler = {
  /** name without its prefix; the attributes as they stand */
  open(name: string, attributes: string): void
  close(name: string): void
  text?(text: string): void
}

const deepest = 200
/** A tag or a text that goes on for longer is no part of a workbook. */
const longestPiece = 4_000_000
const quotationMark = 34
const apostrophe = 39
const greaterThan = 62

/**
 * Reads XML piece by piece and builds nothing. What workbooks have no use for is refused: a document type, which is
 * where entities that grow come from, and entities beyond the five of XML itself.
 *
 * @throws {FileProblemError} it is not well-formed
 */
export class XmlScanner {
  readonly #handler: XmlHandler
  readonly #part: string
  readonly #open: string[] = []
  #rest = ''
  #hasRoot = false

  constructor(part: string, handler: XmlHandler) {
    this.#part = part
    this.#handler = handler
  }

  push(piece: string): void {
    const text = this.#rest === '' ? piece : this.#rest + piece
    this.#rest = text.slice(this.#scan(text))
    if (this.#rest.length > longestPiece) this.#damaged()
  }

  end(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0 || !this.#hasRoot) this.#damaged()
  }

  #damaged(): never {
    refuse('damaged', { part: this.#part, row: 0 })
  }

  /** @returns up to where the text was used */
  #scan(text: string): number {
    for (let at = 0; ; ) {
      const tag = text.indexOf('<', at)
      if (tag === -1) return at
      const end = this.#tagEnd(text, tag)
      if (end === -1) return at
      if (tag > at && this.#open.length > 0) this.#handler.text?.(this.#unescape(text.slice(at, tag)))
      this.#tag(text, tag, end)
      at = end
    }
  }

  /** @returns behind the tag, or -1 when its end is not there yet */
  #tagEnd(text: string, tag: number): number {
    const second = text[tag + 1]
    if (second === '?') return behind(text, '?>', tag + 2)
    if (second === '!') {
      const start = text.slice(tag, tag + 9)
      if (start.startsWith('<!--')) return behind(text, '-->', tag + 4)
      if (start === '<![CDATA[') return behind(text, ']]>', tag + 9)
      // A document type; or not enough is there to tell.
      if (start.length === 9) this.#damaged()
      return -1
    }
    let quote = 0
    for (let i = tag + 1; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (quote !== 0) {
        if (code === quote) quote = 0
      } else if (code === greaterThan) return i + 1
      else if (code === quotationMark || code === apostrophe) quote = code
    }
    return -1
  }

  #tag(text: string, tag: number, end: number): void {
    const second = text[tag + 1]
    if (second === '?') return
    if (second === '!') {
      if (text.startsWith('<![CDATA[', tag)) this.#handler.text?.(text.slice(tag + 9, end - 3))
      return
    }
    if (second === '/') {
      const name = text.slice(tag + 2, end - 1).trimEnd()
      if (this.#open.pop() !== name) this.#damaged()
      this.#handler.close(localName(name))
      return
    }
    const isEmpty = text[end - 2] === '/'
    const inside = text.slice(tag + 1, isEmpty ? end - 2 : end - 1)
    const space = nameEnd(inside)
    const name = space === -1 ? inside : inside.slice(0, space)
    if (this.#open.length === 0 && this.#hasRoot) this.#damaged()
    this.#hasRoot = true
    this.#handler.open(localName(name), space === -1 ? '' : inside.slice(space))
    if (isEmpty) {
      this.#handler.close(localName(name))
      return
    }
    this.#open.push(name)
    if (this.#open.length > deepest) this.#damaged()
  }

  #unescape(text: string): string {
    return unescapeXml(text) ?? this.#damaged()
  }
}

/** Where the mark ends, or -1. A function of its own: one made for every tag would take longer than the scan. */
function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? -1 : found + mark.length
}

/** Where white space ends the name of a tag, or -1. */
function nameEnd(inside: string): number {
  for (let i = 0; i < inside.length; i++) if (inside.charCodeAt(i) <= 32) return i
  return -1
}

const localName = (name: string) => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** null = an entity that XML does not know by itself */
function unescapeXml(text: string): string | null {
  if (!text.includes('&')) return text
  let isGood = true
  const plain = text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));|&/gi, (_all, decimal, hex, name) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    const found = name === undefined ? character(code) : entities[name]
    if (found === undefined) isGood = false
    return found ?? ''
  })
  return isGood ? plain : null
}

const character = (code: number) => (code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined)

/** An attribute of a tag that has no free text in its attributes. */
export function quickAttribute(attributes: string, name: string): string | undefined {
  const start = attributes.indexOf(` ${name}="`)
  if (start === -1)
    return /[\t\r\n']|\s=|=\s/.test(attributes) ? attributesOf(attributes).get(name) : undefined
  const from = start + name.length + 3
  return attributes.slice(from, attributes.indexOf('"', from))
}

/** By local name: r:id is id. */
export function attributesOf(attributes: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single] of attributes.matchAll(
    /(?<![^\s=])([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g,
  )) {
    found.set(localName(name), unescapeXml(double ?? single ?? '') ?? '')
  }
  return found
}

/** Decodes a part of a workbook piece by piece. @throws {FileProblemError} it is not UTF-8, nor UTF-16 with its mark */
export async function* textOf(bytes: AsyncIterable<Buffer>, part: string): AsyncGenerator<string> {
  let encoding: Encoding | null = null
  let rest: Buffer = Buffer.alloc(0)
  const decode = (whole: Buffer) =>
    decodeStrictly(whole, encoding ?? 'utf-8') ?? refuse('damaged', { part, row: 0 })
  for await (const chunk of bytes) {
    let all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    if (encoding === null) {
      const mark = byteOrderMark(all)
      encoding = mark?.encoding ?? 'utf-8'
      // Its characters show where they end only at rare bytes: what waits for them would grow without bound.
      if (encoding === 'gb18030') refuse('damaged', { part, row: 0 })
      all = all.subarray(mark?.length ?? 0)
    }
    const end = wholeCharacters(all, encoding)
    yield decode(all.subarray(0, end))
    rest = all.subarray(end)
  }
  yield decode(rest)
}
