import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileError, type NamedFile } from './files'

/** Writes a file beside its place and moves it there, so that it is never seen half-written. */
export function writeWhole(file: NamedFile, content: string | Uint8Array): void {
  const unfinished = path.join(
    path.dirname(file.path),
    `.${path.basename(file.path)}.unfinished-${process.pid}`,
  )
  try {
    mkdirSync(path.dirname(file.path), { recursive: true })
    writeFileSync(unfinished, content)
    renameSync(unfinished, file.path)
  } catch (error) {
    throw fileError(error, file.name)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
