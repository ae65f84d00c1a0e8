import { mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fileError, type NamedFile } from './files'

/** The files of a folder of results, by name, each with what writes it to a path. */
export type ResultFiles = ReadonlyMap<string, (path: string) => void>

/**
 * Writes files beside their folder and moves them in when all are whole, so that an error leaves everything as it was.
 * What else stands in the folder stays, except files named in `replaced` that this run does not have.
 *
 * @throws {CommandError} the folder cannot be written
 */
export function writeFolder(folder: NamedFile, files: ResultFiles, replaced: readonly string[]): void {
  const parent = path.dirname(folder.path)
  const unfinished = path.join(parent, `.${path.basename(folder.path)}.unfinished-${process.pid}`)
  try {
    mkdirSync(parent, { recursive: true })
    mkdirSync(unfinished)
    for (const [name, write] of files) write(path.join(unfinished, name))
    mkdirSync(folder.path, { recursive: true })
    for (const name of replaced) if (!files.has(name)) rmSync(path.join(folder.path, name), { force: true })
    for (const name of files.keys()) renameSync(path.join(unfinished, name), path.join(folder.path, name))
  } catch (error) {
    throw fileError(error, folder.name)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}
