import { beforeAll, describe, expect, it } from 'vitest'
import { listIndicators } from '@/features/indicators/queries'
import { saveObservations } from '@/features/observations/mutations'
import { loadSample } from '@/features/sample/mutations'
import { AppError } from '@/lib/errors'
import { type Actor, systemActor } from '@/server/session'
import { comparePack, getPack } from './queries'

const actor = systemActor('test')
const viewer: Actor = { kind: 'user', id: 'vic', name: 'Vic', role: 'viewer' }
const asked = { regions: ['CN-TJ', 'CN-BJ', 'nowhere'], indicators: ['ST01'], from: 2022, to: 2024 }

beforeAll(async () => {
  await loadSample(actor, {})
})

describe('a pack', () => {
  it('holds the cells asked for as they are, in display order, with what explains them', async () => {
    const outcome = await getPack(viewer, asked)
    if (!outcome.ok) throw new Error(outcome.reason)
    const { cells, regions, indicators } = outcome.value
    expect(regions.map(({ code }) => code)).toEqual(['CN-BJ', 'CN-TJ'])
    expect(indicators).toMatchObject([{ code: 'ST01', hardMin: 0, hardMax: 15, levels: [] }])
    expect(cells.map(({ region, year, version }) => [region, year, version])).toEqual([
      ['CN-BJ', 2022, 1],
      ['CN-BJ', 2023, 1],
      ['CN-BJ', 2024, 0],
      ['CN-TJ', 2022, 1],
      ['CN-TJ', 2023, 1],
      ['CN-TJ', 2024, 0],
    ])
    expect(cells[0]?.source?.zh).not.toBe('')
  })

  it('is not made of nothing, nor of more cells than anybody fills in', async () => {
    expect(await getPack(viewer, { ...asked, regions: ['nowhere'] })).toMatchObject({ reason: 'nothing' })
    expect(await getPack(viewer, { ...asked, from: 2024, to: 2022 })).toMatchObject({ reason: 'nothing' })
    const indicators = (await listIndicators(viewer, {})).map(({ code }) => code)
    const many = { ...asked, indicators, from: 1900, to: 2200 }
    expect(await getPack(viewer, many)).toMatchObject({ reason: 'tooMany' })
    await expect(getPack(viewer, { ...asked, from: 'x' })).rejects.toThrow(AppError)
  })

  it('that comes back is held against what its cells were and what they are', async () => {
    const cell = { region: 'CN-BJ', indicator: 'ST01', year: 2022 }
    const [before] = await comparePack(viewer, { cells: [{ ...cell, version: 1 }] })
    await saveObservations(actor, {
      kind: 'entry',
      changes: [{ ...cell, value: 7, expectedVersion: 1 }],
    })
    const [after, never, strange] = await comparePack(viewer, {
      cells: [
        { ...cell, version: 1 },
        { ...cell, year: 2024, version: 0 },
        { ...cell, version: 99 },
      ],
    })
    expect(after?.issued).toEqual(before?.now)
    expect(after?.now).toMatchObject({ value: 7, version: 2 })
    expect(never).toMatchObject({ issued: { value: null, version: 0 }, now: { value: null, version: 0 } })
    expect(strange?.issued).toMatchObject({ value: null, version: 99 })
  })
})
