import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'

export type TemporaryFile = { readonly path: string; readonly remove: () => Promise<void> }

/** A place for a file in a folder of its own. */
export async function temporaryFile(): Promise<TemporaryFile> {
  const folder = await mkdtemp(path.join(tmpdir(), 'pentad-export-'))
  return { path: path.join(folder, 'file'), remove: () => rm(folder, { recursive: true, force: true }) }
}

/** The content of a file, which is removed when it was read or nobody wants it any more. */
export async function streamOnce(
  file: TemporaryFile,
): Promise<{ stream: ReadableStream<Uint8Array>; bytes: number }> {
  const { size: bytes } = await stat(file.path)
  const content = createReadStream(file.path)
  content.once('close', () => void file.remove())
  // The types of Node.js and of the browser name the same object.
  return { stream: Readable.toWeb(content) as ReadableStream<Uint8Array>, bytes }
}
