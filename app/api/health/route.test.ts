import { expect, it, vi } from 'vitest'

const work = vi.hoisted(() => ({ run: async (): Promise<unknown> => ({}) }))
vi.mock('next/server', () => ({ connection: async () => undefined }))
vi.mock('@/features/sample/queries', () => ({ getSampleState: () => work.run() }))
vi.mock('@/server/session', () => ({ currentActor: async () => ({}) }))

import { GET } from './route'

it('says once why the database does not answer, and again after it came back', async () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const lines = () => log.mock.calls.map(([line]) => JSON.parse(String(line)))
  const isFine = work.run
  const ask = async (run: () => Promise<unknown>) => {
    work.run = run
    return (await GET()).status
  }
  const failing = () => Promise.reject(new Error('connection refused'))
  expect(await ask(isFine)).toBe(200)
  expect(await ask(failing)).toBe(503)
  expect(await ask(failing)).toBe(503)
  expect(lines()).toMatchObject([{ level: 'error', error: 'connection refused' }])
  expect(await ask(isFine)).toBe(200)
  expect(await ask(failing)).toBe(503)
  expect(lines()).toHaveLength(2)
  log.mockRestore()
})
