import { afterEach, describe, expect, it, vi } from 'vitest'
import { settled } from './send'

afterEach(() => vi.unstubAllGlobals())

const serverSays = (body: unknown, status = 200) =>
  vi.stubGlobal('fetch', async () => Response.json(body, { status }))

describe('settled', () => {
  it('takes an end that the server told as it is', async () => {
    expect(await settled('a', 'k', { kind: 'imported', batch: '7' })).toEqual({
      kind: 'imported',
      batch: '7',
    })
  })

  it('shows the batch of an import that was stopped too late', async () => {
    serverSays({ state: 'imported', batch: '7' })
    expect(await settled('a', 'k', { kind: 'cancelled' })).toEqual({ kind: 'imported', batch: '7' })
  })

  it('says that nothing was written only when the server says so', async () => {
    serverSays({ state: 'notWritten' })
    expect(await settled('a', 'k', { kind: 'cancelled' })).toEqual({ kind: 'cancelled' })
    serverSays({ state: 'unknown' })
    expect(await settled('a', 'k', { kind: 'cancelled' })).toEqual({ kind: 'unknown' })
    serverSays({ error: 'forbidden' }, 403)
    expect(await settled('a', 'k', { kind: 'offline' })).toEqual({ kind: 'unknown' })
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no line')))
    expect(await settled('a', 'k', { kind: 'offline' })).toEqual({ kind: 'unknown' })
  })
})
