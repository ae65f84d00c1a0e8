import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/evidence/[id]/route'
import { POST } from '@/app/api/evidence/route'
import { loadSample } from '@/features/sample/mutations'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { addEvidence, removeEvidence } from './mutations'
import { listCellEvidence } from './queries'
import { mostEvidenceBytes } from './schema'

const ann: Actor = { kind: 'user', id: 'ann', name: 'Ann', role: 'editor' }
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }
const cell = { region: 'CN-GD', indicator: 'ST01', year: 2020 }
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text))
const pdf = bytes('%PDF-1.7\n%decree\n')

type Input = Parameters<typeof addEvidence>[1]
const add = (more: Partial<Input> = {}, who = ann) =>
  addEvidence(who, {
    ...cell,
    title: 'Decree 12',
    documentDay: '2020-03-01',
    link: 'https://example.org/decree/12',
    file: null,
    ...more,
  })
const issueOf = async (more: Partial<Input>) => {
  const outcome = await add(more)
  if (outcome.ok || outcome.reason !== 'invalid') throw new Error('expected field issues')
  return outcome.issues.map(({ path, code }) => `${path} ${code}`)
}
const count = () => db().evidence.count()

beforeAll(async () => {
  await loadSample(systemActor('test'), {})
})

describe('addEvidence', () => {
  it('keeps the document with title, day, link and file, and an audit row', async () => {
    const outcome = await add({ year: 2001, file: { name: '粤府〔2020〕12号.pdf', content: pdf } })
    expect(outcome).toMatchObject({ ok: true })
    const [evidence] = await listCellEvidence(viewer, { ...cell, year: 2001 })
    expect(evidence).toMatchObject({
      title: 'Decree 12',
      documentDay: '2020-03-01',
      link: 'https://example.org/decree/12',
      file: { name: '粤府〔2020〕12号.pdf', bytes: pdf.byteLength },
      author: 'Ann',
      removedAt: null,
    })
    const audit = await db().audit.findFirstOrThrow({ where: { action: 'evidence.add' } })
    expect(audit).toMatchObject({ entityKey: 'CN-GD ST01 2001', actorName: 'Ann' })
    expect(JSON.stringify(audit.detail)).toContain('sha256')
  })

  it('is refused to a viewer, and leaves nothing behind', async () => {
    const before = await count()
    await expect(add({}, viewer)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await count()).toBe(before)
  })

  it('names the field that is wrong', async () => {
    expect(await issueOf({ title: '  ' })).toEqual(['title required'])
    expect(await issueOf({ title: 'a\0b' })).toEqual(['title plainText'])
    expect(await issueOf({ title: 'x'.repeat(301) })).toEqual(['title tooLong'])
    expect(await issueOf({ documentDay: '2020-02-30' })).toEqual(['documentDay day'])
    expect(await issueOf({ documentDay: '1.3.2020' })).not.toEqual([])
    expect(await issueOf({ link: null })).toEqual(['link linkOrFile'])
    for (const link of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'data:text/html,<script>',
      'file:///etc/passwd',
      'example.org',
      'https://me:secret@example.org',
      'https://example.org/\u202Efdp',
    ]) {
      expect(await issueOf({ link }), link).toEqual(['link link'])
    }
    for (const name of ['a\0.pdf', 'invoice\u202Efdp.exe']) {
      expect(await issueOf({ file: { name, content: pdf } })).toEqual(['file.name plainText'])
    }
  })

  it('says what is wrong with a file, and keeps nothing', async () => {
    const before = await count()
    const refused = (name: string, content: Uint8Array<ArrayBuffer>, problem: string) =>
      expect(add({ file: { name, content } })).resolves.toEqual({ ok: false, reason: 'file', problem })
    await refused('empty.pdf', new Uint8Array(), 'empty')
    await refused('large.pdf', new Uint8Array(mostEvidenceBytes + 1).fill(65), 'tooLarge')
    await refused('program.pdf', Uint8Array.of(0x4d, 0x5a, 0, 0), 'wrongType')
    await refused('page.html', bytes('<script>alert(1)</script>'), 'wrongEnding')
    await refused('really-a-pdf.png', pdf, 'wrongEnding')
    await refused('pdf', pdf, 'wrongEnding')
    expect(await count()).toBe(before)
  })

  it('leaves the folders out of a name', async () => {
    await add({ year: 2002, file: { name: 'C:\\secret\\..\\decree.PDF', content: pdf } })
    const [evidence] = await listCellEvidence(ann, { ...cell, year: 2002 })
    expect(evidence?.file?.name).toBe('decree.PDF')
  })

  it('knows the cell', async () => {
    expect(await add({ region: 'XX' })).toEqual({ ok: false, reason: 'unknownCell' })
    expect(await add({ indicator: 'NOPE' })).toEqual({ ok: false, reason: 'unknownCell' })
  })
})

describe('removeEvidence', () => {
  it('takes the document from the cell and keeps it in the history; of two at once one does it', async () => {
    const added = await add({ year: 2003, file: { name: 'decree.pdf', content: pdf } })
    if (!added.ok) throw new Error('expected success')
    const { id } = added.value
    await expect(removeEvidence(viewer, { id })).rejects.toMatchObject({ code: 'forbidden' })
    const both = await Promise.all([removeEvidence(ann, { id }), removeEvidence(ann, { id })])
    expect(both.filter((outcome) => outcome.ok && outcome.value.isFirst)).toHaveLength(1)
    expect(await db().audit.count({ where: { action: 'evidence.remove' } })).toBe(1)
    const [evidence] = await listCellEvidence(ann, { ...cell, year: 2003 })
    expect(evidence?.removedAt).not.toBeNull()
    expect((await download(id)).status).toBe(200)
  })

  it('says that there is no such document', async () => {
    expect(await removeEvidence(ann, { id: 999_999 })).toEqual({ ok: false, reason: 'unknownEvidence' })
  })
})

const download = (id: number | string) =>
  GET(new Request(`http://localhost/api/evidence/${id}`), { params: Promise.resolve({ id: String(id) }) })

const post = (
  query: Record<string, string>,
  body: Uint8Array<ArrayBuffer> | ReadableStream | null,
  type = 'application/octet-stream',
) =>
  POST(
    new NextRequest(`http://localhost/api/evidence?${new URLSearchParams(query)}`, {
      method: 'POST',
      headers: { 'content-type': type },
      ...(body ? { body, duplex: 'half' } : {}),
    }),
  )

describe('evidence over HTTP', () => {
  const query = { region: 'CN-GD', indicator: 'ST01', year: '2004', title: 'Decree', day: '2020-03-01' }

  it('goes up as a plain body and comes down as a file that no browser runs', async () => {
    const up = await post({ ...query, file: '通知.pdf' }, pdf)
    expect(up.status).toBe(201)
    const { value } = await up.json()
    const down = await download(value.id)
    expect(new Uint8Array(await down.arrayBuffer())).toEqual(pdf)
    expect(Object.fromEntries(down.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="evidence-${value.id}.pdf"; filename*=UTF-8''%E9%80%9A%E7%9F%A5.pdf`,
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it('takes no body that a form of another host could send', async () => {
    for (const type of [
      'multipart/form-data; boundary=x',
      'text/plain',
      'application/x-www-form-urlencoded',
    ]) {
      expect((await post({ ...query, file: 'a.pdf' }, pdf, type)).status).toBe(400)
    }
  })

  it('stops reading a file that is too large', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1 << 20
        controller.enqueue(new Uint8Array(1 << 20).fill(65))
      },
    })
    const answer = await post({ ...query, file: 'a.txt' }, endless)
    expect(await answer.json()).toEqual({ ok: false, reason: 'file', problem: 'tooLarge' })
    expect(sent).toBeLessThan(mostEvidenceBytes + (3 << 20))
  })

  it('says what is wrong', async () => {
    expect(await (await post({ ...query, file: 'a.pdf' }, null)).json()).toMatchObject({ problem: 'empty' })
    const answer = await post({ ...query, year: 'x', link: 'https://example.org' }, null)
    expect([answer.status, (await answer.json()).reason]).toEqual([200, 'invalid'])
  })

  it('is not there under another number', async () => {
    for (const id of ['999999', 'x', '1.5', '-1']) expect((await download(id)).status).toBe(404)
    const linked = await add({ year: 2005 })
    if (linked.ok) expect((await download(linked.value.id)).status).toBe(404)
  })
})
