import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type CommandError, refusal, type Sentence, sentence } from './words'

/** A file that the person named: `name` as it was written, `path` where it stands. */
export type NamedFile = { readonly name: string; readonly path: string }

export function namedFile(name: string, from: string): NamedFile {
  return { name, path: path.resolve(from, name) }
}

/** @throws {CommandError} the file is not there, is a folder, or may not be read */
export function checkReadable({ name, path: file }: NamedFile): void {
  try {
    if (statSync(file).isDirectory()) throw refusal('fileIsFolder', { file: name })
    accessSync(file, constants.R_OK)
  } catch (error) {
    throw fileError(error, name)
  }
}

export function readText(file: NamedFile): string {
  checkReadable(file)
  return readFileSync(file.path, 'utf8').replace(/^\uFEFF/, '')
}

/** What the system says about a file, as a sentence. What it does not know about comes back as it is. */
export function fileError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ENOENT') return refusal('fileMissing', { file })
  if (code === 'ENOTDIR' || code === 'EEXIST') return refusal('folderIsFile', { file })
  if (code === 'EISDIR') return refusal('fileIsFolder', { file })
  if (code === 'ENOSPC' || code === 'EDQUOT') return refusal('diskFull', { file })
  if (code === 'EROFS') return refusal('notWritable', { file })
  if (code === 'EACCES' || code === 'EPERM') {
    const syscall = error instanceof Error && 'syscall' in error ? error.syscall : ''
    return refusal(syscall === 'access' ? 'fileUnreadable' : 'notWritable', { file })
  }
  return error
}

/** A place in a file that the person wrote. */
export type Place = { readonly file: NamedFile; readonly line: number; readonly column?: string | number }

/** What is wrong at a place, as one sentence. */
export function wrongAt(
  { file: { name: file }, line, column }: Place,
  key: Sentence,
  params: Readonly<Record<string, string | number>> = {},
): CommandError {
  const problem = sentence(key, params)
  return column === undefined
    ? refusal('atLine', { file, line, problem })
    : refusal('at', { file, line, column, problem })
}
