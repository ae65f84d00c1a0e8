import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportEvent } from '@/features/imports/schema'
import { loadSample } from '@/features/sample/mutations'
import { addPart, beginUpload, findUpload } from '@/features/uploads/queries'
import { AppError } from '@/lib/errors'
import { db } from '@/server/db'
import { systemActor } from '@/server/session'
import { commitImport, endOfCommit, tryImport } from './carry-out'
import { eventStream } from './event-stream'

const actor = systemActor('test')
const former = process.env.PENTAD_HOME
let home = ''

beforeAll(async () => {
  await loadSample(actor, {})
  home = await mkdtemp(path.join(os.tmpdir(), 'pentad-carry-out-'))
  process.env.PENTAD_HOME = home
})
afterAll(async () => {
  process.env.PENTAD_HOME = former
  await rm(home, { recursive: true, force: true })
})

const quiet = async () => undefined
const imports = () => db().batch.count({ where: { kind: 'import', fileName: 'a.csv' } })

/** A file that is tried, with a value of its own. */
async function tried(value: number): Promise<{ id: string; key: string }> {
  const text = `region,indicator,year,value\nCN-BJ,PR05,2020,${value}\n`
  const bytes = new TextEncoder().encode(text)
  const begun = await beginUpload(actor, { fileName: 'a.csv', size: bytes.length })
  if (!begun.ok) throw new Error(begun.reason)
  const id = begun.value
  await addPart(actor, { id, from: 0, body: new Response(bytes).body as ReadableStream<Uint8Array> })
  const event = await tryImport(actor, id, {}, quiet)
  if (event.kind !== 'tried') throw new Error(JSON.stringify(event))
  expect(event.counts.new + event.counts.changed).toBe(1)
  return { id, key: event.key }
}

describe('the end of an import', () => {
  it('is known to who lost the line to it, and asked for twice it is one batch', async () => {
    const before = await imports()
    const { id, key } = await tried(100_001)
    const event = await commitImport(actor, id, key, quiet)
    if (event.kind !== 'imported') throw new Error(JSON.stringify(event))
    expect(await endOfCommit(actor, id, key)).toEqual({ state: 'imported', batch: event.batch })
    expect(await findUpload(actor, { id })).toBeNull()
    expect(await commitImport(actor, id, key, quiet)).toEqual(event)
    expect(await imports()).toBe(before + 1)
    expect(await endOfCommit(systemActor('other'), id, key)).toEqual({ state: 'unknown' })
  })

  it('is waited for while the import is at work', async () => {
    const { id, key } = await tried(100_002)
    let ask: ReturnType<typeof endOfCommit> | undefined
    const work = commitImport(actor, id, key, async (event) => {
      if (event.kind === 'stage' && event.done > 0) ask ??= endOfCommit(actor, id, key)
    })
    const event = await work
    expect(await ask).toEqual({ state: 'imported', batch: event.kind === 'imported' && event.batch })
  })

  it('is that nothing was written when it was stopped before, and the dry run can be imported still', async () => {
    const before = await imports()
    const { id, key } = await tried(100_003)
    expect(await endOfCommit(actor, id, key)).toEqual({ state: 'notWritten' })
    const stopped = commitImport(actor, id, key, async (event: ImportEvent) => {
      if (event.kind === 'stage' && event.done > 0) throw new DOMException('gone', 'AbortError')
    })
    await expect(stopped).rejects.toThrow('gone')
    expect(await endOfCommit(actor, id, key)).toEqual({ state: 'notWritten' })
    expect(await imports()).toBe(before)
    expect(await commitImport(actor, id, key, quiet)).toMatchObject({ kind: 'imported' })
  })

  it('is a refusal when a value that was good is not any more', async () => {
    const { id, key } = await tried(100_004)
    // The year is outside of what holds for the region by now.
    await db().region.update({ where: { code: 'CN-BJ' }, data: { validFrom: 2021 } })
    const event = await commitImport(actor, id, key, quiet)
    await db().region.update({ where: { code: 'CN-BJ' }, data: { validFrom: null } })
    expect(event).toEqual({ kind: 'stopped', reason: 'rejected' })
  })

  it('is unknown when nobody remembers it', async () => {
    expect(await endOfCommit(actor, '0'.repeat(32), 'x')).toEqual({ state: 'unknown' })
  })
})

describe('an answer that tells of its making', () => {
  const told = async (error: unknown, language = 'en') => {
    const request = new Request('http://localhost/x', { headers: { 'accept-language': language } })
    const text = await eventStream(request, () => Promise.reject(error)).text()
    return JSON.parse(text)
  }

  it('ends with a sentence for what can go wrong, and without a word about the cause of anything else', async () => {
    expect(await told(new AppError('forbidden'))).toMatchObject({
      kind: 'error',
      message: expect.stringContaining('not allowed'),
    })
    expect((await told(new AppError('forbidden'), 'zh')).message).toContain('权限')
    expect(await told(new Error('secret'))).toEqual({ kind: 'error', message: null })
  })
})
