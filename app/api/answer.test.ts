import { describe, expect, it } from 'vitest'
import { AppError } from '@/lib/errors'
import { answer } from './answer'

const request = (language = '') =>
  new Request('http://localhost/api', { headers: { 'accept-language': language } })
const fail = (error: unknown) => () => Promise.reject(error)

describe('an error as an HTTP answer', () => {
  it('passes a good answer on', async () => {
    const response = await answer(request(), async () => Response.json({ fine: true }))
    expect(await response.json()).toEqual({ fine: true })
  })

  it.each([
    ['forbidden', 403],
    ['notFound', 404],
    ['unavailable', 503],
    ['badRequest', 400],
    ['tooLarge', 413],
    ['misdirected', 421],
  ] as const)('is %s -> %d with a sentence in both languages', async (code, status) => {
    for (const [language, sentence] of [
      ['en-GB', /^[A-Z].+\.$/],
      ['zh-CN,zh;q=0.9', /^(Pentad|[\u4e00-\u9fff]).+。$/],
    ] as const) {
      const response = await answer(request(language), fail(new AppError(code)))
      expect(response.status).toBe(status)
      const body = await response.json()
      expect(body.error).toBe(code)
      expect(body.message).toMatch(sentence)
    }
  })

  it('lets what nobody expected through to the log, and says nothing of it', async () => {
    await expect(answer(request(), fail(new TypeError('secret')))).rejects.toThrow(TypeError)
  })
})
