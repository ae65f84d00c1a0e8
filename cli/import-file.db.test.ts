import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadSample } from '@/features/sample/mutations'
import { folderOf, runPentad } from '@/scripts/testing/command-line'
import { db } from '@/server/db'
import { systemActor } from '@/server/session'

vi.hoisted(() => {
  process.env.LC_ALL = 'C'
})

const header = 'region,indicator,year,value,status,source,note'
beforeAll(async () => {
  await loadSample(systemActor('test'), {})
})

const state = async () => ({
  version: (await db().dataState.findUniqueOrThrow({ where: { id: 1 } })).version,
  batches: await db().batch.count(),
  revisions: await db().revision.count(),
})

/** What stands on standard output, all of it one JSON object. */
async function importJson(files: Record<string, string | Uint8Array>, ...more: string[]) {
  const [name = ''] = Object.keys(files)
  const { code, stdout, stderr } = await runPentad(['import', name, '--json', ...more], folderOf(files))
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  return { code, stderr, report: JSON.parse(stdout) }
}

/** A compound file, as old Excel and encrypted workbooks are, with a stream of this name. */
function compoundFile(stream: string): Buffer {
  const entry = Buffer.alloc(128)
  entry.write(stream, 'utf16le')
  entry.writeUInt16LE(2 * stream.length + 2, 64)
  entry.writeUInt8(2, 66)
  return Buffer.concat([Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), entry])
}

const mixed = {
  'mixed.csv': `${header}\nCN-GD,ST01,2019,9.5,,,\nCN-GD,ST01,1999,1,,,\nCN-GD,ST01,2018,many,,,\nCN-BJ,ST01,2018,-5,,,\n`,
}
const problems = [
  { row: 4, column: 4, code: 'notNumber', message: '“many” is not a number' },
  { row: 5, column: 4, code: 'belowHardMin', message: 'the smallest allowed value is 0' },
]
const found = {
  layout: 'long',
  encoding: 'utf-8',
  rows: 4,
  new: 1,
  changed: 1,
  unchanged: 0,
  rejected: 2,
  problems,
}

describe('pentad import --json', () => {
  it('prints one object and ends with 1 when something is rejected: nothing is written', async () => {
    const before = await state()
    const { code, report, stderr } = await importJson(mixed)
    expect([code, report]).toEqual([1, found])
    expect(stderr).toBe(
      'Nothing was imported: correct 2 value(s) of mixed.csv first, or leave them out with --partial.\n',
    )
    expect((await importJson(mixed, '--dry-run')).code).toBe(1)
    expect(await state()).toEqual(before)
  })

  it('with --dry-run --partial says the same with exit code 0, and writes nothing', async () => {
    const before = await state()
    expect(await importJson(mixed, '--dry-run', '--partial')).toEqual({ code: 0, report: found, stderr: '' })
    expect(await state()).toEqual(before)
  })

  it('with --partial writes the rest in one batch with revisions', async () => {
    const before = await state()
    expect(await importJson(mixed, '--partial')).toEqual({ code: 0, report: found, stderr: '' })
    const after = await state()
    expect([after.batches - before.batches, after.revisions - before.revisions]).toEqual([1, 2])
    const again = await importJson(mixed, '--partial')
    expect(again.report).toMatchObject({ new: 0, changed: 0, unchanged: 2, rejected: 2 })
    expect((await state()).batches).toBe(after.batches)
    const told = await runPentad(['import', 'mixed.csv', '--partial'], folderOf(mixed))
    expect(told.stdout).toBe(
      'mixed.csv: 0 new, 0 changed, 2 unchanged; 2 rejected and left out (--partial).\n',
    )
  })

  it('reads other layouts, names in either language and other encodings', async () => {
    const wide = '地区,指标,2030年,2031年\n广东省,ST01,1,2\n'
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(wide, 'utf16le')])
    expect((await importJson({ 'wide.csv': utf16 })).report).toEqual({
      ...{ layout: 'years-across', encoding: 'utf-16le', rows: 1 },
      ...{ new: 2, changed: 0, unchanged: 0, rejected: 0, problems: [] },
    })
  })

  it('takes settings, and keeps what they decided for the next file', async () => {
    const file = { 'names.csv': 'place,what,year,value\nPearl Delta,ST01,2033,4\n' }
    const unknown = await importJson(file)
    expect(unknown.report.problems).toMatchObject([{ row: 2, code: 'unknownRegion' }])
    const settings = {
      regions: { 'pearl delta': { to: 'code', code: 'CN-GD' } },
      reason: 'yearly',
      source: 'Ministry',
    }
    const chosen = await importJson(
      { ...file, 'settings.json': JSON.stringify(settings) },
      ...['--settings', 'settings.json', '--vintage', 'preliminary'],
    )
    expect(chosen).toMatchObject({ code: 0, report: { new: 1, rejected: 0 } })
    const batch = await db().batch.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(batch).toMatchObject({ fileName: 'names.csv', reason: 'yearly', vintage: 'preliminary' })
    expect((await importJson(file)).report).toMatchObject({ unchanged: 1, rejected: 0 })
  })
})

describe('a bad file', () => {
  const rows = (text: string) => ({ 'bad.csv': `region,indicator,year,value\n${text}` })
  it.each([
    ['a year like 2023年 is read', rows('CN-GD,ST01,2036年,1\n'), [0, []]],
    ['1e308', rows('CN-GD,ST01,2037,1e308\n'), [1, ['tooLarge']]],
    ['beyond doubles', rows('CN-GD,ST01,2037,1e999\n'), [1, ['tooLarge']]],
    ['NaN', rows('CN-GD,ST01,2037,NaN\n'), [1, ['notFinite']]],
    ['Infinity', rows('CN-GD,ST01,2037,Infinity\n'), [1, ['notFinite']]],
    ['no year', rows('CN-GD,ST01,20x7,1\n'), [1, ['notAYear']]],
    [
      'the same key twice',
      rows('CN-GD,ST01,2037,1\nCN-GD,ST01,2037,2\n'),
      [1, ['differsInFile', 'differsInFile']],
    ],
    ['a formula as text', rows('CN-GD,ST01,2037,=1+1\n'), [1, ['notNumber']]],
  ])('%s', async (_, files, [code, codes]) => {
    const before = await state()
    const outcome = await importJson(files)
    expect([outcome.code, outcome.report.problems.map((one: { code: string }) => one.code)]).toEqual([
      code,
      codes,
    ])
    if (code === 1) expect(await state()).toEqual(before)
  })

  it.each([
    ['nothing in it', { 'x.csv': '' }, [], 'empty'],
    ['a gzip bomb', { 'x.csv.gz': gzipSync(Buffer.alloc(101_000_000, 'a,b\n')) }, [], 'zipBomb'],
    [
      'an encoding that it is not in',
      { 'x.csv': Buffer.from('地区,年份\n', 'utf8') },
      ['--encoding', 'utf-16le'],
      null,
    ],
    ['a picture', { 'x.csv': Buffer.from('89504e470d0a1a0a0000', 'hex') }, [], 'notAFile'],
    ['an old workbook', { 'x.xls': compoundFile('Workbook') }, [], 'oldExcel'],
    ['a workbook with a password', { 'x.xlsx': compoundFile('EncryptedPackage') }, [], 'password'],
    ['a broken workbook', { 'x.xlsx': Buffer.from(`504b0304${'00'.repeat(200)}`, 'hex') }, [], null],
    [
      'a quote that does not close',
      { 'x.csv': 'region,indicator,year,value\n"CN-GD,ST01,2020,1\n' },
      [],
      'badQuote',
    ],
  ])('%s: one object with an error', async (_, files, more, expected) => {
    const before = await state()
    const { code, report, stderr } = await importJson(files, ...more)
    expect(code).toBe(1)
    expect(Object.keys(report)).toEqual(['error'])
    if (expected) expect(report.error.code).toBe(expected)
    expect(stderr).toBe(`${report.error.message}\n`)
    expect(report.error.message).toMatch(/^[^{}]{20,}$/)
    expect(await state()).toEqual(before)
  })

  it('of 2 GB is refused before it is read', { timeout: 20_000 }, async () => {
    const folder = folderOf()
    writeFileSync(path.join(folder, 'huge.csv'), 'region,indicator,year,value\n')
    truncateSync(path.join(folder, 'huge.csv'), 2_147_483_648)
    const start = process.memoryUsage().rss
    const { code, stdout } = await runPentad(['import', 'huge.csv', '--json'], folder)
    expect([code, JSON.parse(stdout).error.code]).toEqual([1, 'tooLarge'])
    expect(process.memoryUsage().rss - start).toBeLessThan(100_000_000)
  })

  it('that is not there, and words that the command does not know', async () => {
    const missing = await runPentad(['import', 'none.csv', '--json'], folderOf())
    expect([missing.code, JSON.parse(missing.stdout)]).toEqual([
      1,
      { error: { code: 'fileMissing', message: 'There is no file none.csv.' } },
    ])
    for (const [option, value] of [
      ['--encoding', 'latin-9'],
      ['--vintage', 'old'],
      ['--settings', 'x.csv'],
    ] as const) {
      const { code, stdout } = await runPentad(['import', 'x.csv', option, value], folderOf({ 'x.csv': 'a' }))
      expect([code, stdout]).toEqual([1, ''])
    }
  })
})

describe('pentad export', () => {
  it.each([
    ['all.csv', [], /^\uFEFFregion,indicator/],
    ['all.sdmx.csv', [], /^STRUCTURE,STRUCTURE_ID,ACTION,/],
    ['all.csv', ['--format', 'sdmx-csv-1'], /^DATAFLOW,/],
    ['all.xlsx', ['--lang', 'zh'], /^PK/],
  ])('into %s %j, which imports to the same', { timeout: 60_000 }, async (name, more, begin) => {
    const folder = folderOf()
    const chosen = ['--region', 'CN-GD,CN-JS', '--from', '2015', '--to', '2020']
    const made = await runPentad(['export', '--out', name, ...chosen, ...more], folder)
    expect([made.code, made.stderr]).toEqual([0, ''])
    expect(readFileSync(path.join(folder, name), 'utf8')).toMatch(begin)
    const { code, stdout } = await runPentad(['import', name, '--json'], folder)
    const { rows, unchanged, rejected } = JSON.parse(stdout)
    expect([code, rejected, unchanged]).toEqual([0, 0, rows])
    expect(made.stdout).toBe(`${rows.toLocaleString('en-GB')} observations: ${name}.\n`)
  })

  it.each([
    [['--format', 'doc'], 'The format "doc" is not known'],
    [['--format', 'xlsx'], 'A workbook cannot be written to standard output'],
    [['--from', '20'], '"20" is not a year.'],
    [['--status', 'Z'], '--status holds something that is not known there.'],
  ])('refuses %j', async (more, sentence) => {
    const { code, stdout, stderr } = await runPentad(['export', ...more], folderOf())
    expect([code, stdout, stderr.slice(0, sentence.length)]).toEqual([2, '', sentence])
  })
})
