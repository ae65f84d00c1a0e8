import { beforeAll, describe, expect, it } from 'vitest'
import { saveObservations } from '@/features/observations/mutations'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { GET } from './[file]/route'

const get = (file: string, query = '') =>
  GET(new Request(`http://127.0.0.1:3000/api/v1/history/${file}${query}`), {
    params: Promise.resolve({ file }),
  })
const linesOf = async (response: Response) => (await response.text()).trimEnd().split('\r\n')

beforeAll(async () => {
  await loadSample(systemActor('sample'), {})
  const key = { region: 'CN-GD', indicator: 'ST01', year: 2019, expectedVersion: 1 }
  const outcome = await saveObservations(systemActor('=Ann'), {
    kind: 'entry',
    reason: 'a "quoted" reason, with a comma',
    changes: [{ ...key, value: 0.1 + 0.2 }],
  })
  expect(outcome.ok).toBe(true)
})

describe('the files of the past', () => {
  it('hold every change, full figures, and no formula', async () => {
    const response = await get('ledger.csv')
    expect(response.headers.get('content-disposition')).toContain('pentad-ledger.csv')
    const lines = await linesOf(response)
    expect(lines).toHaveLength(10_141)
    const [found, ...others] = await linesOf(await get('ledger.csv', '?kind=entry')).then((all) =>
      all.slice(1),
    )
    expect(others).toEqual([])
    expect(found).toContain(`'=Ann`)
    expect(found).toContain('"a ""quoted"" reason, with a comma"')
    expect(found).toContain('0.30000000000000004')
  })

  it('hold the data of a moment and the difference of two', async () => {
    const query = '?at=after-1&place=CN-GD&indicator=ST01&dataYear=2019'
    expect((await linesOf(await get('as-of.csv', query)))[1]).toBe('CN-GD,ST01,2019,2.88,A,,1')
    const changed = await linesOf(await get('difference.csv', '?from=after-1'))
    expect(changed).toHaveLength(2)
    expect(changed[1]).toMatch(/^CN-GD,ST01,2019,revised,2\.88,A,/)
  })

  it('say what is not understood and what is not there', async () => {
    expect((await get('as-of.csv')).status).toBe(400)
    expect((await get('difference.csv', '?from=2026-02-31')).status).toBe(400)
    expect((await get('as-of.csv', '?at=before-999999')).status).toBe(404)
    expect((await get('passwords.csv')).status).toBe(404)
  })
})
