import { stat } from 'node:fs/promises'
import type { Encoding, FileChoice } from '../../schema'
import { type ByteSource, gunzippedBytes, headOf, plainBytes } from './bytes'
import { byteOrderMark, decodeStrictly, readableLines } from './decode'
import { detectEncoding } from './detect-encoding'
import { openJsonStat, parseJson } from './json-stat'
import type { OpenedFile, OpenResult } from './opened-file'
import { FileProblemError, inMegabytes, limits, refuse } from './problem'
import { recognise, refuseCompound } from './recognise'
import { openText } from './text'
import { openXlsx } from './xlsx'

const headBytes = 4096

/**
 * Opens a file of figures: a text (also packed with gzip), a workbook or a JSON-stat data set. What it is shows in its
 * bytes, not in its name. Nothing but its start is read; `rows()` of the result reads on, and may still meet a problem.
 *
 * @param path     where it lies
 * @param fileName as the person calls it; only tells JSON from a text that begins like it
 * @param choice   what a person said of it; the rest is detected
 * @returns the file, or why it cannot be read; errors of the disk are thrown
 */
export async function openFile(path: string, fileName: string, choice: FileChoice): Promise<OpenResult> {
  try {
    return { ok: true, value: await open(path, fileName, choice) }
  } catch (error) {
    if (error instanceof FileProblemError) return { ok: false, reason: 'file', problem: error.problem }
    throw error
  }
}

async function open(path: string, fileName: string, choice: FileChoice): Promise<OpenedFile> {
  const { size } = await stat(path)
  refuseLarger(size, limits.textFile)
  const source = plainBytes(path)
  const container = recognise(await headOf(source, headBytes))
  if (container === 'compound') return refuseCompound(source)
  if (container === 'zip') {
    refuseLarger(size, limits.workbookFile)
    return openXlsx(path, choice)
  }
  const bytes = container === 'gzip' ? gunzippedBytes(path, size) : source
  const head = container === 'gzip' ? await headOf(bytes, headBytes) : await headOf(source, headBytes)
  if (container === 'gzip' && recognise(head) !== 'text') refuse('notAFile', { found: 'archive' })
  return isJson(head, fileName) ? openJson(bytes, choice) : openText(bytes, choice)
}

function refuseLarger(size: number, max: number): void {
  if (size > max) refuse('tooLarge', { size: inMegabytes(size), max: inMegabytes(max) })
}

/** A table may begin with a brace, too, but hardly with one before a quotation mark or a line end. */
function isJson(head: Buffer, fileName: string): boolean {
  const encoding = byteOrderMark(head)?.encoding ?? 'utf-8'
  const text = head
    .toString(encoding === 'utf-16le' ? 'utf16le' : 'latin1')
    .replace(/^(?:\ufeff|\xef\xbb\xbf)/u, '')
  return /^\s*\{\s*["}]/.test(text) || (/\.json(?:\.gz)?$/i.test(fileName) && /^\s*[[{]/.test(text))
}

async function openJson(bytes: ByteSource, choice: FileChoice): Promise<OpenedFile> {
  const { encoding, skip } = await detectEncoding(bytes, choice.encoding)
  const parts: Buffer[] = []
  let size = 0
  for await (const chunk of bytes.chunks()) {
    parts.push(chunk)
    size += chunk.length
    refuseLarger(size, limits.jsonFile)
  }
  const content = Buffer.concat(parts).subarray(skip)
  const text = decodeStrictly(content, encoding) ?? refuseEncoding(content, encoding)
  return openJsonStat(parseJson(text), encoding, choice)
}

function refuseEncoding(content: Buffer, encoding: Encoding): never {
  const good = decodeStrictly(content.subarray(0, readableLines(content, encoding)), encoding) ?? ''
  return refuse('wrongEncoding', { row: good.split('\n').length, encoding })
}
