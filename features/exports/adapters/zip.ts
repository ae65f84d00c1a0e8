import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const deflate = promisify(deflateRaw)
/** 1 January 1980, the first moment that the format knows: files of the same content are the same. */
const dosDate = 33
const version = 20
/** The names are UTF-8. */
const flags = 0x0800

type Entry = {
  readonly name: Buffer
  readonly at: number
  crc: number
  packed: number
  plain: number
}

/**
 * Writes a ZIP file entry by entry, an entry piece by piece: no more than a piece is ever held.
 *
 * @see APPNOTE.TXT, .ZIP File Format Specification 6.3.3 (PKWARE)
 */
export class ZipFile {
  readonly #file: FileHandle
  readonly #entries: Entry[] = []
  #at = 0

  constructor(file: FileHandle) {
    this.#file = file
  }

  async #write(bytes: Uint8Array): Promise<void> {
    await this.#file.write(bytes, 0, bytes.length, this.#at)
    this.#at += bytes.length
  }

  /** Begins an entry; what is added from now on is its content. */
  async begin(name: string): Promise<void> {
    await this.#finish()
    const entry = { name: Buffer.from(name), at: this.#at, crc: 0, packed: 0, plain: 0 }
    this.#entries.push(entry)
    await this.#write(localHeader(entry))
  }

  /** Each piece is packed for itself and ends on a whole byte, so that the pieces follow each other in one stream. */
  async add(text: string): Promise<void> {
    const plain = Buffer.from(text)
    const packed = await deflate(plain, { finishFlush: constants.Z_SYNC_FLUSH })
    const entry = this.#entries.at(-1)
    if (!entry) throw new RangeError('a ZIP file needs an entry before its content')
    entry.crc = crc32(plain, entry.crc)
    entry.plain += plain.length
    entry.packed += packed.length
    await this.#write(packed)
  }

  /** Ends the open entry and says in front of it how long it became. */
  async #finish(): Promise<void> {
    const entry = this.#entries.at(-1)
    if (!entry) return
    const last = await deflate(Buffer.alloc(0), { finishFlush: constants.Z_FINISH })
    entry.packed += last.length
    await this.#write(last)
    const header = localHeader(entry)
    await this.#file.write(header, 0, header.length, entry.at)
  }

  /** Writes the directory at the end. */
  async end(): Promise<void> {
    await this.#finish()
    const begin = this.#at
    for (const entry of this.#entries) await this.#write(directoryEntry(entry))
    const end = Buffer.alloc(22)
    end.writeUInt32LE(0x06054b50, 0)
    end.writeUInt16LE(this.#entries.length, 8)
    end.writeUInt16LE(this.#entries.length, 10)
    end.writeUInt32LE(this.#at - begin, 12)
    end.writeUInt32LE(begin, 16)
    await this.#write(end)
  }
}

function facts(target: Buffer, at: number, { crc, packed, plain, name }: Entry): void {
  target.writeUInt16LE(version, at)
  target.writeUInt16LE(flags, at + 2)
  target.writeUInt16LE(8, at + 4)
  target.writeUInt16LE(dosDate, at + 8)
  target.writeUInt32LE(crc, at + 10)
  target.writeUInt32LE(packed, at + 14)
  target.writeUInt32LE(plain, at + 18)
  target.writeUInt16LE(name.length, at + 22)
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  facts(header, 4, entry)
  return Buffer.concat([header, entry.name])
}

function directoryEntry(entry: Entry): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(version, 4)
  facts(header, 6, entry)
  header.writeUInt32LE(entry.at, 42)
  return Buffer.concat([header, entry.name])
}
