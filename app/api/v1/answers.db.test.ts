import { NextRequest } from 'next/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveObservations } from '@/features/observations/mutations'
import { loadSample } from '@/features/sample/mutations'
import { systemActor } from '@/server/session'
import { GET as getCell } from './cell/route'
import { GET as getObservations } from './indicators/[code]/observations.csv/route'

const host = 'http://localhost/api/v1'
const actor = systemActor('test')

beforeAll(async () => {
  await loadSample(actor, {})
})

const observationsOf = (code: string) =>
  getObservations(new Request(`${host}/indicators/${encodeURIComponent(code)}/observations.csv`), {
    params: Promise.resolve({ code }),
  })

describe('the observations of an indicator', () => {
  it('come with their source in both languages, and say which are the sample’s', async () => {
    await saveObservations(actor, {
      kind: 'entry',
      changes: [{ region: 'CN-GD', indicator: 'ST01', year: 2001, value: 1, expectedVersion: 0 }],
    })
    const lines = (await (await observationsOf('ST01')).text()).split('\r\n')
    const columns = lines[0]?.replace('\uFEFF', '').split(',') ?? []
    expect(columns.slice(-4)).toEqual(['source', 'source_zh', 'is_sample', 'note'])
    const isSample = (year: number) => {
      const cells = lines
        .find((line) => line.startsWith('CN-GD,') && line.includes(`,ST01,${year},`))
        ?.split(',')
      return cells?.at(-2)
    }
    expect([isSample(2001), isSample(2019)]).toEqual(['0', '1'])
  })

  it.each(['NOPE', '%E0', '\0'])('are not there for %j', async (code) => {
    expect((await observationsOf(code)).status).toBe(404)
  })
})

it('a cell of a code that no database can hold are a bad request', async () => {
  const query = '?region=%00&indicator=ST01&year=2019'
  expect((await getCell(new NextRequest(`${host}/cell${query}`))).status).toBe(400)
})
