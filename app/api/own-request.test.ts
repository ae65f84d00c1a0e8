import { describe, expect, it } from 'vitest'
import { POST as packs } from '@/app/api/packs/route'
import { attachment } from './attachment'
import { answerOwn, bodyOf, formOf, readBody } from './own-request'

const request = (headers: Record<string, string>, body: BodyInit = '{}') =>
  new Request('http://localhost:3000/api/x', {
    method: 'POST',
    headers: { host: 'localhost:3000', ...headers },
    body,
  })
const statusOf = async (headers: Record<string, string>) =>
  (await answerOwn(request(headers), async () => new Response(null, { status: 204 }))).status

/** A body that never says how long it is, and never ends. */
const endless = () =>
  new Request('http://localhost/api/x', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1024 * 1024)),
    }),
    duplex: 'half',
  } as RequestInit)

describe('a request that changes something', () => {
  it('is answered when a page of ours or no page sent it', async () => {
    expect(await statusOf({})).toBe(204)
    expect(await statusOf({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).toBe(204)
  })

  it('is refused when a page of somebody else sent it', async () => {
    expect(await statusOf({ origin: 'http://elsewhere.example' })).toBe(403)
    expect(await statusOf({ origin: 'null' })).toBe(403)
    expect(await statusOf({ 'sec-fetch-site': 'cross-site' })).toBe(403)
    const foreign = request({ origin: 'http://elsewhere.example' }, new URLSearchParams({ from: '2020' }))
    expect((await packs(foreign)).status).toBe(403)
  })

  it('brings no more than may be, whatever it says of its length', async () => {
    expect(await readBody(request({}, 'abc'), 3)).toHaveLength(3)
    expect(await readBody(request({}, 'abcd'), 3)).toBeNull()
    await expect(bodyOf(endless())).rejects.toThrow('tooLarge')
    await expect(formOf(endless())).rejects.toThrow('tooLarge')
  })

  it('brings JSON or the fields of a form', async () => {
    expect(await bodyOf(request({}, '{"a":1}'))).toEqual({ a: 1 })
    await expect(bodyOf(request({}, 'no'))).rejects.toThrow('badRequest')
    const form = await formOf(request({}, new URLSearchParams({ title: '收集表' })))
    expect(form.get('title')).toBe('收集表')
    await expect(formOf(request({ 'content-type': 'text/plain' }, 'no'))).rejects.toThrow('badRequest')
  })
})

describe('attachment', () => {
  it('names a file in any script, and survives half a character', () => {
    expect(attachment('a.xlsx', "省's.xlsx")).toBe(
      `attachment; filename="a.xlsx"; filename*=UTF-8''%E7%9C%81%27s.xlsx`,
    )
    expect(attachment('a.xlsx', '😀'.slice(0, 1))).toContain('%EF%BF%BD')
  })
})
