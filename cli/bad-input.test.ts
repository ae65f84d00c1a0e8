import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { folderOf, runPentad } from '@/scripts/testing/command-line'

vi.hoisted(() => {
  process.env.LC_ALL = 'C'
})

const good = {
  'data.csv': 'region,indicator,year,value\nA,x,2020,1\nB,x,2020,3\nA,y,2020,2\nB,y,2020,5\n',
  'framework.csv': 'code,parent,direction,weight\nROOT,,,1\nx,ROOT,1,1\ny,ROOT,-1,1\n',
  'recipe.json': '{}',
  'regions.csv': 'code,group\nA,east\nB,west\n',
}
const command = ['index', '--data', 'data.csv', '--framework', 'framework.csv', '--recipe', 'recipe.json']
const all = [...command, '--regions', 'regions.csv', '--out', 'out']

/** One file replaced, and the sentence that says what is wrong with it. */
type Case = readonly [what: string, file: keyof typeof good, content: string | Uint8Array, sentence: string]

const data = (rows: string) => `region,indicator,year,value\n${rows}`
const framework = (rows: string, more = '') => `code,parent,direction,weight${more}\nROOT,,,1\n${rows}`

const cases: readonly Case[] = [
  [
    'an empty file',
    'data.csv',
    '',
    'data.csv, line 1: the file is empty; its first line must name the columns region, indicator, year, value.',
  ],
  [
    'a header alone',
    'data.csv',
    'region,indicator,year,value\n',
    'data.csv, line 1: there is no row below the header.',
  ],
  [
    'a missing column',
    'data.csv',
    'region,indicator,value\nA,x,1\n',
    'data.csv, line 1: there is no column year; needed are region, indicator, year, value.',
  ],
  [
    'a column twice',
    'data.csv',
    'region,indicator,year,value,value\nA,x,2020,1,1\n',
    'data.csv, line 1, column value: there are two columns of this name.',
  ],
  [
    'a short row',
    'data.csv',
    data('A,x,2020,1\nB,x,2020\n'),
    'data.csv, line 3: the row has 3 fields, the header 4.',
  ],
  [
    'a word for a number',
    'data.csv',
    data('A,x,2020,1\n\nB,x,2020,NA\n'),
    'data.csv, line 4, column value: "NA" is not a number; an empty cell means "not observed".',
  ],
  [
    'a number of another notation',
    'data.csv',
    data('A,x,2020,0x10\n'),
    'data.csv, line 2, column value: "0x10" is not a number; an empty cell means "not observed".',
  ],
  [
    'a number beyond doubles',
    'data.csv',
    data('A,x,2020,1e999\n'),
    'data.csv, line 2, column value: 1e999 is too large for a number.',
  ],
  [
    'a year with a fraction',
    'data.csv',
    data('A,x,2020.5,1\n'),
    'data.csv, line 2, column year: "2020.5" is not a year, a whole number from 1 to 9999.',
  ],
  [
    'an empty code',
    'data.csv',
    data('A,x,2020,1\n,x,2020,2\n'),
    'data.csv, line 3, column region: a code is needed, the cell is empty.',
  ],
  [
    'a value twice',
    'data.csv',
    data('A,x,2020,1\nB,x,2020,2\nA,x,2020,\n'),
    'data.csv, line 4, column value: A, x, 2020 has a value on line 2 already.',
  ],
  [
    'a quotation mark inside',
    'data.csv',
    data('A,x,2020,1\nB"B,x,2020,2\n'),
    'data.csv, line 3: a quotation mark stands where none may, or is not closed.',
  ],
  [
    'a quotation mark that does not close',
    'data.csv',
    data('A,x,2020,1\n"B,x,2020,2\n'),
    'data.csv, line 3: a quotation mark stands where none may, or is not closed.',
  ],
  [
    'another encoding',
    'data.csv',
    Buffer.from(data('\xb1\xb1,x,2020,1\n'), 'latin1'),
    'data.csv, line 2, column region: "\uFFFD\uFFFD" is not UTF-8; save the file as CSV UTF-8.',
  ],
  [
    'a region without a row',
    'data.csv',
    data('A,x,2020,1\nC,x,2020,2\n'),
    'data.csv, line 3, column region: C has no row in regions.csv.',
  ],
  [
    'no indicator of the framework',
    'data.csv',
    data('A,z,2020,1\n'),
    'data.csv has no row whose indicator is in framework.csv.',
  ],
  [
    'an unknown column',
    'framework.csv',
    framework('x,ROOT,1,1,5\n', ',goalpost'),
    'framework.csv, line 1, column goalpost: this column is not known; known are code, parent, direction, weight, goalpost_low, goalpost_high, target.',
  ],
  [
    'a code twice',
    'framework.csv',
    framework('x,ROOT,1,1\nx,ROOT,1,1\n'),
    'framework.csv, line 4, column code: x stands on line 3 already.',
  ],
  [
    'an unknown parent',
    'framework.csv',
    framework('x,ROT,1,1\n'),
    'framework.csv, line 3, column parent: no row has the code ROT.',
  ],
  [
    'a circle',
    'framework.csv',
    framework('a,b,,1\nb,a,,1\nx,a,1,1\n'),
    'framework.csv, line 3, column parent: a is its own ancestor.',
  ],
  [
    'an indicator without direction',
    'framework.csv',
    framework('x,ROOT,,1\n'),
    'framework.csv, line 3, column direction: x has nothing below it, so it is an indicator and needs the direction 1 or -1.',
  ],
  [
    'another direction',
    'framework.csv',
    framework('x,ROOT,up,1\n'),
    'framework.csv, line 3, column direction: the direction must be 1 or -1, got "up".',
  ],
  [
    'a node turned round',
    'framework.csv',
    'code,parent,direction,weight\nROOT,,-1,1\nx,ROOT,1,1\n',
    'framework.csv, line 2, column direction: ROOT has other nodes below it, so that it cannot have the direction -1.',
  ],
  [
    'a negative weight',
    'framework.csv',
    framework('x,ROOT,1,-2\n'),
    'framework.csv, line 3, column weight: the weight must be a number of at least 0, got "-2".',
  ],
  [
    'a weight in words',
    'framework.csv',
    framework('x,ROOT,1,half\n'),
    'framework.csv, line 3, column weight: "half" is not a number; an empty cell means "not observed".',
  ],
  [
    'one goalpost',
    'framework.csv',
    framework('x,ROOT,1,1,0,\n', ',goalpost_low,goalpost_high').replace('ROOT,,,1', 'ROOT,,,1,,'),
    'framework.csv, line 3, column goalpost_high: goalpost_low and goalpost_high must both be given.',
  ],
  [
    'goalposts the wrong way round',
    'framework.csv',
    framework('x,ROOT,1,1,9,1\n', ',goalpost_low,goalpost_high').replace('ROOT,,,1', 'ROOT,,,1,,'),
    'framework.csv, line 3, column goalpost_low: goalpost_low must be below goalpost_high, got 9 and 1.',
  ],
  [
    'a target above',
    'framework.csv',
    framework('x,ROOT,1,1,\n', ',target').replace('ROOT,,,1', 'ROOT,,,1,5'),
    'framework.csv, line 2, column target: only an indicator has it, and ROOT has other nodes below it.',
  ],
  [
    'a region twice',
    'regions.csv',
    'code,group\nA,east\nB,west\nA,west\n',
    'regions.csv, line 4, column code: A stands on line 2 already.',
  ],
  [
    'a recipe that ends too early',
    'recipe.json',
    '{"impute": {',
    'recipe.json, line 1, column 13: the JSON ends too early.',
  ],
  [
    'a recipe with a comma too many',
    'recipe.json',
    '{\n  "weights": {},\n}\n',
    'recipe.json, line 3, column 1: from here on this is not JSON: }.',
  ],
  [
    'an unknown word',
    'recipe.json',
    '{\n  "impute": {"method": "guess"}\n}',
    'recipe.json, line 2, column 14: impute.method must be one of none, ',
  ],
  ['an unknown key', 'recipe.json', '{"weight": {}}', 'recipe.json, line 1, column 2: weight is not known.'],
  ['no object', 'recipe.json', '[]', 'recipe.json, line 1, column 1: recipe must be an object.'],
  [
    'limits that do not fit',
    'recipe.json',
    '{"normalise": {"upper": -1}}',
    'recipe.json, line 1, column 2: normalise.lower must be below upper, got 0 and -1.',
  ],
]

describe('pentad index with bad input', () => {
  it.each(cases)(
    '%s: one sentence with the place, exit code 1, nothing written',
    async (_, file, content, sentence) => {
      const folder = folderOf({ ...good, [file]: content })
      const { code, stdout, stderr } = await runPentad(all, folder)
      expect(stderr.slice(0, sentence.length)).toBe(sentence)
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
      expect(stdout).toBe('')
      expect(code).toBe(1)
      expect(readdirSync(folder).sort()).toEqual(Object.keys(good).sort())
    },
  )

  it.each(Object.keys(good))('%s is not there', async (file) => {
    const folder = folderOf(Object.fromEntries(Object.entries(good).filter(([name]) => name !== file)))
    const { code, stderr } = await runPentad(all, folder)
    expect(stderr).toBe(`There is no file ${file}.\n`)
    expect(code).toBe(1)
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })

  it('refuses a folder in the place of a file, and a file in the place of the folder', async () => {
    const folder = folderOf({ ...good, out: '' })
    expect(await runPentad(all, folder)).toMatchObject({
      code: 1,
      stderr: 'out is a file, the results need a folder.\n',
    })
    const swapped = all.map((arg) => (arg === 'data.csv' ? '.' : arg))
    expect(await runPentad(swapped, folder)).toMatchObject({
      code: 1,
      stderr: '. is a folder, a file is needed.\n',
    })
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(good), 'out'].sort())
  })

  it('says what the data lack that a method needs', async () => {
    const folder = folderOf({ ...good, 'recipe.json': '{"impute": {"method": "group-mean"}}' })
    const { code, stderr } = await runPentad([...command, '--out', 'out'], folder)
    expect(stderr).toMatch(/^The calculation cannot be done: .*group/)
    expect(code).toBe(1)
    expect(existsSync(path.join(folder, 'out'))).toBe(false)
  })
})

describe('wrong use', () => {
  it.each([
    [[], 'pentad VERB …'],
    [['indx'], 'There is no verb "indx": see pentad --help.'],
    [['recipe'], 'pentad recipe needs check: see pentad recipe --help.'],
    [['recipe', 'chek', 'x'], 'There is no verb "recipe chek": see pentad --help.'],
    [['recipe', 'check'], 'pentad recipe check needs FILE: see pentad recipe check --help.'],
    [
      ['recipe', 'check', 'a', 'b'],
      'pentad recipe check does not expect "b": see pentad recipe check --help.',
    ],
    [command, 'pentad index needs --out: see pentad index --help.'],
    [[...all, '--dta', 'x'], 'pentad index has no option "--dta": see pentad index --help.'],
    [['index', '--data', '--out', 'x'], 'The option --data needs a value: see pentad index --help.'],
    [[...all, '--out', 'b'], 'The option --out is given twice.'],
    [['import', 'x', '--dry-run=yes'], 'The option --dry-run takes no value: see pentad import --help.'],
    [
      ['report', '--region', 'A', '--year', '2020', '--out', 'a.odt'],
      'The name of the report must end in .pdf, .docx or .xlsx, got a.odt.',
    ],
    [['report', '--region', 'A', '--year', 'last', '--out', 'a.pdf'], '"last" is not a year.'],
    [
      ['report', '--region', 'A', '--year', '2020', '--out', 'a.pdf', '--lang', 'fr'],
      'Reports are made in en and zh, got "fr".',
    ],
  ])('%j ends with 2', async (args, sentence) => {
    const folder = folderOf(good)
    const { code, stdout, stderr } = await runPentad(args, folder)
    expect(stderr.split('\n')[0]).toBe(sentence)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})
