import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readXlsx } from '@/scripts/testing/read-files'
import type { Pack, PackIndicator } from '../schema'
import { writePack } from './pack-book'

const both = (text: string) => ({ en: text, zh: `${text}中` })
const indicator = (code: string, more: Partial<PackIndicator> = {}): PackIndicator => ({
  code,
  name: both(`Name & <${code}>`),
  definition: both('=SUM(1;2)'),
  unit: both('%'),
  decimals: 2,
  area: both('Area'),
  hardMin: 0,
  hardMax: 100,
  plausibleMin: null,
  plausibleMax: 10,
  levels: [],
  ...more,
})
const levels = [0, 1, 2].map((level) => ({ level, wording: both(`level ${level}`) }))

const pack: Pack = {
  indicators: [
    indicator('A1'),
    indicator('M1', { levels, hardMin: null, hardMax: null }),
    indicator('F1', { hardMin: null, hardMax: null }),
  ],
  regions: [{ code: 'R1', name: both('Region') }],
  cells: ['A1', 'M1', 'F1'].flatMap((code) =>
    [2020, 2021].map((year) => ({
      region: 'R1',
      indicator: code,
      year,
      version: year === 2020 ? 3 : 0,
      value: year === 2020 ? 1.25 : null,
      status: year === 2020 ? 'P' : 'O',
      source: year === 2020 ? both('Yearbook') : null,
      note: null,
    })),
  ),
}

const words = {
  locale: 'en' as const,
  t: (key: string) => key.replace(/^packs\.(sheet\.)?/, ''),
}
let bytes: Uint8Array
let parts: Record<string, Uint8Array>
const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array())

beforeAll(() => {
  bytes = writePack(pack, words, {
    title: 'Department',
    request: 'By 15 December',
    at: new Date('2026-01-02'),
  })
  parts = unzipSync(bytes)
})

describe('a pack', () => {
  it('opens, and its first row says what its columns are to Pentad', async () => {
    const book = await readXlsx(bytes)
    expect([...book.keys()]).toEqual(['figures', 'definitions', 'help'])
    const [keys, , first, second] = book.get('figures') ?? []
    expect(keys?.slice(0, 3)).toEqual(['pentad-pack', 'indicator', 'version'])
    expect(first).toEqual([
      'R1',
      'A1',
      3,
      'Name & <A1>',
      '%',
      'Region',
      2020,
      1.25,
      1.25,
      'P',
      'Yearbook',
      null,
    ])
    expect(second?.slice(0, 3)).toEqual(['R1', 'A1', 0])
    expect(second?.slice(7)).toEqual([null, null, null, null, null])
  })

  it('lets only the cells to fill in be typed into', () => {
    const sheet = xml('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<sheetProtection sheet="1"')
    const styles = [...xml('xl/styles.xml').matchAll(/<xf [^>]*applyProtection="1".*?<\/xf>/g)].map(([xf]) =>
      xf.includes('locked="0"'),
    )
    const isOpen = (address: string) => {
      const [, style = '0'] = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(sheet) ?? []
      return styles[Number(style)]
    }
    expect(['A3', 'B3', 'C3', 'D3', 'G3', 'H3'].map(isOpen)).toEqual(Array(6).fill(false))
    expect(['I3', 'J3', 'K3', 'L3', 'I4', 'L8'].map(isOpen)).toEqual(Array(6).fill(true))
  })

  it('checks numbers against the range, milestones and letters against lists', () => {
    const sheet = xml('xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(
      /type="decimal" operator="between"[^>]*sqref="I3:I4"><formula1>0<\/formula1><formula2>100</,
    )
    expect(sheet).toMatch(/type="list"[^>]*sqref="I5:I6"><formula1>"0,1,2"</)
    expect(sheet).toMatch(/type="decimal" operator="greaterThanOrEqual"[^>]*sqref="I7:I8"/)
    expect(sheet).toMatch(/type="list"[^>]*sqref="J3:J8"><formula1>"A,B,D,/)
    // Excel refuses a list of more than 255 characters and a prompt of more than 255.
    for (const [, list = ''] of sheet.matchAll(/<formula1>"([^"]*)"</g)) expect(list.length).toBeLessThan(256)
    for (const [, prompt = ''] of sheet.matchAll(/ prompt="([^"]*)"/g))
      expect(prompt.length).toBeLessThan(256)
  })

  it('hides the keys and keeps a text that looks like a formula a text', async () => {
    const sheet = xml('xl/worksheets/sheet1.xml')
    expect(sheet).toContain('<row r="1" hidden="1">')
    expect(sheet.match(/<col [^>]*hidden="1"/g)).toHaveLength(3)
    expect(xml('xl/worksheets/sheet2.xml')).not.toContain('<f>')
    expect((await readXlsx(bytes)).get('definitions')?.[1]?.[4]).toBe('=SUM(1;2)')
  })
})
