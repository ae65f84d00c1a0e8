import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { largestPart, type Upload, type UploadRefusal } from '../schema'

/** Files stand under a random name in a folder of ours; nothing that a client says becomes part of a path. */
type Kept = Omit<Upload, 'id' | 'received'> & { readonly owner: string }

const dayMilliseconds = 24 * 3600 * 1000
const hour = 3600 * 1000

const contentOf = (folder: string, id: string) => path.join(folder, id, 'content')
const factsOf = (folder: string, id: string) => path.join(folder, id, 'upload.json')

function isCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

const isFull = (error: unknown) => isCode(error, 'ENOSPC', 'EDQUOT', 'EFBIG')
const isAbsent = (error: unknown) => isCode(error, 'ENOENT', 'ENOTDIR')

async function writeFacts(folder: string, id: string, kept: Kept): Promise<void> {
  const target = factsOf(folder, id)
  // Two windows may save at the same moment: each has a file of its own, the last rename stands.
  const draft = `${target}.${randomBytes(4).toString('hex')}`
  await writeFile(draft, JSON.stringify(kept), { mode: 0o600 })
  await rename(draft, target)
}

/** Makes room for a file. */
export async function createUpload(
  folder: string,
  kept: Kept,
): Promise<{ readonly ok: true; readonly value: string } | UploadRefusal> {
  const id = randomBytes(16).toString('hex')
  try {
    await mkdir(path.join(folder, id), { recursive: true, mode: 0o700 })
    await writeFile(contentOf(folder, id), '', { mode: 0o600 })
    await writeFacts(folder, id, kept)
    return { ok: true, value: id }
  } catch (error) {
    await removeUpload(folder, id)
    if (isFull(error)) return { ok: false, reason: 'diskFull' }
    throw error
  }
}

/** What is known of an upload, or null when it is not there (any more). */
export async function readUpload(
  folder: string,
  id: string,
): Promise<(Upload & { readonly owner: string }) | null> {
  try {
    const facts = await stat(factsOf(folder, id))
    if (Date.now() - facts.mtimeMs > dayMilliseconds) return null
    const kept: Kept = JSON.parse(await readFile(factsOf(folder, id), 'utf8'))
    const { size: received } = await stat(contentOf(folder, id))
    return { ...kept, id, received }
  } catch (error) {
    if (isAbsent(error)) return null
    throw error
  }
}

export async function saveUpload(folder: string, { id, received, ...kept }: Upload & Kept): Promise<void> {
  await writeFacts(folder, id, kept)
}

const appending = new Map<string, Promise<unknown>>()

/** Parts of one file come one after the other, also when the same one is sent twice at once. */
function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = appending.get(key) ?? Promise.resolve()
  const own = before.then(work, work)
  appending.set(key, own)
  const forget = () => {
    if (appending.get(key) === own) appending.delete(key)
  }
  own.then(forget, forget)
  return own
}

/**
 * Adds a part to the end of the file. What arrived of a part that ends early is taken away again, so that it can be
 * sent once more from the same place.
 */
export function appendPart(
  folder: string,
  upload: Upload,
  from: number,
  body: ReadableStream<Uint8Array>,
): Promise<Appended> {
  return inTurn(contentOf(folder, upload.id), () => append(folder, upload, from, body))
}

type Appended = { readonly ok: true; readonly value: number } | UploadRefusal

async function append(
  folder: string,
  upload: Upload,
  from: number,
  body: ReadableStream<Uint8Array>,
): Promise<Appended> {
  const file = await open(contentOf(folder, upload.id), 'r+')
  try {
    const { size } = await file.stat()
    if (size !== from) return { ok: false, reason: 'outOfStep', received: size }
    let end = from
    try {
      for await (const bytes of body) {
        if (end + bytes.length > Math.min(upload.size, from + largestPart)) {
          await file.truncate(from)
          return { ok: false, reason: 'tooLarge' }
        }
        // A disk that is nearly full takes a part of the bytes: writev and write both say how many.
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await file.write(bytes, done, bytes.length - done, end + done)
          done += bytesWritten
        }
        end += bytes.length
      }
    } catch (error) {
      await file.truncate(from)
      if (isFull(error)) return { ok: false, reason: 'diskFull' }
      throw error
    }
    return { ok: true, value: end }
  } finally {
    await file.close()
  }
}

/** Where the file itself is. */
export function pathOfUpload(folder: string, id: string): string {
  return contentOf(folder, id)
}

export async function removeUpload(folder: string, id: string): Promise<void> {
  await rm(path.join(folder, id), { recursive: true, force: true })
}

/** Removes what nobody has touched for 24 hours. */
export async function removeOldUploads(folder: string): Promise<void> {
  const ids = await readdir(folder).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw error
  })
  for (const id of ids) {
    const touched = await stat(factsOf(folder, id)).catch((error: unknown) => {
      if (isAbsent(error)) return stat(path.join(folder, id)).catch(() => null)
      throw error
    })
    if (touched && Date.now() - touched.mtimeMs > dayMilliseconds) await removeUpload(folder, id)
  }
}

const sweeping = new Set<string>()

/** Removes old files now and every hour for as long as the server runs. */
export function keepSwept(folder: string, onError: (error: unknown) => void): void {
  removeOldUploads(folder).catch(onError)
  if (sweeping.has(folder)) return
  sweeping.add(folder)
  setInterval(() => removeOldUploads(folder).catch(onError), hour).unref()
}
