import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileError, type NamedFile } from './files'

/** Makes a file beside its place and moves it there, so that it is never seen half-written. */
export async function makeWhole<T>(file: NamedFile, make: (path: string) => Promise<T>): Promise<T> {
  const unfinished = unfinishedPath(file)
  try {
    mkdirSync(path.dirname(file.path), { recursive: true })
    const made = await make(unfinished)
    renameSync(unfinished, file.path)
    return made
  } catch (error) {
    throw fileError(error, file.name)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

const unfinishedPath = (file: NamedFile) =>
  path.join(path.dirname(file.path), `.${path.basename(file.path)}.unfinished-${process.pid}`)

/** Writes a file in the same way from what is there already. */
export function writeWhole(file: NamedFile, content: string | Uint8Array): void {
  const unfinished = unfinishedPath(file)
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
