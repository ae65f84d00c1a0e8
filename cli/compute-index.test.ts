import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { folderOf, runPentad } from '@/scripts/testing/command-line'

vi.hoisted(() => {
  process.env.LC_ALL = 'C'
})

/** Regions, years and nodes stand out of the order of the alphabet; b was not observed for Z in 2021. */
const data = `region,indicator,year,value
Z,b,2020,0.25
Z,a,2020,10
A,a,2020,20
A,b,2020,0.75
Z,a,2021,15
Z,b,2021,
A,a,2021,12.5
A,b,2021,0.5
`
const framework = `code,parent,direction,weight
b,TOP,1,1
TOP,,,
a,TOP,-1,4
`
const files = { 'data.csv': data, 'framework.csv': framework, 'recipe.json': '{}' }
const inputs = ['--data', 'data.csv', '--framework', 'framework.csv', '--recipe', 'recipe.json']
const command = ['index', ...inputs, '--out', 'out']

const linesOf = (folder: string, file: string) =>
  readFileSync(path.join(folder, 'out', file), 'utf8')
    .trimEnd()
    .split('\n')

describe('pentad index', () => {
  it('writes scores and ranks of every node, in the order of the files, empty where there are none', async () => {
    const folder = folderOf(files)
    const { code, stderr } = await runPentad(command, folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(linesOf(folder, 'scores.csv')).toEqual([
      'region,year,node,score,rank',
      'Z,2020,b,0,2',
      'Z,2020,TOP,80,1',
      'Z,2020,a,100,1',
      'Z,2021,b,,',
      'Z,2021,TOP,50,2',
      'Z,2021,a,50,2',
      'A,2020,b,100,1',
      'A,2020,TOP,20,2',
      'A,2020,a,0,2',
      'A,2021,b,50,1',
      'A,2021,TOP,70,1',
      'A,2021,a,75,1',
    ])
    expect(linesOf(folder, 'weights.csv')).toEqual([
      'node,weight,effective',
      'b,0.2,0.2',
      'TOP,1,1',
      'a,0.8,0.8',
    ])
  })

  it('writes every stage with all digits, and a trace', async () => {
    const folder = folderOf({
      ...files,
      'data.csv': data.replace('0.75', '0.30000000000000004').replace('12.5', '-1.7976931348623157e308'),
      'recipe.json': '{"impute": {"method": "mean"}}',
    })
    await runPentad(command, folder)
    expect(readdirSync(path.join(folder, 'out')).sort()).toEqual([
      'imputed.csv',
      'normalised.csv',
      'scores.csv',
      'trace.json',
      'treated.csv',
      'weights.csv',
    ])
    expect(linesOf(folder, 'imputed.csv')).toContain('A,2020,b,0.30000000000000004')
    expect(linesOf(folder, 'imputed.csv')).toContain('A,2021,a,-1.7976931348623157e+308')
    expect(linesOf(folder, 'imputed.csv')[3]).toMatch(/^Z,2021,b,0\.[345]\d*$/)
    expect(linesOf(folder, 'treated.csv')).toEqual(linesOf(folder, 'imputed.csv'))
    expect(linesOf(folder, 'normalised.csv')[0]).toBe('region,year,indicator,value')
    const { recipe, trace } = JSON.parse(readFileSync(path.join(folder, 'out/trace.json'), 'utf8'))
    expect(recipe.normalise.method).toBe('min-max')
    expect(trace).toMatchObject([
      { stage: 'impute', region: 'Z', year: 2021, indicator: 'b', reason: 'mean' },
    ])
  })

  it('reads what a spreadsheet writes: mark of the encoding, quotation marks, carriage returns, rows without cells', async () => {
    const plain = folderOf(files)
    await runPentad(command, plain)
    const rows = data
      .trimEnd()
      .split('\n')
      .map((row) =>
        row
          .split(',')
          .map((cell) => `"${cell}"`)
          .join(','),
      )
    const folder = folderOf({ ...files, 'data.csv': `\uFEFF${rows.join('\r\n')}\r\n,,,\r\n\r\n` })
    expect(await runPentad(command, folder)).toMatchObject({ code: 0, stderr: '' })
    expect(linesOf(folder, 'scores.csv')).toEqual(linesOf(plain, 'scores.csv'))
  })

  it('passes over other columns and indicators of the data, and says which indicators', async () => {
    const rows = data
      .trimEnd()
      .split('\n')
      .map((row, r) => `${r === 0 ? 'status' : 'A'},${row}`)
    const folder = folderOf({ ...files, 'data.csv': `${rows.join('\n')}\nA,Z,c,2020,1\n` })
    const { code, stderr } = await runPentad(command, folder)
    expect([code, stderr]).toEqual([
      0,
      '1 indicator(s) of data.csv are not in framework.csv and take no part: c.\n',
    ])
    expect(linesOf(folder, 'scores.csv')).toHaveLength(13)
  })

  it('takes codes that need quotation marks, and gives them back', async () => {
    const folder = folderOf({
      ...files,
      'data.csv': data.replaceAll(/^Z/gm, '"Z, ""north"""').replaceAll(/^A/gm, '北京'),
    })
    await runPentad(command, folder)
    expect(linesOf(folder, 'scores.csv')[1]).toBe('"Z, ""north""",2020,b,0,2')
    expect(linesOf(folder, 'scores.csv')[7]).toBe('北京,2020,b,100,1')
  })

  it('says which indicators have no values, or no scores', async () => {
    const folder = folderOf({
      ...files,
      'framework.csv': `${framework}c,TOP,1,1\n`,
      'data.csv': data.replaceAll(/,b,(\d+),.*$/gm, ',b,$1,7'),
    })
    const { code, stdout, stderr } = await runPentad(command, folder)
    expect(stderr).toBe(
      '1 indicator(s) without any value take no part: c.\n' +
        '1 indicator(s) have values but no scores in some frame; trace.json says why: b.\n',
    )
    expect(stdout).toBe('2 regions, 2 years, 4 nodes: 6 files in out.\n')
    expect(code).toBe(0)
  })

  it('fills gaps within the groups of regions.csv', async () => {
    const folder = folderOf({
      ...files,
      'data.csv': `${data}B,a,2021,40\nB,b,2021,0.9\n`,
      'recipe.json': '{"impute": {"method": "group-mean"}}',
      'regions.csv': 'code,group\nA,west\nB,east\nZ,east\nunused,\n',
    })
    await runPentad([...command, '--regions', 'regions.csv'], folder)
    expect(linesOf(folder, 'imputed.csv')).toContain('Z,2021,b,0.9')
  })

  it('writes rank intervals of the nodes above indicators when the recipe asks for runs', async () => {
    const recipe = '{"uncertainty": {"runs": 40, "seed": 7}}'
    const folder = folderOf({ ...files, 'recipe.json': recipe })
    expect((await runPentad(command, folder)).stdout).toBe('2 regions, 2 years, 3 nodes: 7 files in out.\n')
    const intervals = linesOf(folder, 'intervals.csv')
    expect(intervals).toHaveLength(5)
    expect(intervals[0]).toBe('region,year,node,rank_low,rank_median,rank_high')
    expect(intervals[1]).toBe('Z,2020,TOP,1,1,1')
    await runPentad(command, folder)
    expect(linesOf(folder, 'intervals.csv')).toEqual(intervals)
  })

  it('replaces its own files, keeps those of others, and leaves nothing of an earlier run behind', async () => {
    const folder = folderOf({
      ...files,
      'out/notes.txt': 'mine',
      'out/intervals.csv': 'old',
      'out/scores.csv': 'old',
    })
    await runPentad(command, folder)
    expect(readFileSync(path.join(folder, 'out/notes.txt'), 'utf8')).toBe('mine')
    expect(existsSync(path.join(folder, 'out/intervals.csv'))).toBe(false)
    expect(linesOf(folder, 'scores.csv')).toHaveLength(13)
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(files), 'out'].sort())
  })

  it('keeps the earlier results when the new ones cannot be made', async () => {
    const folder = folderOf(files)
    await runPentad(command, folder)
    const before = linesOf(folder, 'scores.csv')
    writeFileSync(path.join(folder, 'data.csv'), `${data}A,a,2022,x\n`)
    expect((await runPentad(command, folder)).code).toBe(1)
    expect(linesOf(folder, 'scores.csv')).toEqual(before)
  })
})

describe('pentad recipe check', () => {
  it('prints the whole recipe, which checks to itself', async () => {
    const folder = folderOf({ 'recipe.json': '\uFEFF{"weights": {"method": "equal"}}' })
    const { code, stdout } = await runPentad(['recipe', 'check', 'recipe.json'], folder)
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ weights: { method: 'equal' }, coverage: { minimum: 0 } })
    writeFileSync(path.join(folder, 'whole.json'), stdout)
    expect((await runPentad(['recipe', 'check', 'whole.json'], folder)).stdout).toBe(stdout)
  })
})
