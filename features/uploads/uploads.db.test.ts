import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { largestFile } from '@/features/imports/schema'
import { AppError } from '@/lib/errors'
import type { Actor } from '@/server/session'
import { removeOldUploads } from './adapters/folder'
import {
  addPart,
  beginUpload,
  dropUpload,
  findImport,
  findUpload,
  keepSettings,
  listImports,
} from './queries'
import { largestPart } from './schema'

const ann: Actor = { kind: 'user', id: 'ann', name: 'Ann', role: 'editor' }
const bob: Actor = { kind: 'user', id: 'bob', name: 'Bob', role: 'editor' }
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }

let home = ''
const former = process.env.PENTAD_HOME

beforeAll(async () => {
  home = await mkdtemp(path.join(os.tmpdir(), 'pentad-uploads-'))
  process.env.PENTAD_HOME = home
})
afterAll(async () => {
  process.env.PENTAD_HOME = former
  await rm(home, { recursive: true, force: true })
})

const bodyOf = (...parts: readonly string[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part))
      controller.close()
    },
  })

async function begin(actor: Actor, size: number, fileName = 'a.csv'): Promise<string> {
  const begun = await beginUpload(actor, { fileName, size })
  if (!begun.ok) throw new Error(begun.reason)
  return begun.value
}

describe('an upload', () => {
  it('comes in parts and is whole then', async () => {
    const id = await begin(ann, 10)
    expect(await addPart(ann, { id, from: 0, body: bodyOf('0123', '45') })).toEqual({ ok: true, value: 6 })
    expect(await findUpload(ann, { id })).toBeNull()
    expect(await addPart(ann, { id, from: 6, body: bodyOf('6789') })).toEqual({ ok: true, value: 10 })
    const upload = await findUpload(ann, { id })
    expect(upload).toMatchObject({ fileName: 'a.csv', size: 10, settings: {} })
    expect(await readFile(upload?.path ?? '', 'utf8')).toBe('0123456789')
  })

  it('says from where to go on when a part comes twice or too early', async () => {
    const id = await begin(ann, 10)
    await addPart(ann, { id, from: 0, body: bodyOf('0123') })
    const outOfStep = { ok: false, reason: 'outOfStep', received: 4 }
    expect(await addPart(ann, { id, from: 0, body: bodyOf('0123') })).toEqual(outOfStep)
    expect(await addPart(ann, { id, from: 8, body: bodyOf('89') })).toEqual(outOfStep)
  })

  it('takes a part once that is sent twice at the same time', async () => {
    const id = await begin(ann, 10)
    const slowly = (...parts: readonly string[]) => {
      const rest = [...parts]
      return new ReadableStream<Uint8Array>({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 5))
          const next = rest.shift()
          if (next === undefined) controller.close()
          else controller.enqueue(new TextEncoder().encode(next))
        },
      })
    }
    const outcomes = await Promise.all([
      addPart(ann, { id, from: 0, body: slowly('01', '23', '45') }),
      addPart(ann, { id, from: 0, body: slowly('ab', 'cd') }),
    ])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const taken = outcomes.find((outcome) => outcome.ok)
    expect(outcomes).toContainEqual({ ok: false, reason: 'outOfStep', received: taken?.ok && taken.value })
  })

  it('loses the part that breaks off, and nothing before it', async () => {
    const id = await begin(ann, 10)
    await addPart(ann, { id, from: 0, body: bodyOf('0123') })
    const broken = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('45'))
        controller.error(new Error('connection lost'))
      },
    })
    await expect(addPart(ann, { id, from: 4, body: broken })).rejects.toThrow('connection lost')
    expect(await addPart(ann, { id, from: 4, body: bodyOf('456789') })).toEqual({ ok: true, value: 10 })
  })

  it('is no larger than was announced, and no larger than may be', async () => {
    const id = await begin(ann, 3)
    expect(await addPart(ann, { id, from: 0, body: bodyOf('01', '23') })).toEqual({
      ok: false,
      reason: 'tooLarge',
    })
    expect(await addPart(ann, { id, from: 0, body: bodyOf('012') })).toEqual({ ok: true, value: 3 })
    expect(await beginUpload(ann, { fileName: 'x', size: largestFile + 1 })).toEqual({
      ok: false,
      reason: 'tooLarge',
    })
    const large = await begin(ann, largestPart * 2)
    const part = new Uint8Array(largestPart + 1)
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(part)
        controller.close()
      },
    })
    expect(await addPart(ann, { id: large, from: 0, body })).toEqual({ ok: false, reason: 'tooLarge' })
  })

  it('stands under a random name, whatever the file is called', async () => {
    const before = new Set(await readdir(path.join(home, 'uploads')))
    const id = await begin(ann, 0, '../../\0../etc/passwd')
    const added = (await readdir(path.join(home, 'uploads'))).filter((name) => !before.has(name))
    expect(added).toEqual([id])
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    await expect(findUpload(ann, { id: '../x' })).rejects.toThrow(AppError)
  })

  it('keeps what was said about it', async () => {
    const id = await begin(ann, 0)
    await keepSettings(ann, { id, settings: { vintage: 'final', fixes: { '3:4': '12' } } })
    expect((await findUpload(ann, { id }))?.settings).toEqual({ vintage: 'final', fixes: { '3:4': '12' } })
  })

  it('belongs to who brought it, and viewers bring none', async () => {
    const id = await begin(ann, 0)
    expect(await findUpload(bob, { id })).toBeNull()
    expect(await keepSettings(bob, { id, settings: {} })).toEqual({ ok: false, reason: 'gone' })
    await dropUpload(bob, { id })
    expect(await findUpload(ann, { id })).not.toBeNull()
    await expect(beginUpload(viewer, { fileName: 'a', size: 1 })).rejects.toThrow(AppError)
    await dropUpload(ann, { id })
    expect(await findUpload(ann, { id })).toBeNull()
    expect(await addPart(ann, { id, from: 0, body: bodyOf('') })).toEqual({ ok: false, reason: 'gone' })
  })

  it('is removed a day after it was touched last', async () => {
    const folder = path.join(home, 'uploads')
    const [old, young] = [await begin(ann, 0), await begin(ann, 0)]
    const long = new Date(Date.now() - 25 * 3600 * 1000)
    await utimes(path.join(folder, old, 'upload.json'), long, long)
    expect(await findUpload(ann, { id: old })).toBeNull()
    await removeOldUploads(folder)
    expect(await readdir(folder)).not.toContain(old)
    expect(await findUpload(ann, { id: young })).not.toBeNull()
  })
})

describe('past imports', () => {
  it('are none in an empty database', async () => {
    expect(await listImports(viewer, { page: 1, size: 20 })).toEqual({ imports: [], hasOlder: false })
    expect(await findImport(viewer, { id: '1' })).toBeNull()
  })
})
