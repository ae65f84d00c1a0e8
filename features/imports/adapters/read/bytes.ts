import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { inMegabytes, limits, refuse } from './problem'

/** Can be gone through again and again; nothing is held. */
export type ByteSource = { chunks(): AsyncIterable<Buffer> }

const chunkBytes = 1 << 18

export function plainBytes(path: string): ByteSource {
  return { chunks: () => createReadStream(path, { highWaterMark: chunkBytes }) }
}

/** zlib's own errors, not those of the disk. */
export function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^Z_/.test(String(error.code))
}

/** What a gzip file holds, as long as it stays below the limits. */
export function gunzippedBytes(path: string, packedBytes: number): ByteSource {
  async function* chunks(): AsyncGenerator<Buffer> {
    const packed = createReadStream(path, { highWaterMark: chunkBytes })
    const gunzip = createGunzip({ chunkSize: chunkBytes })
    packed.once('error', (error) => gunzip.destroy(error))
    packed.pipe(gunzip)
    let total = 0
    try {
      for await (const chunk of gunzip) {
        total += chunk.length
        refuseBomb(total, packedBytes)
        if (total > limits.textFile) {
          refuse('tooLarge', { size: inMegabytes(total), max: inMegabytes(limits.textFile) })
        }
        yield chunk
      }
    } catch (error) {
      if (isZlibError(error)) refuse('damaged', { part: '', row: 0 })
      throw error
    } finally {
      packed.destroy()
    }
  }
  return { chunks }
}

/** @throws {FileProblemError} what was packed grows beyond all measure */
export function refuseBomb(unpackedBytes: number, packedBytes: number): void {
  const isBlownUp = unpackedBytes > limits.unpackedFree && unpackedBytes > packedBytes * limits.unpackedRatio
  if (isBlownUp || unpackedBytes > limits.unpacked) refuse('zipBomb', { max: inMegabytes(limits.unpacked) })
}

/** The first bytes, at least `least` where there are so many. */
export async function headOf(source: ByteSource, least: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of source.chunks()) {
    parts.push(chunk)
    length += chunk.length
    if (length >= least) break
  }
  return Buffer.concat(parts)
}
