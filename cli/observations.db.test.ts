import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { listCellRevisions, listSourcedObservations } from '@/features/observations/queries'
import { loadSample } from '@/features/sample/mutations'
import { folderOf, runPentad } from '@/scripts/testing/command-line'
import { readPdf } from '@/scripts/testing/read-files'
import { db } from '@/server/db'
import { systemActor } from '@/server/session'

vi.hoisted(() => {
  process.env.LC_ALL = 'C'
})

const actor = systemActor('test')
const cell = { region: 'CN-GD', indicator: 'ST01', year: 2019 }
const header = 'region,indicator,year,value,status,source,note'

beforeAll(async () => {
  await loadSample(actor, {})
})

const stored = async () => {
  const rows = await listSourcedObservations(actor, cell)
  return rows.find((row) => row.year === cell.year)
}

describe('pentad export and import', () => {
  it('export writes every observation in full; importing it again changes nothing', async () => {
    const folder = folderOf()
    expect((await runPentad(['export', '--out', 'all.csv'], folder)).code).toBe(0)
    const lines = readFileSync(path.join(folder, 'all.csv'), 'utf8').trimEnd().split('\r\n')
    const rows = await listSourcedObservations(actor, {})
    expect(lines).toHaveLength(rows.length + 1)
    expect(lines[0]).toBe(`\uFEFF${header}`)
    const { code, stdout, stderr } = await runPentad(['import', 'all.csv'], folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(`all.csv: 0 new, 0 changed, ${rows.length.toLocaleString('en-GB')} unchanged.\n`)
  })

  it('export chooses, writes to standard output, and says when there is nothing', async () => {
    const folder = folderOf()
    const { stdout } = await runPentad(['export', '--region', 'CN-GD', '--indicator', 'ST01'], folder)
    expect(stdout.split('\r\n')[1]).toMatch(/^CN-GD,ST01,\d{4},[\d.]+,A,/)
    expect(await runPentad(['export', '--region', 'CN-XX'], folder)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'There are no observations of CN-XX: check the codes.\n',
    })
  })

  it('a dry run says what an import would do, and writes nothing', async () => {
    const before = await stored()
    const folder = folderOf({
      'new.csv': `${header}\nCN-GD,ST01,2019,9.25,E,,guessed\nCN-GD,ST01,1999,1,,,\nCN-BJ,ST01,1998,,,,\n`,
    })
    const { code, stdout } = await runPentad(['import', 'new.csv', '--dry-run'], folder)
    expect([code, stdout]).toEqual([
      0,
      'new.csv: 1 new, 1 changed, 1 unchanged. Nothing was written (--dry-run).\n',
    ])
    expect(await stored()).toEqual(before)

    expect((await runPentad(['import', 'new.csv'], folder)).stdout).toBe(
      'new.csv: 1 new, 1 changed, 1 unchanged.\n',
    )
    expect(await stored()).toMatchObject({ value: 9.25, status: 'E', note: 'guessed' })
    const [latest, earlier] = await listCellRevisions(actor, cell)
    expect(latest).toMatchObject({ kind: 'import', author: 'pentad' })
    expect(await db().batch.count({ where: { fileName: 'new.csv' } })).toBe(1)
    expect(earlier?.value).toBe(before?.value)
  })

  it('refuses the whole file when a row is wrong, and names every such row', async () => {
    const before = await stored()
    const rows = 'CN-GD,ST01,2019,1\nCN-XX,ST01,2019,1\nCN-GD,XX01,2019,1\nCN-GD,ST01,1700,1\n'
    const folder = folderOf({ 'bad.csv': `region,indicator,year,value\n${rows}` })
    const { code, stdout, stderr } = await runPentad(['import', 'bad.csv'], folder)
    expect([code, stdout]).toEqual([1, ''])
    const refused =
      'bad.csv, line 3: CN-XX, ST01, 2019: "CN-XX" is no region that is known; say with --settings what it stands for.\n' +
      'bad.csv, line 4: CN-GD, XX01, 2019: "XX01" is no indicator that is known; say with --settings what it stands for.\n' +
      'bad.csv, line 5: CN-GD, ST01, –: “1700” is not a year.\n' +
      'Nothing was imported: correct 3 value(s) of bad.csv first, or leave them out with --partial.\n'
    expect(stderr).toBe(refused)
    expect(await stored()).toEqual(before)
  })

  it.each([
    ['CN-GD,ST01,2019,1,Z,,', 'x.csv, line 2: CN-GD, ST01, 2019: “Z” is not a status letter.'],
    [
      'CN-GD,ST01,2019,1,,,\nCN-GD,ST01,2019,2,,,',
      'x.csv, line 2: CN-GD, ST01, 2019: The same cell stands in row 3 too, with another value',
    ],
    ['CN-GD,ST01,2019,,A,,', 'x.csv, line 2: CN-GD, ST01, 2019: the status needs a value.'],
    [
      'CN-GD,ST01,2019,1,M,,',
      'x.csv, line 2: CN-GD, ST01, 2019: the status says that there is no value, but there is one.',
    ],
  ])('refuses %j', async (rows, sentence) => {
    const { code, stderr } = await runPentad(
      ['import', 'x.csv'],
      folderOf({ 'x.csv': `${header}\n${rows}\n` }),
    )
    expect(stderr.slice(0, sentence.length)).toBe(sentence)
    expect(code).toBe(1)
  })
})

describe('pentad report', () => {
  it('makes the file of the page of reports', { timeout: 120_000 }, async () => {
    const folder = folderOf()
    const command = ['report', '--region', 'CN-GD', '--year', '2019', '--lang', 'zh', '--out', 'made/gd.pdf']
    const { code, stdout, stderr } = await runPentad(command, folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^made\/gd\.pdf \(\d+ KB\)\n$/)
    const pdf = await readPdf(new Uint8Array(readFileSync(path.join(folder, 'made/gd.pdf'))))
    expect(pdf.title).toBe('广东省2019年进展报告')
    expect(pdf.alts).toHaveLength(14)
  })

  it.each([
    ['CN-XX', '2019', 'There is no region with the code CN-XX.\n'],
    ['CN-GD', '1997', 'There are no data for 1997.\n'],
  ])('says why there is none of %s in %s', async (region, year, sentence) => {
    const folder = folderOf()
    const command = ['report', '--region', region, '--year', year, '--out', 'x.docx']
    const { code, stderr } = await runPentad(command, folder)
    expect(stderr).toBe(sentence)
    expect(code).toBe(1)
    expect(existsSync(path.join(folder, 'x.docx'))).toBe(false)
  })
})
