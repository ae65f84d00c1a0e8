import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderOf, spawned, spawnPentad } from '@/scripts/testing/command-line'

/** A process that starts among many others. */
const patience = 60_000
const files = {
  'data.csv': 'region,indicator,year,value\nA,x,2020,1\nB,x,2020,3\n',
  'framework.csv': 'code,parent,direction,weight\nROOT,,,1\nx,ROOT,1,1\n',
  'recipe.json': '{"weights": {"method": "luck"}}',
}
const inputs = ['--data', 'data.csv', '--framework', 'framework.csv', '--out', 'out']

describe('the command', { timeout: patience }, () => {
  it.each([
    ['C', 'pentad VERB …'],
    ['zh_CN.UTF-8', 'pentad 子命令 ……'],
  ])('explains itself in the language of the terminal, %s', async (language, first) => {
    const folder = folderOf()
    const { code, stdout, stderr } = await spawnPentad(['--help'], folder, { LC_ALL: language })
    expect([code, stdout.split('\n')[0], stderr]).toEqual([0, first, ''])
    for (const verb of ['index', 'recipe check', 'import', 'export', 'report']) expect(stdout).toContain(verb)
  })

  it('says in Chinese what is wrong and where, on standard error, with exit code 1', async () => {
    const folder = folderOf(files)
    const { code, stdout, stderr } = await spawnPentad(
      ['index', ...inputs, '--recipe', 'recipe.json'],
      folder,
      { LC_ALL: 'zh_CN.UTF-8' },
    )
    expect(stderr).toMatch(
      /^recipe\.json 第 1 行 14 列：weights\.method 须为 framework, equal.* 之一，现为 "luck"。\n$/,
    )
    expect([code, stdout]).toEqual([1, ''])
  })

  it('ends with 2 when it is not understood', async () => {
    const { code, stdout, stderr } = await spawnPentad(['index'], folderOf())
    expect([code, stdout, stderr]).toEqual([2, '', 'pentad index needs --data: see pentad index --help.\n'])
  })

  it('is run by npm from any folder, with paths relative to that folder', async () => {
    const folder = folderOf({ ...files, 'good.json': '{}' })
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const script = ['--prefix', path.resolve('.'), 'run', '--silent', 'pentad', '--']
    const command = ['index', ...inputs, '--recipe', 'good.json']
    const { code, stdout, stderr } = await spawned(npm, [...script, ...command], folder)
    expect([code, stdout, stderr]).toEqual([0, '2 regions, 1 years, 2 nodes: 6 files in out.\n', ''])
  })
})
