import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRegion } from '@/features/regions/mutations'
import { loadSample } from '@/features/sample/mutations'
import { db } from '@/server/db'
import { type Actor, systemActor } from '@/server/session'
import { rememberMatches, rememberReading } from './mutations'
import { inspectFile, readCandidates } from './queries'
import type { ImportSettings, ReadResult } from './schema'

const actor = systemActor('test')
const viewer: Actor = { kind: 'user', id: 'v', name: 'viewer', role: 'viewer' }
let folder = ''

beforeAll(async () => {
  await loadSample(actor, {})
  folder = await mkdtemp(path.join(tmpdir(), 'pentad-imports-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(name: string, content: string | Buffer): Promise<{ path: string; fileName: string }> {
  const at = path.join(folder, name)
  await writeFile(at, content)
  return { path: at, fileName: name }
}

async function read(
  file: { path: string; fileName: string },
  settings: ImportSettings = {},
): Promise<ReadResult> {
  const outcome = await readCandidates(actor, { ...file, settings })
  if (!outcome.ok) throw new Error(outcome.problem.code)
  return outcome.value
}

const yearbook = `人均地区生产总值,,
,,单位：万元/人
地　区,2021年,2020年
北　京,18.4,16.5
浙江省,11.3,10.1
注：本表按当年价格计算。
`

describe('inspectFile', () => {
  it('shows how a file is read', async () => {
    const file = await fileOf('yearbook.csv', `\ufeff${yearbook}`)
    const outcome = await inspectFile(actor, { ...file, settings: {} })
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        kind: 'text',
        encoding: 'utf-8',
        layout: { layout: 'bureau', headerRows: [3], lastRow: 5, constant: { unit: '万元/人' } },
        years: [2020, 2021],
        rows: 2,
        indicators: [{ code: 'PR05', how: 'name' }],
        units: [{ from: '万元/人', exponent: 4 }],
      },
    })
  })

  it('says why a file cannot be read', async () => {
    const file = await fileOf('binary.csv', Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9, 0, 0, 1]))
    expect(await inspectFile(actor, { ...file, settings: {} })).toMatchObject({ ok: false, reason: 'file' })
  })

  it('needs the right to enter data, and settings that are some', async () => {
    const file = await fileOf('yearbook.csv', yearbook)
    await expect(inspectFile(viewer, { ...file, settings: {} })).rejects.toThrow('forbidden')
    const wrong = { ...file, settings: { layout: { layout: 'no' } } } as unknown as Parameters<
      typeof inspectFile
    >[1]
    await expect(inspectFile(actor, wrong)).rejects.toThrow('badRequest')
  })
})

describe('readCandidates', () => {
  it('reads values in our units', async () => {
    const { candidates, problems, textOf, exponentOf } = await read(await fileOf('yearbook.csv', yearbook))
    expect(problems).toEqual([])
    expect([...candidates.value]).toEqual([184_000, 165_000, 113_000, 101_000])
    expect(candidates.regions).toEqual(['CN-BJ', 'CN-ZJ'])
    expect(candidates.indicators).toEqual(['PR05'])
    expect([textOf(0), exponentOf(0)]).toEqual(['18.4', 4])
  })

  it('reads what was mended, and tells progress', async () => {
    const file = await fileOf(
      'long.csv.gz',
      gzipSync('region,indicator,year,value\nCN-BJ,ST01,2020,abc\nCN-BJ,ST01,20x1,2\n'),
    )
    const broken = await read(file)
    expect(broken.problems.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 4, 'notNumber'],
      [3, 3, 'notAYear'],
    ])
    const seen: number[] = []
    const mended = await readCandidates(actor, {
      ...file,
      settings: { fixes: { '2:4': '6.44', '3:3': '2021' } },
      onProgress: (done) => void seen.push(done),
    })
    expect(mended.ok && [...mended.value.candidates.value]).toEqual([6.44, 2])
    expect(seen.at(-1)).toBe(3)
  })

  it('notes what stands twice and takes nothing that contradicts itself', async () => {
    const rows = [
      'CN-BJ,ST01,2020,1',
      'CN-BJ,ST01,2020,1.0',
      'CN-TJ,ST01,2020,1',
      'CN-TJ,ST01,2020,2',
      'CN-GD,ST01,2020,3',
    ]
    const { candidates, problems } = await read(
      await fileOf('twice.csv', `region,indicator,year,value\n${rows.join('\n')}\n`),
    )
    expect(problems.map(({ row, code, params }) => [row, code, params?.row])).toEqual([
      [3, 'twiceInFile', 2],
      [4, 'differsInFile', 5],
      [5, 'differsInFile', 4],
    ])
    expect([...candidates.row]).toEqual([2, 6])
  })
})

describe('rememberMatches', () => {
  const table = 'area;item;yr;val\nPeking;Tech spending;2020;1,5\nMiddle Kingdom;Tech spending;2020;2,5\n'
  const settings: ImportSettings = {
    regions: { peking: { to: 'code', code: 'CN-BJ' }, 'middle kingdom': { to: 'skip' } },
    indicators: { 'tech spending': { to: 'code', code: 'ST01' } },
    units: { 'tech spending': '%' },
  }

  it('keeps names and the layout for the next file with the same header', async () => {
    const file = await fileOf('yearly.csv', table)
    const first = await read(file, settings)
    expect([...first.candidates.value]).toEqual([1.5])
    const { signature = '', layout, regions, indicators } = first.inspection
    const chosen = (matches: typeof regions) =>
      matches.flatMap(({ key, code, how }) => (how === 'chosen' && code ? [{ key, code }] : []))
    const kept = { signature, layout, settings, regions: chosen(regions), indicators: chosen(indicators) }
    expect(await rememberMatches(actor, kept)).toEqual({ ok: true, value: { names: 2, isLayoutKept: true } })
    expect(await db().audit.count({ where: { action: 'import.remember' } })).toBe(1)

    const next = await read(await fileOf('next.csv', table.replaceAll('2020', '2021')))
    expect(next.inspection.isLayoutRemembered).toBe(true)
    expect(next.inspection.regions.map(({ how }) => how)).toEqual(['alias', 'skipped'])
    expect([...next.candidates.value]).toEqual([1.5])

    // Once more: nothing is new, but the layout was used again.
    expect(await rememberMatches(actor, { ...kept, settings: {} })).toEqual({
      ok: true,
      value: { names: 0, isLayoutKept: false },
    })
    expect(await db().audit.count({ where: { action: 'import.remember' } })).toBe(1)
  })

  it('lets a name stand for something else later, and forgets it with its region', async () => {
    const region = {
      code: 'CN-X',
      gbCode: null,
      nutsCode: null,
      nameEn: 'X',
      nameZh: '',
      level: 'other' as const,
      parent: null,
      group: null,
      validFrom: null,
      validTo: null,
    }
    await createRegion(actor, region)
    const of = (code: string) => ({
      signature: '',
      settings: {},
      regions: [{ key: 'The X', code }],
      indicators: [],
    })
    await rememberMatches(actor, of('CN-BJ'))
    expect(await rememberMatches(actor, of('CN-X'))).toMatchObject({ value: { names: 1 } })
    const held = await db().alias.findMany({
      where: { text: 'the x' },
      select: { region: { select: { code: true } } },
    })
    expect(held).toEqual([{ region: { code: 'CN-X' } }])
    await db().region.delete({ where: { code: 'CN-X' } })
    expect(await db().alias.count({ where: { text: 'the x' } })).toBe(0)
  })

  it('takes two writers of one name, codes that are gone, and wrong input', async () => {
    const of = (code: string) => ({
      signature: '',
      settings: {},
      regions: [{ key: 'twin', code }],
      indicators: [],
    })
    const both = await Promise.all([rememberMatches(actor, of('CN-BJ')), rememberMatches(actor, of('CN-TJ'))])
    expect(both.every((one) => one.ok)).toBe(true)
    expect(await db().alias.count({ where: { text: 'twin' } })).toBe(1)
    expect(await rememberMatches(actor, of('CN-NONE'))).toEqual({
      ok: true,
      value: { names: 0, isLayoutKept: false },
    })
    await expect(rememberMatches(viewer, of('CN-BJ'))).rejects.toThrow('forbidden')
    expect(await rememberMatches(actor, { ...of('CN-BJ'), regions: [{ key: '', code: 'x' }] })).toMatchObject(
      { reason: 'invalid' },
    )
  })
})

describe('rememberReading', () => {
  it('keeps what may be kept: a name that is too long does not cost the others', async () => {
    const reading = await read(await fileOf('names.csv', yearbook))
    const [first] = reading.inspection.regions
    if (!first) throw new Error('no region')
    const name = (key: string) => ({ ...first, key, code: 'CN-BJ', how: 'chosen' as const })
    const regions = [name('x'.repeat(1001)), name('the capital itself')]
    await rememberReading(actor, { ...reading, inspection: { ...reading.inspection, regions } }, {})
    const kept = await db().alias.findMany({ where: { kind: 'region' }, select: { text: true } })
    expect(kept.map(({ text }) => text)).toContainEqual(expect.stringMatching(/the ?capital ?itself/))
  })
})
