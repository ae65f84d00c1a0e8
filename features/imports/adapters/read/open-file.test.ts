import { execFileSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createTranslator } from 'next-intl'
import { afterAll, describe, expect, it } from 'vitest'
import en from '@/i18n/en.json'
import zh from '@/i18n/zh.json'
import { problemOf, readAll, removeCrafted, writeCrafted } from './crafted-files'
import { openFile } from './open-file'

afterAll(removeCrafted)

describe('a file is known by its bytes', () => {
  it('and refused by name of what it is', async () => {
    const found = async (start: string, name = 'table.xls') => {
      const problem = await problemOf(Buffer.from(start, 'latin1'), {}, name)
      return [problem.code, problem.params?.found]
    }
    expect(await found('%PDF-1.7 ...')).toEqual(['notAFile', 'pdf'])
    expect(await found('\x89PNG\r\n')).toEqual(['notAFile', 'image'])
    expect(await found('<html><table>')).toEqual(['notAFile', 'html'])
    expect(await found('\xef\xbb\xbf<?xml version="1.0"?><Workbook/>')).toEqual(['notAFile', 'xml'])
    expect(await found('{\\rtf1')).toEqual(['notAFile', 'word'])
    expect(await found('{"a": 1}')).toEqual(['notAFile', 'json'])
  })

  it('a file of 2 GB is refused by its size, at once', async () => {
    const file = writeCrafted('a,b\n')
    const descriptor = openSync(file, 'r+')
    ftruncateSync(descriptor, 2 ** 31)
    closeSync(descriptor)
    const start = performance.now()
    expect(await readAll(file)).toEqual({ code: 'tooLarge', params: { size: 2148, max: 512 } })
    expect(performance.now() - start).toBeLessThan(1000)
  })

  it('what the disk does not give is no problem of the file', async () => {
    await expect(openFile('/nowhere/table.csv', 'table.csv', {})).rejects.toThrow('ENOENT')
    await expect(openFile(import.meta.dirname, 'folder', {})).rejects.toThrow('EISDIR')
  })
})

it('a million rows are streamed, not held', { timeout: 120_000 }, () => {
  const rows = Array.from(
    { length: 1_000_000 },
    (_, i) => `CN-${i % 3000},rd_${i % 60},${1990 + (i % 30)},${i / 7}`,
  )
  const file = writeCrafted(`region,indicator,year,value\n${rows.join('\n')}\n`)
  const script = fileURLToPath(new URL('./read-and-weigh.ts', import.meta.url))
  const command = ['--import', 'tsx', '--conditions=react-server', script, file]
  const read = JSON.parse(execFileSync(process.execPath, command, { encoding: 'utf8' }))
  expect(read.rows).toBe(1_000_001)
  expect(read.megabytes).toBeLessThan(200)
})

it('every problem and every warning has its sentence in both languages', () => {
  const params = {
    size: 600,
    max: 512,
    row: 3,
    encoding: 'gb18030',
    found: 'pdf',
    part: 'none',
    sheet: 'S',
    range: 'A',
  }
  for (const [locale, messages] of [
    ['en', en],
    ['zh', zh],
  ] as const) {
    const say = createTranslator({
      locale,
      messages,
      onError: (error) => {
        throw error
      },
    })
    for (const code of Object.keys(en.imports.file) as (keyof typeof en.imports.file)[]) {
      for (const row of [0, 3]) expect(say(`imports.file.${code}`, { ...params, row })).toMatch(/[.。]$/)
    }
    for (const code of Object.keys(en.imports.warning) as (keyof typeof en.imports.warning)[]) {
      expect(say(`imports.warning.${code}`, { row: 3, count: 2, columns: 4, sheets: 'S' })).toMatch(/[.。]$/)
    }
  }
})
