import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { isZlibError, refuseBomb } from './bytes'
import { refuse } from './problem'

export type ZipPart = {
  readonly name: string
  readonly isPacked: boolean
  readonly packedBytes: number
  readonly bytes: number
  readonly crc: number
  /** where its own header begins */
  readonly offset: number
}

/** The parts by name in lower case: office files do not mind case. Names are only looked up and never lead to a file. */
export type ZipDirectory = { readonly path: string; readonly parts: ReadonlyMap<string, ZipPart> }

const endSignature = 0x06054b50
const end64LocatorSignature = 0x07064b50
const end64Signature = 0x06064b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const endBytes = 22
const longestComment = 0xffff
const isIn64 = 0xffffffff
const mostParts = 20_000
const largestDirectory = 32_000_000

const damaged = (part: string) => refuse('damaged', { part, row: 0 })

/**
 * Reads the directory at the end of a zip file.
 *
 * @throws {FileProblemError} it is damaged, has a password, or would unpack beyond all measure
 */
export async function readZipDirectory(path: string): Promise<ZipDirectory> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const place = await findDirectory(file, size)
    if (place.count > mostParts || place.length > largestDirectory || place.offset + place.length > size) {
      damaged('')
    }
    const parts = readParts(await readAt(file, place.offset, place.length), place.count)
    const unpacked = parts.reduce((sum, part) => sum + part.bytes, 0)
    refuseBomb(unpacked, size)
    return { path, parts: new Map(parts.map((part) => [part.name.toLowerCase(), part])) }
  } finally {
    await file.close()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  return bytesRead === length ? buffer : damaged('')
}

async function findDirectory(file: FileHandle, size: number) {
  const length = Math.min(size, endBytes + longestComment + 20)
  const tail = await readAt(file, size - length, length)
  let at = length - endBytes
  while (at >= 0 && tail.readUInt32LE(at) !== endSignature) at--
  if (at < 0) return damaged('')
  const count = tail.readUInt16LE(at + 10)
  const directory = { count, length: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) }
  const isLarge = count === 0xffff || directory.offset === isIn64 || directory.length === isIn64
  if (!isLarge || at < 20 || tail.readUInt32LE(at - 20) !== end64LocatorSignature) return directory
  const position = Number(tail.readBigUInt64LE(at - 12))
  if (position + 56 > size) return damaged('')
  const end64 = await readAt(file, position, 56)
  if (end64.readUInt32LE(0) !== end64Signature) return damaged('')
  const [all, bytes, offset] = [32, 40, 48].map((i) => Number(end64.readBigUInt64LE(i)))
  return { count: all ?? 0, length: bytes ?? 0, offset: offset ?? 0 }
}

function readParts(directory: Buffer, count: number): readonly ZipPart[] {
  const parts: ZipPart[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== centralSignature) return damaged('')
    if (directory.readUInt16LE(at + 8) & 1) refuse('password')
    const lengths = [28, 30, 32].map((field) => directory.readUInt16LE(at + field))
    const [nameBytes = 0, extraBytes = 0, commentBytes = 0] = lengths
    const name = directory.toString('utf8', at + 46, at + 46 + nameBytes)
    const method = directory.readUInt16LE(at + 10)
    const extra = directory.subarray(at + 46 + nameBytes, at + 46 + nameBytes + extraBytes)
    const [bytes = 0, packedBytes = 0, offset = 0] = largeFields(extra, [
      directory.readUInt32LE(at + 24),
      directory.readUInt32LE(at + 20),
      directory.readUInt32LE(at + 42),
    ])
    const crc = directory.readUInt32LE(at + 16)
    if (method !== 0 && method !== 8) return damaged(name.slice(0, 100))
    parts.push({
      name: name.replaceAll('\\', '/').replace(/^\/+/, ''),
      isPacked: method === 8,
      packedBytes,
      bytes,
      crc,
      offset,
    })
    at += 46 + nameBytes + extraBytes + commentBytes
  }
  return parts
}

/** Sizes of 4 GB and more stand in an extra field, in the order of those that overflow. */
function largeFields(extra: Buffer, fields: readonly number[]): readonly number[] {
  if (!fields.includes(isIn64)) return fields
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return fields.map((field) => {
      if (field !== isIn64) return field
      if (next + 8 > extra.length) return damaged('')
      next += 8
      return Number(extra.readBigUInt64LE(next - 8))
    })
  }
  return damaged('')
}

/**
 * Unpacks a part without holding it.
 *
 * @throws {FileProblemError} it is damaged, larger than the directory says, or grows beyond all measure
 */
export async function* unpack({ path }: ZipDirectory, part: ZipPart): AsyncGenerator<Buffer> {
  const start = await contentStart(path, part)
  let total = 0
  let sum = 0
  if (part.packedBytes > 0) {
    const packed = createReadStream(path, {
      start,
      end: start + part.packedBytes - 1,
      highWaterMark: 1 << 17,
    })
    const inflate = createInflateRaw({ chunkSize: 1 << 17 })
    packed.once('error', (error) => inflate.destroy(error))
    try {
      for await (const chunk of part.isPacked ? packed.pipe(inflate) : packed) {
        total += chunk.length
        if (total > part.bytes) damaged(part.name)
        refuseBomb(total, part.packedBytes)
        sum = crc32(chunk, sum)
        yield chunk
      }
    } catch (error) {
      if (isZlibError(error)) damaged(part.name)
      throw error
    } finally {
      packed.destroy()
    }
  }
  if (total !== part.bytes || sum !== part.crc) damaged(part.name)
}

async function contentStart(path: string, part: ZipPart): Promise<number> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    if (part.offset + 30 > size) return damaged(part.name)
    const header = await readAt(file, part.offset, 30)
    if (header.readUInt32LE(0) !== localSignature) return damaged(part.name)
    const start = part.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    return start + part.packedBytes <= size ? start : damaged(part.name)
  } finally {
    await file.close()
  }
}
