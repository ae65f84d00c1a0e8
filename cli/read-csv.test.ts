import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folderOf } from '@/scripts/testing/command-line'
import { eachRecord } from './read-csv'

/** The records of a text and the lines they begin on. */
async function recordsOf(text: string): Promise<[line: number, ...fields: string[]][]> {
  const folder = folderOf({ 'x.csv': text })
  const records: [number, ...string[]][] = []
  await eachRecord({ name: 'x.csv', path: path.join(folder, 'x.csv') }, (fields, line) => {
    records.push([line, ...fields])
  })
  return records
}

describe('eachRecord', () => {
  it('cuts lines at commas, whatever ends them, and counts blank ones', async () => {
    expect(await recordsOf('\uFEFFa,b\r\n1,2\r\n\r\n,\n3,4')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [4, '', ''],
      [5, '3', '4'],
    ])
  })

  it('reads quoted fields with commas, quotation marks and lines in them', async () => {
    expect(await recordsOf('\uFEFFa,b\n"1, ""one""","x\ny"\n\n3,4\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1, "one"', 'x\ny'],
      [5, '3', '4'],
    ])
  })

  it('reads nothing from an empty file', async () => {
    expect(await recordsOf('')).toEqual([])
  })

  it('reads on where it stopped when the first quotation mark comes late, and lines longer than a block', async () => {
    const long = 'x'.repeat(1_200_000)
    const rows = Array.from({ length: 90_000 }, (_, r) => `R${r},${r},市`)
    const records = await recordsOf(`${long},1,2\n${rows.join('\n')}\n"a,b",1,2\nlast,1,2\n`)
    expect(records).toHaveLength(90_003)
    expect(records[0]?.[1]).toHaveLength(1_200_000)
    expect(records.every(([line], r) => line === r + 1)).toBe(true)
    expect(records.slice(90_000)).toEqual([
      [90_001, 'R89999', '89999', '市'],
      [90_002, 'a,b', '1', '2'],
      [90_003, 'last', '1', '2'],
    ])
  }, 30_000)

  it('gives back what was quoted, and the same without quotation marks where none are needed', async () => {
    const field = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/^\s|\s$|\r|\uFEFF/.test(text))
    const tables = fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const quoted = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
        const records = await recordsOf(`${quoted.join('\r\n')}\r\n`)
        expect(records.map(([, ...fields]) => fields)).toEqual(table)
        if (table.flat().some((cell) => /[",\n]/.test(cell))) return
        expect(await recordsOf(table.map((row) => row.join(',')).join('\n'))).toEqual(records)
      }),
      { numRuns: 50 },
    )
  })
})
